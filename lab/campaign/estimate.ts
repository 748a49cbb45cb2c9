import { type Benchmark, median } from '../../src/schema/index.ts';
import { missing } from '../run/resume.ts';
import { runsAlone, type Series } from './series.ts';

/** Finds the result file of a series, of any kernel. */
export type Earlier = (series: Pick<Series, 'id' | 'kernel'>) => Benchmark | undefined;
export type Estimate = { seconds: number /** Whether nothing of the kind was run before. */; guessed: boolean };

/** For a run of an experiment that never ran, when no other did either. */
const GUESS_SECONDS = 240;

const durations = (benchmark: Benchmark | undefined): number[] =>
  (benchmark?.runs ?? []).flatMap((run) => (run.status === 'complete' ? [run.seconds.total] : []));

/**
 * Seconds of one run: the median of the earlier runs of the same experiment on the same kernel, else on another one, else
 * of all experiments, which is a guess and called one.
 */
export function secondsOfRun(series: Series, all: readonly Series[], earlier: Earlier): Estimate {
  const own = durations(earlier(series));
  if (own.length) return { seconds: median(own), guessed: false };
  const sameOnOther = all.filter(({ id }) => id === series.id).flatMap((one) => durations(earlier(one)));
  if (sameOnOther.length) return { seconds: median(sameOnOther), guessed: false };
  const any = all.flatMap((one) => durations(earlier(one)));
  return { seconds: any.length ? median(any) : GUESS_SECONDS, guessed: true };
}

/**
 * Seconds until all of it is done with so many guests side by side: each series goes to the first lane that is free, and
 * those that run alone follow when all lanes are. `runs` says how many runs a series still has to do.
 */
export function estimate(
  plan: readonly { series: Series; runs: number }[],
  jobs: number,
  each: (series: Series) => Estimate,
): Estimate {
  const seconds = ({ series, runs }: { series: Series; runs: number }) => runs * each(series).seconds;
  const lanes = new Array<number>(Math.max(1, jobs)).fill(0);
  for (const one of plan.filter(({ series }) => !runsAlone(series))) {
    const free = lanes.indexOf(Math.min(...lanes));
    lanes[free] = (lanes[free] ?? 0) + seconds(one);
  }
  const single = plan.filter(({ series }) => runsAlone(series)).reduce((sum, one) => sum + seconds(one), 0);
  return { seconds: Math.max(...lanes) + single, guessed: plan.some(({ series }) => each(series).guessed) };
}

/** How many runs a series needs: all of a new one, or what is missing of one that goes on. */
export const runsOf = (series: Series, resume: boolean, earlier: Earlier): number =>
  missing(resume ? (earlier(series)?.runs ?? []) : [], series.repeats).length;

export function inWords({ seconds, guessed }: Estimate): string {
  const minutes = Math.round(seconds / 60);
  const time = minutes < 1 ? 'less than a minute' : minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
  return `about ${time}${guessed ? ', in part a guess: not all of it was run before' : ', going by earlier runs'}`;
}
