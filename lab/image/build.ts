import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../run/files.ts';
import { differences, type ImageLock, lockFrom, readLock, writeLock } from './lock.ts';
import { cacheDirectory, imageKey, lockFile, packages, suite, trimScript } from './recipe.ts';

export type Image = { directory: string; lock: ImageLock; lockText: string };

/** The image of the lock, if it has been built. */
export function cachedImage(): Image | undefined {
  const locked = readLock();
  if (!locked) return undefined;
  const directory = join(cacheDirectory, `image-${imageKey(locked.text)}`);
  return existsSync(directory) ? { directory, lock: locked.lock, lockText: locked.text } : undefined;
}

/**
 * Builds the guest's image, or takes it from the cache. With `relock` the lock is written anew from what the archive
 * has today; without it, an archive that has moved on is an error, so that results of two images are never mixed.
 */
export function buildImage({ relock, say }: { relock: boolean; say: (text: string) => void }): Image {
  const cached = relock ? undefined : cachedImage();
  if (cached) return cached;
  mkdirSync(cacheDirectory, { recursive: true });
  const work = mkdtempSync(join(cacheDirectory, 'building-'));
  try {
    say(`builds the image from ${suite}, about two minutes …`);
    debootstrap(work);
    const read = (name: string) => readFileSync(join(work, 'lab', 'inventory', name), 'utf8');
    const built = lockFrom(suite, read('index'), read('release'), read('kernel'));
    const locked = relock ? undefined : readLock();
    const moved = locked ? differences(locked.lock, built) : [];
    if (moved.length)
      throw new Error(
        `The archive no longer has what data/image.lock.json names:\n  ${moved.join('\n  ')}\nRun \`npm run lab -- image --relock\`, and every experiment again.`,
      );
    const lock = locked?.lock ?? built;
    const lockText = locked?.text ?? writeLock(built);
    squash(work);
    const directory = join(cacheDirectory, `image-${imageKey(lockText)}`);
    rmSync(directory, { recursive: true, force: true });
    renameSync(join(work, 'lab'), directory);
    if (!locked) writeAtomically(lockFile, lockText);
    return { directory, lock, lockText };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** root.tar and lab/ (kernel, what the initrd is made of, the inventory) in `work`. Needs no root where unshare works. */
function debootstrap(work: string) {
  const script = (path: string) => [
    `--customize-hook=copy-in ${path} /tmp`,
    `--customize-hook=chroot "$1" sh /tmp/${path.split('/').at(-1)}`,
  ];
  const log = openSync(join(work, 'log'), 'w');
  const done = spawnSync(
    'mmdebstrap',
    [
      ...['--variant=minbase', `--include=${packages.join(',')}`, '--format=tar'],
      ...script(join(import.meta.dirname, 'inventory.sh')),
      ...script(trimScript),
      `--customize-hook=copy-out /boot/lab ${work}`,
      '--customize-hook=rm -rf "$1"/boot/lab "$1"/tmp/*.sh',
      ...[suite, join(work, 'root.tar'), archive()],
    ],
    { stdio: ['ignore', log, log] },
  );
  if (done.status === 0) return;
  const tail = readFileSync(join(work, 'log'), 'utf8').trim().split('\n').slice(-12).join('\n');
  throw new Error(`mmdebstrap failed (${done.error?.message ?? `status ${done.status}`}):\n${tail}`);
}

/** Little compression: the guest decompresses under emulation. */
function squash(work: string) {
  const options = [
    '-tar',
    '-comp',
    'zstd',
    '-Xcompression-level',
    '3',
    '-no-xattrs',
    '-noappend',
    '-quiet',
    '-no-progress',
  ];
  const tar = openSync(join(work, 'root.tar'), 'r');
  const done = spawnSync('mksquashfs', ['-', join(work, 'lab', 'root.squashfs'), ...options], {
    stdio: [tar, 'ignore', 'pipe'],
  });
  if (done.status !== 0) throw new Error(`mksquashfs failed: ${done.error?.message ?? done.stderr}`);
}

/** The line for apt that names the suite in the archive from which this host itself is installed, or LAB_MIRROR. */
function archive(): string {
  const known = execFileSync('apt-get', ['indextargets', '--format', '$(ORIGIN)|$(LABEL)|$(REPO_URI)'], {
    encoding: 'utf8',
  });
  const debian = known.split('\n').find((line) => line.startsWith('Debian|Debian|'));
  const mirror = process.env['LAB_MIRROR'] ?? debian?.split('|')[2];
  if (!mirror) throw new Error('This host knows no archive of Debian: name one in LAB_MIRROR.');
  return `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror} ${suite} main`;
}
