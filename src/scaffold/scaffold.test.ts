import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeProject } from '../model/fixture-project.ts';
import { readProject } from '../model/index.ts';
import type { Answers, KindOfRecord } from './fields.ts';
import { scaffold } from './scaffold.ts';

const all = mkdtempSync(join(tmpdir(), 'scaffold-test-'));
afterAll(() => rmSync(all, { recursive: true, force: true }));
let root: string;
let number = 0;
beforeEach(() => {
  root = join(all, String(++number));
  mkdirSync(join(root, 'lab/experiments'), { recursive: true });
  writeProject(root);
  writeFileSync(join(root, 'lab/experiments/index.ts'), 'export const experimentCode = {\n};\n');
});

/** What is in the files afterwards, read from a place of its own, since a module is read once. */
async function reread() {
  const copy = join(all, `${number}-reread`);
  mkdirSync(copy);
  for (const entry of readdirSync(root)) symlinkSync(join(root, entry), join(copy, entry));
  rmSync(join(copy, 'data'));
  cpSync(join(root, 'data'), join(copy, 'data'), { recursive: true });
  return readProject(copy);
}
const today = new Date('2026-03-01T12:00:00Z');
const make = (kind: KindOfRecord, told: Answers) => scaffold(root, kind, told, { today });
const text = (file: string) => readFileSync(join(root, file), 'utf8');

const source: Answers = {
  id: ['cache-doc'],
  title: ['Cache'],
  publisher: ['Linux kernel documentation'],
  url: ['https://example.org/cache'],
  version: ['7.3'],
  kind: ['documentation'],
  supports: ['What the modes promise.'],
};
const finding: Answers = {
  id: ['cache-is-slow'],
  topic: ['speed'],
  claim: ['The cache is slow.'],
  criterion: ['loss'],
  system: ['cache'],
  evidence: ['source:doc | section 2 | that it is slow'],
  versions: ['all'],
  'falsified-by': ['A fast run.'],
};
const experiment: Answers = {
  id: ['is-it-slow'],
  asks: ['Is it slow?'],
  hypothesis: ['It is not slow.'],
  why: ['It matters.'],
  kind: ['performance'],
  criterion: ['loss'],
  stack: ['bare = two disks'],
  measure: ['rate | IOPS | Reads in a second'],
  'holds-when': ['rate at least 10 IOPS in the median'],
  expected: ['holds'],
  because: ['Disks are that fast.'],
  limit: ['One size of read.'],
};
const system: Answers = {
  id: ['other'],
  name: ['Another'],
  role: ['baseline'],
  summary: ['It does nothing.'],
  layer: ['none'],
  upkeep: ['nobody'],
  source: ['doc'],
};

