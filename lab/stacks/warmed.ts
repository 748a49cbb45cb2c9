import { z } from 'zod';
import { type CorpusFile, writeCorpus } from '../experiments/corpus.ts';
import type { Guest } from '../machine/guest.ts';
import { type CleanMark, cleanMark } from '../parse/clean-mark.ts';
import { type CacheStatus, cacheStatuses } from '../parse/dm-cache.ts';
import { attachCaches, type Leg, MOUNTED, makeArray, ownSsd } from './legs.ts';
import { type WarmUp, warm } from './warm.ts';

export type { Leg } from './legs.ts';

const MIB = 32;
export const hotFile: CorpusFile = { path: `${MOUNTED}/hot`, file: 1, blocks: MIB * 256 };

/** A mounted btrfs RAID1 on two legs, each behind a writethrough cache that is warm with one file. */
export async function makeWarmArray(guest: Guest, seed: number): Promise<WarmUp> {
  await makeArray(guest);
  await writeCorpus(guest, hotFile, seed);
  await attachCaches(guest);
  return await warm(guest, hotFile.path, MIB);
}

/**
 * The same, warmed in less time: the file is read eight times over by one process after another. Their ids follow each
 * other, so that both legs are read. How far that went is for the experiment to look.
 */
export async function makeReadArray(guest: Guest, seed: number, ssdOf = ownSsd): Promise<void> {
  await makeArray(guest, ssdOf);
  await writeCorpus(guest, hotFile, seed);
  await attachCaches(guest, ssdOf);
  await readByTurns(guest, hotFile.path, MIB);
}

export const readByTurns = (guest: Guest, path: string, mebibytes: number) =>
  guest.succeed(
    `for i in 1 2 3 4 5 6 7 8; do dd if=${path} of=/dev/null bs=64k count=${mebibytes * 16} iflag=direct status=none; done`,
    { seconds: 300 },
  );

/** Waits until no chunk of a leg is dirty, without touching it otherwise. Gives the last status. */
export async function waitUntilClean(guest: Guest, { leg }: Leg): Promise<CacheStatus> {
  for (let tries = 0; tries < 30; tries++) {
    const [status] = cacheStatuses(
      `${leg}-data: ${await guest.succeed(`sleep 1; dmsetup status --noflush ${leg}-data`)}`,
    );
    if (!status) throw new Error(`${leg} has no cache`);
    if (status.dirty === 0) return status;
  }
  throw new Error(`${leg} does not get clean`);
}

/** How the stopped cache of a leg says that it was stopped. */
export async function readMark(guest: Guest, { leg }: Leg): Promise<CleanMark> {
  const [, flags, counts] = await guest.procedure('see-clean-mark', { leg });
  return cleanMark(flags?.stdout ?? '', counts?.stdout ?? '');
}

export const look = z.strictObject({ seconds: z.number(), used: z.int(), dirty: z.int() });
/** A leg's cache at a moment, in seconds since its activation was asked for. */
export type Look = z.infer<typeof look>;

/**
 * Activates a leg and looks at its cache in the same command, so that nothing is between; then once a second until
 * `seconds` are over. Nothing else uses the leg meanwhile.
 */
export async function activateAndLook(guest: Guest, { leg }: Leg, seconds: number): Promise<Look[]> {
  const glance = `echo "$(cut -d' ' -f1 /proc/uptime) $(dmsetup status --noflush ${leg}-data)"`;
  const said = await guest.succeed(
    `cut -d' ' -f1 /proc/uptime; vgchange --activate y ${leg} >/dev/null; ${glance}; for i in $(seq ${seconds}); do sleep 1; ${glance}; done`,
    { seconds: 60 + 3 * seconds },
  );
  return looks(said);
}

/** Reads what activateAndLook prints: an uptime, then lines of an uptime and a status without its name. */
export function looks(said: string): Look[] {
  const [zero = '', ...lines] = said.trim().split('\n');
  return lines.map((line) => {
    const [uptime, ...status] = line.split(' ');
    const [one] = cacheStatuses(`leg: ${status.join(' ')}`);
    if (!one) throw new Error(`not a look at a cache: ${line}`);
    return { seconds: Number((Number(uptime) - Number(zero)).toFixed(2)), used: one.chunksUsed, dirty: one.dirty };
  });
}

/** In percent; NaN for a cache that holds nothing, which no condition accepts. */
export const dirtyShare = ({ used, dirty }: Look): number => (used === 0 ? Number.NaN : (100 * dirty) / used);
