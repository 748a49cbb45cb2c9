import type { Ledger } from '../../schema/index.ts';
import type { Model, Problem, Records } from '../types.ts';
import { ledgerOf } from './ledger.ts';

/** Rules that speak of the ledger: what they find must be mended, and cannot be accepted away. */
const unacceptable = ['nothing-worsens-unseen', 'accepted-decisions-stay'];
/** Said of a decision that is to be pinned for the first time: accepting it is the very remedy. */
const notPinned = (problem: Problem) => problem.field === 'ledger';

/** What stands in the way of accepting anything. */
export const hindrances = (problems: Problem[]): Problem[] =>
  problems.filter((problem) => unacceptable.includes(problem.rule) && !notPinned(problem));

/** Everything that can be accepted by its name: findings, criteria, decisions, and cells as `system/dimension`. */
export function acceptable(records: Records, model: Model): string[] {
  const { findings, cells, criteria, decisions } = ledgerOf(records, model);
  return [findings, cells, criteria, decisions].flatMap((entries) => Object.keys(entries));
}

/** The ledger after somebody read the named things, or all of them, as they are now. */
export function accept(records: Records, model: Model, names: readonly string[] | 'all'): Ledger {
  const now = ledgerOf(records, model);
  if (names === 'all') return now;
  const then = records.ledger;
  const merge = <T>(before: Record<string, T>, after: Record<string, T>): Record<string, T> => {
    const read = Object.entries(after).filter(([name]) => names.includes(name));
    return Object.fromEntries([...Object.entries({ ...before, ...Object.fromEntries(read) })].sort(byName));
  };
  const explained = Object.entries(now.explained).filter(([key]) => names.includes(key.split(' ')[1] ?? ''));
  return {
    findings: merge(then.findings, now.findings),
    cells: merge(then.cells, now.cells),
    criteria: merge(then.criteria, now.criteria),
    decisions: merge(then.decisions, now.decisions),
    explained: Object.fromEntries(
      [...Object.entries({ ...then.explained, ...Object.fromEntries(explained) })].sort(byName),
    ),
  };
}
const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
