import { z } from 'zod';
import { cacheStatuses } from './dm-cache.ts';

const times = z.array(z.tuple([z.int(), z.number()]));
const promisedFiles = ['ledger', 'table', 'bulk'] as const;
export type PromisedFile = (typeof promisedFiles)[number];

/** What lab/agent/promises.py prints. Times are seconds of the guest's monotonic clock. */
export const promises = z.strictObject({
  /** Number of the block, of `bulk` the mebibyte, and when its flush had returned. */
  ledger: times,
  table: times,
  bulk: times,
  errors: z.array(z.tuple([z.enum(promisedFiles), z.int(), z.number(), z.string()])),
  readers: z.array(
    z.strictObject({
      parity: z.int(),
      good: z.array(z.number()),
      wrong: z.array(z.number()),
      errors: z.array(z.number()),
    }),
  ),
  /** When the kernel took each watched disk out of its list. */
  gone: z.array(z.number()).min(1),
  /** The caches as device-mapper told of them last while every watched disk was there. */
  caches: z.string(),
});
export type Promises = z.infer<typeof promises>;
/** The same where no disk died. */
export const keptDisks = promises.extend({ gone: z.array(z.null()) });
/** What was promised, whatever became of the disks. */
export type Promised = Pick<Promises, PromisedFile>;

const BLOCKS_PER_MIB = 256;

/** Numbers of the blocks that were promised, of `bulk` every block of its mebibytes. */
export function promisedBlocks(seen: Promised, file: PromisedFile): number[] {
  const numbers = seen[file].map(([number]) => number);
  if (file !== 'bulk') return numbers;
  return numbers.flatMap((mib) => Array.from({ length: BLOCKS_PER_MIB }, (_, block) => mib * BLOCKS_PER_MIB + block));
}

/** Counts of writes and reads before and after the first disk was gone. */
export function aroundDeath(seen: Promises) {
  const moment = Math.min(...seen.gone);
  const done = promisedFiles.flatMap((file) => seen[file].map(([, at]) => at));
  const all = (which: 'good' | 'wrong' | 'errors') => seen.readers.flatMap((reader) => reader[which]);
  return {
    promisedBefore: done.filter((at) => at <= moment).length,
    promisedAfter: done.filter((at) => at > moment).length,
    writeErrors: seen.errors.length,
    readErrors: all('errors').length,
    wrongReads: all('wrong').length,
    readsAfter: all('good').filter((at) => at > moment).length,
  };
}

/** Dirty chunks of the named caches at the last look before the first disk was gone. Throws when one was not seen. */
export function dirtyAtDeath(seen: Promises, names: readonly string[]): number {
  const caches = cacheStatuses(seen.caches);
  const dirty = names.map((name) => caches.find((one) => one.name === name)?.dirty);
  return dirty.reduce<number>((total, one, which) => {
    if (one === undefined) throw new Error(`the cache ${names[which]} was not seen before the disk was gone`);
    return total + one;
  }, 0);
}

/** Numbers as --only of corpus.py takes them: 3-5,9. */
export function ranges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: [number, number][] = [];
  for (const number of sorted) {
    const last = parts.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
