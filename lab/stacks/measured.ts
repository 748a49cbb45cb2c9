import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import type { Host } from '../machine/host.ts';
import { since } from '../parse/blockstats.ts';
import { type CacheStatus, cacheStatuses } from '../parse/dm-cache.ts';
import { legs } from './legs.ts';

/** How a leg is cached for a measurement: LVM's words for the mode, sizes as LVM writes them. */
export type Tuning = { mode: 'writethrough' | 'writeback'; size: string; chunk: string };
export type CacheOf = { leg: string; ssd: string };

/** Puts a cache of that kind in front of the legs. */
export async function attachTuned(guest: Guest, { mode, size, chunk }: Tuning, which: readonly CacheOf[] = legs) {
  for (const { leg, ssd } of which)
    await guest.procedure('attach-tuned-cache', { leg, ssd: pathOf(ssd), size, chunk, mode }, { seconds: 120 });
}

export async function detach(guest: Guest, which: readonly CacheOf[] = legs) {
  for (const { leg } of which) await guest.procedure('remove-cache', { leg }, { seconds: 300 });
}

const counters = z.strictObject({
  ...{ reads: z.int(), writes: z.int(), flushes: z.int(), readBytes: z.int(), writtenBytes: z.int() },
});
/** What each disk did, by serial, as QEMU counted it. */
export const diskWork = z.record(z.string(), counters);
export type DiskWork = z.infer<typeof diskWork>;

/** Does something, and says what the disks did meanwhile. */
export async function during<T>(host: Host, work: () => Promise<T>): Promise<{ result: T; disks: DiskWork }> {
  const before = await host.counters();
  const result = await work();
  const after = await host.counters();
  const disks = Object.entries(after).map(([serial, now]) => [serial, since(before[serial] ?? now, now)] as const);
  return { result, disks: Object.fromEntries(disks) };
}

const names = { hdd: legs.map(({ hdd }) => hdd), ssd: legs.map(({ ssd }) => ssd) };
/** The sum of one counter over the disks of a kind, or over those named. NaN where one of them is not there. */
export function total(disks: DiskWork, of: 'hdd' | 'ssd' | readonly string[], what: keyof z.infer<typeof counters>) {
  const serials: readonly string[] = typeof of === 'string' ? names[of] : of;
  return serials.reduce((sum, serial) => sum + (disks[serial]?.[what] ?? Number.NaN), 0);
}

export const cacheCounts = z.strictObject({
  ...{ leg: z.string(), readHits: z.int(), readMisses: z.int(), writeHits: z.int(), writeMisses: z.int() },
  ...{ promotions: z.int(), demotions: z.int(), used: z.int(), dirty: z.int() },
});
/** What a cache did meanwhile (hits, misses, promotions, demotions), and how full and dirty it was at the end. */
export type CacheCounts = z.infer<typeof cacheCounts>;

/** What the caches did between two statuses, one for each cache of the later one. */
export function between(before: readonly CacheStatus[], after: readonly CacheStatus[]): CacheCounts[] {
  return after.map((now) => {
    const was = before.find(({ name }) => name === now.name);
    const grown = (of: 'readHits' | 'readMisses' | 'writeHits' | 'writeMisses' | 'promotions' | 'demotions') =>
      now[of] - (was?.[of] ?? 0);
    return {
      leg: now.name.replace(/-data$/, ''),
      ...{ readHits: grown('readHits'), readMisses: grown('readMisses') },
      ...{ writeHits: grown('writeHits'), writeMisses: grown('writeMisses') },
      ...{ promotions: grown('promotions'), demotions: grown('demotions') },
      ...{ used: now.chunksUsed, dirty: now.dirty },
    };
  });
}

/** What the caches say of themselves now; nothing where there is none. */
export const statuses = async (guest: Guest): Promise<CacheStatus[]> =>
  cacheStatuses(await guest.succeed('dmsetup status --noflush --target cache'));

export const passes = z.strictObject({
  reads: z.int(),
  passes: z.array(z.strictObject({ seconds: z.number(), caches: z.array(cacheCounts) })).min(1),
  disks: diskWork,
});
/** Passes over a file: what each cache did in each of them, and what the disks did in all. */
export type Passes = z.infer<typeof passes>;

const said = z.object({
  reads: z.int(),
  before: z.string(),
  passes: z.array(z.object({ seconds: z.number(), status: z.string() })),
});

export type PassOptions = {
  path: string;
  mib: number;
  seed: number;
  /** In KiB; 64 where it is not said. */
  block?: number;
  passes?: number;
  parity?: 0 | 1;
  /** Other words of lab/agent/passes.py, such as --sequential or --rewrite. */
  more?: string;
};

/** Reads or rewrites a file by lab/agent/passes.py, with the page cache dropped first. */
export async function pass(guest: Guest, host: Host, options: PassOptions): Promise<Passes> {
  const { path, mib, seed, block = 64, passes = 1, parity, more = '' } = options;
  const words = `${path} --mib ${mib} --seed ${seed} --block ${block} --passes ${passes} ${more}`;
  const { result, disks } = await during(host, () =>
    guest.succeed(`python3 /lab/passes.py ${words} ${parity === undefined ? '' : `--parity ${parity}`}`, {
      seconds: 400,
    }),
  );
  const { reads, before, passes: done } = said.parse(JSON.parse(result));
  const all = [before, ...done.map(({ status }) => status)].map(cacheStatuses);
  return {
    reads,
    disks,
    passes: done.map(({ seconds }, index) => ({ seconds, caches: between(all[index] ?? [], all[index + 1] ?? []) })),
  };
}

/** Passes by readers of both parities in turn, so that both legs are read. */
export async function bothPass(guest: Guest, host: Host, options: PassOptions): Promise<Passes[]> {
  return [await pass(guest, host, { ...options, parity: 0 }), await pass(guest, host, { ...options, parity: 1 })];
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/**
 * Share of the reads that the caches answered in the last pass of each, in percent. With `leg`, of that leg's cache
 * alone. NaN where nothing was read from a cached leg.
 */
export function hitShareOf(done: readonly Passes[], leg?: string): number {
  const caches = done
    .flatMap((one) => one.passes.at(-1)?.caches ?? [])
    .filter((cache) => leg === undefined || cache.leg === leg);
  const hits = sum(caches.map(({ readHits }) => readHits));
  return (100 * hits) / (hits + sum(caches.map(({ readMisses }) => readMisses)));
}

/** Reads that reached a hard disk for each 1000 reads of the passes. */
export const hddPer1000 = (done: readonly Passes[]): number =>
  (1000 * sum(done.map(({ disks }) => total(disks, 'hdd', 'reads')))) / sum(done.map(({ reads }) => reads));
