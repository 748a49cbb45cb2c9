import { describe, expect, it } from 'vitest';
import { chance, pick } from './chance.ts';

describe('pick', () => {
  const items = Array.from({ length: 100 }, (_, item) => item);

  it('picks the same for the same seed, and something else for another', () => {
    expect(pick(items, 10, 7)).toEqual(pick(items, 10, 7));
    expect(pick(items, 10, 7)).not.toEqual(pick(items, 10, 8));
  });
  it('picks nothing twice and leaves the items alone', () => {
    expect(new Set(pick(items, 100, 7)).size).toBe(100);
    expect(items).toHaveLength(100);
  });
  it('throws when more is asked for than there is', () => {
    expect(() => pick([1], 2, 7)).toThrow('2 were asked for and there are 1');
  });
});

describe('chance', () => {
  it('spreads over the whole range', () => {
    const random = chance(1);
    const values = Array.from({ length: 10_000 }, random);
    expect(Math.min(...values)).toBeLessThan(0.01);
    expect(Math.max(...values)).toBeGreaterThan(0.99);
    expect(values.reduce((a, b) => a + b) / values.length).toBeCloseTo(0.5, 1);
  });
});
