import { expect, it } from 'vitest';
import { count, day, inWords, list } from './words.ts';

it('writes a date out', () => expect(day('2026-11-02T08:00:00Z')).toBe('2 November 2026'));
it('counts in words where there is nothing', () =>
  expect([count(0, 'run'), count(1, 'run'), count(2, 'run')]).toEqual(['no runs', '1 run', '2 runs']));
it('joins with "and"', () => expect(list(['a', 'b', 'c'])).toBe('a, b and c'));
it('calls a measure by its label, and no longer word that begins like it', () =>
  expect(inWords('lost above 1, lostTwice above 2', { lost: { label: 'Lost blocks' } })).toBe(
    '“Lost blocks” above 1, lostTwice above 2',
  ));
