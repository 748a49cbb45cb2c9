/** What a write cache holds, in blocks of its own size. */
export type WritecacheStatus = {
  /** Whether there was an error, after which it gives only errors. */
  error: boolean;
  blocks: number;
  free: number;
  writingBack: number;
};

/**
 * Reads a line of `dmsetup status` of a write cache: errors, blocks, free blocks, blocks under writeback, then counts
 * (Documentation/admin-guide/device-mapper/writecache.rst). Throws when there is none of that name.
 */
export function writecacheStatus(printed: string, name: string): WritecacheStatus {
  const found = new RegExp(`^${name}: \\d+ \\d+ writecache (-?\\d+) (\\d+) (\\d+) (\\d+)(?: |$)`, 'm').exec(printed);
  if (!found) throw new Error(`no write cache ${name} in what dmsetup printed`);
  const [error = 0, blocks = 0, free = 0, writingBack = 0] = found.slice(1).map(Number);
  return { error: error !== 0, blocks, free, writingBack };
}
