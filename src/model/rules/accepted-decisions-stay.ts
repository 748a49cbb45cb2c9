import { pinned } from '../derive/ledger.ts';
import type { Fault, Rule } from './rule.ts';

/** An accepted decision is not rewritten: its lines are those that were accepted, or an amendment says what changed. */
export const acceptedDecisionsStay: Rule = {
  name: 'accepted-decisions-stay',
  check: ({ records }) =>
    Object.entries(records.ledger.decisions).flatMap(([id, pin]): Fault[] => {
      const page = records.prose.decisions.find((decision) => decision.id === id);
      const at = { file: page?.file ?? `content/decisions/${id}.mdx`, id: `decision ${id}` };
      if (!page)
        return [
          { ...at, field: '', message: 'was accepted, and is gone', remedy: 'restore it, and supersede it instead' },
        ];
      if (page.frontmatter.amendments.length > pin.amendments) return [];
      const lines = pinned(page.text);
      const changed = Array.from({ length: Math.max(lines.length, pin.lines.length) }, (_, i) => i).find(
        (i) => lines[i] !== pin.lines[i],
      );
      if (changed === undefined) return [];
      return [
        {
          ...at,
          line: lineInFile(page.text, lines.length, changed),
          field: 'body',
          message: 'was accepted, and this line is not what was accepted',
          remedy:
            'put it back, and supersede the decision by a new one; or, for a slip that changes nothing, add an entry to "amendments" that says what was mended',
        },
      ];
    }),
};

/** Lines that may grow are not pinned and all stand in the frontmatter, above what is. */
const lineInFile = (text: string, pinnedLines: number, changed: number) =>
  changed + 1 + (text.split('\n').length - pinnedLines);
