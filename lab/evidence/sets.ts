import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../image/recipe.ts';
import { parseBenchmark } from '../run/results.ts';
import type { ResultSet } from './diff.ts';

/** The results in a file, in a directory laid out as data/benchmarks, or in data/benchmarks of a git revision. */
export function resultSet(name: string): ResultSet {
  if (!existsSync(name)) return ofRevision(name);
  const files = statSync(name).isDirectory()
    ? globSync('*/*.json', { cwd: name }).map((file) => join(name, file))
    : [name];
  return collect(files, (file) => readFileSync(file, 'utf8'));
}

function ofRevision(revision: string): ResultSet {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] });
  let commit: string;
  try {
    commit = git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim();
  } catch {
    throw new Error(`${revision} is no file, no directory and no revision of git.`);
  }
  const files = git('ls-tree', '-r', '--name-only', commit, 'data/benchmarks').split('\n');
  return collect(
    files.filter((file) => file.endsWith('.json')),
    (file) => git('show', `${commit}:${file}`),
  );
}

function collect(files: readonly string[], read: (file: string) => string): ResultSet {
  return new Map(
    files.map((file) => {
      const one = parseBenchmark(read(file), file);
      return [`${one.experiment}/${one.kernel}`, one];
    }),
  );
}
