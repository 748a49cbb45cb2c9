import { describe, expect, it } from 'vitest';
import { curveOf, tracesOf } from './traces.ts';

type Seen = Parameters<typeof tracesOf>[0][number]['run'];
const seen = (observations: Seen['observations'], measures: Seen['measures'] = {}) => [
  { kernel: '6.12' as const, run: { number: 1, observations, measures } },
];
const declared = { small: { label: 'Small', unit: 'percent' }, large: { label: 'Large', unit: 'percent' } } as const;

describe('tracesOf', () => {
  it('has a line for each leg of a warm-up', () => {
    const [trace] = tracesOf(
      seen({
        warmUp: {
          hitShares: [
            [0, 0],
            [80, 70],
            [99, 95],
          ],
        },
      }),
    );
    expect(trace?.found).toBe('After 3 passes the caches answered 95 to 99 percent of the reads');
    expect(trace?.lines.map(({ of, points }) => [of, points.length])).toEqual([
      ['leg 1', 3],
      ['leg 2', 3],
    ]);
  });

  it('finds looks at dirty chunks wherever they lie', () => {
    const looks = [9, 4, 0].map((dirty, seconds) => ({ seconds, dirty }));
    const [trace] = tracesOf(seen({ asItComes: { looks }, other: 1 }));
    expect(trace?.found).toBe('Of up to 9 dirty chunks, 0 left (as it comes)');
  });

  it('is empty where nothing was looked at twice', () => {
    expect(tracesOf(seen({ before: { blocks: 1 } }))).toEqual([]);
  });
});

describe('curveOf', () => {
  const chart = { title: 'Hits', measures: ['small', 'large'], over: { label: 'size', at: [1, 2] } };

  it('goes from the least size to the largest', () => {
    const values: Seen['measures'] = { small: { value: 40, unit: 'percent' }, large: { value: 90, unit: 'percent' } };
    expect(curveOf(seen({}, values), declared, chart)[0]?.found).toBe('From 40 at 1 to 90 percent at 2');
  });

  it('is none where the chart has no sizes', () => {
    expect(curveOf(seen({}), declared, { title: 'Hits', measures: ['small'] })).toEqual([]);
  });
});
