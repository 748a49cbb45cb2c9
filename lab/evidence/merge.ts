import { copyFileSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readTranscript, transcriptAt } from '../../src/evidence/transcripts.ts';
import { sha256Of } from '../image/recipe.ts';
import { parseBenchmark } from '../run/results.ts';

/**
 * Puts the results of several directories, laid out as data/benchmarks, into one: what the shards of a campaign have
 * made. Each transcript is held against the sha256 in its result file first. Gives how many series came together; throws
 * where two directories have different results of one series, or a transcript is not what its result says.
 */
export function merge(from: readonly string[], to: string): number {
  const seen = new Map<string, { sha256: string; directory: string }>();
  for (const directory of from)
    for (const name of globSync('*/*.json', { cwd: directory }).sort()) {
      const file = join(directory, name);
      const text = readFileSync(file, 'utf8');
      const sha256 = sha256Of(text);
      const before = seen.get(name);
      if (before && before.sha256 !== sha256)
        throw new Error(
          `${name} is another one in ${directory} than in ${before.directory}: one series cannot have two results. Give each shard a part of its own.`,
        );
      if (before) continue;
      seen.set(name, { sha256, directory });
      const transcripts = parseBenchmark(text, file).runs.flatMap(({ transcript }) => transcript ?? []);
      for (const transcript of transcripts)
        take(join(dirname(file), transcript.file), transcript.sha256, dirname(join(to, name)));
      copyTo(file, dirname(join(to, name)));
    }
  return seen.size;
}

function take(path: string, sha256: string, directory: string) {
  const file = transcriptAt(path);
  if (!file) throw new Error(`${path} is missing, and a result names it.`);
  const found = sha256Of(readTranscript(path));
  if (found !== sha256) throw new Error(`${file} has sha256 ${found}, its result says ${sha256}.`);
  copyTo(file, directory);
}

function copyTo(file: string, directory: string) {
  mkdirSync(directory, { recursive: true });
  copyFileSync(file, join(directory, file.slice(dirname(file).length + 1)));
}
