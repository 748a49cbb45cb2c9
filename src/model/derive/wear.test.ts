import { describe, expect, it } from 'vitest';
import { wearOf } from './wear.ts';

describe('wearOf', () => {
  it('spreads a rating over five years, and over refills', () => {
    const { gigabytesADay, monthsOfRefills, promotionsADay } = wearOf(150, 512);
    expect(gigabytesADay).toBeCloseTo(82.1, 1);
    expect(monthsOfRefills).toBeCloseTo(9.6, 1);
    expect(Math.round(promotionsADay(512 * 1024) / 1000)).toBe(157);
  });
  it('takes other spans', () => {
    expect(wearOf(600, 512, 10).gigabytesADay).toBeCloseTo(164.3, 1);
  });
});
