import { describe, expect, it } from 'vitest';
import { checkFixture, type Fixture, run } from '../model/fixture.ts';
import { compare, isSilent } from './compare.ts';
import { markdown } from './markdown.ts';

const between = (spoil: (f: Fixture) => void) => compare(checkFixture(), checkFixture(spoil));
const flip = (f: Fixture) => {
  const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
  if (evidence) evidence.runs = [run(1, 5)];
};

describe('compare', () => {
  it('is silent where nothing changed', () => {
    expect(isSilent(between(() => {}))).toBe(true);
  });

  it('follows one changed benchmark value to the claim, the criterion and the decision', () => {
    const review = between(flip);
    expect(review.claims.map(({ id, before, after }) => [id, before?.verdict, after?.verdict])).toEqual([
      ['nothing-lost', 'holds', 'refuted'],
    ]);
    expect(review.criteria).toEqual([{ id: 'loss', title: 'Assess it', before: 'answered', after: 'open' }]);
    expect(review.decisions).toEqual([
      { id: '0001-keep', title: 'Keep it', because: ['rests on nothing-lost', 'serves loss'] },
    ]);
    expect(review.figures).toMatchObject([{ id: 'does-it-lose/6.12/lost', before: '0', after: '5', unit: 'blocks' }]);
    expect(review.evidence).toHaveLength(1);
    expect(review.toReview).toEqual(['nothing-lost']);
  });

  it('shows a cell before and after', () => {
    const review = between((f) => {
      f.columns['data/matrix/cache.ts'] = {
        system: 'cache',
        cells: { keeps: { is: 'poor', says: 'loses | them', findings: ['nothing-lost'] } },
      };
    });
    expect(markdown(review)).toContain('| A cache × Keeps data | good: keeps them | poor: loses \\| them |');
  });

  it('does not call a figure moved that stays within the spread of its runs', () => {
    const runs = (values: number[]) => (f: Fixture) => {
      const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
      if (evidence) evidence.runs = values.map((value, i) => run(i + 1, value));
    };
    const review = compare(checkFixture(runs([1, 4, 6])), checkFixture(runs([2, 5, 7])));
    expect(review.figures).toEqual([]);
    expect(review.evidence).toHaveLength(1);
  });

  it('says what it could not compare', () => {
    const review = compare(
      checkFixture((f) => {
        f.experiments['does-it-lose'] = { question: 'of an older schema' };
      }),
      checkFixture(),
    );
    expect(review.notCompared.length).toBeGreaterThan(0);
    expect(review.notCompared[0]).toMatchObject({ side: 'base', what: expect.stringContaining('does-it-lose') });
    expect(markdown(review)).toContain('### Could not be compared');
  });

  it('shows what is new and what is gone', () => {
    const review = compare(
      checkFixture((f) => {
        const findings = f.findings['data/findings/loss.ts'] ?? {};
        findings['old'] = { ...findings['nothing-lost'], claim: 'It was so.' };
      }),
      checkFixture((f) => {
        const findings = f.findings['data/findings/loss.ts'] ?? {};
        findings['young'] = { ...findings['nothing-lost'], claim: 'It is so.' };
      }),
    );
    const text = markdown(review);
    expect(text).toContain('| `old` | It was so. | holds, measured on one kernel | (withdrawn) |');
    expect(text).toContain('| `young` | It is so. | (new) | holds, measured on one kernel |');
  });
});
