import { ledgerOf } from '../model/derive/ledger.ts';
import type { Checked } from '../model/index.ts';
import { acceptedDecisionsStay } from '../model/rules/accepted-decisions-stay.ts';
import { nothingWorsensUnseen } from '../model/rules/nothing-worsens-unseen.ts';
import type { Fault } from '../model/rules/rule.ts';

/**
 * What got worse since the base without a reason, and what was rewritten of its accepted decisions. The same rules as
 * in the check, held against what the base derives and not against the ledger of the change itself: whoever edits a
 * verdict's evidence could edit that ledger too.
 */
export function unexplained(base: Checked, head: Checked): Fault[] {
  const records = { ...head.records, ledger: ledgerOf(base.records, base.model) };
  return [nothingWorsensUnseen, acceptedDecisionsStay]
    .flatMap((rule) => rule.check({ records, model: head.model }))
    .filter(({ field }) => field !== 'ledger');
}
