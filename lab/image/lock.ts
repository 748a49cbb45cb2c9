import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Kernel, kernels, sha256 } from '../../src/schema/index.ts';
import { lockFile } from './recipe.ts';

/** What the guest is made of, to the byte. */
export const imageLock = z.strictObject({
  schema: z.literal(2),
  /** The archive's own signed indexes, as they were when the packages were chosen. */
  releases: z.array(z.strictObject({ suite: z.string(), date: z.string(), sha256 })).min(1),
  /** Each kernel's name as modules know it, by its series. */
  kernels: z.strictObject(Object.fromEntries(kernels.map((one) => [one, z.string()])) as Record<Kernel, z.ZodString>),
  packages: z.array(
    z.strictObject({ name: z.string(), version: z.string(), architecture: z.string(), sha256, bytes: z.int() }),
  ),
});
export type ImageLock = z.infer<typeof imageLock>;
export type Package = ImageLock['packages'][number];

export const writeLock = (lock: ImageLock): string => {
  const { packages, ...rest } = lock;
  const lines = packages.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  return `${JSON.stringify(rest, null, 2).replace(/\n}$/, '')},\n  "packages": [\n${lines}\n  ]\n}\n`;
};

/** A lock as text and as data, of the common image where no file is named; undefined where there is none yet. */
export function readLock(file = lockFile): { text: string; lock: ImageLock } | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return { text, lock: imageLock.parse(JSON.parse(text)) };
}

/** The packages of paragraphs as `apt-cache show` prints them, by name. */
export function packagesIn(index: string): Package[] {
  const field = (paragraph: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1] ?? '';
  return index
    .split(/\n\n+/)
    .filter((paragraph) => /^Package: /m.test(paragraph))
    .map((paragraph) => ({
      name: field(paragraph, 'Package'),
      version: field(paragraph, 'Version'),
      architecture: field(paragraph, 'Architecture'),
      sha256: field(paragraph, 'SHA256'),
      bytes: Number(field(paragraph, 'Size')),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Makes the lock of the packages and of what the build wrote down: `releases`, three lines for each suite: sha256 of its
 * InRelease, its date, its name in any order of the last two; `names`, the kernels as their modules know them.
 */
export function lockFrom(packages: Package[], releases: string, names: string): ImageLock {
  const lines = releases.trim().split('\n');
  const all = names.trim().split('\n');
  return imageLock.parse({
    schema: 2,
    releases: Array.from({ length: lines.length / 3 }, (_, nth) => {
      const [sum, ...words] = lines.slice(3 * nth, 3 * nth + 3);
      const suite = words.find((word) => !word.includes(' '));
      return { suite, date: words.find((word) => word.includes(' ')), sha256: sum };
    }),
    kernels: Object.fromEntries(kernels.map((one) => [one, all.find((name) => name.startsWith(`${one}.`))])),
    packages,
  });
}

/** How two lists of packages differ, one line each; empty when they are the same. */
export function differences(old: readonly Package[], now: readonly Package[]): string[] {
  const before = new Map(old.map((one) => [one.name, one]));
  const after = new Map(now.map((one) => [one.name, one]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was?.sha256 === is?.sha256) return [];
    return [`${name}: ${was?.version ?? 'none'} in the lock, ${is?.version ?? 'none'} in the image`];
  });
}
