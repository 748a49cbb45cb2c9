import { expect, it } from 'vitest';
import { complaints } from '../fixture.ts';

const recommends = {
  layout: 'separate-pool',
  reasons: ['One reason.', 'Another.', 'A third.'].map((text) => ({ text })),
  willNot: [{ text: 'It does not cook.' }],
};

it('one-decision-recommends: a second one is one too many', () => {
  const said = complaints((f) => {
    const first = f.decisions['0001-keep'];
    if (!first) throw new Error('the fixture has no decision 0001-keep');
    first.frontmatter['recommends'] = recommends;
    f.decisions['0002-too'] = {
      frontmatter: { ...first.frontmatter, history: [{ status: 'draft', on: '2026-01-01' }] },
      body: first.body,
    };
  });
  expect(said).toEqual([
    'one-decision-recommends: content/decisions/0002-too.mdx decision 0002-too recommends: answers the question of the site, and "0001-keep" does so too → leave recommends to the one that a reader should follow',
  ]);
});

it('one-decision-recommends: what recommends has chosen', () => {
  const said = complaints((f) => {
    const decision = f.decisions['0001-keep']?.frontmatter ?? {};
    decision['history'] = [{ status: 'draft', on: '2026-01-01' }];
    decision['recommends'] = recommends;
    delete decision['chosen'];
  });
  expect(said).toEqual([
    'one-decision-recommends: content/decisions/0001-keep.mdx decision 0001-keep chosen: recommends, and does not say which option → name the option that is chosen, or drop recommends',
  ]);
});
