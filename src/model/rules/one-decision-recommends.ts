import type { Rule } from './rule.ts';

const standing = new Set(['draft', 'proposed', 'accepted']);

/** Of the decisions that stand, one at most says that it answers the question of the site, and it says what it chose. */
export const oneDecisionRecommends: Rule = {
  name: 'one-decision-recommends',
  check: ({ model }) => {
    const answering = model.decisions.filter(({ recommends, status }) => recommends && standing.has(status));
    const at = ({ file, id }: (typeof answering)[number]) => ({ file, id: `decision ${id}` });
    return [
      ...answering.slice(1).map((decision) => ({
        ...at(decision),
        field: 'recommends',
        message: `answers the question of the site, and "${answering[0]?.id}" does so too`,
        remedy: 'leave recommends to the one that a reader should follow',
      })),
      ...answering
        .filter(({ chosen }) => chosen === undefined)
        .map((decision) => ({
          ...at(decision),
          field: 'chosen',
          message: 'recommends, and does not say which option',
          remedy: 'name the option that is chosen, or drop recommends',
        })),
    ];
  },
};
