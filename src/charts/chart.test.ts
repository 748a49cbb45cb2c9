import { describe, expect, it } from 'vitest';
import { figure } from '../model/derive/values.ts';
import { description, found } from './chart.ts';
import { draw } from './draw.ts';
import { isLogarithmic, type Panel } from './series.ts';

const panel = (...values: number[][]): Panel => ({
  unit: 'IOPS',
  rows: [
    {
      measure: 'rate',
      label: 'Random reads',
      series: values.map((runs, i) => ({ kernel: i ? '7.3' : '6.12', runs, samples: [1, 2], median: runs[0] ?? 0 })),
    },
  ],
});

describe('description', () => {
  it('says each median, its range and the number of runs', () => {
    expect(description(panel([150, 140, 160]), 'Reads')).toBe(
      'Reads. Random reads, Linux 6.12: median 150 IOPS, from 140 to 160 (3 runs).',
    );
  });

  it('says so where all runs agree', () => {
    expect(description(panel([7, 7]), 'Reads')).toContain('the same in every run (2 runs)');
  });
});

describe('isLogarithmic', () => {
  it('is so for values a hundredfold apart, and never with a zero', () => {
    expect([isLogarithmic(panel([1, 500])), isLogarithmic(panel([0, 500]))]).toEqual([true, false]);
  });
});

describe('draw', () => {
  const svg = draw(panel([150, 140], [90, 95]), 'A chart of reads', figure);

  it('draws a ring for each run and a faint dot for each sample', () => {
    expect(svg.match(/r="3.6"/g)).toHaveLength(4);
    expect(svg.match(/r="1.7"/g)).toHaveLength(4);
  });

  it('is one image with one text', () => {
    expect(svg).toMatch(/^<svg[^>]*role="img"/);
    expect(svg.match(/aria-label/g)).toHaveLength(1);
  });

  it('has no style and no colour of its own', () => {
    expect(svg).not.toMatch(/style|#[0-9a-f]{6}/i);
  });

  it('draws values that are all zero', () => {
    expect(draw(panel([0, 0]), 'Nothing', figure)).not.toContain('NaN');
  });
});

describe('found', () => {
  const rows = (...medians: number[]): Panel => ({
    unit: 'blocks',
    rows: medians.map((median, i) => ({
      measure: `m${i}`,
      label: `L${i}`,
      series: [{ kernel: '6.12', runs: [median], samples: [], median }],
    })),
  });

  it('says each of a few medians, and the ends of many', () => {
    expect(found(rows(1, 2), 'Lost')).toBe('L0: 1; L1: 2 blocks in the median');
    expect(found(rows(3, 1, 2, 4), 'Lost')).toBe('Lost: from 1 (L1) to 4 (L3) blocks in the median');
  });

  it('says once what is the same everywhere', () => {
    expect(found(rows(0, 0, 0), 'Lost')).toBe('Lost: 0 blocks in the median, all the same');
  });
});
