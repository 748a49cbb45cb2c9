import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import type { CacheStatus } from '../parse/dm-cache.ts';
import { cacheStatus, dropPageCache } from './legs.ts';

export const warmUp = z.strictObject({
  /** Share of reads that each leg's cache answered, in percent, pass by pass. */
  hitShares: z.array(z.array(z.number())),
  /** Reads of 64 KiB that it took, by readers of both parities. */
  reads: z.int(),
  /** Whether it ended at the cap and not by its condition. */
  capped: z.boolean(),
});
export type WarmUp = z.infer<typeof warmUp>;

const PASSES = 20;
const STEADY_POINTS = 2;

/**
 * Reads the whole file in random order past the page cache, by a process of even id and by one of odd id, since btrfs
 * picks the leg by the reader's id and each leg has a cache of its own. Goes on until no leg's hit share moves by
 * more than two points from one pass to the next and the caches answer at all; at most 20 passes.
 */
export async function warm(guest: Guest, path: string, mebibytes: number): Promise<WarmUp> {
  const hitShares: number[][] = [];
  let reads = 0;
  let before = await cacheStatus(guest);
  while (hitShares.length < PASSES) {
    await dropPageCache(guest);
    for (const parity of [0, 1]) {
      const job = `--name=warm --filename=${path} --rw=randread --bs=64k --direct=1 --ioengine=psync --size=${mebibytes}m`;
      const short = `jq --compact-output 'if .jobs then .jobs[0].read | {total_ios, io_bytes, runtime, iops} else . end'`;
      await guest.succeed(`python3 /lab/on-leg.py ${parity} ${job} --output-format=json | ${short}`, { seconds: 120 });
      reads += mebibytes * 16;
    }
    const after = await cacheStatus(guest);
    hitShares.push(after.map((status, leg) => hitShare(before[leg] ?? status, status)));
    before = after;
    if (isSteady(hitShares)) return { hitShares, reads, capped: false };
  }
  return { hitShares, reads, capped: true };
}

/** In percent, between two statuses of the same cache; 0 where nothing was read. */
export function hitShare(before: CacheStatus, after: CacheStatus): number {
  const hits = after.readHits - before.readHits;
  const misses = after.readMisses - before.readMisses;
  return hits + misses === 0 ? 0 : Number(((100 * hits) / (hits + misses)).toFixed(2));
}

/** Percentage points by which the last pass differs from the one before it, on the leg where they differ most. */
export function lastChange(hitShares: readonly (readonly number[])[]): number {
  const [before, last] = hitShares.slice(-2);
  if (!before || !last) return 100;
  return Math.max(...last.map((share, leg) => Math.abs(share - (before[leg] ?? 0))));
}

const isSteady = (hitShares: readonly (readonly number[])[]): boolean =>
  lastChange(hitShares) < STEADY_POINTS && (hitShares.at(-1) ?? []).every((share) => share > 0);
