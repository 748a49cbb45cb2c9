import { nextStatus } from '../../schema/index.ts';
import type { Fault, Rule } from './rule.ts';

/** A decision starts as a draft and takes only the steps that the state machine has, in the order of their dates. */
export const statusesFollow: Rule = {
  name: 'statuses-follow',
  check: ({ records }) =>
    [...records.decision.values()].flatMap(({ id, file, history }) => {
      const at = { file, id: `decision ${id}` };
      return history.flatMap((step, i): Fault[] => {
        const field = `history.${i}`;
        const before = history[i - 1];
        if (!before)
          return step.status === 'draft'
            ? []
            : [{ ...at, field, message: `starts as ${step.status}`, remedy: 'let the history start with draft' }];
        const faults: Fault[] = [];
        if (!nextStatus[before.status].includes(step.status))
          faults.push({
            ...at,
            field,
            message: `goes from ${before.status} to ${step.status}`,
            remedy: `from ${before.status} a decision may become ${nextStatus[before.status].join(' or ') || 'nothing else'}`,
          });
        if (step.on < before.on)
          faults.push({ ...at, field, message: `${step.on} is before ${before.on}`, remedy: 'put the dates in order' });
        return faults;
      });
    }),
};
