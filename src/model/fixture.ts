import { createHash } from 'node:crypto';
import { build } from './build.ts';
import { load } from './load.ts';
import type { Files } from './read.ts';
import { broken } from './rules/index.ts';

/**
 * The smallest project in which nothing is wrong, for tests: each test spoils one thing and asserts what is said.
 * Values are loose on purpose, since a fixture must be able to break what the compiler would not let through.
 */
export interface Fixture {
  task: Record<string, unknown>;
  criteria: Entries;
  questions: Entries;
  areas: Entries;
  success: Entries;
  systems: Entries;
  dimensions: Entries;
  drivers: Entries;
  gates: Entries;
  situations: Entries;
  sources: Entries;
  failures: Entries;
  glossary: Entries;
  experiments: Entries;
  findings: Record<string, Entries>;
  procedures: Record<string, Entries>;
  columns: Record<string, { system: string; cells: Entries }>;
  evidence: Record<string, Benchmark>;
  transcripts: Record<string, string>;
  reports: Record<string, string>;
  decisions: Record<string, Page>;
  pages: Record<'criteria' | 'questions' | 'method', Record<string, Page>>;
  ledger: Record<string, unknown> | undefined;
  regressions: Record<string, unknown>[];
}
type Entries = Record<string, Record<string, unknown>>;
type Page = { frontmatter: Record<string, unknown>; body: string };
type Benchmark = Record<string, unknown> & { runs: Record<string, unknown>[] };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const transcript = '[0.1] $ btrfs scrub start -B /mnt\nno errors found\n';
export const page = (answer = 'It does.'): Page => ({
  frontmatter: { title: 'A page', answer, reviewed: '2026-01-01' },
  body: 'Some prose.\n',
});

export const run = (number: number, lost: number) => ({
  number,
  seed: number,
  started: '2026-01-01T00:00:00Z',
  status: 'complete',
  seconds: { boot: 10, total: 60 },
  transcript: { file: '6.12.run1.txt', sha256: sha256(transcript), lines: 2 },
  observations: {},
  measures: { lost: { value: lost, unit: 'blocks' } },
  provenance: {
    lab: { commit: 'abc', dirty: false },
    experimentSha256: sha256('experiment'),
    imageLockSha256: sha256('lock'),
    kernelRelease: '6.12.0-test',
    commandLine: 'quiet',
    packages: {},
    qemu: { version: '1', accelerator: 'tcg', arguments: [] },
    host: { cpu: 'test', cores: 1, memoryMiB: 1, load1: 0 },
    disks: [],
  },
});