describe('scaffold', { timeout: 60_000 }, () => {
  it('makes a source a draft until something cites it, and a finding that cites it finishes it', async () => {
    expect(await make('source', source)).toMatchObject({
      files: ['data/sources.ts'],
      draftBecause: ['no finding and no system cites this source: cite it where it supports something, or remove it'],
    });
    expect(text('data/sources.ts')).toContain('"read":"2026-03-01"');
    expect((await reread()).records.drafts).toEqual([{ kind: 'source', id: 'cache-doc', file: 'data/sources.ts' }]);
  });

  it('takes the mark of a draft from a source that a new system cites', async () => {
    writeProject(root, (f) => {
      f.sources['young'] = { ...f.sources['doc'], draft: true };
    });
    expect(await make('system', { ...system, source: ['young'] })).toMatchObject({
      finished: ['young'],
      draftBecause: [],
    });
    const after = await reread();
    expect(after.problems).toEqual([]);
    expect(after.records.drafts).toEqual([]);
  });

  it('writes a finding into a new topic and registers it', async () => {
    expect(await make('finding', finding)).toMatchObject({
      files: ['data/findings/speed.ts', 'data/findings/index.ts'],
      draftBecause: [],
    });
    const { model, problems } = await reread();
    expect(problems).toEqual([]);
    expect(model.findings.map((f) => `${f.id} ${f.reviewBy}`)).toContain('cache-is-slow 2026-08-30');
  });

  it('declares an experiment and writes the code that says it cannot run yet', async () => {
    expect(await make('experiment', experiment)).toMatchObject({ draftBecause: [] });
    expect(text('lab/experiments/is-it-slow.ts')).toContain('measure: (seen) => ({ rate: seen.rate })');
    expect(text('lab/experiments/index.ts')).toContain('"is-it-slow": isItSlow,');
    const { model } = await reread();
    expect(model.experiments.find((e) => e.id === 'is-it-slow')?.verdict).toBe('not run');
  });

  it('gives a candidate a column without judgements, and keeps both as drafts', async () => {
    expect(await make('system', { ...system, role: ['candidate'] })).toMatchObject({
      files: ['data/systems.ts', 'data/matrix/other.ts', 'data/matrix/index.ts'],
      draftBecause: ['nobody has judged the cells of its column yet'],
    });
    const { problems, model, records } = await reread();
    expect(problems).toEqual([]);
    expect(model.systems.map(({ id }) => id)).toEqual(['cache']);
    expect(records.drafts).toEqual([{ kind: 'system', id: 'other', file: 'data/systems.ts' }]);
  });

  it('drafts a decision under the next number', async () => {
    const result = await make('decision', {
      id: ['leave-it'],
      title: ['Leave it'],
      outcome: ['Leaning to leaving it.'],
      driver: ['loss'],
      option: ['no-cache = No cache', 'separate-ssd-pool = A pool of their own'],
    });
    expect(result).toMatchObject({ files: ['content/decisions/0002-leave-it.mdx'] });
    const { model, problems } = await reread();
    expect(problems).toEqual([]);
    expect(model.decisions[1]).toMatchObject({ number: 2, status: 'draft' });
  });

  it('lists everything that is missing', async () => {
    expect(await make('source', { id: ['x'], title: ['A title'] })).toEqual({
      faults: [
        '--publisher is missing: Publisher',
        '--url is missing: Public URL',
        '--version is missing: Version or date of what you read',
        "--kind is missing: Kind: code, documentation, maintainer's word, measurement, user report",
        '--supports is missing: What it supports, in your words',
      ],
    });
  });

  it('lists every fault at once, and writes nothing', async () => {
    const before = text('data/sources.ts');
    expect(
      await make('source', { ...source, id: ['Cache Doc'], url: ['the library'], read: ['yesterday'], kind: ['book'] }),
    ).toEqual({
      faults: [
        '--id: "Cache Doc" is no id; lower-case words and numbers with single hyphens between them',
        expect.stringMatching(/^--url: a source needs the public URL at which it can be read; got "the library"/),
        expect.stringMatching(/^--read: Invalid ISO date; got "yesterday"/),
        expect.stringMatching(/^--kind: .* got "book"/),
      ],
    });
    expect(text('data/sources.ts')).toBe(before);
  });

  it('refuses a taken id, unknown references with what was meant, and a unit that does not exist', async () => {
    const evidence = ['experiment:does-it-loose | lost exactly 0 bloks', 'finding:nothing-lots | it follows'];
    expect(await make('finding', { ...finding, id: ['nothing-lost'], criterion: ['los'], evidence })).toEqual({
      faults: [
        '--id: there is a finding "nothing-lost" already',
        '--evidence: there is no unit "bloks"; did you mean "blocks"?',
        '--criterion: there is no criterion "los"; did you mean "loss"?',
        '--evidence: there is no finding "nothing-lots"; did you mean "nothing-lost"?',
      ],
    });
  });

  it('refuses what only the rules of the model can see', async () => {
    const evidence = ['experiment:does-it-lose | losst exactly 0 blocks'];
    expect(await make('finding', { ...finding, evidence })).toEqual({
      faults: [
        'finding cache-is-slow evidence.0.holdsWhen.0: the experiment has no measure "losst"; did you mean "lost"?',
      ],
    });
    expect(readdirSync(join(root, 'data/findings'))).not.toContain('speed.ts');
  });

  it('refuses a decision that leaves out a baseline, or states a figure', async () => {
    const told = {
      id: ['leave-it'],
      title: ['Leave it'],
      outcome: ['Leave all 4 of them.'],
      driver: ['loss'],
      option: ['no-cache = No cache', 'other = Another'],
    };
    const result = await make('decision', told);
    const said = 'faults' in result ? result.faults.join('\n') : '';
    expect(said).toContain('the figure 4 is typed in');
    expect(said).toContain('separate-ssd-pool');
  });
});
