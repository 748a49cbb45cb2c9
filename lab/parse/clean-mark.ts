/** What a stopped cache's metadata say of themselves. */
export type CleanMark = { clean: boolean; dirtyChunks: number; cleanChunks: number };

/** The superblock's flag for an orderly stop: CLEAN_SHUTDOWN in drivers/md/dm-cache-metadata.c. */
const CLEAN_SHUTDOWN = 1;

/**
 * Reads the second and third step of the procedure see-clean-mark: the superblock's flags as a number, and lines of
 * `cache_dump` counted by `uniq --count`. Throws on flags that are no number.
 */
export function cleanMark(flags: string, counts: string): CleanMark {
  if (!/^\s*\d+\s*$/.test(flags)) throw new Error(`not the flags of a superblock: ${flags}`);
  const chunks = (dirty: string) => Number(new RegExp(`(\\d+) dirty="${dirty}"`).exec(counts)?.[1] ?? 0);
  return {
    clean: (Number(flags) & CLEAN_SHUTDOWN) !== 0,
    dirtyChunks: chunks('true'),
    cleanChunks: chunks('false'),
  };
}
