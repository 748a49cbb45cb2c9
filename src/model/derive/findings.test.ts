import { describe, expect, it } from 'vitest';
import { checkFixture, type Fixture, run } from '../fixture.ts';

const evidence = (f: Fixture) => f.evidence['data/benchmarks/does-it-lose/6.12.json'] ?? { runs: [] };
const spoilEvidence = (f: Fixture, value: unknown[]) => {
  (f.findings['data/findings/loss.ts']?.['nothing-lost'] ?? {})['evidence'] = value;
};
const derived = (spoil: (f: Fixture) => void) => {
  const finding = checkFixture(spoil).model.findings.find((f) => f.id === 'nothing-lost');
  return { verdict: finding?.verdict, grade: finding?.grade, because: finding?.because };
};
const bySource = { source: 'doc', at: 'page 1', says: 'nothing is lost' };
const byExperiment = {
  experiment: 'does-it-lose',
  holdsWhen: [{ measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' }],
};
const onTwoKernels = (f: Fixture, lost: number) => {
  (f.experiments['does-it-lose'] ?? {})['kernels'] = ['6.12', '7.3'];
  f.evidence['data/benchmarks/does-it-lose/7.3.json'] = { ...evidence(f), kernel: '7.3', runs: [run(1, lost)] };
};

describe('deriveFindings', () => {
  it('refutes a claim whose condition is not met in a run', () => {
    expect(derived((f) => Object.assign(evidence(f), { runs: [run(1, 3)] }))).toMatchObject({ verdict: 'refuted' });
  });

  it('lets a claim hold on two kernels, and refutes it when one of them does', () => {
    expect(derived((f) => onTwoKernels(f, 0))).toMatchObject({ verdict: 'holds', grade: 'measured on two kernels' });
    expect(derived((f) => onTwoKernels(f, 1))).toMatchObject({ verdict: 'refuted' });
  });

  it('does not grade as measured what has not been run', () => {
    const said = derived((f) => {
      f.evidence = {};
      f.transcripts = {};
    });
    expect(said).toMatchObject({ verdict: 'not run', grade: 'inferred' });
  });

  it('says not run when the experiment was not, whatever the sources say', () => {
    const said = derived((f) => {
      f.evidence = {};
      f.transcripts = {};
      spoilEvidence(f, [byExperiment, bySource]);
    });
    expect(said.verdict).toBe('not run');
  });

  it('is inconclusive with fewer runs than were declared', () => {
    const said = derived((f) => {
      (f.experiments['does-it-lose'] ?? {})['repeats'] = 3;
    });
    expect(said.verdict).toBe('inconclusive');
  });

  it('is invalid when no run came to a clean end', () => {
    const { number, seed, started } = run(1, 0);
    const broken = { number, seed, started, status: 'invalid', reason: 'the guest hung' };
    expect(derived((f) => Object.assign(evidence(f), { runs: [broken] })).verdict).toBe('invalid');
  });

  it('grades what only documentation says below what was measured', () => {
    const said = derived((f) => spoilEvidence(f, [bySource]));
    expect(said).toEqual({
      verdict: 'holds',
      grade: 'upstream code or documentation',
      because: ['A document, page 1: nothing is lost'],
    });
  });

  it('grades an inference as inferred even when a source is named beside it, and falls with its premise', () => {
    const infer = (f: Fixture, lost: number) => {
      const findings = f.findings['data/findings/loss.ts'] ?? {};
      Object.assign(evidence(f), { runs: [run(1, lost)] });
      findings['premise'] = { ...findings['nothing-lost'], evidence: [byExperiment] };
      spoilEvidence(f, [{ from: ['premise'], because: 'it follows' }, bySource]);
    };
    expect(derived((f) => infer(f, 0))).toMatchObject({ verdict: 'holds', grade: 'inferred' });
    expect(derived((f) => infer(f, 1))).toMatchObject({ verdict: 'refuted', grade: 'inferred' });
  });

  it('asks for re-review until the claim was read against the evidence as it is', () => {
    const { model, records } = checkFixture();
    const key = 'does-it-lose/6.12';
    expect(model.findings[0]?.needsReview).toEqual([key]);
    const current = records.evidence[0]?.sha256 ?? '';
    const after = checkFixture((f) => {
      const seen = { verdict: 'holds', grade: 'measured on one kernel', evidence: { [key]: current } };
      f.ledger = { findings: { 'nothing-lost': seen }, cells: {}, criteria: {}, decisions: {} };
    });
    expect(after.model.findings[0]?.needsReview).toEqual([]);
  });
});
