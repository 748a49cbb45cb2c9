import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, imageLock, lockFrom, packagesIn, writeLock } from './lock.ts';
import { root } from './recipe.ts';
import { variants } from './variants.ts';

const sum = (digit: string) => digit.repeat(64);
const paragraph = (name: string, version: string, digit: string) =>
  `Package: ${name}\nVersion: ${version}\nArchitecture: amd64\nSize: 10\nSHA256: ${sum(digit)}\n`;
const index = [paragraph('lvm2', '2.03', 'b'), paragraph('fio', '3.39', 'a')].join('\n');
const releases = `${sum('c')}\nSat, 21 Nov 2026\ntrixie-backports\n${sum('d')}\nSat, 12 Sep 2026\ntrixie\n`;
const lock = () => lockFrom(packagesIn(index), releases, '6.12.107+deb13-amd64\n7.3.4+deb13-amd64\n');

describe('lockFrom', () => {
  it('reads packages in the order of their names, suites, and a kernel of each series', () => {
    expect(lock().packages.map(({ name, sha256 }) => [name, sha256])).toEqual([
      ['fio', sum('a')],
      ['lvm2', sum('b')],
    ]);
    expect(lock().releases).toEqual([
      { suite: 'trixie-backports', date: 'Sat, 21 Nov 2026', sha256: sum('c') },
      { suite: 'trixie', date: 'Sat, 12 Sep 2026', sha256: sum('d') },
    ]);
    expect(lock().kernels).toEqual({ '6.12': '6.12.107+deb13-amd64', '7.3': '7.3.4+deb13-amd64' });
  });
  it('throws when a kernel is not there', () => {
    expect(() => lockFrom(packagesIn(index), releases, '6.12.107+deb13-amd64\n')).toThrow('7.3');
  });
});

describe('writeLock', () => {
  it('writes what reads back the same', () => {
    expect(imageLock.parse(JSON.parse(writeLock(lock())))).toEqual(lock());
  });
  it.each(Object.values(variants))('would write $lockName as it stands there', ({ lockName }) => {
    const text = readFileSync(join(root, lockName), 'utf8');
    expect(writeLock(imageLock.parse(JSON.parse(text)))).toBe(text);
  });
});

describe('differences', () => {
  it('names a package that came, went or moved on', () => {
    const now = packagesIn([paragraph('lvm2', '2.04', 'e'), paragraph('jq', '1.7', 'f')].join('\n'));
    expect(differences(lock().packages, now)).toEqual([
      'fio: 3.39 in the lock, none in the image',
      'jq: none in the lock, 1.7 in the image',
      'lvm2: 2.03 in the lock, 2.04 in the image',
    ]);
  });
});
