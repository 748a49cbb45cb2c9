import { describe, expect, it } from 'vitest';
import type { Series } from '../campaign/series.ts';
import { readEvidence } from '../run/results.ts';
import { listing } from './list.ts';

const series: Series[] = (['6.12', '7.3'] as const).map((kernel) => ({
  ...{ id: 'can-the-lab-see-loss', kind: 'control', repeats: 3 },
  kernel,
}));
const stored = readEvidence('can-the-lab-see-loss', '6.12');
const lines = (earlier: Parameters<typeof listing>[1], now = new Date('2026-11-25T00:00:00Z')) =>
  listing(series, earlier, now).split('\n');

describe('listing', () => {
  it('says what, why, and for each kernel the verdict, n and age', () => {
    const said = lines(({ kernel }) => (kernel === '6.12' ? stored : undefined));
    expect(said[0]).toBe('can-the-lab-see-loss (control)');
    expect(said[1]).toBe('  Can the checks of this lab see loss at all?');
    expect(said.slice(3, 5)).toEqual([
      '  6.12  refuted (as expected), n = 3, 2 days old',
      '  7.3   not run (expected: refuted)',
    ]);
    expect(said.at(-1)).toBe('1 experiments; 1 of 2 series have evidence, 1 were not run');
  });
  it('says that a series was interrupted', () => {
    const cut = stored && { ...stored, runs: stored.runs.slice(0, 2) };
    expect(lines(() => cut)[3]).toBe(
      '  6.12  inconclusive (expected: refuted), n = 2, 2 days old; interrupted, see `lab resume`',
    );
  });
  it('goes on after a result file that cannot be read', () => {
    const said = lines(({ kernel }) => {
      if (kernel === '6.12') throw new Error('6.12.json cannot be read');
      return undefined;
    });
    expect(said.slice(3, 5)).toEqual(['  6.12  6.12.json cannot be read', '  7.3   not run (expected: refuted)']);
  });
});
