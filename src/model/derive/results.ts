import { type Experiment, judge, type Verdict } from '../../schema/index.ts';
import type { EvidenceFile, Records, Result } from '../types.ts';

/** Verdicts from the one that decides to the one that gives way. */
const precedence: Verdict[] = ['refuted', 'invalid', 'inconclusive', 'holds', 'not run'];

/** Over several kernels: the worst of those that ran; *not run* only when none did. */
export const overall = (verdicts: readonly Verdict[]): Verdict =>
  precedence.find((verdict) => verdicts.includes(verdict)) ?? 'not run';

export const evidenceOf = (records: Records, experiment: string): EvidenceFile[] =>
  records.evidence.filter((file) => file.experiment === experiment);

/** What each declared kernel says of an experiment; `holdsWhen` may be a claim's own conditions instead. */
export function resultsOf(
  records: Records,
  experiment: Experiment & { id: string },
  holdsWhen = experiment.holdsWhen,
): Result[] {
  const files = evidenceOf(records, experiment.id);
  return experiment.kernels.map((kernel) => {
    const evidence = files.find((file) => file.kernel === kernel);
    const { verdict, reason } = judge({ ...experiment, holdsWhen }, evidence?.benchmark);
    const n = evidence?.benchmark.runs.filter((run) => run.status === 'complete').length ?? 0;
    return { kernel, verdict, reason, n, ...(evidence && { evidence }) };
  });
}
