import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { type Leg, legs, ownSsd } from './legs.ts';

export type Mode = 'writethrough' | 'writeback';

/** Where a leg is found once it is started, and whether LVM refused the ordinary way to get at it. */
export type Started = { volume: string; refused: boolean };

/** How hard disks and SSDs are put together: two volumes that become the legs of a btrfs RAID1, and their caches. */
export type Topology = {
  volumes: readonly [string, string];
  /** Names of the caches of each leg in the status of device-mapper; none where a leg has no cache. */
  caches: readonly [string | undefined, string | undefined];
  /** Makes the volumes, without caches. */
  make(guest: Guest): Promise<void>;
  /** Puts the caches in front of them, with the array mounted. */
  attach(guest: Guest): Promise<void>;
  /** Starts one leg with the disks that are there; `dead` are the serials of those that are not. */
  start(guest: Guest, which: 0 | 1, dead: readonly string[]): Promise<Started>;
  /** Stops both legs in good order and checks the metadata of the caches that are there. */
  stopAndCheck(guest: Guest, which: readonly (0 | 1)[], dead: readonly string[]): Promise<number[]>;
};

const CACHE_SIZE = '256m';
const SIZE = '2500m';

type Own = { mode: Mode; ssdOf?: (leg: Leg) => string; serialOf?: (leg: Leg) => string; cached?: readonly (0 | 1)[] };

/** A volume group for each hard disk with its SSD, or with its part of a shared one. `cached` says which legs have one. */
export function ownGroups({ mode, ssdOf = ownSsd, serialOf = ({ ssd }) => ssd, cached = [0, 1] }: Own): Topology {
  const isCached = (which: 0 | 1) => cached.includes(which);
  const lostItsCache = (which: 0 | 1, dead: readonly string[]) =>
    isCached(which) && dead.includes(serialOf(legs[which]));
  const name = (which: 0 | 1) => (isCached(which) ? `${legs[which].leg}-data` : undefined);
  return {
    volumes: [legs[0].volume, legs[1].volume],
    caches: [name(0), name(1)],
    async make(guest) {
      for (const one of legs)
        await guest.procedure('create-leg', { leg: one.leg, hdd: pathOf(one.hdd), ssd: ssdOf(one), size: SIZE });
    },
    async attach(guest) {
      const procedure = mode === 'writeback' ? 'attach-writeback-cache' : 'attach-cache';
      for (const which of cached)
        await guest.procedure(procedure, { leg: legs[which].leg, ssd: ssdOf(legs[which]), size: CACHE_SIZE });
    },
    async start(guest, which, dead) {
      const { leg, volume, hdd } = legs[which];
      if (lostItsCache(which, dead) && mode === 'writeback') {
        const [removal] = await guest.procedure('map-origin-of-dead-cache', { leg, hdd: pathOf(hdd) });
        return { volume: `/dev/mapper/${leg}-rescued`, refused: removal?.status !== 0 };
      }
      await guest.procedure(lostItsCache(which, dead) ? 'remove-dead-cache' : 'start-leg', { leg });
      return { volume, refused: false };
    },
    async stopAndCheck(guest, started, dead) {
      const found: number[] = [];
      for (const which of started) {
        const { leg } = legs[which];
        if (lostItsCache(which, dead) && mode === 'writeback') await guest.succeed(`dmsetup remove ${leg}-rescued`);
        else await guest.procedure('stop-leg', { leg });
        if (!isCached(which) || lostItsCache(which, dead)) continue;
        const [, check] = await guest.procedure('check-stopped-cache', { leg });
        found.push(check?.status ?? -1);
      }
      return found;
    },
  };
}

/** One SSD for both legs, a partition for each. The bench has to have divided S1. */
export const sharedSsd = (mode: Mode): Topology =>
  ownGroups({
    mode,
    ssdOf: ({ leg }) => `${pathOf('S1')}-part${leg === 'leg1' ? 1 : 2}`,
    serialOf: () => 'S1',
  });

/** Both SSDs, mirrored by LVM, in front of both legs; everything in one volume group. */
export function mirroredSsds(mode: Mode): Topology {
  const ssds = { ssd1: pathOf('S1'), ssd2: pathOf('S2') };
  return {
    volumes: ['/dev/all/data1', '/dev/all/data2'],
    caches: ['all-data1', 'all-data2'],
    async make(guest) {
      const disks = { hdd1: pathOf('H1'), hdd2: pathOf('H2'), ...ssds };
      await guest.procedure('create-legs-with-mirrored-caches', { ...disks, size: SIZE });
    },
    async attach(guest) {
      for (const number of ['1', '2'])
        await guest.procedure('attach-mirrored-cache', { number, ...ssds, size: CACHE_SIZE, mode });
    },
    async start(guest, which) {
      const volume = `data${which + 1}`;
      const [, degraded] = await guest.procedure('start-volume-without-a-disk', { group: 'all', volume });
      return { volume: `/dev/all/${volume}`, refused: degraded?.status !== 0 };
    },
    async stopAndCheck(guest) {
      await guest.procedure('stop-leg', { leg: 'all' });
      return [];
    },
  };
}
