import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, run } from '../model/fixture.ts';
import { writeProject } from '../model/fixture-project.ts';

/** A small project with a history of its own, on which the commands are run as a contributor would run them. */
const root = mkdtempSync(join(tmpdir(), 'history-'));
const git = (...args: string[]) => {
  const done = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: root });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
};
const commit = (message: string) => {
  git('add', '-A');
  git('commit', '-q', '-m', message);
};
function command(name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('src/cli', `${name}.ts`), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: resolve('.cache/node') },
  });
  return { status, said: stdout + stderr };
}
/** The rules that the check finds broken. */
const brokenRules = (said: string) => [...new Set([...said.matchAll(/\[([a-z-]+)\]$/gm)].map(([, rule]) => rule))];

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  writeProject(root);
  expect(command('accept', '--all')).toMatchObject({ status: 0 });
  commit('a project in which all is well');
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Each starts a few processes, on machines that may be busy with a lab. */
const patience = { timeout: 120_000 };

describe('a benchmark value that flips a claim', patience, () => {
  const flip = (f: Fixture) => {
    const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
    if (evidence) evidence.runs = [run(1, 5)];
  };
  /** What an honest contributor does about it, less the reasons. */
  const mend = (f: Fixture) => {
    flip(f);
    f.columns['data/matrix/cache.ts'] = {
      system: 'cache',
      cells: {
        keeps: { is: 'fails', says: 'loses a block', reason: 'One run lost five.', findings: ['nothing-lost'] },
      },
    };
    const front = f.pages.criteria['loss']?.frontmatter ?? {};
    front['open'] = [{ question: 'lose', why: 'The claim was refuted.' }];
    const decision = f.decisions['0001-keep']?.frontmatter ?? {};
    decision['history'] = [...(decision['history'] as object[]), { status: 'deprecated', on: '2026-02-01' }];
  };

  it('is named with the claim, the cell, the criterion and the decision, and the check is red', () => {
    writeProject(root, flip);
    commit('another run');
    const review = command('review', '--base', 'HEAD~1', '--strict');
    expect(review.status).toBe(1);
    expect(review.said).toContain('finding nothing-lost · verdict: was holds, and is refuted. say why in data/regr');
    expect(review.said).toContain(
      '| `nothing-lost` | No block is lost. | holds, measured on one kernel | refuted, measured on one kernel |',
    );
    expect(review.said).toContain('| A cache × Keeps data | good: keeps them | (the same) | rests on nothing-lost |');
    expect(review.said).toContain('| Assess it | answered | open | is served by nothing-lost |');
    expect(review.said).toContain(
      '| Keep it | accepted: We keep it. | (the same) | rests on nothing-lost; serves loss |',
    );
    const check = command('check');
    expect(check.status).toBe(1);
    expect(brokenRules(check.said)).toContain('nothing-worsens-unseen');
    expect(command('accept', '--all')).toMatchObject({
      status: 1,
      said: expect.stringContaining('was holds, and is refuted'),
    });
  });

  it('is red until its reasons are given, also when all else was mended', () => {
    writeProject(root, mend);
    const check = command('check');
    expect(check.status).toBe(1);
    expect(brokenRules(check.said)).toEqual(['nothing-worsens-unseen']);

    const why = { reason: 'the second image loses a block', on: '2026-02-01' };
    writeProject(root, (f) => {
      mend(f);
      f.regressions = [
        { what: 'finding', id: 'nothing-lost', to: 'refuted', ...why },
        { what: 'cell', id: 'cache/keeps', to: 'fails', ...why },
        { what: 'criterion', id: 'loss', to: 'open', ...why },
      ];
    });
    expect(command('check')).toMatchObject({ status: 0 });
  });
});

describe('a comma in the body of an accepted decision', patience, () => {
  const file = 'content/decisions/0001-keep.mdx';
  const edit = (change: (text: string) => string) =>
    writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));

  it('makes the check red, which names the line; an amendment makes it green', () => {
    writeProject(root);
    edit((text) => text.replace('Because.', 'Because, yes.'));
    const line = readFileSync(join(root, file), 'utf8').split('\n').indexOf('Because, yes.') + 1;
    const red = command('check');
    expect(red.status).toBe(1);
    expect(red.said).toContain(`${file}:${line}  decision 0001-keep · body\n  was accepted, and this line is not what`);
    expect(command('accept', '0001-keep').status).toBe(1);

    edit((text) =>
      text.replace('\noutcome:', '\namendments:\n  - on: 2026-02-01\n    text: A comma was mended.\noutcome:'),
    );
    expect(command('check')).toMatchObject({ status: 0 });
  });
});
