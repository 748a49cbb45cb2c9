import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../src/schema/index.ts';
import { diff } from './diff.ts';
import { resultSet } from './sets.ts';

const base = () => resultSet('data/benchmarks/can-the-lab-see-loss/6.12.json');
/** The evidence in the repository, with another number of lost blocks in each run. */
function changed(lost: number[]): Map<string, Benchmark> {
  const set = structuredClone(base());
  for (const { runs } of set.values())
    for (const [index, run] of runs.entries())
      if (run.status === 'complete') run.measures['blocksLost'] = { value: lost[index] ?? 0, unit: 'blocks' };
  return set;
}

describe('diff', () => {
  it('finds nothing between a set and itself', () => {
    expect(diff(base(), base())).toBe('0 of 1 series differ; 0 of the 1 in both have another verdict');
  });
  it('says the verdicts, and whether the runs of the two sides overlap', () => {
    expect(diff(base(), changed([0, 0, 0]))).toBe(
      [
        'can-the-lab-see-loss/6.12',
        '  refuted, 3 of 3 runs complete → holds, 3 of 3 runs complete',
        '  blocksLost: 16 (16 to 16) → 0 (0 to 0), apart',
        '',
        '1 of 1 series differ; 1 of the 1 in both have another verdict',
      ].join('\n'),
    );
    expect(diff(base(), changed([15, 16, 17]))).toMatch('blocksLost: 16 (16 to 16) → 16 (15 to 17), overlapping');
  });
  it('holds two kernels against each other', () => {
    const newer = resultSet('data/benchmarks/can-the-lab-see-loss/7.3.json');
    expect(diff(base(), newer).split('\n').slice(0, 2)).toEqual([
      'can-the-lab-see-loss, 6.12 and 7.3',
      '  still refuted, 3 of 3 runs complete, of other runs',
    ]);
  });
  it('says what came and what went', () => {
    expect(diff(new Map(), base())).toMatch('new: refuted, 3 of 3 runs complete');
    expect(diff(base(), new Map())).toMatch('gone; it was refuted');
  });
});

describe('resultSet', () => {
  it('says what it looked for', () => {
    expect(() => resultSet('no-such-thing')).toThrow('no-such-thing is no file, no directory and no revision of git.');
  });
});
