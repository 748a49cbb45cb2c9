import { z } from 'zod';
import { figure } from '../model/derive/values.ts';
import { type CompleteRun, type Experiment, type Kernel, median } from '../schema/index.ts';
import { range } from './words.ts';

export type Point = { x: number; y: number };
/** One line: what it is of, and the run that it was seen in. */
export type Line = { of: string; run: string; points: Point[] };
/** Something that was looked at again and again: lines over a common axis. */
export type Trace = {
  title: string;
  found: string;
  x: string;
  y: string;
  lines: Line[];
  percent: boolean;
  doubling?: boolean;
};

/** A run as far as a trace needs it. */
type Seen = { kernel: Kernel; run: Pick<CompleteRun, 'number' | 'observations' | 'measures'> };

const warmUp = z.object({ warmUp: z.object({ hitShares: z.array(z.array(z.number())).min(3) }) });
const looks = z.array(z.object({ seconds: z.number(), dirty: z.number() })).min(3);

/** Every trace that the observations of an experiment's runs hold. */
export const tracesOf = (runs: readonly Seen[]): Trace[] => [...warmUpOf(runs), ...dirtyOf(runs)];

/** Measures of one thing at several sizes, as a curve for each run. None where nothing was measured. */
export function curveOf(
  runs: readonly Seen[],
  declared: Experiment['measures'],
  { title, measures, over }: Experiment['charts'][number],
): Trace[] {
  const units = new Set(measures.map((measure) => declared[measure]?.unit));
  if (!over || runs.length === 0 || units.size !== 1) return [];
  const [unit] = units;
  const lines = runs.map(
    ({ kernel, run }): Line => ({
      of: '',
      run: `Linux ${kernel}, run ${run.number}`,
      points: measures.flatMap((measure, i) => {
        const [x, y] = [over.at[i], run.measures[measure]?.value];
        return x === undefined || y === undefined ? [] : [{ x, y }];
      }),
    }),
  );
  const middle = (at: number | undefined) =>
    figure(median(lines.flatMap(({ points }) => points.filter(({ x }) => x === at).map(({ y }) => y))));
  const [least, most] = [over.at[0], over.at.at(-1)];
  return [
    {
      title,
      found: `From ${middle(least)} at ${least} to ${middle(most)} ${unit} at ${most}`,
      x: over.label,
      y: unit ?? '',
      lines,
      percent: unit === 'percent',
      doubling: true,
    },
  ];
}

/** How the share of hits grew on each leg, pass by pass. */
function warmUpOf(runs: readonly Seen[]): Trace[] {
  const lines = runs.flatMap(({ kernel, run }): Line[] => {
    const seen = warmUp.safeParse(run.observations);
    if (!seen.success) return [];
    const passes = seen.data.warmUp.hitShares;
    return (passes[0] ?? []).map((_, leg) => ({
      of: `leg ${leg + 1}`,
      run: `Linux ${kernel}, run ${run.number}`,
      points: passes.map((shares, pass) => ({ x: pass + 1, y: shares[leg] ?? 0 })),
    }));
  });
  if (lines.length === 0) return [];
  const ends = lines.map(({ points }) => points.at(-1)?.y ?? 0);
  const passes = lines.map(({ points }) => points.length);
  return [
    {
      title: 'Warm-up by leg',
      found: `After ${range(passes)} passes the caches answered ${range(ends)} percent of the reads`,
      x: 'pass over the file',
      y: 'hits, percent of reads',
      lines,
      percent: true,
    },
  ];
}

/** How dirty chunks were written back while somebody looked. */
function dirtyOf(runs: readonly Seen[]): Trace[] {
  const lines = runs.flatMap(({ kernel, run }) =>
    looksIn(run.observations).map(
      ({ of, found }): Line => ({
        of,
        run: `Linux ${kernel}, run ${run.number}`,
        points: found.map(({ seconds, dirty }) => ({ x: seconds, y: dirty })),
      }),
    ),
  );
  if (lines.length === 0) return [];
  const phases = [...new Set(lines.map(({ of }) => of))].map((of) => {
    const last = lines.filter((line) => line.of === of).map(({ points }) => points.at(-1)?.y ?? 0);
    return `${range(last)} left ${of === 'seen' ? 'at the last look' : `(${of})`}`;
  });
  return [
    {
      title: 'Dirty chunks over time',
      found: `Of up to ${figure(Math.max(...lines.flatMap(({ points }) => points.map(({ y }) => y))))} dirty chunks, ${phases.join(', ')}`,
      x: 'seconds since the first look',
      y: 'dirty chunks',
      lines,
      percent: false,
    },
  ];
}

/** Series of looks at a cache, wherever they lie in the observations; the name is that of the phase. */
function looksIn(value: unknown, name = 'seen'): { of: string; found: z.infer<typeof looks> }[] {
  const series = looks.safeParse(value);
  if (series.success) return [{ of: words(name), found: series.data }];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => looksIn(inner, key === 'looks' ? name : key));
}

/** `asItComes` as a reader says it. */
const words = (name: string) => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
