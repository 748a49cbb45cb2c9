import type { ExperimentView } from '../model/types.ts';
import { type Kernel, median, type Unit } from '../schema/index.ts';
import { completeRuns } from '../site/lookup.ts';

/** What one kernel showed of one measure: a value for each run, their median, and raw samples where there are any. */
export type Series = { kernel: Kernel; runs: number[]; samples: number[]; median: number };
export type Row = { measure: string; label: string; series: Series[] };
/** Measures of one unit share an axis, so a chart is as many panels as it has units. */
export type Panel = { unit: Unit; rows: Row[] };

/** The panels of a chart of an experiment. Measures that nothing has been seen of are left out. */
export function panelsOf(experiment: ExperimentView, measures: readonly string[]): Panel[] {
  const panels = new Map<Unit, Row[]>();
  for (const measure of measures) {
    const declared = experiment.measures[measure];
    const series = seriesOf(experiment, measure);
    if (!declared || series.length === 0) continue;
    const rows = panels.get(declared.unit) ?? [];
    panels.set(declared.unit, [...rows, { measure, label: declared.label, series }]);
  }
  return [...panels].map(([unit, rows]) => ({ unit, rows }));
}

function seriesOf(experiment: ExperimentView, measure: string): Series[] {
  return experiment.results.flatMap(({ kernel }) => {
    const seen = completeRuns(experiment)
      .filter((one) => one.kernel === kernel)
      .flatMap(({ run }) => run.measures[measure] ?? []);
    const runs = seen.map(({ value }) => value);
    if (runs.length === 0) return [];
    return [{ kernel, runs, samples: seen.flatMap(({ samples }) => samples ?? []), median: median(runs) }];
  });
}

/** Should the axis be logarithmic? Where values differ a hundredfold and none is zero or less. */
export function isLogarithmic(panel: Panel): boolean {
  const values = valuesOf(panel);
  const low = Math.min(...values);
  return low > 0 && Math.max(...values) / low > 100;
}

export const valuesOf = (panel: Panel): number[] =>
  panel.rows.flatMap(({ series }) => series.flatMap(({ runs, samples }) => [...runs, ...samples]));
