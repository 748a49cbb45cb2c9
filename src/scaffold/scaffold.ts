import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readProject } from '../model/index.ts';
import { editsFor, type Plan } from './edits.ts';
import { faultsOf } from './faults.ts';
import { type Answers, fields, type KindOfRecord, missing, otherwise } from './fields.ts';
import { recordFrom } from './record.ts';
import { newProblems, tryOut } from './trial.ts';

export type Scaffolded =
  | { faults: string[] }
  | { files: string[]; kind: KindOfRecord; id: string; draftBecause: string[]; finished: string[] };

/** Rules that a record breaks because it is not finished, and not because what was told is wrong. */
const unfinished = ['nothing-is-orphaned', 'cells-are-complete', 'loss-has-a-control'];

/**
 * Writes a new record into the files of a project, or says everything that is wrong with it and writes nothing. The
 * record is tried in a copy first: it passes the check, or is marked as a draft and `draftBecause` says why.
 */
export async function scaffold(
  root: string,
  kind: KindOfRecord,
  told: Answers,
  { today = new Date() } = {},
): Promise<Scaffolded> {
  const lacking = missing(kind, told);
  const answers = { ...defaults(kind, today), ...told };
  const { records, problems } = await readProject(root);
  const record = recordFrom(kind, answers);
  const { faults, finishes } = faultsOf(kind, record, answers, records);
  if (lacking.length || faults.length) {
    const silent = new Set(lacking.map(({ flag }) => `--${flag}:`));
    return {
      faults: [
        ...lacking.map(({ flag, asks }) => `--${flag} is missing: ${asks}`),
        ...faults.filter((fault) => !silent.has(fault.split(' ')[0] ?? '')),
      ],
    };
  }

  /** A draft finishes no other: nothing that is published would cite it yet. */
  const draft = isNewCandidate(kind, answers);
  const plan: Plan = { kind, id: record.id, record: record.record, answers, finishes: draft ? [] : finishes, draft };
  const draftBecause = draft ? ['nobody has judged the cells of its column yet'] : [];
  let edits = editsFor(root, records, plan);
  let broken = newProblems(problems, await tryOut(root, edits));
  if (kind !== 'decision' && broken.length && broken.every(({ rule }) => unfinished.includes(rule))) {
    draftBecause.push(...broken.map(({ message, remedy }) => `${message}: ${remedy}`));
    edits = editsFor(root, records, { ...plan, draft: true, finishes: [] });
    broken = newProblems(problems, await tryOut(root, edits));
  }
  if (broken.length)
    return { faults: broken.map(({ id, field, message, remedy }) => `${id} ${field}: ${message}; ${remedy}`) };

  for (const { file, content } of edits) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return {
    files: edits.map(({ file }) => file),
    kind,
    id: record.id,
    draftBecause,
    finished: draftBecause.length ? [] : finishes.map(({ id }) => id),
  };
}

const defaults = (kind: KindOfRecord, today: Date): Answers =>
  Object.fromEntries(
    fields[kind].flatMap((field) => {
      const value = otherwise(field, today);
      return value === undefined ? [] : [[field.flag, [value]]];
    }),
  );

/** Its column says "not tested" in every row, which passes the check and is not worth publishing. */
const isNewCandidate = (kind: KindOfRecord, answers: Answers) =>
  kind === 'system' && answers['role']?.[0] === 'candidate';
