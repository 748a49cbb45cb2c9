import { writeCorpus } from '../experiments/corpus.ts';
import type { Guest } from '../machine/guest.ts';
import { makeMdArray, mdArray } from './md.ts';
import { partOf } from './parts.ts';
import { hotOf } from './under-load.ts';
import { readByTurns } from './warmed.ts';

/** A btrfs RAID1 on two logical volumes, each behind a write cache on its own SSD. */
export const writecacheArray = {
  legs: [
    { leg: 'leg1', hdd: partOf('H1', 1), ssd: partOf('S1', 1), volume: '/dev/leg1/data' },
    { leg: 'leg2', hdd: partOf('H2', 1), ssd: partOf('S2', 1), volume: '/dev/leg2/data' },
  ],
  directory: '/mnt/writecache',
} as const;

/** A mirror of md below one lvmcache below btrfs. */
export const mirror = mdArray(2, '/mnt/md');

/** A btrfs RAID1 of the SSDs alone, beside hard disks that it has nothing to do with. */
export const ssdPool = { ssds: [partOf('S1', 3), partOf('S2', 3)], directory: '/mnt/pool' } as const;

/** A bcachefs of all four disks. */
export const tiered = {
  hdds: [partOf('H1', 4), partOf('H2', 4)],
  ssds: [partOf('S1', 4), partOf('S2', 4)],
  directory: '/mnt/bcachefs',
} as const;

export const otherSystems = ['writecache', 'md', 'pool', 'bcachefs'] as const;
export type OtherSystem = (typeof otherSystems)[number];
export const directoryOf: Record<OtherSystem, string> = {
  writecache: writecacheArray.directory,
  md: mirror.directory,
  pool: ssdPool.directory,
  bcachefs: tiered.directory,
};

/** Makes the four side by side, mounted, each with the file that is read. */
export async function makeOtherSystems(guest: Guest, seed: number): Promise<void> {
  const write = (system: OtherSystem) => writeCorpus(guest, hotOf(directoryOf[system]), seed);
  const [one, two] = writecacheArray.legs;
  for (const { leg, hdd, ssd } of [one, two]) await guest.procedure('create-leg', { leg, hdd, ssd, size: '700m' });
  await guest.procedure('make-raid1', { one: one.volume, two: two.volume });
  await guest.succeed(`mkdir -p ${writecacheArray.directory}`);
  await guest.procedure('mount-array', { one: one.volume, directory: writecacheArray.directory });
  await write('writecache');
  for (const { leg, ssd } of [one, two]) await guest.procedure('attach-writecache', { leg, ssd, size: '384m' });

  await makeMdArray(guest, mirror, '700m');
  await write('md');
  await readByTurns(guest, hotOf(mirror.directory).path, hotOf(mirror.directory).blocks / 256);

  await makePool(guest);
  await write('pool');

  await guest.procedure('make-bcachefs', {
    ...{ hdd1: tiered.hdds[0], hdd2: tiered.hdds[1] },
    ...{ ssd1: tiered.ssds[0], ssd2: tiered.ssds[1] },
  });
  await mountBcachefs(guest, [...tiered.hdds, ...tiered.ssds], 'rw');
  await write('bcachefs');
}

/** Makes and mounts the pool of SSDs: to btrfs it is an array like any other. */
export async function makePool(guest: Guest): Promise<void> {
  const [one, two] = ssdPool.ssds;
  await guest.procedure('make-raid1', { one, two });
  await guest.succeed(`mkdir -p ${ssdPool.directory}`);
  await guest.procedure('mount-array', { one, directory: ssdPool.directory });
}

/** Gives the status of the mount. */
export async function mountBcachefs(guest: Guest, disks: readonly string[], options: string): Promise<number> {
  await guest.succeed(`mkdir -p ${tiered.directory}`);
  const [, mount] = await guest.procedure(
    'mount-bcachefs',
    { disks: disks.join(':'), directory: tiered.directory, options },
    { seconds: 120 },
  );
  return mount?.status ?? -1;
}
