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
    expect(review.cells).toEqual([
      {
        id: 'cache/keeps',
        title: 'A cache × Keeps data',
        before: 'good: keeps them',
        after: 'good: keeps them',
        because: ['rests on nothing-lost'],
      },
    ]);
    expect(review.criteria).toEqual([
      { id: 'loss', title: 'Assess it', before: 'answered', after: 'open', because: ['is served by nothing-lost'] },
    ]);
    expect(review.decisions).toMatchObject([
      { id: '0001-keep', title: 'Keep it', because: ['rests on nothing-lost', 'serves loss'] },
    ]);
    expect(markdown(review)).toContain(
      '| Keep it | accepted: We keep it. | (the same) | rests on nothing-lost; serves loss |',
    );
    expect(review.figures).toMatchObject([{ id: 'does-it-lose/6.12/lost', before: '0', after: '5', unit: 'blocks' }]);
    expect(review.evidence).toHaveLength(1);
    expect(review.toReview).toEqual(['nothing-lost']);
  });

  it('holds what got worse against the base, whatever the ledger of the change says', () => {
    const { unexplained } = between((f) => {
      flip(f);
      f.ledger = { findings: {}, cells: {}, criteria: { loss: 'open' }, decisions: {} };
    });
    expect(unexplained.map(({ id, message }) => `${id} ${message}`)).toEqual([
      'finding nothing-lost was holds, and is refuted',
      'criterion loss was answered, and is open',
    ]);
    const explained = between((f) => {
      flip(f);
      const why = { reason: 'the fifth run lost a block', on: '2026-02-01' };
      f.regressions = [
        { what: 'finding', id: 'nothing-lost', to: 'refuted', ...why },
        { what: 'criterion', id: 'loss', to: 'open', ...why },
      ];
    });
    expect(explained.unexplained).toEqual([]);
    expect(markdown(explained)).toContain(
      '| finding `nothing-lost` | refuted | the fifth run lost a block | 2026-02-01 |',
    );
  });

  it('names the line of an accepted decision that was rewritten', () => {
    const review = between((f) => {
      const decision = f.decisions['0001-keep'];
      if (decision) decision.body = 'Because,\n';
    });
    expect(markdown(review)).toContain(
      '- `content/decisions/0001-keep.mdx:10` decision 0001-keep · body: was accepted',
    );
  });

  it('shows a condition that was loosened although the verdict is the same', () => {
    const review = between((f) => {
      const finding = f.findings['data/findings/loss.ts']?.['nothing-lost'] ?? {};
      const holdsWhen = [{ measure: 'lost', is: 'at most', value: 9, unit: 'blocks' }];
      finding['evidence'] = [{ experiment: 'does-it-lose', holdsWhen }];
    });
    expect(markdown(review)).toContain(
      '| `nothing-lost` | rests on | does-it-lose: lost exactly 0 blocks | does-it-lose: lost at most 9 blocks |',
    );
    expect(markdown(review)).not.toContain('### Claims\n');
  });

  it('shows an expectation that was changed after the run', () => {
    const review = between((f) => {
      (f.experiments['does-it-lose'] ?? {})['expected'] = { verdict: 'refuted', because: 'we know better now' };
    });
    expect(markdown(review)).toContain(
      '| Does it lose data? | holds; expected: holds; holds when lost exactly 0 blocks | holds; expected: refuted;',
    );
  });

  it('shows what a page answers, before and after', () => {
    const review = between((f) => {
      const page = f.pages.criteria['loss'];
      if (page) page.frontmatter['answer'] = 'It does not.';
    });
    expect(markdown(review)).toContain('| loss | It does. | It does not. |');
  });

  it('shows a cell before and after', () => {
    const review = between((f) => {
      f.columns['data/matrix/cache.ts'] = {
        system: 'cache',
        cells: { keeps: { is: 'poor', says: 'loses | them', findings: ['nothing-lost'] } },
      };
    });
    expect(markdown(review)).toContain('| A cache × Keeps data | good: keeps them | poor: loses \\| them |  |');
    expect(markdown(review)).toContain('A cache: 1 of 1 cells changed.');
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
