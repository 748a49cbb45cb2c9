import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockCounters, since } from './blockstats.ts';
import { deviceStats, scrubReport } from './btrfs.ts';
import { cacheStatuses } from './dm-cache.ts';
import { fioIops, fioReads } from './fio.ts';
import { logicalVolumes } from './lvs.ts';

/** What the tools printed in the lab's own guest. */
const recorded = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

describe('cacheStatuses', () => {
  const text = recorded('dmsetup-status.txt');

  it('reads every field in the order of the kernel documentation', () => {
    expect(cacheStatuses(text)[0]).toEqual({
      ...{ name: 'leg1-data', metadataUsed: 21, metadataTotal: 2048, chunkBytes: 65_536 },
      ...{ chunksUsed: 255, chunksTotal: 6144, readHits: 1255, readMisses: 365, writeHits: 0, writeMisses: 0 },
      ...{ demotions: 0, promotions: 255, dirty: 0 },
      ...{ features: ['metadata2', 'writethrough', 'no_discard_passdown'], policy: 'smq' },
      ...{ metadataMode: 'rw', needsCheck: false },
    });
  });
  it('leaves out targets that are no cache', () => {
    expect(cacheStatuses(text).map(({ name }) => name)).toEqual(['leg1-data', 'leg2-data']);
  });
  it('tells promotions from dirty chunks', () => {
    const [status] = cacheStatuses(text.replace(' 255 0 3 metadata2', ' 255 17 3 metadata2'));
    expect(status).toMatchObject({ promotions: 255, dirty: 17 });
  });
  it('throws on a failed cache rather than reading zeros', () => {
    expect(() => cacheStatuses('leg1-data: 0 5120000 cache Fail')).toThrow('not the status of a cache target');
  });
});

describe('scrubReport', () => {
  it('reads a scrub that found nothing', () => {
    expect(scrubReport(recorded('scrub-clean.txt'))).toMatchObject({ csumErrors: 0, uncorrectableErrors: 0 });
  });
  it('reads a scrub that mended what it found', () => {
    expect(scrubReport(recorded('scrub-corrected.txt'))).toMatchObject({
      ...{ csumErrors: 32, correctedErrors: 32, uncorrectableErrors: 0 },
    });
  });
  it('reads a scrub that could not mend what it found', () => {
    expect(scrubReport(recorded('scrub-uncorrectable.txt'))).toEqual({
      ...{ dataBytes: 134_217_728, treeBytes: 458_752, readErrors: 0, csumErrors: 32, verifyErrors: 0 },
      ...{ correctedErrors: 0, uncorrectableErrors: 32 },
    });
  });
  it('throws when a counter is missing, or the scrub was cut short', () => {
    const text = recorded('scrub-clean.txt');
    expect(() => scrubReport(text.replace(/^\s*csum_errors.*$/m, ''))).toThrow('no csum_errors in what scrub reported');
    expect(() => scrubReport(text.replace('scrub done', 'scrub canceled'))).toThrow('did not come to its end');
  });
});

describe('deviceStats', () => {
  it('reads the corruption that a leg has had', () => {
    expect(deviceStats(recorded('device-stats-corruption.txt'))[0]).toEqual({
      ...{ devid: 1, device: '/dev/mapper/leg1-data', corruptionErrors: 32 },
      ...{ writeErrors: 0, readErrors: 0, flushErrors: 0, generationErrors: 0 },
    });
  });
  it('reads one entry for each leg', () => {
    expect(deviceStats(recorded('device-stats.txt')).map(({ devid }) => devid)).toEqual([1, 2]);
  });
});

describe('fioReads', () => {
  it('reads operations, time and rate of the one job', () => {
    expect(fioReads(recorded('fio.txt'))).toEqual({
      ...{ operations: 1600, bytes: 6_553_600, milliseconds: 5002, iops: 319.872051, meanLatencyMicros: 3073.2 },
    });
  });
  it('throws on a job that failed or read nothing', () => {
    expect(() => fioReads(recorded('fio.txt').replace('"error" : 0', '"error" : 5'))).toThrow('ended with error 5');
    expect(() => fioReads(recorded('fio.txt').replace('"total_ios" : 1600', '"total_ios" : 0'))).toThrow(
      'read nothing',
    );
  });
});

describe('fioIops', () => {
  it('gives one rate for each second of the log', () => {
    expect(fioIops(recorded('fio-iops.log'))).toEqual([129, 93, 206, 466, 705]);
  });
});

describe('logicalVolumes', () => {
  it('gives the fields by the names that lvs has for them', () => {
    const pools = logicalVolumes(recorded('lvs.txt')).filter(({ segtype }) => segtype === 'cache-pool');
    expect(pools).toHaveLength(2);
    expect(pools[0]).toMatchObject({ vg_name: 'leg1', cache_mode: 'writethrough', chunk_size: '65536B' });
  });
});

describe('blockCounters', () => {
  it('gives the counters of each disk by serial, and of nothing else', () => {
    const counters = blockCounters(JSON.parse(recorded('query-blockstats.txt')));
    expect(Object.keys(counters).sort()).toEqual(['H1', 'H2', 'S1', 'S2']);
    expect(counters['H1']?.reads).toBe(1095);
  });
  it('gives what was done between two readings', () => {
    const zero = { reads: 1, writes: 2, flushes: 3, readBytes: 4, writtenBytes: 5 };
    expect(since(zero, { ...zero, reads: 11 })).toEqual({
      ...zero,
      reads: 10,
      writes: 0,
      flushes: 0,
      readBytes: 0,
      writtenBytes: 0,
    });
  });
});
