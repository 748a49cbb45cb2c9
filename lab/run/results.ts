import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nameOf, storedTranscript } from '../../src/evidence/transcripts.ts';
import { type Benchmark, benchmark, type Kernel } from '../../src/schema/index.ts';
import { root } from '../image/recipe.ts';
import { writeAtomically } from './files.ts';

/** The results that count. Others, of a smoke test or to be compared, go to a directory of their own. */
export const published = join(root, 'data', 'benchmarks');

export const evidenceDirectory = (id: string, results = published): string => join(results, id);
export const evidenceFile = (id: string, kernel: Kernel, results = published): string =>
  join(evidenceDirectory(id, results), `${kernel}.json`);
export const transcriptName = (kernel: Kernel, run: number): string => `${kernel}.run${run}.txt`;

/** Samples on one line each, so that a changed figure is a changed line. */
export const writeBenchmark = (evidence: Benchmark): string =>
  `${JSON.stringify(benchmark.parse(evidence), null, 2).replace(/\[\s*(-?[\d.e+-]+(?:,\s*-?[\d.e+-]+)*)\s*\]/g, (_, numbers: string) => `[${numbers.replace(/\s+/g, ' ')}]`)}\n`;

/** A result file's content. Throws, with the file's name, when it breaks off or is not of its form. */
export function parseBenchmark(text: string, file: string): Benchmark {
  try {
    return benchmark.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it is not of the form of a result file';
    throw new Error(
      `${relative(root, file)} cannot be read: ${why}. \`git restore\` brings its last whole state back.`,
    );
  }
}

/** What a series has so far; undefined when it never began. */
export function readEvidence(id: string, kernel: Kernel, results = published): Benchmark | undefined {
  const file = evidenceFile(id, kernel, results);
  return existsSync(file) ? parseBenchmark(readFileSync(file, 'utf8'), file) : undefined;
}

export const saveEvidence = (evidence: Benchmark, results: string): void =>
  writeAtomically(evidenceFile(evidence.experiment, evidence.kernel, results), writeBenchmark(evidence));

export function saveTranscript(id: string, name: string, text: string, results: string): void {
  const { file, content } = storedTranscript(name, text);
  writeAtomically(join(evidenceDirectory(id, results), file), content);
}

/** Removes the transcripts of a series but for those that are to be kept, by name. */
export function removeTranscripts(id: string, kernel: Kernel, results: string, keep: readonly string[] = []): void {
  const directory = evidenceDirectory(id, results);
  if (!existsSync(directory)) return;
  for (const file of readdirSync(directory))
    if (file.startsWith(`${kernel}.run`) && nameOf(file).endsWith('.txt') && !keep.includes(nameOf(file)))
      rmSync(join(directory, file));
}
