import { describe, expect, it } from 'vitest';
import { differences } from './layout.ts';

describe('differences', () => {
  it('finds none between equal layouts', () => {
    expect(differences({ legs: [{ mode: 'writethrough' }] }, { legs: [{ mode: 'writethrough' }] })).toEqual([]);
  });
  it('names the place of each', () => {
    expect(differences({ a: [{ x: 1, y: 2 }] }, { a: [{ x: 1, y: 3 }, { x: 1 }] })).toEqual(['/a/0/y', '/a/1']);
  });
});
