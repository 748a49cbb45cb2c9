import type { Run } from '../../src/schema/index.ts';

/** Seconds of complete runs, and those of them for which no guest was up: boots, forks, copies, searches in images. */
export type Overhead = { runs: number; total: number; own: number };

/** What is asked of a run to tell where its time went. */
export type Timed = {
  status: Run['status'];
  seconds?: { total: number; prepare?: number | undefined; workload?: number | undefined } | undefined;
};

/** Over all complete runs that say where their time went; older ones do not, and do not count. */
export function overheadOf(benchmarks: readonly { runs: readonly Timed[] }[]): Overhead {
  const sum: Overhead = { runs: 0, total: 0, own: 0 };
  for (const { runs } of benchmarks)
    for (const { seconds, status } of runs) {
      if (status !== 'complete' || seconds?.workload === undefined) continue;
      sum.runs++;
      sum.total += seconds.total;
      sum.own += seconds.total - (seconds.prepare ?? 0) - seconds.workload;
    }
  return sum;
}

/** In percent of the time that the runs took; undefined when none says. */
export const ownShare = ({ runs, total, own }: Overhead): number | undefined =>
  runs === 0 || total === 0 ? undefined : Math.round((100 * own) / total);
