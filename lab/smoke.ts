import { experiments } from '../data/experiments/index.ts';
import { experiment, judge } from '../src/schema/index.ts';
import type { Series } from './campaign/series.ts';
import { makeScratch, removeScratch } from './run/scratch.ts';
import { runSeries, type SeriesOptions } from './run/series.ts';

/** One experiment of each of these kinds, the first that is named and declared: what a change to the lab is likely to break. */
const profile: Partial<Record<Series['kind'], string[]>> = {
  control: ['can-the-lab-see-loss'],
  corruption: ['does-scrub-see-damage-behind-the-cache'],
  failure: ['what-does-a-dead-ssd-stop-when-each-leg-has-its-own'],
  boot: ['does-a-leg-come-up-without-its-ssd'],
};

/** The series of the smoke profile, each once on one kernel: the kernels take turns. */
export function smokeSeries(all: readonly Series[]): Series[] {
  const found = Object.entries(profile).flatMap(([kind, preferred]) => {
    const ofKind = all.filter((one) => one.kind === kind && one.kernel === '6.12');
    return ofKind.find(({ id }) => preferred.includes(id)) ?? ofKind[0] ?? [];
  });
  return found.map((one, index) => {
    const newer = all.find(({ id, kernel }) => id === one.id && kernel === '7.3');
    return { ...(index % 2 === 1 && newer ? newer : one), repeats: 1 };
  });
}

/**
 * Does each once, in a directory that is thrown away: whether the lab works, and no evidence. Passed is a run that came
 * to its end with everything in it that its hypothesis needs, whatever it then says of that hypothesis.
 */
export async function smoke(
  series: readonly Series[],
  options: Omit<SeriesOptions, 'results'>,
  jobs: number,
): Promise<boolean> {
  const results = makeScratch();
  const { say } = options;
  const begun = performance.now();
  const outcomes: boolean[] = [];
  try {
    const next = smokeSeries(series).values();
    const lane = async () => {
      for (const one of next) outcomes.push(await isSound(one, { ...options, results }));
    };
    await Promise.all(Array.from({ length: jobs }, lane));
  } finally {
    removeScratch(results);
  }
  const passed = outcomes.filter((sound) => sound).length;
  say(`These runs are no evidence: nothing of them is kept. ${Math.round((performance.now() - begun) / 1000)} s`);
  say(`${passed} passed, ${outcomes.length - passed} failed`);
  return passed === outcomes.length && passed > 0;
}

async function isSound({ id, kernel }: Series, options: SeriesOptions): Promise<boolean> {
  const { say } = options;
  say(`${id} on ${kernel}, once …`);
  try {
    const evidence = await runSeries(id, kernel, 1, { ...options, say: () => {} });
    const { verdict, reason, runs } = judge({ ...experiment.parse(experiments[id]), repeats: 1 }, evidence);
    const sound = verdict === 'holds' || verdict === 'refuted';
    say(`${sound ? 'passed' : 'failed'}: ${id} on ${kernel}: ${verdict}. ${runs[0]?.reason ?? reason}`);
    return sound;
  } catch (error) {
    say(`failed: ${id} on ${kernel}: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}
