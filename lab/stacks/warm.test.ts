import { describe, expect, it } from 'vitest';
import { cacheStatuses } from '../parse/dm-cache.ts';
import { hitShare, lastChange } from './warm.ts';

const status = (hits: number, misses: number) => {
  const line = `leg1-data: 0 5120000 cache 8 21/2048 128 987/6144 ${hits} ${misses} 0 13 0 987 0 3 metadata2 writethrough no_discard_passdown 2 migration_threshold 2048 smq 0 rw - `;
  const [found] = cacheStatuses(line);
  if (!found) throw new Error('no status');
  return found;
};

describe('hitShare', () => {
  it('counts only the reads between the two statuses', () => {
    expect(hitShare(status(100, 900), status(190, 910))).toBe(90);
  });
  it('is 0 where nothing was read', () => {
    expect(hitShare(status(5, 5), status(5, 5))).toBe(0);
  });
});

describe('lastChange', () => {
  it('is that of the leg that changed most', () => {
    expect(
      lastChange([
        [10, 20],
        [80, 90],
        [81, 95],
      ]),
    ).toBe(5);
  });
  it('is all of it before there are two passes', () => {
    expect(lastChange([[80, 90]])).toBe(100);
  });
});
