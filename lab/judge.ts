import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { experiments } from '../data/experiments/index.ts';
import { readTranscript } from '../src/evidence/transcripts.ts';
import {
  type Benchmark,
  experiment,
  type Id,
  type Judgement,
  judge,
  type Kernel,
  type Run,
} from '../src/schema/index.ts';
import type { AnyExperimentCode } from './experiments/experiment.ts';
import { experimentCode } from './experiments/index.ts';
import { sha256Of } from './image/recipe.ts';
import { writeAtomically } from './run/files.ts';
import { evidenceFile, parseBenchmark, writeBenchmark } from './run/results.ts';

/**
 * Judges stored evidence again, without a machine: checks the transcripts against their hashes, makes the measures anew
 * from the raw observations, writes the file when they changed. Throws when the evidence is not what it says.
 */
export function judgeStored(id: Id<'experiment'>, kernel: Kernel, file = evidenceFile(id, kernel)) {
  const text = readFileSync(file, 'utf8');
  const stored = parseBenchmark(text, file);
  for (const run of stored.runs) checkTranscript(run, dirname(file));
  const measured = remeasure(stored, experimentCode[id]);
  const written = writeBenchmark(measured);
  if (written !== text) writeAtomically(file, written);
  return { changed: written !== text, judgement: judge(experiment.parse(experiments[id]), measured) };
}

function checkTranscript({ number, transcript }: Run, directory: string) {
  if (!transcript) return;
  const found = sha256Of(readTranscript(join(directory, transcript.file)));
  if (found !== transcript.sha256)
    throw new Error(`${transcript.file} of run ${number} has sha256 ${found}, the evidence says ${transcript.sha256}`);
}

/** The same evidence with measures made from its observations. */
export function remeasure(stored: Benchmark, code: Pick<AnyExperimentCode, 'measure'>): Benchmark {
  const runs = stored.runs.map((run) =>
    run.status === 'complete' ? { ...run, measures: code.measure(run.observations) } : run,
  );
  return { ...stored, runs };
}

/** The verdict and, under it, each condition in each run. */
export function verdictText(id: string, expected: string, { verdict, reason, runs }: Judgement): string {
  const lines = runs.map((run) => {
    const seen = [...run.needs, ...run.holdsWhen].map(
      ({ condition, seen, met }) =>
        `${condition.measure} = ${seen ?? 'none'} (${met === null ? 'no value' : met ? 'met' : 'not met'})`,
    );
    return `  run ${run.number}, ${run.status}${run.reason ? `: ${run.reason}` : ''}: ${seen.join(', ')}`;
  });
  const surprise = verdict === expected ? 'as expected' : `expected was ${expected}`;
  return [`${id}: ${verdict} (${surprise}). ${reason}`, ...lines].join('\n');
}
