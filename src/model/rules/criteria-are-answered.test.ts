import { describe, expect, it } from 'vitest';
import { checkFixture, complaints, run } from '../fixture.ts';

describe('criteria-are-answered', () => {
  it('complains of a question that no finding that holds answers', () => {
    const said = complaints((f) => {
      const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
      if (evidence) evidence.runs = [run(1, 5)];
    });
    expect(said).toContain(
      'criteria-are-answered: content/criteria/loss.mdx criterion loss questions: no finding that holds answers its question "lose" → write a finding with this criterion and this question, or add the question to "open" in content/criteria/loss.mdx with the reason',
    );
  });

  it('is content when the page says that the question is open, and the criterion is then not answered', () => {
    const { problems, model } = checkFixture((f) => {
      const page = f.pages.criteria['loss'];
      if (page) page.frontmatter['open'] = [{ question: 'lose', why: 'one run is not enough' }];
      f.decisions = {};
    });
    expect(problems).toEqual([]);
    expect(model.criteria[0]?.state).toBe('open');
    expect(model.criteria[0]?.open).toEqual([{ question: 'lose', why: 'one run is not enough' }]);
    expect(model.questions[0]?.state).toBe('open');
  });
});
