import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitOf, forkPoint, readRevision } from './revision.ts';

const root = mkdtempSync(join(tmpdir(), 'review-'));
const origin = join(root, 'origin');
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd, encoding: 'utf8' });
const commit = (message: string) => {
  git(origin, 'add', '-A');
  git(origin, 'commit', '-qm', message, '--allow-empty');
};

beforeAll(() => {
  mkdirSync(join(origin, 'data'), { recursive: true });
  mkdirSync(join(origin, 'node_modules'));
  git(origin, 'init', '-q', '-b', 'main');
  writeFileSync(join(origin, '.gitignore'), 'node_modules\n');
  writeFileSync(join(origin, 'data/systems.ts'), "export const systems = { cache: { name: 'of an older schema' } };\n");
  commit('first');
  commit('second');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('commitOf', () => {
  it('says so when there is no such revision', () => {
    expect(() => commitOf(origin, 'nowhere')).toThrow('there is no revision nowhere');
  });

  it('says how to deepen a shallow clone', () => {
    const shallow = join(root, 'shallow');
    git(root, 'clone', '-q', '--depth=1', `file://${origin}`, shallow);
    expect(() => commitOf(shallow, 'HEAD~1')).toThrow('which is shallow: git fetch --unshallow');
  });
});

describe('forkPoint', () => {
  it('knows where two branches parted, and that two roots never met', () => {
    git(origin, 'branch', 'topic', 'HEAD~1');
    expect(forkPoint(origin, 'main', 'topic')).toBe(commitOf(origin, 'topic'));
    git(origin, 'checkout', '-q', '--orphan', 'other');
    commit('another root');
    git(origin, 'checkout', '-q', 'main');
    expect(forkPoint(origin, 'main', 'other')).toBeUndefined();
  });
});

describe('readRevision', () => {
  it('reads the data of then, and lists what does not fit the schema of now', async () => {
    const { problems } = await readRevision(origin, commitOf(origin, 'HEAD~1'));
    const unfit = problems.filter((p) => p.rule === 'records-fit-their-schema').map((p) => `${p.id} ${p.field}`);
    expect(unfit).toContain('system cache role');
  });
});
