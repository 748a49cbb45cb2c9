import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../model/types.ts';

/** What the collections are called where several stand in one file. */
const collections: Record<string, string> = {
  criterion: 'criteria',
  question: 'questions',
  area: 'areas',
};

/** The line of a data file on which a record starts, from an id as problems have it (`kind id`). */
export function lineOf(text: string, id: string): number | undefined {
  const [kind = '', ...rest] = id.split(' ');
  const name = rest.at(-1) ?? kind;
  const from = Math.max(0, text.indexOf(`export const ${collections[kind] ?? kind} `));
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = text.slice(from).search(new RegExp(`^[ \\t]*['"]?${escaped}['"]?[ \\t]*:`, 'm'));
  return name === '' || found < 0 ? undefined : text.slice(0, from + found).split('\n').length;
}

/** One problem as three lines: where, what, how to mend it. */
export function describe(problem: Problem, root: string): string {
  const path = join(root, problem.file);
  const line =
    problem.line ?? (problem.file && existsSync(path) ? lineOf(readFileSync(path, 'utf8'), problem.id) : undefined);
  const where = line === undefined ? problem.file : `${problem.file}:${line}`;
  const what = [problem.id, problem.field].filter(Boolean).join(' · ');
  return `${where}  ${what}\n  ${problem.message}\n  → ${problem.remedy}  [${problem.rule}]`;
}
