import { describe, expect, it } from 'vitest';
import { checkFixture } from '../fixture.ts';
import { dueText } from './due.ts';
import { ledgerOf } from './ledger.ts';

const first = checkFixture();
const { model } = checkFixture((f) => {
  f.ledger = ledgerOf(first.records, first.model);
});

describe('dueText', () => {
  it('is empty until the date is past', () => {
    expect(dueText(model, '2027-01-01')).toBe('');
  });
  it('names the claim, its date and what to do', () => {
    const text = dueText(model, '2027-01-02');
    expect(text).toContain('- `nothing-lost`, due 2027-01-01 (all): No block is lost. In `data/findings/loss.ts`.');
    expect(text).toContain('then move `reviewBy` on');
  });
  it('names what was accepted on evidence that changed', () => {
    expect(dueText(first.model, '2026-01-01')).toContain('- `nothing-lost`: does-it-lose/6.12 changed');
  });
});
