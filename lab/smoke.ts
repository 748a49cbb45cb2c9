import { experiments } from '../data/experiments.ts';
import { experiment, judge } from '../src/schema/index.ts';
import { allSeries, type Series } from './campaign/series.ts';
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
export async function smoke(options: Omit<SeriesOptions, 'results'>): Promise<boolean> {
  const results = makeScratch();
  const { say } = options;
  let [passed, failed] = [0, 0];
  try {
    for (const { id, kernel } of smokeSeries(allSeries())) {
      say(`${id} on ${kernel}, once …`);
      try {
        const evidence = await runSeries(id, kernel, 1, { ...options, results });
        const { verdict, reason } = judge({ ...experiment.parse(experiments[id]), repeats: 1 }, evidence);
        const isSound = verdict === 'holds' || verdict === 'refuted';
        say(`${isSound ? 'passed' : 'failed'}: ${id} on ${kernel}: ${verdict}. ${reason}`);
        isSound ? passed++ : failed++;
      } catch (error) {
        failed++;
        say(`failed: ${id} on ${kernel}: ${error instanceof Error ? error.message : error}`);
      }
    }
  } finally {
    removeScratch(results);
  }
  say('These runs are no evidence: nothing of them is kept.');
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}
