import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeAtomically } from '../run/files.ts';
import { archive, bootstrap } from './bootstrap.ts';
import { absent, keepDebs, writeArchive } from './debs.ts';
import { differences, type ImageLock, lockFrom, packagesIn, readLock, writeLock } from './lock.ts';
import { cacheDirectory, imageKey, newerKernel, root, sha256Of, packages as wanted } from './recipe.ts';
import { common, type Variant, variants } from './variants.ts';

export type Image = { directory: string; lock: ImageLock; lockText: string };

/** The image of the lock, if it has been built. */
export function cachedImage(variant: Variant = common): Image | undefined {
  const locked = readLock(join(root, variants[variant].lockName));
  if (!locked) return undefined;
  const directory = join(cacheDirectory, `image-${imageKey(locked.text)}`);
  return existsSync(directory) ? { directory, lock: locked.lock, lockText: locked.text } : undefined;
}

/**
 * Builds the guest's image, or takes it from the cache. With `relock` the lock is written anew from what the archive
 * has today. Without it the image is made of the very packages of the lock: from those that are stored when all are,
 * else from the archive, and one that has moved on is an error, so that results of two images are never mixed.
 */
export function buildImage({
  relock,
  say,
  variant = common,
}: {
  relock: boolean;
  say: (text: string) => void;
  variant?: Variant;
}): Image {
  const cached = relock ? undefined : cachedImage(variant);
  if (cached) return cached;
  const { lockName, packages: more, suites } = variants[variant];
  const lockFile = join(root, lockName);
  if (relock) mustBeUnused(lockFile);
  mkdirSync(cacheDirectory, { recursive: true });
  const work = mkdtempSync(join(cacheDirectory, 'building-'));
  mkdirSync(join(work, 'debs'));
  const read = (name: string) => readFileSync(join(work, 'lab', 'inventory', name), 'utf8');
  try {
    const locked = relock ? undefined : readLock(lockFile);
    const packages = locked?.lock.packages ?? [];
    const toFetch = absent(packages).length;
    const isStored = locked !== undefined && toFetch === 0;
    say(
      isStored
        ? `builds the image from ${packages.length} stored packages …`
        : `builds the image from the archive of Debian${locked ? ` (${toFetch} of ${packages.length} packages are not stored)` : ''} …`,
    );
    if (isStored) {
      writeArchive(packages, join(work, 'archive'));
      bootstrap(
        work,
        [packages.map(({ name }) => name).join(',')],
        [`deb [trusted=yes] copy:${join(work, 'archive')} ./`],
      );
    } else bootstrap(work, [[...wanted, ...more].join(','), newerKernel], archive(suites));
    const kept = keepDebs(join(work, 'debs'));
    if (kept) say(`stored ${kept} packages for another time`);
    const built = packagesIn(read('index'));
    const moved = locked ? differences(packages, built) : [];
    if (moved.length)
      throw new Error(
        `The archive no longer has what ${lockName} names:\n  ${moved.join('\n  ')}\nGive the next image a lock file of its own in lab/image/, run \`npm run lab -- image --relock\`, and every experiment again.`,
      );
    const lock = locked?.lock ?? lockFrom(built, read('releases'), read('kernels'));
    const lockText = locked?.text ?? writeLock(lock);
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

/** A lock that evidence names stays as it is: the chain from a claim to what it was made from would break. */
function mustBeUnused(file: string) {
  if (!existsSync(file)) return;
  const sum = sha256Of(readFileSync(file));
  const evidence = globSync(join(root, 'data/benchmarks/*/*.json')).find((one) =>
    readFileSync(one, 'utf8').includes(sum),
  );
  if (evidence)
    throw new Error(
      `${relative(root, evidence)} names ${relative(root, file)} by its sha256. Give the next image a lock file of its own in lab/image/.`,
    );
}

/** Little compression: the guest decompresses under emulation. */
function squash(work: string) {
  const quiet = ['-no-xattrs', '-noappend', '-quiet', '-no-progress'];
  const options = ['-tar', '-comp', 'zstd', '-Xcompression-level', '3', ...quiet];
  const tar = openSync(join(work, 'root.tar'), 'r');
  const done = spawnSync('mksquashfs', ['-', join(work, 'lab', 'root.squashfs'), ...options], {
    stdio: [tar, 'ignore', 'pipe'],
  });
  if (done.status !== 0) throw new Error(`mksquashfs failed: ${done.error?.message ?? done.stderr}`);
}
