import { describe, expect, it } from 'vitest';
import { allSeries, type Series } from './campaign/series.ts';
import { smokeSeries } from './smoke.ts';

describe('smokeSeries', () => {
  it('has a control and a scrub, each once, on two kernels', () => {
    expect(smokeSeries(allSeries())).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'can-the-lab-see-loss', kernel: '6.12', repeats: 1 }),
        expect.objectContaining({ id: 'does-scrub-see-damage-behind-the-cache', kernel: '7.3', repeats: 1 }),
      ]),
    );
  });
  it('takes the first of a kind when the named one is not declared, and leaves out a kind that has none', () => {
    const boot = { id: 'boots', kind: 'boot', kernel: '6.12', repeats: 3 } as unknown as Series;
    expect(smokeSeries([boot])).toEqual([{ ...boot, repeats: 1 }]);
  });
});
