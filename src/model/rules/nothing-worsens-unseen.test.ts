import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../derive/ledger.ts';
import { checkFixture, complaints, type Fixture, run } from '../fixture.ts';

const { records, model } = checkFixture();
const accepted = ledgerOf(records, model);
const spoil = (f: Fixture) => {
  f.ledger = structuredClone(accepted);
  const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
  if (evidence) evidence.runs = [run(1, 5)];
};
const ours = (lines: string[]) => lines.filter((line) => line.startsWith('nothing-worsens-unseen'));

describe('nothing-worsens-unseen', () => {
  it('is red when a benchmark value flips a claim, and names the claim and the criterion that loses its answer', () => {
    expect(ours(complaints(spoil))).toEqual([
      "nothing-worsens-unseen: data/findings/loss.ts finding nothing-lost verdict: was holds, and is refuted → say why in data/regressions.ts: { what: 'finding', id: 'nothing-lost', to: 'refuted', reason: '…', on: '…' }",
      "nothing-worsens-unseen: data/task.ts criterion loss verdict: was answered, and is open → say why in data/regressions.ts: { what: 'criterion', id: 'loss', to: 'open', reason: '…', on: '…' }",
    ]);
  });

  it('is content once a reason and a date are given', () => {
    const said = complaints((f) => {
      spoil(f);
      const why = { reason: 'the fifth run lost a block', on: '2026-02-01' };
      f.regressions = [
        { what: 'finding', id: 'nothing-lost', to: 'refuted', ...why },
        { what: 'criterion', id: 'loss', to: 'open', ...why },
      ];
    });
    expect(ours(said)).toEqual([]);
  });

  it('does not take the reason of an old regression for a new one, nor lets a reason be taken out', () => {
    const old = { what: 'finding', id: 'nothing-lost', to: 'refuted', reason: 'an older image', on: '2026-01-05' };
    const recovered = checkFixture((f) => {
      f.regressions = [old];
    });
    const again = (regressions: Record<string, unknown>[]) =>
      ours(
        complaints((f) => {
          spoil(f);
          f.ledger = ledgerOf(recovered.records, recovered.model);
          f.regressions = regressions;
        }),
      ).map((line) => line.split(' → ')[0]);
    expect(again([old])).toContain(
      'nothing-worsens-unseen: data/findings/loss.ts finding nothing-lost verdict: was holds, and is refuted',
    );
    expect(again([])).toContain(
      'nothing-worsens-unseen: data/regressions.ts finding nothing-lost : a reason that was given for it is gone',
    );
  });

  it('sees a cell that gets worse and a claim that is withdrawn', () => {
    const said = complaints((f) => {
      f.ledger = {
        ...structuredClone(accepted),
        cells: { 'cache/keeps': 'good' },
        findings: { ...accepted.findings, gone: { verdict: 'holds', grade: 'inferred', evidence: {} } },
      };
      f.columns['data/matrix/cache.ts'] = {
        system: 'cache',
        cells: { keeps: { is: 'poor', says: 'loses', findings: ['nothing-lost'] } },
      };
    });
    expect(ours(said).map((line) => line.split(' → ')[0])).toEqual([
      'nothing-worsens-unseen: data/findings/index.ts finding gone verdict: was holds, and is withdrawn',
      'nothing-worsens-unseen: data/matrix/cache.ts cell cache/keeps verdict: was good, and is poor',
    ]);
  });

  it('does not mind what gets better', () => {
    const said = complaints((f) => {
      f.ledger = {
        ...structuredClone(accepted),
        criteria: { loss: 'open' },
        cells: { 'cache/keeps': 'not tested' },
      };
    });
    expect(ours(said)).toEqual([]);
  });
});
