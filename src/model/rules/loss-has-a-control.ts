import { hasRun } from '../derive/has-run.ts';
import type { Fault, Rule } from './rule.ts';

const aboutLoss = ['failure', 'crash', 'corruption'];

/** An experiment that speaks of loss names a control that was run and came out as it must. */
export const lossHasAControl: Rule = {
  name: 'loss-has-a-control',
  check: ({ model }) =>
    model.experiments
      .filter((experiment) => aboutLoss.includes(experiment.kind))
      .flatMap((experiment): Fault[] => {
        const at = { file: experiment.file, id: `experiment ${experiment.id}`, field: 'control' };
        const control = model.experiments.find((e) => e.id === experiment.control);
        if (!control)
          return [
            { ...at, message: `is about ${experiment.kind} and has no control`, remedy: 'name the positive control' },
          ];
        if (!hasRun(experiment) || control.verdict === control.expected.verdict) return [];
        return [
          {
            ...at,
            message: `has results, and its control "${control.id}" is ${control.verdict} where ${control.expected.verdict} was due`,
            remedy: `run the control first: npm run lab -- run ${control.id}`,
          },
        ];
      }),
};
