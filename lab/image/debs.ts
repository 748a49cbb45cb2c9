import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Package } from './lock.ts';
import { debCache, sha256Of, suite } from './recipe.ts';

const stored = (sha256: string) => join(debCache, `${sha256}.deb`);

/** The packages of the lock that the cache does not have. */
export const absent = (packages: readonly Package[]): Package[] =>
  packages.filter(({ sha256 }) => !existsSync(stored(sha256)));

/** Puts every package of a directory into the cache, under its sha256. Gives how many were new. */
export function keepDebs(from: string): number {
  mkdirSync(debCache, { recursive: true });
  const files = readdirSync(from).filter((file) => file.endsWith('.deb'));
  return files.filter((file) => {
    const content = readFileSync(join(from, file));
    const to = stored(sha256Of(content));
    if (existsSync(to)) return false;
    writeFileSync(`${to}.${process.pid}`, content);
    linkOrCopy(`${to}.${process.pid}`, to);
    rmSync(`${to}.${process.pid}`);
    return true;
  }).length;
}

/**
 * A small archive of exactly these packages, taken from the cache, in `directory`; apt reads it as it reads any other.
 * Each package is held against its sha256 first, since apt is told to trust what it finds there.
 */
export function writeArchive(packages: readonly Package[], directory: string): void {
  mkdirSync(directory, { recursive: true });
  const paragraphs = packages.map(({ name, sha256, bytes }) => {
    const file = stored(sha256);
    if (sha256Of(readFileSync(file)) !== sha256) {
      rmSync(file);
      throw new Error(`The stored package ${name} was damaged and is removed: npm run lab -- image`);
    }
    const control = execFileSync('dpkg-deb', ['--field', file], { encoding: 'utf8', maxBuffer: 1 << 24 }).trim();
    linkOrCopy(file, join(directory, `${sha256}.deb`));
    return `${control}\nFilename: ./${sha256}.deb\nSize: ${bytes}\nSHA256: ${sha256}\n`;
  });
  const index = paragraphs.join('\n');
  writeFileSync(join(directory, 'Packages'), index);
  // By the suite's name mmdebstrap knows which packages are essential.
  const release = [
    'Suite: stable',
    `Codename: ${suite}`,
    'SHA256:',
    ` ${sha256Of(index)} ${Buffer.byteLength(index)} Packages`,
  ];
  writeFileSync(join(directory, 'Release'), `${release.join('\n')}\n`);
}

function linkOrCopy(from: string, to: string) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
