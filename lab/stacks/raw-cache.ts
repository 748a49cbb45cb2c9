import type { Guest } from '../machine/guest.ts';
import { partOf } from './parts.ts';

/** A btrfs RAID1 on two parts of the hard disks, each behind a cache that dmsetup made on a part of its own SSD. */
export const rawArray = (mode: 'writethrough' | 'writeback', part: number) => ({
  mode,
  legs: [
    { name: `${mode}1`, hdd: partOf('H1', part), ssd: partOf('S1', part) },
    { name: `${mode}2`, hdd: partOf('H2', part), ssd: partOf('S2', part) },
  ],
  devices: [`/dev/mapper/${mode}1`, `/dev/mapper/${mode}2`] as const,
  directory: `/mnt/${mode}`,
});
export type RawArray = ReturnType<typeof rawArray>;

/** Makes the caches and the file system on them, and mounts it. Gives the UUID of the file system. */
export async function makeRawArray(guest: Guest, array: RawArray): Promise<string> {
  for (const leg of array.legs) await guest.procedure('make-raw-cache', { ...leg, mode: array.mode });
  const [one, two] = array.devices;
  await guest.procedure('make-raid1', { one, two });
  await mountRawArray(guest, array);
  return (await guest.succeed(`findmnt --noheadings --output UUID ${array.directory}`)).trim();
}

/** Makes the caches known again, as the script at boot would. */
export async function startRawCaches(guest: Guest, { legs, mode }: RawArray): Promise<void> {
  for (const leg of legs) await guest.procedure('start-raw-cache', { ...leg, mode });
}

/** Mounts the array on its caches. Gives the status of the mount. */
export async function mountRawArray(guest: Guest, { devices, directory }: RawArray): Promise<number> {
  const [one, two] = devices;
  await guest.succeed(`mkdir -p ${directory}`);
  const [, mount] = await guest.procedure('mount-raw-cached-array', { one, two, directory });
  return mount?.status ?? -1;
}
