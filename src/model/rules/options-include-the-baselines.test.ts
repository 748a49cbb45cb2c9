import { expect, it } from 'vitest';
import { complaints } from '../fixture.ts';

it('options-include-the-baselines: a decision on storage weighs doing nothing', () => {
  const said = complaints((f) => {
    const decision = f.decisions['0001-keep']?.frontmatter ?? {};
    decision['options'] = [
      { id: 'separate-ssd-pool', title: 'A pool of its own' },
      { id: 'own-ssd', title: 'An SSD for each leg' },
    ];
    decision['chosen'] = 'own-ssd';
  });
  expect(said).toEqual([
    'options-include-the-baselines: content/decisions/0001-keep.mdx decision 0001-keep options: does not consider the option "no-cache" → add an option with the id no-cache, with what speaks for and against it',
  ]);
});
