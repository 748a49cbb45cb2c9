import { entryHash, pinnedLines, wasAccepted } from '../derive/ledger.ts';
import type { Fault, Rule } from './rule.ts';

/**
 * An accepted decision is not rewritten: its lines are those that were accepted, or a new amendment says what changed;
 * and neither its history nor its amendments lose or change an entry.
 */
export const acceptedDecisionsStay: Rule = {
  name: 'accepted-decisions-stay',
  check: ({ records }) => [
    ...Object.entries(records.ledger.decisions).flatMap(([id, pin]): Fault[] => {
      const page = records.prose.decisions.find((decision) => decision.id === id);
      const at = { file: page?.file ?? `content/decisions/${id}.mdx`, id: `decision ${id}` };
      if (!page)
        return [
          { ...at, field: '', message: 'was accepted, and is gone', remedy: 'restore it, and supersede it instead' },
        ];
      const { history, amendments } = page.frontmatter;
      const rewritten = (
        [
          ['history', pin.history, history],
          ['amendments', pin.amendments, amendments],
        ] as const
      ).flatMap(([field, before, now]): Fault[] => {
        const changed = before.findIndex((hash, i) => !now[i] || entryHash(now[i]) !== hash);
        if (changed < 0) return [];
        return [
          {
            ...at,
            field: `${field}.${changed}`,
            message: 'was accepted, and this entry is not what was accepted',
            remedy: `put it back; ${field} only grow at the end`,
          },
        ];
      });
      if (amendments.length > pin.amendments.length) return rewritten;
      const lines = pinnedLines(page.text);
      const changed = Array.from({ length: Math.max(lines.length, pin.lines.length) }, (_, i) => i).find(
        (i) => lines[i]?.hash !== pin.lines[i],
      );
      if (changed === undefined) return rewritten;
      return [
        ...rewritten,
        {
          ...at,
          line: lines[changed]?.line ?? page.text.split('\n').length,
          field: 'body',
          message: 'was accepted, and this line is not what was accepted',
          remedy:
            'put it back, and supersede the decision by a new one; or, for a slip that changes nothing, add an entry to "amendments" that says what was mended',
        },
      ];
    }),
    ...unpinned(records),
  ],
};

/** Once there is a ledger, a decision that is accepted is pinned by it; before, there is nothing to compare with. */
function unpinned({ ledger, prose }: Parameters<Rule['check']>[0]['records']): Fault[] {
  if (Object.keys(ledger.findings).length + Object.keys(ledger.decisions).length === 0) return [];
  return prose.decisions
    .filter(({ id, frontmatter }) => wasAccepted(frontmatter) && !ledger.decisions[id])
    .map(({ id, file }) => ({
      file,
      id: `decision ${id}`,
      field: 'ledger',
      message: 'is accepted, and nothing keeps its lines from being rewritten',
      remedy: `npm run accept -- ${id}`,
    }));
}
