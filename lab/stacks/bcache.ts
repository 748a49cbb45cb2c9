import { type CorpusFile, writeCorpus } from '../experiments/corpus.ts';
import type { Guest } from '../machine/guest.ts';
import { partOf } from './parts.ts';
import { readByTurns } from './warmed.ts';

export type Mode = 'writethrough' | 'writearound' | 'writeback';

/** A btrfs RAID1 on two legs behind bcache, on one part of each disk. */
export type BcacheArray = {
  mode: Mode;
  /** The two hard disks and for each the SSD of its set; the same twice for a set that the legs share. */
  legs: readonly { hdd: string; ssd: string }[];
  directory: string;
};

/** The array on the parts with this number; each leg has a set of its own, or both share one on S1. */
export const bcacheArray = (mode: Mode, part: number, sets: 'own' | 'shared' = 'own'): BcacheArray => ({
  mode,
  legs: [
    { hdd: partOf('H1', part), ssd: partOf('S1', part) },
    { hdd: partOf('H2', part), ssd: partOf(sets === 'own' ? 'S2' : 'S1', part) },
  ],
  directory: `/mnt/${sets}-${mode}`,
});

/** The name of the bcache device that stands for a hard disk or a part of one. Fails while the leg does not run. */
export const deviceOf = async (guest: Guest, hdd: string): Promise<string> =>
  (
    await guest.succeed(
      `basename $(readlink --canonicalize-existing /sys/class/block/$(basename $(readlink --canonicalize ${hdd}))/bcache/dev)`,
    )
  ).trim();

/** Legs without caches, a file system on them, mounted. Gives the names of the bcache devices. */
export async function makeBcacheArray(guest: Guest, { legs, directory }: BcacheArray): Promise<string[]> {
  for (const { hdd } of legs) await guest.procedure('make-bcache-leg', { hdd });
  const devices: string[] = [];
  for (const { hdd } of legs) devices.push(await deviceOf(guest, hdd));
  const [one = '', two = ''] = devices.map((device) => `/dev/${device}`);
  await guest.procedure('make-raid1', { one, two });
  await guest.succeed(`mkdir -p ${directory}`);
  await guest.procedure('mount-array', { one, directory });
  return devices;
}

/** Makes the cache sets and attaches the legs, with the array mounted. */
export async function attachBcaches(guest: Guest, { legs, mode }: BcacheArray, devices: readonly string[]) {
  for (const ssd of new Set(legs.map((leg) => leg.ssd))) await guest.procedure('make-bcache-set', { ssd });
  for (const [nth, device] of devices.entries()) {
    const ssd = legs[nth]?.ssd ?? '';
    await guest.procedure('attach-bcache', { device, ssd, mode });
    await guest.procedure('let-bcache-take-everything', { device });
  }
}

/** The array, cached, with a file on it that was read by turns until both caches hold some of it. */
export async function makeReadBcacheArray(guest: Guest, array: BcacheArray, hot: CorpusFile, seed: number) {
  const devices = await makeBcacheArray(guest, array);
  await writeCorpus(guest, hot, seed);
  await attachBcaches(guest, array, devices);
  await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
  await readByTurns(guest, hot.path, hot.blocks / 256);
}
