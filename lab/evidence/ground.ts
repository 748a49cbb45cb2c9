import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { experiments } from '../../data/experiments/index.ts';
import { findings } from '../../data/findings/index.ts';
import { readTranscript, recordOf, transcriptAt, transcriptsOf } from '../../src/evidence/transcripts.ts';
import { root, sha256Of } from '../image/recipe.ts';
import { parseBenchmark } from '../run/results.ts';
import type { Ground } from './verify.ts';

const list = (pattern: string) => globSync(pattern, { cwd: root }).sort();
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const hashOf = (path: string) => sha256Of(readFileSync(join(root, path)));

/** Everything in the project through which the chain goes, with what its history tells. */
export function ground(): Ground {
  return {
    results: new Map(list('data/benchmarks/*/*.json').map((path) => [path, readResult(path)])),
    claims: Object.values(findings).flatMap((file) =>
      Object.entries(file).flatMap(([claim, { evidence }]) =>
        evidence.flatMap((one) => ('experiment' in one ? [{ claim, experiment: one.experiment }] : [])),
      ),
    ),
    experiments: Object.keys(experiments),
    file: (path) => (existsSync(join(root, path)) ? { sha256: hashOf(path) } : undefined),
    transcript: readRecord,
    transcripts: transcriptsOf(root),
    locks: new Map(list('data/image*.lock.json').map((path) => [hashOf(path), path])),
    wasOnce,
  };
}

function readRecord(path: string): ReturnType<Ground['transcript']> {
  if (!transcriptAt(join(root, path))) return undefined;
  try {
    return recordOf(readTranscript(join(root, path)));
  } catch (error) {
    return { broken: messageOf(error) };
  }
}

function readResult(path: string): ReturnType<Ground['results']['get']> & object {
  const file = join(root, path);
  try {
    return parseBenchmark(readFileSync(file, 'utf8'), file);
  } catch (error) {
    return { broken: messageOf(error) };
  }
}

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: root, maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] });

/** Looks through every version of the file that the history has. */
function wasOnce(path: string, sha256: string): boolean | undefined {
  try {
    if (git('rev-parse', '--is-shallow-repository').toString().trim() === 'true') return undefined;
    const commits = git('log', '--all', '--format=%H', '--diff-filter=AMR', '--', path)
      .toString()
      .split('\n')
      .filter(Boolean);
    return commits.some((commit) => sha256Of(git('show', `${commit}:${path}`)) === sha256);
  } catch {
    return undefined;
  }
}
