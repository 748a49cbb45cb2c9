import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Draft, Records } from '../model/types.ts';
import type { Answers, KindOfRecord } from './fields.ts';
import { decisionBody, experimentCode } from './templates.ts';

/** A file as it shall be. */
export interface Edit {
  file: string;
  content: string;
}
export interface Plan {
  kind: KindOfRecord;
  id: string;
  record: Record<string, unknown>;
  answers: Answers;
  /** Draft sources that are cited now, and so are drafts no longer. */
  finishes: Draft[];
  draft: boolean;
}

const dataFile = { source: 'data/sources.ts', system: 'data/systems.ts' } as const;

/** What the files shall be with the record in them. Reads, and writes nothing. */
export function editsFor(root: string, records: Records, plan: Plan): Edit[] {
  const files = new Map<string, string>();
  const now = (file: string) => files.get(file) ?? readFileSync(join(root, file), 'utf8');
  const change = (file: string, by: (text: string) => string) => files.set(file, by(now(file)));
  const { kind, id, answers } = plan;
  const record = plan.draft ? { ...plan.record, draft: true } : plan.record;
  const entry = `${JSON.stringify(id)}: ${JSON.stringify(record)},\n`;

  for (const draft of plan.finishes) change(draft.file, (text) => finished(text, draft.id));
  if (kind === 'decision') {
    const { file, number } = nextDecision(records, id);
    files.set(file, `---\n${stringify(record, { lineWidth: 0 })}---\n\n${decisionBody(number)}`);
  } else if (kind === 'finding') {
    const topic = answers['topic']?.[0] ?? '';
    const file = `data/findings/${topic}.ts`;
    if (existsSync(join(root, file))) change(file, (text) => appended(text, entry));
    else {
      files.set(file, module('defineFindings', topic, `{${entry}}`, `Claims on ${topic.replaceAll('-', ' ')}.`));
      change('data/findings/index.ts', (text) => registered(text, file, topic));
    }
  } else if (kind === 'experiment') {
    const topic = String(record['kind']);
    const file = `data/experiments/${topic}.ts`;
    if (existsSync(join(root, file))) change(file, (text) => appended(text, entry));
    else {
      files.set(file, module('defineExperiments', topic, `{${entry}}`, `Experiments on ${topic}.`));
      change('data/experiments/index.ts', (text) => spread(registered(text, file, topic), topic));
    }
  } else change(dataFile[kind], (text) => appended(text, entry));

  if (kind === 'system' && record['role'] === 'candidate') {
    const file = `data/matrix/${id}.ts`;
    files.set(file, module('defineColumn', id, `${JSON.stringify(id)}, ${blankColumn(records)}`));
    change('data/matrix/index.ts', (text) => registered(text, file, id));
  }
  if (kind === 'experiment') {
    const measures = Object.keys(record['measures'] ?? {});
    files.set(`lab/experiments/${id}.ts`, experimentCode(id, measures));
    change('lab/experiments/index.ts', (text) =>
      appended(`import ${camel(id)} from './${id}.ts';\n${text}`, `${JSON.stringify(id)}: ${camel(id)},\n`, '};'),
    );
  }
  return [...files].map(([file, content]) => ({ file, content }));
}

export const camel = (slug: string) => slug.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The text with an entry more at the end of its collection. */
export function appended(text: string, entry: string, end = '});'): string {
  const at = text.lastIndexOf(end);
  if (at < 0) throw new Error(`there is no "${end}" before which a record could be put`);
  const head = text.slice(0, at).trimEnd();
  return `${head}${/[,{]$/.test(head) ? '' : ','}\n${entry}${text.slice(at)}`;
}

/** An index with a file more. */
const registered = (text: string, file: string, name: string): string =>
  appended(
    `import { ${camel(name)} } from './${name}.ts';\n${text}`,
    `${JSON.stringify(file)}: ${camel(name)},\n`,
    '};',
  );

/** An index that also has all records in one, with those of a file more. */
const spread = (text: string, name: string): string =>
  text.replace(/(?<=export const experiments = \{\s*)/, `...${camel(name)}, `);

const module = (define: string, name: string, value: string, says?: string): string =>
  `import { ${define} } from '../../src/schema/index.ts';\n\n${says ? `/** ${says} */\n` : ''}export const ${camel(name)} = ${define}(${value});\n`;

/** The text with a record's mark of a draft taken out. */
export function finished(text: string, id: string): string {
  const start = new RegExp(`^ {2}['"]?${id}['"]?: \\{`, 'm').exec(text)?.index ?? -1;
  const end = text.indexOf('\n  }', start);
  if (start < 0 || end < 0) throw new Error(`the draft "${id}" is not where it should be`);
  return text.slice(0, start) + text.slice(start, end).replace(/\n\s*"?draft"?: true,?/, '') + text.slice(end);
}

const blankColumn = ({ dimension }: Records): string =>
  JSON.stringify(
    Object.fromEntries(
      [...dimension.keys()].map((id) => [
        id,
        { is: 'not tested', says: 'Not looked at yet.', reason: 'Nobody has read or run anything on it yet.' },
      ]),
    ),
  );

/** Decisions are numbered in the order in which they were drafted; no number is used again. */
function nextDecision({ known }: Records, id: string): { file: string; number: string } {
  const last = Math.max(0, ...[...known.decision].map((file) => Number.parseInt(file, 10) || 0));
  const number = String(last + 1).padStart(4, '0');
  return { file: `content/decisions/${number}-${id}.mdx`, number };
}
