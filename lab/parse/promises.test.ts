import { describe, expect, it } from 'vitest';
import { aroundDeath, dirtyAtDeath, type Promises, promisedBlocks, ranges } from './promises.ts';

const status = (name: string, dirty: number) =>
  `${name}: 0 5120000 cache 8 17/2048 128 381/4096 577 204 360 536 0 381 ${dirty} 3 metadata2 writeback no_discard_passdown 2 migration_threshold 2048 smq 0 rw - \n`;
const seen: Promises = {
  ledger: [
    [0, 1],
    [1, 3],
  ],
  table: [[4, 1.5]],
  bulk: [[1, 2]],
  errors: [['table', 5, 4, 'EIO']],
  readers: [
    { parity: 0, good: [1, 3], wrong: [], errors: [4] },
    { parity: 1, good: [2.5], wrong: [1], errors: [] },
  ],
  gone: [2.2, 2],
  caches: status('leg1-data', 95) + status('leg2-data', 237),
};

describe('aroundDeath', () => {
  it('counts by the moment at which the first disk was gone', () => {
    expect(aroundDeath(seen)).toEqual({
      ...{ promisedBefore: 3, promisedAfter: 1, writeErrors: 1 },
      ...{ readErrors: 1, wrongReads: 1, readsAfter: 2 },
    });
  });
});

describe('promisedBlocks', () => {
  it('gives the numbers of blocks, of bulk those of its mebibytes', () => {
    expect(promisedBlocks(seen, 'table')).toEqual([4]);
    const bulk = promisedBlocks(seen, 'bulk');
    expect([bulk[0], bulk.at(-1), bulk.length]).toEqual([256, 511, 256]);
  });
});

describe('dirtyAtDeath', () => {
  it('adds up the caches that are named', () => {
    expect(dirtyAtDeath(seen, ['leg1-data', 'leg2-data'])).toBe(332);
  });
  it('throws when a cache was not seen: no look is not a clean cache', () => {
    expect(() => dirtyAtDeath(seen, ['all-data1'])).toThrow('the cache all-data1 was not seen');
  });
});

describe('ranges', () => {
  it('joins what is consecutive', () => {
    expect(ranges([9, 3, 4, 5, 5])).toBe('3-5,9');
  });
});
