import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
export const suite = 'trixie';
/** For the checks of an experiment: what makes caches, and what looks at them. Dependencies come by themselves. */
export const packages = [
  'linux-image-amd64',
  'lvm2',
  'dmsetup',
  'thin-provisioning-tools',
  'btrfs-progs',
  'fio',
  'udev',
  'kmod',
  'jq',
  'python3-minimal',
  'busybox-static',
  'xz-utils',
];
/** Whose versions are written into the provenance of every run. */
export const named = ['btrfs-progs', 'dmsetup', 'fio', 'lvm2', 'thin-provisioning-tools', 'udev'];

export const trimScript = join(import.meta.dirname, 'trim.sh');
export const lockFile = join(root, 'data', 'image.lock.json');
/** LAB_CACHE names another place, where what clears the project's cache cannot take an image from under a run. */
export const cacheDirectory = process.env['LAB_CACHE'] ?? join(root, '.cache', 'lab');

export const sha256Of = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** What names a cached image: the lock and everything that says how the image is made of what it locks. */
export function imageKey(lock: string): string {
  const recipe = readFileSync(join(import.meta.dirname, 'recipe.ts'), 'utf8');
  return sha256Of([lock, readFileSync(trimScript, 'utf8'), recipe].join('\0')).slice(0, 16);
}
