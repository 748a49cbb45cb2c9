import { z } from 'zod';
import { type CorpusFile, readBack, verifyCorpus } from '../experiments/corpus.ts';
import type { Bench } from '../experiments/experiment.ts';
import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { deviceStats } from '../parse/btrfs.ts';
import { aroundLoss, type Load, load } from '../parse/load.ts';

/** Long enough for a slow host: what counts are records before and after, and no times. */
const SECONDS = 90;
/** The disk is pulled out when every load has written so many records. */
const BEFORE_BLOCKS = 14;
const hotBlocks = 512;

/** The file of an array that is read during the load, see lab/agent/load.py. */
export const hotOf = (directory: string): CorpusFile => ({ path: `${directory}/hot`, file: 1, blocks: hotBlocks });
const ledgerOf = (directory: string) => ({ path: `${directory}/ledger`, file: 3 });

export const underLoad = z.strictObject({
  load,
  /** Options of the mount after the load. */
  options: z.string(),
  /** What btrfs counted for its devices; null where the file system is another. */
  deviceStats: z.string().nullable(),
});
export type UnderLoad = z.infer<typeof underLoad>;

/**
 * Writes and reads all the mounted arrays at once, each with a load of its own, and pulls out a disk when all of them
 * have written some records. Gives what each load saw, in the order of the directories.
 */
export async function pullOutUnderLoad(
  { guest, host, seed }: Bench,
  serial: string,
  directories: readonly string[],
): Promise<UnderLoad[]> {
  const one = (directory: string, nth: number) =>
    `python3 /lab/load.py --ledger ${ledgerOf(directory).path} --hot ${hotOf(directory).path} --hot-blocks ${hotBlocks} ` +
    `--seed ${seed} --seconds ${SECONDS} --watch ${pathOf(serial)} > /tmp/load${nth} 2> /tmp/errors${nth} < /dev/null &`;
  await guest.succeed(`${directories.map(one).join(' ')} true`);
  const written = (directory: string) =>
    `until test $(stat --format=%s ${ledgerOf(directory).path} 2> /dev/null || echo 0) -ge ${BEFORE_BLOCKS * 4096}; do sleep 0.2; done`;
  await guest.succeed(directories.map(written).join('; '), { seconds: SECONDS - 20 });
  await host.unplug(serial);
  const ended = directories.map((_, nth) => `until test -s /tmp/load${nth}; do sleep 0.5; done`).join('; ');
  const all = directories.map((_, nth) => `/tmp/load${nth}`).join(' ');
  const lines = (await guest.succeed(`${ended}; sleep 1; cat ${all}`, { seconds: 3 * SECONDS })).trim().split('\n');
  const seen: UnderLoad[] = [];
  for (const [nth, directory] of directories.entries()) {
    const options = await guest.succeed(`findmnt --noheadings --output FSTYPE,OPTIONS ${directory}`);
    const isBtrfs = options.startsWith('btrfs');
    const stats = isBtrfs ? await guest.succeed(`btrfs --format json device stats ${directory}`) : null;
    seen.push({ load: load.parse(JSON.parse(lines[nth] ?? '')), options: options.trim(), deviceStats: stats });
  }
  return seen;
}

export const afterwards = z.strictObject({
  /** Exit status of the mount; -1 where there was nothing to mount. */
  mount: z.int(),
  ledger: readBack.nullable(),
  hot: readBack.nullable(),
});
export type Afterwards = z.infer<typeof afterwards>;

/** Mounts a btrfs array for reading, even with a leg missing, and reads back what its load was told to be on disk. */
export async function lookAt(
  guest: Guest,
  { one, directory }: { one: string; directory: string },
  seen: Load,
  seed: number,
): Promise<Afterwards> {
  await guest.succeed(`mkdir -p ${directory}`);
  const steps = await guest.procedure('mount-degraded', { one, directory, access: 'ro' });
  return await readWhatWasPromised(guest, directory, steps[2]?.status ?? -1, seen, seed);
}

/** The same for a file system that has been mounted, or has not where the status of its mount is not 0. */
export async function readWhatWasPromised(
  guest: Guest,
  directory: string,
  mount: number,
  { writer }: Load,
  seed: number,
): Promise<Afterwards> {
  if (mount !== 0) return { mount, ledger: null, hot: null };
  const read = async (file: CorpusFile) =>
    (await guest.run(`test -s ${file.path}`)).status === 0 ? await verifyCorpus(guest, file, seed) : null;
  const blocks = Math.max(0, ...writer.records.map(([number]) => number)) + 1;
  return { mount, ledger: await read({ ...ledgerOf(directory), blocks }), hot: await read(hotOf(directory)) };
}

/** Flushed records that are not there, and blocks of the file that was only read. */
export function lostOf({ ledger, hot }: Afterwards, { writer }: Load) {
  const bad = new Set([...(ledger?.unreadable ?? []), ...(ledger?.wrong ?? [])]);
  return {
    records: writer.records.filter(([number]) => ledger === null || bad.has(number)).length,
    hot: hot ? hot.blocks - hot.good : hotBlocks,
  };
}

/** What an array was like while the disk died. */
export function duringLoss(seen: UnderLoad) {
  const around = aroundLoss(seen.load);
  const isWritable = /\brw\b/.test(seen.options) && around.acknowledgedAfter > 0;
  return {
    ...around,
    userErrors: around.writeErrors + around.readErrors,
    isWritable,
    wrongReads: around.wrongReads,
    /** By number of the device in btrfs, from 1 on. */
    errorsOf: (devid: number): number => {
      const found = deviceStats(seen.deviceStats ?? '').find((device) => device.devid === devid);
      if (!found) throw new Invalid(`btrfs knows no device ${devid}`);
      const { writeErrors, readErrors, flushErrors, corruptionErrors, generationErrors } = found;
      return writeErrors + readErrors + flushErrors + corruptionErrors + generationErrors;
    },
  };
}
