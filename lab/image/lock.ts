import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { sha256 } from '../../src/schema/index.ts';
import { lockFile } from './recipe.ts';

/** data/image.lock.json: what the guest is made of, to the byte. */
export const imageLock = z.strictObject({
  schema: z.literal(1),
  suite: z.string(),
  /** The archive's own signed index, as it was when the packages were chosen. */
  release: z.strictObject({ date: z.string(), sha256 }),
  /** The kernel's name as modules know it. */
  kernel: z.string(),
  packages: z.array(
    z.strictObject({ name: z.string(), version: z.string(), architecture: z.string(), sha256, bytes: z.int() }),
  ),
});
export type ImageLock = z.infer<typeof imageLock>;

export const writeLock = (lock: ImageLock): string => {
  const { packages, ...rest } = lock;
  const lines = packages.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  return `${JSON.stringify(rest, null, 2).replace(/\n}$/, '')},\n  "packages": [\n${lines}\n  ]\n}\n`;
};

/** The lock as text and as data; undefined where there is none yet. */
export function readLock(): { text: string; lock: ImageLock } | undefined {
  if (!existsSync(lockFile)) return undefined;
  const text = readFileSync(lockFile, 'utf8');
  return { text, lock: imageLock.parse(JSON.parse(text)) };
}

/**
 * Makes the lock from what the build wrote down: `index`, paragraphs of `apt-cache show`; `release`, the sha256 of
 * InRelease on the first line and its Date on the second; the kernel's name.
 */
export function lockFrom(suite: string, index: string, release: string, kernel: string): ImageLock {
  const field = (paragraph: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1] ?? '';
  const packages = index
    .split(/\n\n+/)
    .filter((paragraph) => paragraph.includes('Package: '))
    .map((paragraph) => ({
      name: field(paragraph, 'Package'),
      version: field(paragraph, 'Version'),
      architecture: field(paragraph, 'Architecture'),
      sha256: field(paragraph, 'SHA256'),
      bytes: Number(field(paragraph, 'Size')),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const [sum = '', date = ''] = release.trim().split('\n');
  return imageLock.parse({
    schema: 1,
    suite,
    release: { date: date.replace(/^Date: /, ''), sha256: sum },
    kernel: kernel.trim(),
    packages,
  });
}

/** How two locks differ in packages, one line each; empty when they are the same. */
export function differences(old: ImageLock, now: ImageLock): string[] {
  const before = new Map(old.packages.map((one) => [one.name, one]));
  const after = new Map(now.packages.map((one) => [one.name, one]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was?.sha256 === is?.sha256) return [];
    return [`${name}: ${was?.version ?? 'none'} in the lock, ${is?.version ?? 'none'} in the archive`];
  });
}
