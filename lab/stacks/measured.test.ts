import { describe, expect, it } from 'vitest';
import type { CacheStatus } from '../parse/dm-cache.ts';
import { between, type DiskWork, hddPer1000, hitShareOf, type Passes, total } from './measured.ts';

const status = (name: string, readHits: number, readMisses: number, promotions = 0): CacheStatus => ({
  ...{ name, metadataUsed: 1, metadataTotal: 9, chunkBytes: 65536, chunksUsed: 5, chunksTotal: 9 },
  ...{ readHits, readMisses, writeHits: 0, writeMisses: 0, demotions: 0, promotions, dirty: 0 },
  ...{ features: [], policy: 'smq', metadataMode: 'rw', needsCheck: false },
});
const work = (reads: number) => ({ reads, writes: 1, flushes: 0, readBytes: 4096 * reads, writtenBytes: 4096 });
const disks: DiskWork = { H1: work(30), H2: work(20), S1: work(1), S2: work(2) };

describe('between', () => {
  it('gives what each cache did since the first look, by the name of its leg', () => {
    const [first, second] = between(
      [status('leg1-data', 10, 5), status('leg2-data', 1, 1)],
      [status('leg1-data', 18, 7, 3), status('leg2-data', 1, 1)],
    );
    expect(first).toMatchObject({ leg: 'leg1', readHits: 8, readMisses: 2, promotions: 3, used: 5 });
    expect(second).toMatchObject({ leg: 'leg2', readHits: 0, readMisses: 0 });
  });
  it('takes a cache that was not there before as new', () => {
    expect(between([], [status('leg1-data', 4, 2)])[0]).toMatchObject({ readHits: 4, readMisses: 2 });
  });
});

describe('total', () => {
  it('adds up the hard disks of both legs, or the disks that are named', () => {
    expect(total(disks, 'hdd', 'reads')).toBe(50);
    expect(total(disks, ['S2'], 'reads')).toBe(2);
  });
  it('is no number where a disk is missing', () => {
    expect(total(disks, ['S3'], 'reads')).toBeNaN();
  });
});

describe('hitShareOf and hddPer1000', () => {
  const one = (caches: [string, number, number][]): Passes => ({
    ...{ reads: 100, disks },
    passes: [
      {
        seconds: 1,
        caches: between(
          [],
          caches.map(([name, hits, misses]) => status(name, hits, misses)),
        ),
      },
    ],
  });
  it('counts hits of all caches, or of one leg', () => {
    const done = [
      one([
        ['leg1-data', 90, 10],
        ['leg2-data', 0, 0],
      ]),
      one([
        ['leg1-data', 0, 0],
        ['leg2-data', 50, 50],
      ]),
    ];
    expect(hitShareOf(done)).toBe(70);
    expect(hitShareOf(done, 'leg2')).toBe(50);
  });
  it('is no number where nothing was read', () => {
    expect(hitShareOf([one([['leg1-data', 0, 0]])])).toBeNaN();
  });
  it('counts reads of the hard disks for each 1000 reads', () => {
    expect(hddPer1000([one([])])).toBe(500);
  });
});
