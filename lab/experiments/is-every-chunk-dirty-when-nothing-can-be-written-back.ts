import { z } from 'zod';
import { fourDisks, hardDisk, pathOf, withVolatileCache } from '../machine/disks.ts';
import { since } from '../parse/blockstats.ts';
import { cacheStatus, type Leg, legs } from '../stacks/legs.ts';
import { corpusOn, flush } from '../stacks/volumes.ts';
import { activateAndLook, dirtyShare, look, readMark, waitUntilClean } from '../stacks/warmed.ts';
import { corpusOptions } from './corpus.ts';
import { codeOf } from './experiment.ts';

const [roomy, full] = legs;
/** 256 chunks are read again and again: the first cache has room for all of them, the second for 192. */
const SIZES: Record<Leg['leg'], string> = { leg1: '64m', leg2: '12m' };
const MIB = 16;
const HELD_SECONDS = 15;
const DRAIN_SECONDS = 30;

const seen = z.strictObject({
  before: z.strictObject({ used: z.int(), total: z.int(), dirty: z.int() }),
  markedClean: z.boolean(),
  /** While every write to the hard disk fails. The first look is in the same command as the activation. */
  held: z.array(look).min(2),
  /** After the hard disk was mended, and the writes that it got from then on. */
  last: z.strictObject({ used: z.int(), dirty: z.int() }),
  hddWrites: z.int(),
});

export default codeOf('is-every-chunk-dirty-when-nothing-can-be-written-back', {
  disks: [withVolatileCache(hardDisk('H1')), withVolatileCache(hardDisk('H2')), ...fourDisks.slice(2)],
  observations: z.strictObject({ roomy: seen, full: seen }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    for (const one of legs) {
      const [hdd, ssd] = [pathOf(one.hdd), pathOf(one.ssd)];
      await guest.procedure('create-leg', { leg: one.leg, hdd, ssd, size: '1g' });
      await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(corpusOn(one), seed)}`, { seconds: 120 });
      await guest.procedure('attach-cache', { leg: one.leg, ssd, size: SIZES[one.leg] });
      await guest.succeed(
        `for i in 1 2 3 4 5 6 7 8; do dd if=${one.volume} of=/dev/null bs=64k count=${MIB * 16} iflag=direct status=none; done`,
        { seconds: 240 },
      );
      await flush(guest, one, seed);
    }
    for (const one of legs) await waitUntilClean(guest, one);
    const before = (await cacheStatus(guest)).map(({ chunksUsed, chunksTotal, dirty }) => ({
      ...{ used: chunksUsed, total: chunksTotal, dirty },
    }));
    await machine.crash();

    await machine.boot();
    const watch = async (one: Leg, status: (typeof before)[number] | undefined) => {
      if (!status) throw new Error('there are not two caches');
      const { clean } = await readMark(guest, one);
      await host.fail(one.hdd, { operations: ['write'] });
      const held = await activateAndLook(guest, one, HELD_SECONDS);
      const then = (await host.counters())[one.hdd];
      await host.mend(one.hdd);
      await guest.succeed(`sleep ${DRAIN_SECONDS}`, { seconds: 60 + 3 * DRAIN_SECONDS });
      const now = (await host.counters())[one.hdd];
      const { chunksUsed: used, dirty } = await waitUntilClean(guest, one);
      await guest.procedure('stop-leg', { leg: one.leg });
      if (!then || !now) throw new Error(`${one.hdd} has no counters`);
      return { before: status, markedClean: clean, held, last: { used, dirty }, hddWrites: since(then, now).writes };
    };
    const observed = { roomy: await watch(roomy, before[0]), full: await watch(full, before[1]) };
    await machine.powerOff();
    return observed;
  },

  measure({ roomy, full }) {
    const both = [roomy, full];
    const first = ({ held }: typeof full) => dirtyShare(held[0] ?? { seconds: 0, used: 0, dirty: 0 });
    const last = ({ held }: typeof full) => ({
      value: dirtyShare(held.at(-1) ?? { seconds: 0, used: 0, dirty: 0 }),
      samples: held.map(({ dirty }) => dirty),
    });
    return {
      residentBefore: Math.min(...both.map(({ before }) => before.used)),
      filled: (100 * full.before.used) / full.before.total,
      dirtyBefore: roomy.before.dirty + full.before.dirty,
      markedClean: both.filter(({ markedClean }) => markedClean).length,
      firstDirtyShare: first(roomy),
      firstDirtyShareFull: first(full),
      lastDirtyShare: last(roomy),
      lastDirtyShareFull: last(full),
      writtenBack: roomy.hddWrites / roomy.before.used,
      writtenBackFull: full.hddWrites / full.before.used,
    };
  },
});
