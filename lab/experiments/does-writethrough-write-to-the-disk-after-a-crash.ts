import { z } from 'zod';
import type { Census } from '../machine/census.ts';
import { type Leg, legs } from '../stacks/legs.ts';
import { afterCrash, corpusOn, makeWarmVolumes, overwrite, overwriteAtOnce } from '../stacks/volumes.ts';
import { waitUntilClean } from '../stacks/warmed.ts';
import { pick } from './chance.ts';
import { codeOf } from './experiment.ts';

const [inUse, alone] = legs;
const COUNT = 64;
/** Overwritten while every chunk is clean: the same look must find these on the hard disk. */
const CLEAN = Array.from({ length: 256 }, (_, block) => block);

const where = z.strictObject({
  newOnHdd: z.array(z.int()),
  oldOnHdd: z.array(z.int()),
  newOnSsd: z.array(z.int()),
});
const volume = z.strictObject({
  ...{ blocks: z.array(z.int()), afterCrash, found: where },
  /** Blocks overwritten before the crash that the SSD holds, and those of them whose new version the hard disk has. */
  cleanCached: z.int(),
  cleanOnHdd: z.int(),
});

/** Cached blocks of a volume, by the raw image of its SSD. */
function cached(census: Census, leg: Leg, of: (block: number) => boolean): number[] {
  const { file, blocks } = corpusOn(leg);
  const numbers = Array.from({ length: blocks }, (_, block) => block).filter(of);
  return numbers.filter((block) => census.of(file, block, leg.ssd).length === 1);
}

const holds = (census: Census, leg: Leg, serial: string, version: number) => (block: number) =>
  census.of(corpusOn(leg).file, block, serial).some((copy) => copy.version === version);

export default codeOf('does-writethrough-write-to-the-disk-after-a-crash', {
  observations: z.strictObject({ inUse: volume, alone: volume }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeWarmVolumes(guest, seed);
    for (const leg of legs) {
      await waitUntilClean(guest, leg);
      await guest.succeed(overwrite(leg, CLEAN, 2, seed), { seconds: 120 });
    }
    for (const leg of legs) await waitUntilClean(guest, leg);
    await machine.crash();

    const before = host.census();
    const chosen = (leg: Leg) =>
      pick(
        cached(before, leg, (block) => block >= CLEAN.length),
        COUNT,
        seed,
      ).sort((a, b) => a - b);
    const blocks = { inUse: chosen(inUse), alone: chosen(alone) };

    await machine.boot();
    const stop = (leg: Leg) => `vgchange --activate n ${leg.leg}`;
    const seen = {
      inUse: await overwriteAtOnce(guest, inUse, blocks.inUse, { seed, inUse: true }, stop(inUse)),
      alone: await overwriteAtOnce(guest, alone, blocks.alone, { seed, inUse: false }, stop(alone)),
    };
    await machine.powerOff();

    const after = host.census();
    const volumeOf = (leg: Leg, which: 'inUse' | 'alone') => {
      const clean = cached(before, leg, (block) => block < CLEAN.length);
      return {
        blocks: blocks[which],
        afterCrash: seen[which],
        found: {
          newOnHdd: blocks[which].filter(holds(after, leg, leg.hdd, 2)),
          oldOnHdd: blocks[which].filter(holds(after, leg, leg.hdd, 1)),
          newOnSsd: blocks[which].filter(holds(after, leg, leg.ssd, 2)),
        },
        cleanCached: clean.length,
        cleanOnHdd: clean.filter(holds(before, leg, leg.hdd, 2)).length,
      };
    };
    return { inUse: volumeOf(inUse, 'inUse'), alone: volumeOf(alone, 'alone') };
  },

  measure({ inUse, alone }) {
    const both = [inUse, alone];
    const sum = (of: (one: typeof alone) => number) => of(inUse) + of(alone);
    return {
      overwritten: Math.min(
        ...both.map(({ afterCrash: { overwritten } }) => (overwritten.flushed ? overwritten.written : 0)),
      ),
      dirtyAtWrite: Math.min(...both.map(({ afterCrash }) => afterCrash.dirtyAtWrite)),
      cleanOnHdd: (100 * sum((one) => one.cleanOnHdd)) / sum((one) => one.cleanCached),
      newOnHdd: inUse.found.newOnHdd.length,
      newOnSsd: inUse.found.newOnSsd.length,
      oldOnHdd: inUse.found.oldOnHdd.length,
      newOnHddAlone: alone.found.newOnHdd.length,
      newOnSsdAlone: alone.found.newOnSsd.length,
      oldOnHddAlone: alone.found.oldOnHdd.length,
    };
  },
});
