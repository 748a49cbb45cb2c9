import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Benchmark, benchmark, type Id, type Kernel, type Run } from '../../src/schema/index.ts';
import { root } from '../image/recipe.ts';
import { isEnding } from './cleanup.ts';
import { writeAtomically } from './files.ts';
import { sourceOf } from './provenance.ts';
import { type Equipment, runOnce } from './run.ts';

export const evidenceDirectory = (id: string): string => join(root, 'data', 'benchmarks', id);
export const evidenceFile = (id: string, kernel: Kernel): string => join(evidenceDirectory(id), `${kernel}.json`);

/** Samples on one line each, so that a changed figure is a changed line. */
export const writeBenchmark = (evidence: Benchmark): string =>
  `${JSON.stringify(benchmark.parse(evidence), null, 2).replace(/\[\s*(-?[\d.e+-]+(?:,\s*-?[\d.e+-]+)*)\s*\]/g, (_, numbers: string) => `[${numbers.replace(/\s+/g, ' ')}]`)}\n`;

/**
 * A new series in place of the one before: each run is `incomplete` in the file until it came to an end. A run that was
 * invalid stays in the series as such.
 */
export async function runSeries(
  id: Id<'experiment'>,
  kernel: Kernel,
  repeats: number,
  { image, accelerator, say }: Omit<Equipment, 'kernel'> & { say: (text: string) => void },
): Promise<Benchmark> {
  const source = sourceOf(id);
  removeTranscripts(id, kernel);
  const runs: Run[] = [];
  const save = (last: Run) => {
    const evidence: Benchmark = { schema: 1, experiment: id, kernel, runs: [...runs, last] };
    writeAtomically(evidenceFile(id, kernel), writeBenchmark(evidence));
    return evidence;
  };
  let evidence: Benchmark | undefined;
  for (let number = 1; number <= repeats; number++) {
    const seed = 1000 + number;
    save({ number, seed, started: new Date().toISOString(), status: 'incomplete' });
    const transcriptFile = `${kernel}.run${number}.txt`;
    const ended = await runOnce(id, { image, kernel, accelerator }, { number, seed, transcriptFile, source });
    if (isEnding()) return await new Promise<never>(() => {}); // the run stays incomplete; the process is about to end
    writeAtomically(join(evidenceDirectory(id), transcriptFile), ended.transcript);
    evidence = save(ended.run);
    runs.push(ended.run);
    say(report(ended.run));
  }
  if (!evidence) throw new Error('a series has at least one run');
  return evidence;
}

function report(run: Run): string {
  const head = `run ${run.number}: ${run.status} after ${run.seconds?.total ?? 0} s`;
  if (run.status === 'invalid') return `${head}: ${run.reason}`;
  if (run.status === 'incomplete') return head;
  const measures = Object.entries(run.measures).map(([name, { value, unit }]) => `\n  ${name}: ${value} ${unit}`);
  return head + measures.join('');
}

function removeTranscripts(id: string, kernel: Kernel) {
  const directory = evidenceDirectory(id);
  if (!existsSync(directory)) return;
  for (const file of readdirSync(directory))
    if (file.startsWith(`${kernel}.run`) && file.endsWith('.txt')) rmSync(join(directory, file));
}
