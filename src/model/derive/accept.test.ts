import { describe, expect, it } from 'vitest';
import { checkFixture, type Fixture, run } from '../fixture.ts';
import { accept, acceptable, hindrances } from './accept.ts';
import { ledgerOf } from './ledger.ts';

const first = checkFixture();
const ledger = ledgerOf(first.records, first.model);
const flip = (f: Fixture) => {
  f.ledger = structuredClone(ledger);
  const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
  if (evidence) evidence.runs = [run(1, 5)];
};

describe('accept', () => {
  it('knows findings, cells, criteria and decisions by name', () => {
    expect(acceptable(first.records, first.model)).toEqual(['nothing-lost', 'cache/keeps', 'loss', '0001-keep']);
  });

  it('records what was named, and leaves the rest as it was read', () => {
    const now = checkFixture((f) => {
      flip(f);
      f.regressions = [
        { what: 'finding', id: 'nothing-lost', to: 'refuted', reason: 'it lost one', on: '2026-02-01' },
        { what: 'criterion', id: 'loss', to: 'open', reason: 'it lost one', on: '2026-02-01' },
      ];
    });
    const read = accept(now.records, now.model, ['nothing-lost']);
    expect(read.findings['nothing-lost']?.verdict).toBe('refuted');
    expect(read.criteria).toEqual({ loss: 'answered' });
    expect(read.explained).toEqual({ 'finding nothing-lost': 1 });
    expect(accept(now.records, now.model, 'all').criteria).toEqual({ loss: 'open' });
  });
});

describe('hindrances', () => {
  it('are a regression without a reason, and an accepted decision that was changed', () => {
    const { problems } = checkFixture((f) => {
      flip(f);
      const decision = f.decisions['0001-keep'];
      if (decision) decision.body = 'Because,\n';
    });
    expect(hindrances(problems).map((p) => `${p.rule} ${p.id}`)).toEqual([
      'accepted-decisions-stay decision 0001-keep',
      'nothing-worsens-unseen finding nothing-lost',
      'nothing-worsens-unseen criterion loss',
    ]);
  });

  it('are none for a decision that is pinned for the first time', () => {
    const { problems } = checkFixture((f) => {
      f.ledger = { ...structuredClone(ledger), decisions: {} };
    });
    expect(problems).toHaveLength(1);
    expect(hindrances(problems)).toEqual([]);
  });
});
