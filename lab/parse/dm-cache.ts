/** What `dmsetup status` says of a cache target. Counts are in cache blocks ("chunks") or in bios since activation. */
export type CacheStatus = {
  name: string;
  metadataUsed: number;
  metadataTotal: number;
  chunkBytes: number;
  chunksUsed: number;
  chunksTotal: number;
  readHits: number;
  readMisses: number;
  writeHits: number;
  writeMisses: number;
  demotions: number;
  promotions: number;
  dirty: number;
  features: string[];
  policy: string;
  /** `rw`, `ro` or `Fail`. */
  metadataMode: string;
  needsCheck: boolean;
};

/**
 * Reads the cache targets out of `dmsetup status`, in the order of fields that the kernel documents:
 * https://docs.kernel.org/admin-guide/device-mapper/cache.html#status
 * Other targets are left out. Throws on a line of a cache target that is not of that form.
 */
export const cacheStatuses = (output: string): CacheStatus[] =>
  output
    .split('\n')
    .filter((line) => /^\S+: \d+ \d+ cache /.test(line.trim()))
    .map(cacheStatus);

function cacheStatus(line: string): CacheStatus {
  const words = line.trim().split(/\s+/);
  const name = (words.shift() ?? '').replace(/:$/, '');
  words.splice(0, 3); // start, length, "cache"
  const next = () => words.shift() ?? fail(line);
  const number = () => {
    const word = next();
    return /^\d+$/.test(word) ? Number(word) : fail(line);
  };
  const pair = (): [number, number] => {
    const [, used, total] = /^(\d+)\/(\d+)$/.exec(next()) ?? fail(line);
    return [Number(used), Number(total)];
  };
  const list = () => Array.from({ length: number() }, next);

  number(); // size of a metadata block, in sectors
  const [metadataUsed, metadataTotal] = pair();
  const chunkBytes = number() * 512;
  const [chunksUsed, chunksTotal] = pair();
  const [readHits, readMisses, writeHits, writeMisses] = [number(), number(), number(), number()];
  const [demotions, promotions, dirty] = [number(), number(), number()];
  const features = list();
  list(); // core arguments
  const policy = next();
  list(); // the policy's arguments
  const metadataMode = next();
  const needsCheck = next() === 'needs_check';
  return {
    ...{ name, metadataUsed, metadataTotal, chunkBytes, chunksUsed, chunksTotal },
    ...{ readHits, readMisses, writeHits, writeMisses, demotions, promotions, dirty },
    ...{ features, policy, metadataMode, needsCheck },
  };
}

function fail(line: string): never {
  throw new Error(`not the status of a cache target: ${line}`);
}
