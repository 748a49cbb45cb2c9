import type { Benchmark, Run } from '../../src/schema/index.ts';

/** What the chain is followed through; a test gives it a small one. */
export type Ground = {
  /** Result files by their path: parsed, or why they cannot be. */
  results: Map<string, Benchmark | { broken: string }>;
  /** Claims with the experiments that they rest on. */
  claims: { claim: string; experiment: string }[];
  /** Names of declared experiments. */
  experiments: readonly string[];
  /** sha256 of a file, by its path; undefined when there is none. */
  file: (path: string) => { sha256: string } | undefined;
  /** What the text of a transcript is, by its path, or why it cannot be read; undefined when there is none. */
  transcript: (path: string) => { sha256: string; lines: number } | { broken: string } | undefined;
  /** Transcripts that lie beside the result files. */
  transcripts: readonly string[];
  /** Paths of the image locks by their sha256. */
  locks: Map<string, string>;
  /** Whether a version of the file with that hash is in the history; undefined where the history is not at hand. */
  wasOnce: (path: string, sha256: string) => boolean | undefined;
};
export type Chain = { broken: string[]; changed: string[]; whole: string[] };

const sourceOf = (id: string) => `lab/experiments/${id}.ts`;

/**
 * Follows claim → result file → transcripts → source of the experiment → image lock. A source that changed since, with
 * the version that ran in the history, is no broken link.
 */
export function verify(ground: Ground): Chain {
  const chain: Chain = { broken: [], changed: [], whole: [] };
  const parsed = new Map<string, Benchmark>();
  for (const [path, result] of ground.results)
    if ('broken' in result) chain.broken.push(result.broken);
    else parsed.set(path, result);

  for (const { claim, experiment } of ground.claims)
    if (!ground.experiments.includes(experiment))
      chain.broken.push(`claim ${claim} → ${experiment}: there is no such experiment`);

  const named = new Set<string>();
  for (const [path, result] of parsed) {
    const before = chain.broken.length;
    const [id, kernel] = path.split('/').slice(-2);
    if (id !== result.experiment || kernel !== `${result.kernel}.json`)
      chain.broken.push(`${path}: it says that it is ${result.experiment} on ${result.kernel}`);
    for (const run of result.runs) {
      if (run.transcript) named.add(path.replace(/[^/]+$/, run.transcript.file));
      followRun(ground, path, result, run, chain);
    }
    if (chain.broken.length === before) chain.whole.push(describe(ground, path, result));
  }
  for (const transcript of ground.transcripts)
    if (!named.has(transcript)) chain.broken.push(`${transcript}: no run names it`);
  return chain;
}

function followRun(ground: Ground, path: string, { experiment }: Benchmark, run: Run, { broken, changed }: Chain) {
  const link = (to: string) => `${path}, run ${run.number} → ${to}`;
  if (run.transcript) {
    const at = path.replace(/[^/]+$/, run.transcript.file);
    const found = ground.transcript(at);
    if (!found) broken.push(`${link(at)}: it is not there`);
    else if ('broken' in found) broken.push(`${link(at)}: ${found.broken}`);
    else if (found.sha256 !== run.transcript.sha256)
      broken.push(`${link(at)}: its sha256 is ${found.sha256}, the run names ${run.transcript.sha256}`);
    else if (found.lines !== run.transcript.lines)
      broken.push(`${link(at)}: it has ${found.lines} lines, the run names ${run.transcript.lines}`);
  }
  if (run.status !== 'complete') return;
  const { experimentSha256, imageLockSha256, lab } = run.provenance;
  const source = sourceOf(experiment);
  if (ground.file(source)?.sha256 !== experimentSha256) {
    const was = ground.wasOnce(source, experimentSha256);
    if (was === false)
      broken.push(
        `${link(source)}: no version of it in the history has the sha256 ${experimentSha256} (lab at ${lab.commit}${lab.dirty ? ', with changes that were not committed' : ''})`,
      );
    else
      changed.push(
        `${link(source)}: changed since${was ? '' : '; the history is not at hand to look for the version that ran'}`,
      );
  }
  if (!ground.locks.has(imageLockSha256))
    broken.push(`${link('data/image*.lock.json')}: none has the sha256 ${imageLockSha256}`);
}

function describe(ground: Ground, path: string, { experiment, runs }: Benchmark): string {
  const claims = ground.claims.filter((one) => one.experiment === experiment).length;
  const complete = runs.flatMap((run) => (run.status === 'complete' ? [run.provenance.imageLockSha256] : []));
  const locks = [...new Set(complete)].map((sum) => ground.locks.get(sum));
  const transcripts = runs.filter(({ transcript }) => transcript).length;
  return `${claims} claims → ${path} → ${transcripts} transcripts → ${sourceOf(experiment)} → ${locks.join(', ') || 'no whole run'}`;
}
