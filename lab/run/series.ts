import { join } from 'node:path';
import type { Benchmark, Id, Kernel, Run } from '../../src/schema/index.ts';
import { isEnding } from './cleanup.ts';
import { takeFile } from './owner.ts';
import { type Source, sourceOf } from './provenance.ts';
import {
  evidenceDirectory,
  evidenceFile,
  published,
  readEvidence,
  removeTranscripts,
  saveEvidence,
  saveTranscript,
  transcriptName,
} from './results.ts';
import { missing } from './resume.ts';
import { type Equipment, runOnce } from './run.ts';
import { needRoom } from './scratch.ts';

export type SeriesOptions = Omit<Equipment, 'kernel'> & {
  say: (text: string) => void;
  results?: string;
  /** Goes on with what there is, in place of a new series. */
  resume?: boolean;
};

/**
 * A series in place of the one before, or the rest of one that was interrupted: each run is `incomplete` in the file
 * until it came to an end. A run that was invalid stays in the series as such.
 */
export async function runSeries(
  id: Id<'experiment'>,
  kernel: Kernel,
  repeats: number,
  { image, accelerator, say, results = published, resume = false }: SeriesOptions,
): Promise<Benchmark> {
  const giveBack = takeFile(
    `The result file ${id}/${kernel}.json`,
    `run ${id} on ${kernel}`,
    join(evidenceDirectory(id, results), `.${kernel}.owner`),
  );
  try {
    const source = sourceOf(id);
    const before = resume ? readEvidence(id, kernel, results) : undefined;
    const runs: Run[] = (before?.runs ?? []).filter(({ status }) => status !== 'incomplete');
    mustBeTheSame(runs, source, id);
    const keep = runs.flatMap(({ transcript }) => (transcript ? [transcript.file] : []));
    removeTranscripts(id, kernel, results, keep);
    const save = () => {
      const evidence: Benchmark = { schema: 1, experiment: id, kernel, runs: [...runs].sort(byNumber) };
      saveEvidence(evidence, results);
      return evidence;
    };
    for (const number of missing(runs, repeats)) {
      needRoom();
      const seed = 1000 + number;
      runs.push({ number, seed, started: new Date().toISOString(), status: 'incomplete' });
      save();
      const transcriptFile = transcriptName(kernel, number);
      const ended = await runOnce(id, { image, kernel, accelerator }, { number, seed, transcriptFile, source });
      if (isEnding()) return await new Promise<never>(() => {}); // the run stays incomplete; the process is about to end
      saveTranscript(id, transcriptFile, ended.transcript, results);
      runs.splice(-1, 1, ended.run);
      save();
      say(report(ended.run));
    }
    const evidence = readEvidence(id, kernel, results);
    if (!evidence) throw new Error(`${evidenceFile(id, kernel, results)} was taken away during the series`);
    return evidence;
  } finally {
    giveBack();
  }
}

const byNumber = (a: Run, b: Run) => a.number - b.number;

/** One series is made with one code: a rest that was run with another would be a series of two experiments. */
function mustBeTheSame(runs: readonly Run[], source: Source, id: string) {
  for (const run of runs)
    if (run.status === 'complete' && run.provenance.experimentSha256 !== source.experimentSha256)
      throw new Error(
        `lab/experiments/${id}.ts changed since run ${run.number}: the series cannot go on, only begin anew.`,
      );
}

function report(run: Run): string {
  const head = `run ${run.number}: ${run.status} after ${run.seconds?.total ?? 0} s`;
  if (run.status === 'invalid') return `${head}: ${run.reason}`;
  if (run.status === 'incomplete') return head;
  const measures = Object.entries(run.measures).map(([name, { value, unit }]) => `\n  ${name}: ${value} ${unit}`);
  return head + measures.join('');
}
