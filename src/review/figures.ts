import type { Records } from '../model/types.ts';
import { type CompleteRun, median } from '../schema/index.ts';
import type { Change } from './changes.ts';

export interface Figure extends Change<string> {
  unit: string;
}

/** Measures whose runs before and after do not overlap: they moved by more than their own spread. */
export function figuresMoved(base: Records, head: Records): Figure[] {
  const [before, after] = [series(base), series(head)];
  return [...after].flatMap(([id, is]) => {
    const was = before.get(id);
    if (!was || was.numbers.length === 0 || is.numbers.length === 0) return [];
    if (was.unit === is.unit && !apart(was.numbers, is.numbers)) return [];
    const say = ({ numbers, unit }: Series) => (was.unit === is.unit ? [median(numbers)] : [median(numbers), unit]);
    return [{ id, title: id, unit: is.unit, before: say(was).join(' '), after: say(is).join(' ') }];
  });
}

interface Series {
  numbers: number[];
  unit: string;
}

const apart = (before: number[], after: number[]) =>
  Math.min(...after) > Math.max(...before) || Math.max(...after) < Math.min(...before);

/** The values of every measure over the complete runs, by "experiment/kernel/measure". */
const series = (records: Records): Map<string, Series> =>
  new Map(
    records.evidence.flatMap(({ experiment, kernel, benchmark }) => {
      const runs = benchmark.runs.filter((run): run is CompleteRun => run.status === 'complete');
      const names = new Set(runs.flatMap((run) => Object.keys(run.measures)));
      return [...names].map((name): [string, Series] => {
        const seen = runs.flatMap((run) => run.measures[name] ?? []);
        return [
          `${experiment}/${kernel}/${name}`,
          { numbers: seen.map(({ value }) => value), unit: seen[0]?.unit ?? '' },
        ];
      });
    }),
  );
