import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFixture, type Fixture, run } from '../model/fixture.ts';
import { editionOf, editionTags, settled } from './editions.ts';

const root = mkdtempSync(join(tmpdir(), 'editions-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const git = (on: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: `${on}T12:00:00Z` },
  });

const tag = (name: string, on = '2026-03-01') => ({ name, commit: 'a'.repeat(40), on });
const flip = (f: Fixture) => {
  const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
  if (evidence) evidence.runs = [run(1, 5)];
  f.regressions = [{ what: 'finding', id: 'nothing-lost', to: 'refuted', reason: 'it lost one', on: '2026-02-01' }];
};

describe('editionTags', () => {
  it('are in the order of their commits, annotated or not', () => {
    git('2026-01-01', 'init', '-q', '-b', 'main');
    git('2026-01-01', 'commit', '-q', '--allow-empty', '-m', 'one');
    git('2026-01-01', 'tag', '-a', 'edition-b', '-m', 'b');
    git('2026-02-01', 'commit', '-q', '--allow-empty', '-m', 'two');
    git('2026-02-01', 'tag', 'edition-a');
    git('2026-02-01', 'tag', 'other');
    expect(editionTags(root).map(({ name, on }) => `${name} ${on}`)).toEqual([
      'edition-b 2026-01-01',
      'edition-a 2026-02-01',
    ]);
    expect(editionTags(root)[0]?.commit).toBe(git('2026-02-01', 'rev-parse', 'HEAD~1').trim());
  });
});

describe('editionOf', () => {
  it('compares with nothing when it is the first', () => {
    const first = editionOf(tag('edition-1'), checkFixture());
    expect(first).toMatchObject({ since: null, changes: [], notCompared: 0 });
    expect(first.counts['findings']).toBe(1);
  });

  it('tells what changed since the one before, with the reasons', () => {
    const before = { tag: tag('edition-1'), checked: checkFixture() };
    const { since, changes, regressions } = editionOf(tag('edition-2'), checkFixture(flip), before);
    expect(since).toBe('edition-1');
    expect(changes.map(({ what, id, before, after }) => [what, id, before, after])).toEqual([
      ['claim', 'nothing-lost', 'holds, measured on one kernel', 'refuted, measured on one kernel'],
      ['criterion', 'loss', 'answered', 'open'],
      ['evidence', 'does-it-lose/6.12', expect.any(String), expect.any(String)],
    ]);
    expect(regressions).toMatchObject([{ id: 'nothing-lost', reason: 'it lost one' }]);
  });
});

describe('settled', () => {
  const read = editionOf(tag('edition-1'), checkFixture());
  it('takes what is read now', () => {
    expect(settled([read], [{ ...read, counts: { findings: 99 } }])).toEqual([read]);
  });
  it('keeps what was written when more of it could be read', () => {
    const written = { ...read, counts: { findings: 99 } };
    expect(settled([{ ...read, notCompared: 3 }], [written])).toEqual([written]);
  });
});
