import { type Earlier, estimate, inWords, runsOf, secondsOfRun } from './estimate.ts';
import { allSeries, runsAlone, type Series } from './series.ts';

export type Progress = { say: (text: string) => void; earlier: Earlier };
export type Failure = { series: Series; reason: string };
/** Does a series and says each of its runs as it ends. */
export type Perform = (series: Series, repeats: number, say: (text: string) => void) => Promise<void>;

const nameOf = ({ id, kernel }: Series) => `${id} on ${kernel}`;

/**
 * Does the series, so many guests side by side as `jobs` says; those whose figures would suffer run alone, at the end.
 * One that cannot be done does not keep the others from it. Gives those that failed.
 */
export async function campaign(
  plan: readonly Series[],
  { jobs, resume, repeat }: { jobs: number; resume: boolean; repeat?: number | undefined },
  perform: Perform,
  { say, earlier }: Progress,
): Promise<Failure[]> {
  const all = allSeries();
  const each = new Map(plan.map((one) => [one, secondsOfRun(one, all, earlier)]));
  const wanted = plan.map((one) => ({ ...one, repeats: repeat ?? one.repeats }));
  const left = new Map(wanted.map((one) => [one, runsOf(one, resume, earlier)]));
  const remaining = () => {
    const runs = wanted.map((series) => ({ series, runs: left.get(series) ?? 0 }));
    return inWords(
      estimate(runs, jobs, (one) => each.get(plan[wanted.indexOf(one)] ?? one) ?? { seconds: 0, guessed: true }),
    );
  };
  const failures: Failure[] = [];
  let begun = 0;

  async function one(series: Series) {
    const head = `[${++begun}/${wanted.length}] ${nameOf(series)}`;
    say(`${head}: ${left.get(series)} runs; all that is left takes ${remaining()}`);
    try {
      await perform(series, series.repeats, (text) => {
        left.set(series, Math.max(0, (left.get(series) ?? 0) - 1));
        say(`${head}, ${text}`);
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push({ series, reason });
      say(`${head}: ${reason}`);
    }
    left.set(series, 0);
  }

  const together = wanted.filter((series) => !runsAlone(series));
  const next = together.values();
  const lane = async () => {
    for (const series of next) await one(series);
  };
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, lane));
  for (const series of wanted.filter(runsAlone)) await one(series);
  return failures;
}
