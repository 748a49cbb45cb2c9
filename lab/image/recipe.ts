import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
export const suite = 'trixie';
/** Where the newer kernel comes from; nothing else is taken from there unless that kernel depends on it. */
export const newerSuite = 'trixie-backports';
/**
 * What makes caches, what looks at them, what reads through them as a backup does, and what boots as a real system does.
 * Dependencies come by themselves.
 */
export const packages = [
  'linux-image-amd64',
  'initramfs-tools',
  ...['lvm2', 'dmsetup', 'thin-provisioning-tools', 'bcache-tools', 'mdadm'],
  ...['btrfs-progs', 'e2fsprogs', 'xfsprogs', 'util-linux', 'gdisk', 'parted', 'smartmontools'],
  ...['fio', 'restic', 'borgbackup'],
  ...['udev', 'kmod', 'systemd-sysv', 'jq', 'python3-minimal', 'busybox-static', 'xz-utils', 'zstd'],
];
/** The newer kernel, as a pattern of apt: its name has the version in it. */
export const newerKernel = '?name(^linux-image-7\\.3\\.[0-9]+\\+deb13-amd64$)';
/** What the newer kernel needs newer than the suite has it, as preferences of apt. */
export const preferences = `Package: linux-base\\nPin: release n=${newerSuite}\\nPin-Priority: 500\\n`;
/** Whose versions are written into the provenance of every run. */
export const named = [
  ...['bcache-tools', 'borgbackup', 'btrfs-progs', 'dmsetup', 'fio', 'lvm2', 'mdadm', 'restic'],
  ...['thin-provisioning-tools', 'udev'],
];

export const trimScript = join(import.meta.dirname, 'trim.sh');
/**
 * The lock of the image that is built today. Each image has a lock file of its own, and the file of an older image stays
 * as it is: evidence names the lock that it ran with by its sha256. data/image.lock.json is that of the first image.
 */
export const lockName = 'data/image-2.lock.json';
export const lockFile = join(root, lockName);
/** LAB_CACHE names another place, where what clears the project's cache cannot take an image from under a run. */
export const cacheDirectory = process.env['LAB_CACHE'] ?? join(root, '.cache', 'lab');
/** Packages by their sha256: the archive drops what it has superseded, and an image has to be made again after that. */
export const debCache = join(cacheDirectory, 'debs');

export const sha256Of = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** What names a cached image: the lock and everything that says how the image is made of what it locks. */
export function imageKey(lock: string): string {
  const recipe = readFileSync(join(import.meta.dirname, 'recipe.ts'), 'utf8');
  return sha256Of([lock, readFileSync(trimScript, 'utf8'), recipe].join('\0')).slice(0, 16);
}
