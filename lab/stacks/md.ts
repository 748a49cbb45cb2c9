import type { Guest } from '../machine/guest.ts';
import { partOf } from './parts.ts';

/** A mirror of md over parts of the hard disks, a writethrough lvmcache on a part of S1 above it, btrfs on that. */
export const mdArray = (part: number, directory: string) => ({
  device: 'md0',
  group: 'all',
  volume: '/dev/all/data',
  halves: [partOf('H1', part), partOf('H2', part)] as const,
  ssd: partOf('S1', part),
  directory,
});
export type MdArray = ReturnType<typeof mdArray>;

/** Makes and mounts it. `size` is that of the volume. */
export async function makeMdArray(guest: Guest, array: MdArray, size: string): Promise<void> {
  const { device, group, volume, halves, ssd, directory } = array;
  await guest.procedure('make-md-mirror', { one: halves[0], two: halves[1], device });
  await guest.procedure('make-md-volume', { group, device, ssd, size, cache: '384m' });
  await guest.procedure('make-single-btrfs', { device: volume, directory });
}

/** Starts and mounts it after a boot. */
export async function startMdArray(guest: Guest, { device, group, volume, halves, directory }: MdArray): Promise<void> {
  await guest.procedure('start-md-mirror', { one: halves[0], two: halves[1], device });
  await guest.procedure('start-leg', { leg: group });
  await guest.succeed(`modprobe btrfs; mkdir -p ${directory}; mount -o noatime,nossd ${volume} ${directory}`);
}

/** Unmounts and stops it in good order. */
export async function stopMdArray(guest: Guest, { device, group, directory }: MdArray): Promise<void> {
  await guest.succeed(`umount ${directory}`, { seconds: 120 });
  await guest.procedure('stop-leg', { leg: group });
  await guest.succeed(`mdadm --stop /dev/${device}`);
}
