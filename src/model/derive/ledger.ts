import { createHash } from 'node:crypto';
import type { Decision, Ledger, Regression } from '../../schema/index.ts';
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
      model.decisions.filter(wasAccepted).map(({ id, history, amendments }) => {
        const text = records.prose.decisions.find((page) => page.id === id)?.text ?? '';
        return [id, { lines: pinned(text), history: history.map(entryHash), amendments: amendments.map(entryHash) }];
      }),
    ),
    explained: Object.fromEntries([...countedReasons(records)].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** A decision that was accepted once stays pinned when it is superseded or deprecated. */
export const wasAccepted = ({ history }: Pick<Decision, 'history'>) =>
  history.some(({ status }) => status === 'accepted');

/** The key under which the ledger counts the reasons that were given for one thing. */
export const reasonKey = ({ what, id }: Pick<Regression, 'what' | 'id'>) => `${what} ${id}`;
function countedReasons(records: Records): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of records.regressions) counts.set(reasonKey(entry), (counts.get(reasonKey(entry)) ?? 0) + 1);
  return counts;
}

const sorted = <T>(entries: (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * A short hash of each line of an accepted decision. Where a link leads does not count, so that links can be mended;
 * nor do the history of its status, what supersedes it, and its amendments, which are there to grow.
 */
export const pinned = (text: string): string[] => pinnedLines(text).map(({ hash }) => hash);

/** The same, each with the line of the file on which it stands. */
export function pinnedLines(text: string): { line: number; hash: string }[] {
  const growing = /^(history|supersededBy|amendments):.*\n(?:(?!---\n)[ \t-].*\n)*/gm;
  const dropped = '\0';
  const marked = text
    .replace(/^---\n[\s\S]*?\n---\n/, (front) =>
      front.replace(growing, (entry) => `${dropped}\n`.repeat(entry.split('\n').length - 1)),
    )
    .replace(/\]\([^)]*\)/g, '](…)');
  return marked
    .split('\n')
    .map((content, i) => ({ line: i + 1, content }))
    .filter(({ content }) => content !== dropped)
    .map(({ line, content }) => ({ line, hash: shortHash(content) }));
}

const shortHash = (line: string) => createHash('sha256').update(line.trim()).digest('hex').slice(0, 8);
/** A step of a history, or an amendment, whichever order its fields stand in. */
export const entryHash = (entry: { on: string; status?: string; text?: string }) =>
  shortHash(`${entry.on} ${entry.status ?? entry.text}`);
