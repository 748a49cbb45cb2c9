import {
  closeSync,
  globSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { imageOf } from '../machine/arguments.ts';
import type { Disk } from '../machine/disks.ts';
import { isAlive, ownerText } from './owner.ts';

/** A directory for one run's disks and sockets, outside the project. */
export function makeScratch(within = tmpdir()): string {
  const directory = mkdtempSync(join(within, 'ssd-cache-lab-'));
  writeFileSync(join(directory, 'owner'), ownerText('a run'));
  return directory;
}

/** Removes what labs that were killed have left behind. Gives how many directories that were. */
export function sweepScratch(within = tmpdir()): number {
  const owners = globSync('ssd-cache-lab-*/owner', { cwd: within }).map((file) => join(within, file));
  const left = owners.filter((file) => !isAlive(readFileSync(file, 'utf8')));
  for (const file of left) removeScratch(dirname(file));
  return left.length;
}

const GIB = 2 ** 30;
/** A run writes about 1 GiB to its disks; the image and the results want room too. */
const NEEDED = 3 * GIB;

/** Throws when there is not room for a run, before anything of it is written. */
export function needRoom(within = tmpdir(), needed = NEEDED): void {
  const { bavail, bsize } = statfsSync(within);
  if (bavail * bsize < needed)
    throw new Error(
      `${within} has ${((bavail * bsize) / GIB).toFixed(1)} GiB left, and a run wants ${(needed / GIB).toFixed(0)}: make room, or name another place in TMPDIR; then \`npm run lab -- resume\`.`,
    );
}

export const removeScratch = (directory: string): void => rmSync(directory, { recursive: true, force: true });

/** Empty disks: nothing of an earlier run is left that LVM or btrfs could find. */
export function makeDisks(scratch: string, disks: readonly Disk[]): void {
  for (const disk of disks) {
    const path = imageOf(scratch, disk);
    closeSync(openSync(path, 'wx'));
    truncateSync(path, disk.bytes);
  }
}
