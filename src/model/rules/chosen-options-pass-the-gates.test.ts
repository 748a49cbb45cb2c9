import { expect, it } from 'vitest';
import { complaints, type Fixture } from '../fixture.ts';

/** A cache that is poor at what the gate asks, chosen by the accepted decision. */
const choosePoorCache = (f: Fixture) => {
  const [column] = Object.values(f.columns);
  if (column?.cells['keeps']) column.cells['keeps']['is'] = 'poor';
  const decision = f.decisions['0001-keep']?.frontmatter ?? {};
  decision['about'] = 'storage';
  decision['options'] = [
    { id: 'no-cache', title: 'Nothing' },
    { id: 'separate-ssd-pool', title: 'A pool of its own' },
    { id: 'own-ssd', title: 'An SSD for each leg', systems: ['cache'] },
  ];
  decision['chosen'] = 'own-ssd';
};

it('chosen-options-pass-the-gates: nothing is chosen that a shut gate excludes', () => {
  const said = complaints(choosePoorCache).filter((one) => one.startsWith('chosen'));
  expect(said).toEqual([
    'chosen-options-pass-the-gates: content/decisions/0001-keep.mdx decision 0001-keep chosen: chooses "cache", which does not pass the gate "loss": Loses data → choose another option, or argue in data/drivers.ts why the gate should stand open',
  ]);
});

it('chosen-options-pass-the-gates: an open gate excludes nothing', () => {
  const said = complaints((f) => {
    choosePoorCache(f);
    if (f.gates['loss']) f.gates['loss']['shut'] = false;
  });
  expect(said.filter((one) => one.startsWith('chosen'))).toEqual([]);
});
