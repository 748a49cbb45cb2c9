import type { z } from 'zod';
import { problemOf } from '../model/load.ts';
import { nearest } from '../model/nearest.ts';
import { referencesIn } from '../model/references.ts';
import type { Draft, Records } from '../model/types.ts';
import { decision, experiment, finding, slug, source, system } from '../schema/index.ts';
import { type Answers, fields, flagOf, type KindOfRecord } from './fields.ts';
import type { Told } from './record.ts';

const schemas: Record<KindOfRecord, z.ZodType> = { decision, finding, experiment, source, system };

/** Everything that is wrong with what was told, one sentence each; and the draft sources that it would finish. */
export function faultsOf(kind: KindOfRecord, told: Told, answers: Answers, records: Records) {
  const { id, record } = told;
  const parsed = schemas[kind].safeParse(record, { reportInput: true });
  const formal = (parsed.success ? [] : parsed.error.issues)
    .map((issue) => problemOf(issue, '', ''))
    /** What was not understood is said already; that it is lacking for that reason need not be. */
    .filter(({ field }) => !told.faults.some((said) => said.startsWith(`--${flagOf(kind, field)}:`)))
    .map(({ field, message, remedy }) => `--${flagOf(kind, field)}: ${message}; ${remedy}`);
  const { faults, finishes } = referenceFaults(kind, record, records);
  return {
    faults: [
      ...repeated(kind, answers),
      ...idFaults(kind, id, records),
      ...topicFaults(answers),
      ...told.faults,
      ...formal,
      ...faults,
    ],
    finishes,
  };
}

const repeated = (kind: KindOfRecord, answers: Answers): string[] =>
  fields[kind]
    .filter(({ flag, many }) => !many && (answers[flag]?.length ?? 0) > 1)
    .map(({ flag }) => `--${flag}: given ${answers[flag]?.length} times, and there can be one`);

function idFaults(kind: KindOfRecord, id: string, { known, drafts }: Records): string[] {
  if (!slug.test(id)) return [`--id: "${id}" is no id; lower-case words and numbers with single hyphens between them`];
  const draft = drafts.find((d) => d.kind === kind && d.id === id);
  if (draft) return [`--id: there is a draft "${id}" in ${draft.file} already`];
  const taken =
    kind === 'decision' ? [...known.decision].find((file) => file.replace(/^\d+-/, '') === id) : known[kind].has(id);
  return taken ? [`--id: there is a ${kind} "${taken === true ? id : taken}" already`] : [];
}

const topicFaults = ({ topic }: Answers): string[] =>
  (topic ?? [])
    .filter((name) => !slug.test(name) || name === 'index')
    .map((name) => `--topic: "${name}" cannot be the name of a file of findings`);

function referenceFaults(kind: KindOfRecord, record: unknown, { known, drafts }: Records) {
  const faults: string[] = [];
  const finishes: Draft[] = [];
  for (const { path, kind: of, id } of referencesIn(schemas[kind], record)) {
    if (known[of].has(id)) continue;
    const draft = drafts.find((d) => d.kind === of && d.id === id);
    const near = nearest(id, known[of]);
    /** A source is a draft because nothing cites it; the citing finishes it. */
    if (draft && of === 'source') finishes.push(draft);
    else if (draft) faults.push(`--${flagOf(kind, path)}: the ${of} "${id}" is a draft; finish it first`);
    else
      faults.push(
        `--${flagOf(kind, path)}: there is no ${of} "${id}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
      );
  }
  return { faults, finishes };
}
