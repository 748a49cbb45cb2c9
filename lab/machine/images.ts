import { execFileSync } from 'node:child_process';
import { imageOf } from './arguments.ts';
import type { Disk } from './disks.ts';

/**
 * Copies the images of disks as they are beside each other: from the names that end in `from` to those that end in `to`,
 * '' being the disk itself. Holes stay holes, and a file system that can share blocks shares them.
 */
export function copyImages(scratch: string, disks: readonly Disk[], from: string, to: string): void {
  for (const disk of disks) {
    const image = imageOf(scratch, disk);
    execFileSync('cp', ['--sparse=always', '--reflink=auto', `${image}${from}`, `${image}${to}`]);
  }
}
