import { type CorpusFile, corpusOptions, type ReadBack, readBack } from '../experiments/corpus.ts';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';

/** A file and the version in which it was written last. */
export type Version = CorpusFile & { version: number };

/** Reads every block past the page cache, in the version that it was written in last; null where the file is not there. */
export async function readVersion(guest: Guest, file: Version, seed: number): Promise<ReadBack | null> {
  if ((await guest.run(`test -s ${file.path}`)).status !== 0) return null;
  await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
  const words = `${corpusOptions(file, seed)} --version ${file.version}`;
  return readBack.parse(JSON.parse(await guest.succeed(`python3 /lab/corpus.py verify ${words}`, { seconds: 300 })));
}

/** Blocks that did not read back as they were written last; all of them where the file is not there. */
export const lostOf = (read: ReadBack | null, { blocks }: CorpusFile): number => (read ? blocks - read.good : blocks);

/**
 * Starts one leg of an unmounted array without the other, mounts it for reading, reads the files, and stops it again.
 * `one` is a group of LVM with a volume `data`.
 */
export async function readOnOneLeg(
  guest: Guest,
  { one, directory }: { one: string; directory: string },
  files: readonly Version[],
  seed: number,
): Promise<(ReadBack | null)[]> {
  await guest.procedure('start-leg', { leg: one });
  await guest.succeed('btrfs device scan --forget');
  const steps = await guest.procedure('mount-degraded', { one: `/dev/${one}/data`, directory, access: 'ro' });
  if (steps[2]?.status !== 0) {
    await guest.procedure('stop-leg', { leg: one });
    return files.map(() => null);
  }
  const members = await guest.succeed(`btrfs filesystem show ${directory}`);
  if (!/missing/i.test(members)) throw new Invalid(`${one} was to be alone, and nothing is missing`);
  const found: (ReadBack | null)[] = [];
  for (const file of files) found.push(await readVersion(guest, file, seed));
  await guest.succeed(`umount ${directory}`, { seconds: 120 });
  await guest.procedure('stop-leg', { leg: one });
  return found;
}
