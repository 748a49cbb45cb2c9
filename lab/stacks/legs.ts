import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { type CacheStatus, cacheStatuses } from '../parse/dm-cache.ts';
import { logicalVolumes } from '../parse/lvs.ts';

/** The two legs of the array, each a hard disk with an SSD of its own: a volume group, its disks, its volume. */
export const legs = [
  { leg: 'leg1', hdd: 'H1', ssd: 'S1', volume: '/dev/leg1/data' },
  { leg: 'leg2', hdd: 'H2', ssd: 'S2', volume: '/dev/leg2/data' },
] as const;
export type Leg = (typeof legs)[number];
/** Where the SSD of a leg is found: a disk of its own, or a partition of a shared one. */
export const ownSsd = ({ ssd }: Leg): string => pathOf(ssd);
export const MOUNTED = '/mnt';
const CACHE_SIZE = '384m';

/** A btrfs RAID1 on two legs without caches, mounted. Leaves the SSDs idle. */
export async function makeArray(guest: Guest, ssdOf = ownSsd): Promise<void> {
  for (const one of legs)
    await guest.procedure('create-leg', { leg: one.leg, hdd: pathOf(one.hdd), ssd: ssdOf(one), size: '2500m' });
  await guest.procedure('make-raid1', { one: legs[0].volume, two: legs[1].volume });
  await mountArray(guest);
}

export const mountArray = (guest: Guest) => guest.procedure('mount-array', { one: legs[0].volume, directory: MOUNTED });

/** Puts a cache in front of each leg, with the array mounted. */
export async function attachCaches(guest: Guest, ssdOf = ownSsd): Promise<void> {
  for (const one of legs) await guest.procedure('attach-cache', { leg: one.leg, ssd: ssdOf(one), size: CACHE_SIZE });
}

export async function removeCaches(guest: Guest): Promise<void> {
  for (const { leg } of legs) await guest.procedure('remove-cache', { leg }, { seconds: 180 });
}

export async function startArray(guest: Guest): Promise<void> {
  for (const { leg } of legs) await guest.procedure('start-leg', { leg });
  await mountArray(guest);
}

/** Unmounts and stops in good order, so that clean chunks are known as clean at the next start. */
export async function stopArray(guest: Guest): Promise<void> {
  await guest.succeed(`umount ${MOUNTED}`, { seconds: 120 });
  for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
}

/** What each leg's cache says of itself, in the order of the legs. Throws when a leg has none. */
export async function cacheStatus(guest: Guest): Promise<CacheStatus[]> {
  const all = cacheStatuses(await guest.succeed('dmsetup status --target cache'));
  return legs.map(({ leg }) => {
    const one = all.find(({ name }) => name === `${leg}-data`);
    if (!one) throw new Error(`${leg} has no cache`);
    return one;
  });
}

/** How LVM says that the legs are cached: mode, policy and chunk size of each pool. */
export async function cacheSettings(guest: Guest): Promise<Record<string, string>[]> {
  const fields = 'vg_name,lv_name,segtype,cache_mode,cache_policy,chunk_size,lv_size';
  const said = await guest.succeed(`lvs --all --reportformat json --units b --options ${fields}`);
  return logicalVolumes(said).filter(({ segtype }) => segtype === 'cache-pool');
}

export const dropPageCache = (guest: Guest) => guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
