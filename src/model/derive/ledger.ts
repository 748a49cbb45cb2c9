import { createHash } from 'node:crypto';
import type { Ledger } from '../../schema/index.ts';
import type { Model, Records } from '../types.ts';
import { evidenceBehind } from './findings.ts';

/** What would stand in data/ledger.json if everything were accepted as it is. */
export function ledgerOf(records: Records, model: Model): Ledger {
  return {
    findings: sorted(
      model.findings.map((finding) => {
        const { id, verdict, grade } = finding;
        return [id, { verdict, grade, evidence: evidenceBehind(records, finding) }];
      }),
    ),
    cells: sorted(
      [...records.columns.values()].flatMap(({ system, cells }) =>
        Object.entries(cells).map(([dimension, cell]) => [`${system}/${dimension}`, cell.is] as const),
      ),
    ),
    criteria: sorted(model.criteria.map(({ id, state }) => [id, state])),
    decisions: sorted(
      model.decisions
        .filter((decision) => decision.status === 'accepted')
        .map(({ id, amendments }) => {
          const text = records.prose.decisions.find((page) => page.id === id)?.text ?? '';
          return [id, { amendments: amendments.length, lines: pinned(text) }];
        }),
    ),
  };
}

const sorted = <T>(entries: (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * A short hash of each line of an accepted decision. Where a link leads does not count, so that links can be mended;
 * nor do the history of its status, what supersedes it, and its amendments, which are there to grow.
 */
export function pinned(text: string): string[] {
  const growing = /^(history|supersededBy|amendments):.*\n(?:[ \t-].*\n)*/gm;
  const fixed = text
    .replace(/^---\n[\s\S]*?\n---\n/, (front) => front.replace(growing, ''))
    .replace(/\]\([^)]*\)/g, '](…)');
  return fixed.split('\n').map((line) => createHash('sha256').update(line.trim()).digest('hex').slice(0, 8));
}
