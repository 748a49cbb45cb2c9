import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Checked, readProject } from '../model/index.ts';

/** A revision that cannot be had, with what to do about it. */
export class RevisionError extends Error {}

const git = (root: string, ...args: string[]) => {
  const done = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { ok: done.status === 0, out: done.stdout.trim(), err: done.stderr.trim() };
};

/** The commit that a name stands for. Throws with the way out where the clone is too shallow to know it. */
export function commitOf(root: string, rev: string): string {
  const found = git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${rev}^{commit}`);
  if (found.ok) return found.out;
  throw new RevisionError(
    isShallow(root)
      ? `there is no ${rev} in this clone, which is shallow: git fetch --unshallow, or git fetch --deepen=100`
      : `there is no revision ${rev}: name a commit, a branch or a tag`,
  );
}

/** A clone without its whole history. */
export const isShallow = (root: string): boolean => git(root, 'rev-parse', '--is-shallow-repository').out === 'true';

/** Where two revisions parted; nothing where they have no history in common. */
export function forkPoint(root: string, base: string, head: string): string | undefined {
  const found = git(root, 'merge-base', base, head);
  return found.ok ? found.out : undefined;
}

/** The project as it was at a commit. Its data is read with the schema of then, and held against the schema of now. */
export async function readRevision(root: string, commit: string): Promise<Checked> {
  const dir = mkdtempSync(join(tmpdir(), 'revision-'));
  try {
    const archive = join(dir, 'revision.tar');
    const project = mkdtempSync(join(dir, 'tree-'));
    const steps = [
      spawnSync('git', ['archive', '--format=tar', `--output=${archive}`, commit], { cwd: root, encoding: 'utf8' }),
      spawnSync('tar', ['-xf', archive, '-C', project], { encoding: 'utf8' }),
    ];
    const failed = steps.find((step) => step.status !== 0);
    if (failed) throw new RevisionError(`${commit} cannot be unpacked: ${failed.stderr || failed.error?.message}`);
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    return await readProject(project);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
