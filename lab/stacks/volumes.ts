import { z } from 'zod';
import { corpusOptions } from '../experiments/corpus.ts';
import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { cacheStatuses } from '../parse/dm-cache.ts';
import { attachCaches, type Leg, legs } from './legs.ts';

const MIB = 16;
/** The tagged blocks at the beginning of a volume without a file system, one corpus file for each volume. */
export const corpusOn = ({ leg, volume }: Leg) => ({
  path: volume,
  file: leg === legs[0].leg ? 1 : 2,
  blocks: MIB * 256,
});

/**
 * Two cached volumes without a file system, full of version 1 where it matters, and read until the caches hold it.
 * Nothing is flushed after that.
 */
export async function makeWarmVolumes(guest: Guest, seed: number): Promise<void> {
  for (const one of legs) {
    await guest.procedure('create-leg', {
      leg: one.leg,
      hdd: pathOf(one.hdd),
      ssd: pathOf(one.ssd),
      size: '2500m',
    });
    await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(corpusOn(one), seed)}`, { seconds: 120 });
  }
  await attachCaches(guest);
  for (const { volume } of legs)
    await guest.succeed(
      `for i in 1 2 3 4 5 6 7 8; do dd if=${volume} of=/dev/null bs=64k count=${MIB * 16} iflag=direct status=none; done`,
      { seconds: 240 },
    );
}

/** Writes one block as it was and flushes: a cache writes down what it has promoted when it is flushed. */
export const flush = (guest: Guest, leg: Leg, seed: number) =>
  guest.succeed(overwrite(leg, [0], 1, seed), { seconds: 60 });

export const written = z.strictObject({ written: z.int(), failed: z.int(), flushed: z.boolean() });

/** Overwrites blocks in place past the page cache, and flushes. */
export const overwrite = (leg: Leg, blocks: readonly number[], version: number, seed: number): string =>
  `python3 /lab/corpus.py overwrite ${corpusOptions(corpusOn(leg), seed)} --version ${version} --only ${blocks.join(',')}`;

export const afterCrash = z.strictObject({
  /** Dirty chunks at the first look after activation and right before the write. */
  dirtyFirst: z.int(),
  dirtyAtWrite: z.int(),
  overwritten: written,
  /** Right after the write and its flush. */
  dirtyAfterWrite: z.int(),
});
export type AfterCrash = z.infer<typeof afterCrash>;

/**
 * Activates a volume after a crash and overwrites some of its blocks. With `inUse` one block is read twenty times a
 * second from the activation on, until the command is over. All in one command, so that nothing has time to drain.
 */
export async function overwriteAtOnce(
  guest: Guest,
  leg: Leg,
  blocks: readonly number[],
  { seed, inUse }: { seed: number; inUse: boolean },
  last = 'true',
): Promise<AfterCrash> {
  const look = `echo "leg: $(dmsetup status --noflush ${leg.leg}-data)"`;
  const reader = inUse ? `python3 /lab/steady.py ${leg.volume} & reader=$!; sleep 1;` : '';
  const said = await guest.succeed(
    `${reader} vgchange --activate y ${leg.leg} >/dev/null; ${look}; ${inUse ? 'sleep 4;' : ''} ${look}; ` +
      `${overwrite(leg, blocks, 2, seed)}; ${look}; ${inUse ? 'kill $reader; wait $reader;' : ''} ${last}`,
    { seconds: 120 },
  );
  const [first, atWrite, after] = cacheStatuses(said);
  const line = said.split('\n').find((one) => one.startsWith('{'));
  if (!first || !atWrite || !after || !line) throw new Invalid('the overwriting was not seen');
  return {
    dirtyFirst: first.dirty,
    dirtyAtWrite: atWrite.dirty,
    overwritten: written.parse(JSON.parse(line)),
    dirtyAfterWrite: after.dirty,
  };
}
