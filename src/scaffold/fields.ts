import { kernels, sourceKinds, units, verdicts } from '../schema/index.ts';

export const kindsOfRecord = ['decision', 'finding', 'experiment', 'source', 'system'] as const;
export type KindOfRecord = (typeof kindsOfRecord)[number];

/** One thing that must be told of a new record: as a flag, or as the answer to a question. */
export interface Field {
  flag: string;
  asks: string;
  /** The field of the schema, where it has another name. */
  field?: string;
  /** May be given several times. */
  many?: true;
  optional?: true;
  /** What it is when nothing is said; `today` and `half a year on` are dates. */
  otherwise?: string;
}
/** What was told, by flag; a flag that may be given once has one entry. */
export type Answers = Record<string, string[]>;

const id: Field = { flag: 'id', asks: 'Id: lower-case words with hyphens' };
const criteria: Field = { flag: 'criterion', field: 'criteria', asks: 'Criterion that it serves', many: true };
const questions: Field = {
  flag: 'question',
  field: 'questions',
  asks: 'Key question that it answers',
  many: true,
  optional: true,
};
const conditionHint = `<measure> exactly|at least|at most|above|below <number> <unit>; units: ${units.join(', ')}`;

export const fields: Record<KindOfRecord, Field[]> = {
  source: [
    id,
    { flag: 'title', asks: 'Title, in its own words' },
    { flag: 'publisher', asks: 'Publisher' },
    { flag: 'url', asks: 'Public URL' },
    { flag: 'version', asks: 'Version or date of what you read' },
    { flag: 'read', asks: 'Date on which you read it', otherwise: 'today' },
    { flag: 'kind', asks: `Kind: ${sourceKinds.join(', ')}` },
    { flag: 'supports', asks: 'What it supports, in your words' },
  ],
  system: [
    id,
    { flag: 'name', asks: 'Name' },
    { flag: 'role', asks: 'Role: candidate (gets a column in the matrix) or baseline' },
    { flag: 'summary', asks: 'What it is, in one line' },
    { flag: 'layer', asks: 'Where it sits in the storage stack' },
    { flag: 'mode', field: 'modes', asks: 'Mode in which it can run', many: true, optional: true },
    { flag: 'upkeep', asks: 'Who keeps it, and where it lives' },
    { flag: 'source', field: 'sources', asks: 'Id of a source that describes it', many: true },
  ],
  finding: [
    id,
    { flag: 'topic', asks: 'Topic: the name of its file in data/findings, also a new one' },
    { flag: 'claim', asks: 'Claim: one sentence that can be false' },
    criteria,
    questions,
    { flag: 'system', field: 'systems', asks: 'System that it is about', many: true },
    {
      flag: 'evidence',
      asks: `Evidence, one of\n  source:<id> | <where in it> | <what it says>\n  experiment:<id> | ${conditionHint} | …\n  finding:<id>, <id> | <why it follows>\n `,
      many: true,
    },
    { flag: 'versions', asks: 'Versions that it holds for' },
    { flag: 'falsified-by', field: 'falsifiedBy', asks: 'What would falsify it' },
    { flag: 'review-by', field: 'reviewBy', asks: 'Date by which to look again', otherwise: 'half a year on' },
  ],
  experiment: [
    id,
    { flag: 'asks', field: 'question', asks: 'The question that it asks' },
    { flag: 'hypothesis', asks: 'Hypothesis that it tests' },
    { flag: 'why', asks: 'Why it matters' },
    {
      flag: 'kind',
      asks: 'Kind: control, performance, policy, failure, crash, corruption, boot, backup, lifecycle',
    },
    { ...criteria, optional: true },
    questions,
    { flag: 'stack', field: 'stacks', asks: 'Stack of disks, as <name> = <what it is>', many: true },
    { flag: 'procedure', field: 'procedures', asks: 'Procedure that it runs', many: true, optional: true },
    { flag: 'kernel', field: 'kernels', asks: `Kernel: ${kernels.join(', ')}`, many: true, otherwise: kernels[0] },
    { flag: 'repeats', asks: 'Runs on each kernel', otherwise: '3' },
    { flag: 'measure', field: 'measures', asks: 'Measure, as <name> | <unit> | <label>', many: true },
    { flag: 'needs', asks: `What a run needs to mean anything: ${conditionHint}`, many: true, optional: true },
    { flag: 'holds-when', field: 'holdsWhen', asks: `Holds when: ${conditionHint}`, many: true },
    { flag: 'expected', asks: `Verdict that you expect: ${verdicts.join(', ')}` },
    { flag: 'because', field: 'expected', asks: 'Why you expect it' },
    { flag: 'control', asks: 'Experiment that has shown that its check can see loss', optional: true },
    { flag: 'limit', field: 'limits', asks: 'What it cannot say', many: true },
  ],
  decision: [
    { ...id, asks: 'Id without the number: lower-case words with hyphens' },
    { flag: 'title', asks: 'Title' },
    { flag: 'about', asks: 'About storage or method', otherwise: 'storage' },
    { flag: 'outcome', asks: 'What is decided or leaned to, in one sentence without figures' },
    { flag: 'driver', field: 'drivers', asks: 'Criterion that drives it', many: true },
    { flag: 'rests-on', field: 'restsOn', asks: 'Finding that carries it', many: true, optional: true },
    { flag: 'option', field: 'options', asks: 'Option, as <id> = <title>', many: true },
    { flag: 'on', field: 'history', asks: 'Date of the draft', otherwise: 'today' },
  ],
};

const day = (date: Date) => date.toISOString().slice(0, 10);
/** What stands for a field of which nothing was said. */
export function otherwise(field: Field, today: Date): string | undefined {
  if (field.otherwise === 'today') return day(today);
  if (field.otherwise === 'half a year on') return day(new Date(today.getTime() + 182 * 24 * 3_600_000));
  return field.otherwise;
}

/** The flag under which a reader gave what a fault of the schema is about. */
export const flagOf = (kind: KindOfRecord, path: string): string => {
  const name = path.split('.')[0] ?? '';
  return fields[kind].find(({ flag, field }) => (field ?? flag) === name)?.flag ?? name;
};

/** Fields that have no answer and need one. */
export const missing = (kind: KindOfRecord, answers: Answers): Field[] =>
  fields[kind].filter(({ flag, optional, otherwise }) => !answers[flag]?.length && !optional && !otherwise);
