import type { Condition, Experiment } from '../../schema/index.ts';
import { nearest } from '../nearest.ts';
import type { Fault, Rule } from './rule.ts';

type Where = Pick<Fault, 'file' | 'id'>;

function unknownMeasure(experiment: Experiment, name: string, where: Where & { field: string }): Fault {
  const near = nearest(name, Object.keys(experiment.measures));
  return {
    ...where,
    message: `the experiment has no measure "${name}"`,
    remedy: near === undefined ? 'declare it under measures in data/experiments/' : `did you mean "${near}"?`,
  };
}

function wrongConditions(experiment: Experiment, conditions: Condition[], where: Where, field: string): Fault[] {
  return conditions.flatMap((condition, i): Fault[] => {
    const measure = experiment.measures[condition.measure];
    const at = { ...where, field: `${field}.${i}` };
    if (!measure) return [unknownMeasure(experiment, condition.measure, at)];
    if (measure.unit === condition.unit) return [];
    return [
      {
        ...at,
        message: `${condition.measure} is measured in ${measure.unit}, and the condition is in ${condition.unit}`,
        remedy: `state the condition in ${measure.unit}`,
      },
    ];
  });
}

/** Measures exist, and what is said of them, in conditions, charts and evidence, is in their unit. */
export const unitsAgree: Rule = {
  name: 'units-agree',
  check: ({ records }) => {
    const declared = [...records.experiment.values()].flatMap((experiment) => {
      const where = { file: experiment.file, id: `experiment ${experiment.id}` };
      const charts = experiment.charts.flatMap((chart, i): Fault[] => {
        const at = { ...where, field: `charts.${i}` };
        const unknown = chart.measures.filter((name) => !experiment.measures[name]);
        const unitsUsed = new Set(chart.measures.flatMap((name) => experiment.measures[name]?.unit ?? []));
        if (unknown.length) return unknown.map((name) => unknownMeasure(experiment, name, at));
        if (unitsUsed.size < 2) return [];
        return [
          { ...at, message: `one chart has ${[...unitsUsed].join(' and ')}`, remedy: 'make a chart for each unit' },
        ];
      });
      return [
        ...wrongConditions(experiment, experiment.needs, where, 'needs'),
        ...wrongConditions(experiment, experiment.holdsWhen, where, 'holdsWhen'),
        ...charts,
      ];
    });

    const claimed = [...records.finding.values()].flatMap((finding) =>
      finding.evidence.flatMap((evidence, i) => {
        const experiment = 'experiment' in evidence ? records.experiment.get(evidence.experiment) : undefined;
        if (!experiment || !('holdsWhen' in evidence)) return [];
        const where = { file: finding.file, id: `finding ${finding.id}` };
        return wrongConditions(experiment, evidence.holdsWhen, where, `evidence.${i}.holdsWhen`);
      }),
    );

    const seen = records.evidence.flatMap(({ experiment: id, file, benchmark }) => {
      const experiment = records.experiment.get(id);
      return benchmark.runs.flatMap((run) =>
        Object.entries(run.status === 'complete' && experiment ? run.measures : {}).flatMap(
          ([name, value]): Fault[] => {
            const at = { file, id: `run ${run.number}`, field: `measures.${name}` };
            const measure = experiment?.measures[name];
            if (!measure)
              return [{ ...at, message: `${id} declares no such measure`, remedy: `npm run lab -- judge ${id}` }];
            if (measure.unit === value.unit) return [];
            return [
              {
                ...at,
                message: `is in ${value.unit}, and ${id} declares ${measure.unit}`,
                remedy: 'mend the unit in data/experiments/, or the measure in the experiment, and judge again',
              },
            ];
          },
        ),
      );
    });
    return [...declared, ...claimed, ...seen];
  },
};
