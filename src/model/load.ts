import { basename } from 'node:path';
import { z } from 'zod';
import * as schema from '../schema/index.ts';
import { nearest } from './nearest.ts';
import { changesFile, type Files, ledgerFile, type ReadProse } from './read.ts';
import { judgeReport } from './reported.ts';
import type { Draft, Problem, Prose, Records } from './types.ts';

/** The records of a project, and what of the files does not fit the schemas. Pure. */
export function load(files: Files): { records: Records; problems: Problem[] } {
  const problems: Problem[] = files.unreadable.map(({ file, line, message }) => ({
    rule: 'files-can-be-read',
    file,
    ...(line === undefined ? {} : { line }),
    id: basename(file),
    field: '',
    message,
    remedy: 'mend the syntax; if a run wrote the file, restore it from git or run the experiment again',
  }));
  const known = Object.fromEntries(schema.kinds.map((kind) => [kind, new Set<string>()])) as Records['known'];
  const drafts: Draft[] = [];
  const at = (file: string, name: string): Record<string, unknown> =>
    (files.modules[file]?.[name] ?? {}) as Record<string, unknown>;

  /** Parses one value; a value that does not fit is left out, and each of its faults is a problem. */
  function parse<T>(as: z.ZodType<T>, value: unknown, file: string, id: string): T | undefined {
    const result = as.safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    problems.push(...result.error.issues.map((issue) => problemOf(issue, file, id)));
    return undefined;
  }

  function collection<T extends object>(kind: schema.Kind, as: z.ZodType<T>, sources: [string, unknown][]) {
    const found = new Map<string, T & { id: string; file: string }>();
    const firstFile = new Map<string, string>();
    for (const [file, entries] of sources)
      for (const [id, value] of Object.entries((entries ?? {}) as object)) {
        const earlier = firstFile.get(id);
        if (earlier !== undefined) problems.push(duplicate(kind, id, file, earlier));
        firstFile.set(id, earlier ?? file);
        if (isDraft(as, value)) {
          drafts.push({ kind, id, file });
          continue;
        }
        known[kind].add(id);
        const record = parse(as, value, file, `${kind} ${id}`);
        if (record && earlier === undefined) found.set(id, { ...record, id, file });
      }
    return found;
  }
  const single = <T extends object>(kind: schema.Kind, as: z.ZodType<T>, file: string, name: string) =>
    collection(kind, as, [[file, at(file, name)]]);
  const several = (folder: keyof Files['listed'], name: string) => {
    const index = `data/${folder}/index.ts`;
    const registered = at(index, name);
    for (const file of files.listed[folder].filter((file) => !(file in registered)))
      problems.push({
        rule: 'files-are-registered',
        file,
        id: basename(file),
        field: '',
        message: `is not registered in ${index}, so nothing in it is seen`,
        remedy: `add '${file}' to ${name} in ${index}`,
      });
    return Object.entries(registered);
  };

  const prose = <T>(as: z.ZodType<T>, entries: ReadProse[], what: string): Prose<T>[] =>
    entries.flatMap(({ frontmatter, ...entry }) => {
      const { file } = entry;
      const id = basename(file, '.mdx');
      const parsed = parse(as, frontmatter, file, `${what} ${id}`);
      return parsed === undefined ? [] : [{ id, ...entry, frontmatter: parsed }];
    });

  for (const { file } of files.prose.decisions) known.decision.add(basename(file, '.mdx'));
  const decisions = prose(schema.decision, files.prose.decisions, 'decision');

  const system = single('system', schema.system, 'data/systems.ts', 'systems');
  const columns: Records['columns'] = new Map();
  for (const [file, value] of several('matrix', 'columns')) {
    const column = parse(columnSchema, value, file, `column ${basename(file, '.ts')}`);
    if (!column || isColumnOfDraft(drafts, column)) continue;
    const earlier = columns.get(column.system);
    if (earlier) problems.push(duplicate('column', column.system, file, earlier.file));
    else columns.set(column.system, { ...column, file });
  }

  const evidence: Records['evidence'] = files.evidence.flatMap(({ file, sha256, json }) => {
    const benchmark = parse(schema.benchmark, json, file, `evidence ${file.split('/').slice(-2).join('/')}`);
    if (!benchmark) return [];
    return [{ experiment: benchmark.experiment, kernel: benchmark.kernel, file, sha256, benchmark }];
  });

  const reports: Records['reports'] = files.reports.flatMap((read) => {
    const { file } = read;
    const id = basename(file, '.json');
    const judged = judgeReport(read);
    if ('report' in judged) return [{ ...judged.report, id, file, sha256: judged.sha256 }];
    problems.push(...judged.reasons.map((message) => refusal(file, message)));
    return [];
  });

  const glossary: Records['glossary'] = Object.entries(at('data/glossary.ts', 'glossary'))
    .flatMap(([id, value]) => {
      const term = parse(schema.term, value, 'data/glossary.ts', `term ${id}`);
      return term ? [{ id, ...term }] : [];
    })
    .sort((a, b) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base' }));

  const drives =
    parse(z.array(schema.drive), files.modules['data/drives.ts']?.['drives'] ?? [], 'data/drives.ts', 'drives') ?? [];

  const task = parse(schema.task, files.modules['data/task.ts']?.['task'], 'data/task.ts', 'task');
  const records: Records = {
    root: files.root,
    known,
    drafts,
    task: task ?? emptyTask,
    criterion: single('criterion', schema.criterion, 'data/task.ts', 'criteria'),
    question: single('question', schema.question, 'data/task.ts', 'questions'),
    area: single('area', schema.area, 'data/task.ts', 'areas'),
    success: single('success', schema.success, 'data/task.ts', 'success'),
    system,
    dimension: single('dimension', schema.dimension, 'data/dimensions.ts', 'dimensions'),
    driver: single('driver', schema.driver, 'data/drivers.ts', 'drivers'),
    gate: single('gate', schema.gate, 'data/drivers.ts', 'gates'),
    situation: single('situation', schema.situation, 'data/drivers.ts', 'situations'),
    source: single('source', schema.source, 'data/sources.ts', 'sources'),
    failure: single('failure', schema.failure, 'data/failures.ts', 'failures'),
    glossary,
    drives,
    experiment: collection('experiment', schema.experiment, several('experiments', 'files')),
    finding: collection('finding', schema.finding, several('findings', 'findings')),
    procedure: collection('procedure', schema.procedure, several('procedures', 'procedures')),
    plan: parse(z.array(schema.path), files.modules['data/plan.ts']?.['plan'] ?? [], 'data/plan.ts', 'plan') ?? [],
    decision: new Map(decisions.map(({ id, file, frontmatter }) => [id, { ...frontmatter, id, file }])),
    columns,
    evidence,
    reports,
    transcripts: files.transcripts,
    origins: files.origins,
    prose: {
      decisions,
      criteria: prose(schema.page, files.prose.criteria, 'page'),
      questions: prose(schema.page, files.prose.questions, 'page'),
      method: prose(schema.page, files.prose.method, 'page'),
    },
    ledger:
      files.ledger === undefined
        ? schema.emptyLedger
        : (parse(schema.ledger, files.ledger, ledgerFile, 'ledger') ?? schema.emptyLedger),
    editions: parse(schema.editions, files.changes ?? [], changesFile, 'editions') ?? [],
    regressions:
      parse(
        z.array(schema.regression),
        files.modules['data/regressions.ts']?.['regressions'] ?? [],
        'data/regressions.ts',
        'regressions',
      ) ?? [],
  };
  return { records, problems };
}

const columnSchema = z.strictObject({ system: schema.ref('system'), cells: z.record(z.string(), schema.cell) });

/** Is the value marked as a draft, in a concept that has drafts? Whether it fits its schema does not matter yet. */
const isDraft = (as: z.ZodType, value: unknown): boolean =>
  as instanceof z.ZodObject &&
  'draft' in as.shape &&
  typeof value === 'object' &&
  value !== null &&
  'draft' in value &&
  value.draft === true;

/** The column of a system that is a draft is as unfinished as the system. */
const isColumnOfDraft = (drafts: Draft[], { system }: { system: string }) =>
  drafts.some((draft) => draft.kind === 'system' && draft.id === system);

const emptyTask: schema.Task = {
  title: '',
  goal: '',
  created: '',
  priority: 'medium',
  dependsOn: [],
  labels: [],
  context: [],
  given: {},
  has: { criteria: 0, questions: 0, areas: 0, success: 0 },
};

const refusal = (file: string, message: string): Problem => ({
  rule: 'reports-are-sound',
  file,
  id: `report ${basename(file)}`,
  field: '',
  message,
  remedy: 'remove the file; npm run reported -- add FILE takes only what is sound',
});

const duplicate = (kind: string, id: string, file: string, earlier: string): Problem => ({
  rule: 'ids-are-unique',
  file,
  id: `${kind} ${id}`,
  field: 'id',
  message: `the ${kind} "${id}" stands in ${earlier} already`,
  remedy: 'give one of the two another id, or merge them',
});

/** A fault that zod found, in the words of this project. */
export function problemOf(issue: z.core.$ZodIssue, file: string, id: string): Problem {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return {
    rule: 'records-fit-their-schema',
    file,
    id,
    field: path.join('.'),
    message: missing ? `is missing; expected ${issue.expected}` : messageOf(issue),
    remedy: remedyOf(issue, missing),
  };
}

const messageOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return `no such field: ${issue.keys.join(', ')}`;
  const seen = issue.input === undefined ? '' : `; got ${JSON.stringify(issue.input)?.slice(0, 80)}`;
  return `${issue.message}${seen}`;
};

function remedyOf(issue: z.core.$ZodIssue, missing: boolean): string {
  if (issue.code === 'unrecognized_keys') return 'remove the field, or mend its name';
  if (missing) return 'add the field; what it means is said at the schema in src/schema/';
  if (issue.code === 'invalid_value') {
    const near = nearest(String(issue.input), issue.values.map(String));
    return near === undefined ? 'use one of the values named' : `did you mean "${near}"?`;
  }
  return 'mend the value as the message says; the schema in src/schema/ tells what the field means';
}
