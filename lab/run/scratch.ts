import { closeSync, mkdtempSync, openSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imageOf } from '../machine/arguments.ts';
import type { Disk } from '../machine/disks.ts';

/** A directory for one run's disks and sockets, outside the project. */
export const makeScratch = (): string => mkdtempSync(join(tmpdir(), 'ssd-cache-lab-'));

export const removeScratch = (directory: string): void => rmSync(directory, { recursive: true, force: true });

/** Empty disks: nothing of an earlier run is left that LVM or btrfs could find. */
export function makeDisks(scratch: string, disks: readonly Disk[]): void {
  for (const disk of disks) {
    const path = imageOf(scratch, disk);
    closeSync(openSync(path, 'wx'));
    truncateSync(path, disk.bytes);
  }
}
