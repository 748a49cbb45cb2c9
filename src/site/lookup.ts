import { hasRun } from '../model/derive/has-run.ts';
import type { DecisionView, ExperimentView, FindingView, Model } from '../model/types.ts';
import type { CompleteRun, Grade, Kernel, Run, Verdict } from '../schema/index.ts';

/** The record with that id. Throws, naming what was looked for, when there is none. */
export function find<T extends { id: string }>(records: readonly T[], id: string, what: string): T {
  const found = records.find((record) => record.id === id);
  if (!found) throw new Error(`there is no ${what} "${id}"`);
  return found;
}

const standing = new Set(['accepted', 'proposed', 'draft']);

/** The decision that answers the question of the site: it says so itself, and a rule sees to it that only one does. */
export const mainDecision = (model: Model): DecisionView | undefined =>
  model.decisions.find((decision) => decision.recommends && standing.has(decision.status));

/** The number under which a source is cited, the same on every page. */
export const citationNumber = (model: Model, source: string): number =>
  model.sources.findIndex(({ id }) => id === source) + 1;

export const tally = <T extends string>(words: readonly T[], all: readonly T[]): { word: T; n: number }[] =>
  all.map((word) => ({ word, n: words.filter((w) => w === word).length })).filter(({ n }) => n > 0);

export const gradesOf = (findings: readonly FindingView[]): Grade[] => findings.map(({ grade }) => grade);
export const verdictsOf = (records: readonly { verdict: Verdict }[]): Verdict[] =>
  records.map(({ verdict }) => verdict);

export type RunOf = { kernel: Kernel; file: string; run: CompleteRun };

/** Every complete run of an experiment, kernel by kernel. */
export const completeRuns = (experiment: ExperimentView): RunOf[] =>
  experiment.results.flatMap(({ kernel, evidence }) =>
    (evidence?.benchmark.runs ?? []).flatMap((run) =>
      run.status === 'complete' && evidence ? [{ kernel, file: evidence.file, run }] : [],
    ),
  );

export type Transcript = { file: string; sha256: string; lines: number };
export type TranscribedRun = { kernel: Kernel; run: Run; transcript: Transcript };

/** Every run that left a transcript, also one that counts for nothing. The file is a path from the root of the project. */
export const transcribedRuns = (experiment: ExperimentView): TranscribedRun[] =>
  experiment.results.flatMap(({ kernel, evidence }) =>
    (evidence?.benchmark.runs ?? []).flatMap((run) =>
      run.transcript && evidence
        ? [{ kernel, run, transcript: { ...run.transcript, file: beside(evidence.file, run.transcript.file) } }]
        : [],
    ),
  );

/** A transcript lies beside the result file that names it. */
const beside = (file: string, name: string) => `${file.slice(0, file.lastIndexOf('/'))}/${name}`;

export const transcriptFile = ({ file, run }: RunOf): string => beside(file, run.transcript.file);

export const withoutRuns = (experiments: readonly ExperimentView[]): ExperimentView[] =>
  experiments.filter((experiment) => !hasRun(experiment));

/** The experiments that serve a criterion. */
export const experimentsFor = (model: Model, criterion: { id: string }): ExperimentView[] =>
  model.experiments.filter(({ criteria }) => criteria.some((id) => id === criterion.id));

/** The experiments with a run that findings rest on by themselves. What is only inferred from them was not seen. */
export function experimentsBehind(model: Model, ids: readonly string[]): ExperimentView[] {
  const found = new Set<string>(
    model.findings
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ evidence }) => evidence.flatMap((one) => ('experiment' in one ? [one.experiment] : []))),
  );
  return model.experiments.filter((experiment) => found.has(experiment.id) && hasRun(experiment));
}

/** So many findings a page names that leads to all of them. */
const firstFew = 6;

/** What a reader should see first: what does not hold, then what was measured, then the rest in its order. */
export function foremost(findings: readonly FindingView[]): FindingView[] {
  const rank = ({ verdict, grade }: FindingView) => (verdict === 'holds' ? (grade.startsWith('measured') ? 1 : 2) : 0);
  return [...findings].sort((a, b) => rank(a) - rank(b)).slice(0, firstFew);
}
