import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate, filesEnding, here, layout, layouts, parse, refusal } from './nix.ts';

type Content = { type: string; partitions?: Record<string, { content?: { type: string } }> };
type Disk = { device: string; destroy: boolean; content: Content };
type Layout = {
  disko: { devices: { disk: Record<string, Disk>; lvm_vg?: Record<string, { postCreateHook: string }> } };
};

const expected = (name: string) => JSON.parse(readFileSync(join(here, 'expected', `${name}.json`), 'utf8'));
const built = layouts.map(({ topology, disks, name }) => ({
  name,
  devices: (evaluate(layout(topology, disks)) as Layout).disko.devices,
}));

describe('every Nix file', () => {
  it.each(filesEnding('.nix'))('%s parses', (file) => {
    expect(parse(file)).not.toBe('');
  });
});

describe('layouts', () => {
  it.each(built)('$name is what is expected', ({ name, devices }) => {
    expect({ disko: { devices } }).toEqual(expected(`layout-${name}`));
  });

  it.each(built)('$name lets no destroy step near a disk', ({ devices }) => {
    expect(Object.values(devices.disk).filter((disk) => disk.destroy !== false)).toEqual([]);
  });

  it.each(built)(
    '$name puts no SSD into a volume group by declaration, where a volume could spread over it',
    ({ devices }) => {
      const ssds = Object.values(devices.disk).filter((disk) => disk.device.includes('SSD'));
      const contents = ssds.flatMap((disk) =>
        Object.values(disk.content.partitions ?? {}).map((part) => part.content?.type),
      );
      expect(contents).not.toContain('lvm_pv');
    },
  );

  it('gives each leg of lvmcache a group and a hook of its own', () => {
    const groups = built.find(({ name }) => name === 'lvmcache-2-hdd')?.devices.lvm_vg ?? {};
    for (const leg of ['leg1', 'leg2'])
      expect(groups[leg]?.postCreateHook).toContain(`ssd='/dev/disk/by-partlabel/${leg}-ssd'`);
  });
});

const two = '{ hdds = [ "/dev/disk/by-id/a" ]; ssd = "/dev/disk/by-id/s"; }';
const legs = (first: string, second: string) => `{ leg1 = ${first}; leg2 = ${second}; }`;
const other = '{ hdds = [ "/dev/disk/by-id/b" ]; ssd = "/dev/disk/by-id/t"; }';
const good = legs(two, other);
const of = (topology: string, arguments_: string) => `(import ./layouts).${topology} { ${arguments_} }`;

describe('a layout is refused', () => {
  it.each([
    ['with one leg', of('plain', `legs = { leg1 = ${two}; };`), 'RAID1 needs two legs or more: there is 1.'],
    [
      'with a hyphen in a name',
      of('lvmcache', `legs = { leg-a = ${two}; leg2 = ${other}; };`),
      'small letters and digits only',
    ],
    [
      'with an underscore in a name',
      of('lvmcache', `legs = { leg_a = ${two}; leg2 = ${other}; };`),
      'small letters and digits only',
    ],
    [
      'with a disk by its letter',
      of('plain', `legs = ${legs('{ hdds = [ "/dev/sda" ]; }', other)};`),
      'Name disks by id',
    ],
    [
      'with one SSD for two legs',
      of('lvmcache', `legs = ${legs(two, '{ hdds = [ "/dev/disk/by-id/b" ]; ssd = "/dev/disk/by-id/s"; }')};`),
      'An SSD serves one leg',
    ],
    [
      'with one hard disk in two legs',
      of('plain', `legs = ${legs(two, '{ hdds = [ "/dev/disk/by-id/a" ]; }')};`),
      'is named once',
    ],
    [
      'with a leg without an SSD',
      of('lvmcache', `legs = ${legs(two, '{ hdds = [ "/dev/disk/by-id/b" ]; }')};`),
      'every leg needs an SSD',
    ],
    [
      'with one SSD for a pool',
      of('separate-pool', `legs = ${legs(two, '{ hdds = [ "/dev/disk/by-id/b" ]; }')};`),
      'needs two of them',
    ],
    [
      'with two hard disks behind one bcache set',
      of('bcache', 'legs = import ./disks/4-hdd.nix;'),
      'Under bcache a leg has one hard disk',
    ],
    [
      'in writeback that nobody asked for twice',
      of('lvmcache', `legs = ${good}; mode = "writeback";`),
      'acceptsLossOfAnSsd = true',
    ],
    [
      'in a mode that there is not',
      of('lvmcache', `legs = ${good}; mode = "writearound";`),
      'writethrough or writeback',
    ],
    ['with too many chunks', of('lvmcache', `legs = ${good}; chunkSize = "64K";`), 'more than the 1,000,000'],
    ['with an odd chunk', of('lvmcache', `legs = ${good}; chunkSize = "100K";`), 'a multiple of 32K'],
    [
      'with a size that is none',
      of('lvmcache', `legs = ${good}; cacheSize = "400 GB";`),
      'whole numbers with one of K, M, G, T',
    ],
    ['without nofail', of('plain', `legs = ${good}; mountOptions = [ "noatime" ];`), 'Mount with nofail'],
  ])('%s', (_, expression, message) => {
    expect(refusal(expression)).toContain(message);
  });

  it('and not in writeback that was asked for twice', () => {
    expect(evaluate(of('lvmcache', `legs = ${good}; mode = "writeback"; acceptsLossOfAnSsd = true;`))).toBeTypeOf(
      'object',
    );
  });
});

describe('passthrough', () => {
  it.each([
    ['6.12.90', false],
    ['6.12.91', true],
    ['6.13', false],
    ['6.18.1', false],
    ['7.2.9', false],
    ['7.3', true],
    ['7.3.4', true],
  ])('in kernel %s: %s', (version, whole) => {
    expect(evaluate(`import ./module/passthrough.nix "${version}"`)).toBe(whole);
  });
});

describe('names', () => {
  const names = (topology: string) =>
    evaluate(
      `import ./module/names.nix (import ./layouts/defaults.nix // { topology = "${topology}"; legs = import ./disks/2-hdd.nix; })`,
    ) as Record<string, unknown>;

  it('has groups to activate only under lvmcache', () => {
    expect(names('lvmcache')['groups']).toEqual(['leg1', 'leg2']);
    for (const topology of ['plain', 'separate-pool', 'bcache']) expect(names(topology)['groups']).toEqual([]);
  });

  it('waits for the SSDs of a pool, and keeps them apart from the array', () => {
    expect(names('separate-pool')).toMatchObject({
      members: ['leg1-hdd1', 'leg2-hdd1', 'leg1-ssd', 'leg2-ssd'].map((label) => `/dev/disk/by-partlabel/${label}`),
      arrayMembers: ['leg1-hdd1', 'leg2-hdd1'].map((label) => `/dev/disk/by-partlabel/${label}`),
      fileSystems: ['/srv/data', '/srv/fast'],
    });
  });
});
