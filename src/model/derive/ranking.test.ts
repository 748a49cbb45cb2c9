import { describe, expect, it } from 'vitest';
import { type Ballot, flips, givenGates, rank, survey, usualCase, weightsIn } from './ranking.ts';

const known = (middle: number) => ({ low: middle, middle, high: middle });
/** A fast option that loses data, a slow one that does not, and one of which half is unknown. */
const ballot: Ballot = {
  drivers: [
    { id: 'speed', title: 'Speed', weight: 1 },
    { id: 'care', title: 'Care', weight: 3 },
  ],
  gates: [{ id: 'loss', title: 'Loses data', shut: true, when: { situation: 'disks', choice: 'four' } }],
  situations: [
    {
      id: 'disks',
      title: 'Disks',
      choices: [
        { id: 'two', title: 'Two', weighs: [] },
        { id: 'four', title: 'Four', weighs: [{ driver: 'speed', times: 6 }] },
      ],
    },
  ],
  contenders: [
    { id: 'fast', name: 'Fast', scores: { speed: known(1), care: known(0) }, trips: ['loss'] },
    { id: 'slow', name: 'Slow', scores: { speed: known(0), care: known(1) }, trips: [] },
    { id: 'new', name: 'New', scores: { speed: { low: 0, middle: 0.5, high: 1 }, care: known(0.25) }, trips: [] },
  ],
};
const given = { speed: 1, care: 3 };

describe('weightsIn', () => {
  it('lets the case weigh, and adds up to 1', () => {
    expect(weightsIn(ballot, given, { disks: 'two' })).toEqual({ speed: 0.25, care: 0.75 });
    expect(weightsIn(ballot, given, { disks: 'four' })).toEqual({ speed: 6 / 9, care: 3 / 9 });
  });
  it('is even where nothing weighs anything', () => {
    expect(weightsIn(ballot, { speed: 0, care: -1 }, { disks: 'two' })).toEqual({ speed: 0.5, care: 0.5 });
  });
});

describe('rank', () => {
  it('goes by the weighted middle scores, and gives the range of what is not known', () => {
    const ranks = rank(ballot, given, usualCase(ballot), givenGates(ballot));
    expect(ranks.map(({ id }) => id)).toEqual(['slow', 'new', 'fast']);
    expect(ranks[1]).toEqual({ id: 'new', name: 'New', low: 0.1875, middle: 0.3125, high: 0.4375, excludedBy: [] });
  });
  it('puts what a gate excludes last, in the case that the gate is for and while it is shut', () => {
    const four = { disks: 'four' };
    expect(rank(ballot, given, four, ['loss']).at(-1)).toMatchObject({ id: 'fast', excludedBy: ['loss'] });
    expect(rank(ballot, given, four, [])[0]).toMatchObject({ id: 'fast', excludedBy: [] });
  });
});

describe('flips', () => {
  it('gives the share at which the winner changes, and who wins then', () => {
    const found = flips(ballot, given, usualCase(ballot), givenGates(ballot));
    expect(found).toEqual([
      { driver: 'speed', share: 0.25, above: { share: 0.5, winner: 'fast' } },
      { driver: 'care', share: 0.75, below: { share: 0.5, winner: 'fast' } },
    ]);
    const there = rank(ballot, { speed: 0.51, care: 0.49 }, { disks: 'two' }, []);
    expect(there[0]?.id).toBe('fast');
  });
});

describe('survey', () => {
  it('counts the wins over all cases, the same each time', () => {
    const found = survey(ballot, 500);
    expect(found.cases).toHaveLength(2);
    expect(Object.values(found.wins).reduce((a, b) => a + b)).toBe(1000);
    expect(found.cases[1]?.wins['fast']).toBe(0);
    expect(survey(ballot, 500)).toEqual(found);
  });
  it('gives about half the weightings to each of two options that mirror one another', () => {
    const [fast, slow] = ballot.contenders;
    if (!fast || !slow) throw new Error('no contenders');
    const { wins } = survey({ ...ballot, contenders: [fast, slow] }, 4000, []);
    const two = wins['slow'] ?? 0;
    expect(survey({ ...ballot, situations: [], contenders: [fast, slow] }, 4000, []).wins['fast']).toBeGreaterThan(
      1850,
    );
    expect(two).toBeGreaterThan(1850);
  });
});
