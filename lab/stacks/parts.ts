import { fourDisks, pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import type { Host } from '../machine/host.ts';

const GiB = 1 << 30;

/** The four disks with SSDs of 4 GiB, so that a part of one is large enough for a cache set of bcache by its defaults. */
export const roomyDisks = fourDisks.map((disk) => (disk.is === 'SSD' ? { ...disk, bytes: 4 * GiB } : disk));

/** Where the guest finds a part of a disk. */
export const partOf = (serial: string, number: number): string => `${pathOf(serial)}-part${number}`;

/** Divides each of the four disks alike, so that several arrangements live on them side by side. */
export function divide(host: Host, parts: number): void {
  for (const { serial } of fourDisks) host.partition(serial, parts);
}

/** The same from inside the guest, where more parts are wanted than an old partition table has room for. */
export async function divideInGuest(
  guest: Guest,
  parts: number,
  mebibytes: { HDD: number; SSD: number },
): Promise<void> {
  for (const { serial, is } of fourDisks) {
    const each = Array.from({ length: parts }, () => `--new=0:0:+${mebibytes[is]}M`).join(' ');
    await guest.succeed(`sgdisk ${each} ${pathOf(serial)}`);
  }
  await guest.succeed('udevadm settle');
}