export function fixture(): Fixture {
  const option = (id: string) => ({ id, title: `Option ${id}` });
  return {
    task: {
      title: 'The task',
      goal: 'To find out.',
      created: '2025-01-01',
      priority: 'medium',
      dependsOn: [],
      labels: [],
      context: ['Some context.'],
      has: { criteria: 1, questions: 1, areas: 1, success: 1 },
      given: { ssds: { value: 2, unit: '', text: 'idle SSDs' } },
    },
    criteria: {
      loss: { number: 1, text: 'Assess it', short: 'Loss', questions: ['lose'], areas: ['risk'], success: ['clear'] },
    },
    questions: { lose: { number: 1, text: 'Does it lose data?' } },
    areas: { risk: { number: 1, text: 'Risk' } },
    success: { clear: { number: 1, text: 'Clarity' } },
    systems: {
      cache: {
        name: 'A cache',
        role: 'candidate',
        summary: 'It caches.',
        layer: 'block',
        modes: [],
        upkeep: 'kept',
        sources: ['doc'],
      },
    },
    dimensions: {
      keeps: {
        title: 'Keeps data',
        group: 'operations',
        asks: 'Does it?',
        judged: 'By loss.',
        criteria: ['loss'],
        driver: 'quiet',
      },
    },
    drivers: {
      quiet: { title: 'Keeps data', asks: 'Are they kept?', weight: 3, because: 'Data matter most.' },
    },
    gates: {
      loss: { title: 'Loses data', because: 'Nothing makes up for that.', shut: true, trips: { dimension: 'keeps' } },
    },
    situations: {
      disks: { title: 'Hard disks', choices: { two: { title: 'Two' }, four: { title: 'Four' } } },
    },
    sources: {
      doc: {
        title: 'A document',
        publisher: 'A publisher',
        url: 'https://example.org/doc',
        version: '1',
        read: '2026-01-01',
        kind: 'documentation',
        supports: 'what it says',
      },
    },
    failures: {},
    glossary: {},
    experiments: {
      'does-it-lose': {
        question: 'Does it lose data?',
        hypothesis: 'No block is lost.',
        why: 'It matters.',
        kind: 'performance',
        criteria: ['loss'],
        questions: ['lose'],
        stacks: [{ name: 'bare', is: 'two disks' }],
        procedures: ['scrub'],
        kernels: ['6.12'],
        repeats: 1,
        measures: { lost: { label: 'Blocks lost', unit: 'blocks' } },
        holdsWhen: [{ measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' }],
        expected: { verdict: 'holds', because: 'it is kept' },
        limits: ['Few blocks.'],
      },
    },
    findings: {
      'data/findings/loss.ts': {
        'nothing-lost': {
          claim: 'No block is lost.',
          criteria: ['loss'],
          questions: ['lose'],
          systems: ['cache'],
          evidence: [
            {
              experiment: 'does-it-lose',
              holdsWhen: [{ measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' }],
            },
          ],
          versions: 'all',
          falsifiedBy: 'one lost block',
          reviewBy: '2027-01-01',
        },
      },
    },
    procedures: {
      'data/procedures/btrfs.ts': {
        scrub: {
          title: 'Scrub',
          purpose: 'To read every copy.',
          parameters: { mount: 'where it is mounted' },
          destroys: 'nothing',
          steps: [{ run: 'btrfs scrub start -B {mount}', why: 'reads all' }],
        },
      },
    },
    columns: {
      'data/matrix/cache.ts': {
        system: 'cache',
        cells: { keeps: { is: 'good', says: 'keeps them', findings: ['nothing-lost'] } },
      },
    },
    evidence: {
      'data/benchmarks/does-it-lose/6.12.json': {
        schema: 1,
        experiment: 'does-it-lose',
        kernel: '6.12',
        runs: [run(1, 0)],
      },
    },
    transcripts: { 'data/benchmarks/does-it-lose/6.12.run1.txt': transcript },
    reports: {},
    decisions: {
      '0001-keep': {
        frontmatter: {
          title: 'Keep it',
          history: [
            { status: 'draft', on: '2026-01-01' },
            { status: 'proposed', on: '2026-01-02' },
            { status: 'accepted', on: '2026-01-03' },
          ],
          outcome: 'We keep it.',
          about: 'storage',
          drivers: ['loss'],
          restsOn: ['nothing-lost'],
          options: [option('no-cache'), option('separate-ssd-pool')],
          chosen: 'no-cache',
        },
        body: 'Because.\n',
      },
    },
    pages: { criteria: { loss: page() }, questions: { lose: page() }, method: {} },
    ledger: undefined,
    regressions: [],
  };
}

/** The fixture as the reader of files would have found it. */
export function asFiles(f: Fixture): Files {
  const prose = (folder: string, pages: Record<string, Page>) =>
    Object.entries(pages).map(([id, entry]) => ({
      file: `content/${folder}/${id}.mdx`,
      bodyLine: 10,
      text: `${'-\n'.repeat(9)}${entry.body}`,
      ...entry,
    }));
  return {
    root: '/nowhere',
    modules: {
      'data/task.ts': {
        task: f.task,
        criteria: f.criteria,
        questions: f.questions,
        areas: f.areas,
        success: f.success,
      },
      'data/systems.ts': { systems: f.systems },
      'data/dimensions.ts': { dimensions: f.dimensions },
      'data/drivers.ts': { drivers: f.drivers, gates: f.gates, situations: f.situations },
      'data/sources.ts': { sources: f.sources },
      'data/failures.ts': { failures: f.failures },
      'data/glossary.ts': { glossary: f.glossary },
      'data/drives.ts': { drives: [] },
      'data/experiments/index.ts': { files: { 'data/experiments/loss.ts': f.experiments } },
      'data/regressions.ts': { regressions: f.regressions },
      'data/plan.ts': { plan: [] },
      'data/findings/index.ts': { findings: f.findings },
      'data/matrix/index.ts': { columns: f.columns },
      'data/procedures/index.ts': { procedures: f.procedures },
    },
    listed: {
      experiments: ['data/experiments/loss.ts'],
      findings: Object.keys(f.findings),
      matrix: Object.keys(f.columns),
      procedures: Object.keys(f.procedures),
    },
    evidence: Object.entries(f.evidence).map(([file, json]) => ({ file, json, sha256: sha256(JSON.stringify(json)) })),
    reports: Object.entries(f.reports).map(([file, text]) => {
      const bytes = new TextEncoder().encode(text);
      return { file, size: bytes.length, bytes };
    }),
    transcripts: new Map(
      Object.entries(f.transcripts).map(([file, text]) => [
        file,
        { sha256: sha256(text), lines: text.split('\n').length - 1 },
      ]),
    ),
    prose: {
      decisions: prose('decisions', f.decisions),
      criteria: prose('criteria', f.pages.criteria),
      questions: prose('questions', f.pages.questions),
      method: prose('method', f.pages.method),
    },
    ledger: f.ledger,
    changes: undefined,
    origins: new Map(),
    unreadable: [],
  };
}

/** The model of a fixture after it was spoiled, and every problem in it. */
export function checkFixture(spoil: (f: Fixture) => void = () => {}) {
  const f = fixture();
  spoil(f);
  const { records, problems } = load(asFiles(f));
  const model = build(records);
  return { records, model, problems: [...problems, ...broken({ records, model })] };
}

/** What is said of a spoiled fixture: `rule: file id field: message → remedy`, one line a problem. */
export const complaints = (spoil: (f: Fixture) => void): string[] =>
  checkFixture(spoil).problems.map((p) => `${p.rule}: ${p.file} ${p.id} ${p.field}: ${p.message} → ${p.remedy}`);
