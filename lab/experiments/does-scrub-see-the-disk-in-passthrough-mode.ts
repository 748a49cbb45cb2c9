import { z } from 'zod';
import type { Copy } from '../machine/census.ts';
import { scrubReport } from '../parse/btrfs.ts';
import {
  byBoth,
  copiesOn,
  damage,
  readByBoth,
  unreadableOf,
  warmBoth,
  withChecksums,
  writeBoth,
  wrongOf,
} from '../stacks/damage.ts';
import { attachCaches, cacheStatus, legs, MOUNTED, makeArray, startArray, stopArray } from '../stacks/legs.ts';
import { codeOf } from './experiment.ts';

const DAMAGED = 32;
const scrubbed = z.strictObject({ status: z.int(), output: z.string() });

export default codeOf('does-scrub-see-the-disk-in-passthrough-mode', {
  observations: z.strictObject({
    damaged: z.array(z.int()),
    scrubThroughCache: scrubbed,
    scrubInPassthrough: scrubbed,
    /** Modes of the caches as the kernel has them at the second scrub. */
    modes: z.array(z.array(z.string())),
    /** Chunks in each cache before passthrough, and after the way back to writethrough. */
    usedBefore: z.array(z.int()),
    usedAfter: z.array(z.int()),
    /** Of the damaged, those that stand on the hard disk as written again, in their old places. */
    mended: z.array(z.int()),
    readAfter: byBoth,
  }),

  async perform(bench) {
    const { machine, guest, host, seed } = bench;
    await machine.boot();
    await makeArray(guest);
    await writeBoth(guest, seed);
    await attachCaches(guest);
    await warmBoth(guest);
    await stopArray(guest);
    await machine.powerOff();

    const whole = host.census();
    const inCache = (copy: Copy) => whole.of(copy.file, copy.block, 'S1').length > 0;
    const copies = damage(bench, copiesOn(whole, withChecksums, 'H1', inCache), DAMAGED);

    await machine.boot();
    await startArray(guest);
    const scrub = async () => {
      const [report] = await guest.procedure('scrub', { directory: MOUNTED }, { seconds: 300 });
      return { status: report?.status ?? -1, output: report?.stdout ?? '' };
    };
    const used = async () => (await cacheStatus(guest)).map(({ chunksUsed }) => chunksUsed);
    const scrubThroughCache = await scrub();
    const usedBefore = await used();
    for (const { leg } of legs)
      await guest.procedure('switch-cache-mode', { leg, mode: 'passthrough' }, { seconds: 180 });
    const modes = (await cacheStatus(guest)).map(({ features }) => features);
    const scrubInPassthrough = await scrub();
    for (const { leg } of legs)
      await guest.procedure('switch-cache-mode', { leg, mode: 'writethrough' }, { seconds: 180 });
    const usedAfter = await used();
    const readAfter = await readByBoth(guest, withChecksums, seed);
    await stopArray(guest);
    await machine.powerOff();
    const after = host.census();
    return {
      damaged: copies.map(({ block }) => block),
      ...{ scrubThroughCache, scrubInPassthrough, modes, usedBefore, usedAfter, readAfter },
      mended: copies.filter((copy) => after.has(copy)).map(({ block }) => block),
    };
  },

  measure({ damaged, scrubThroughCache, scrubInPassthrough, modes, usedBefore, usedAfter, mended, readAfter }) {
    const total = (chunks: readonly number[]) => chunks.reduce((sum, one) => sum + one, 0);
    return {
      damaged: damaged.length,
      inPassthrough: modes.filter((features) => features.includes('passthrough')).length,
      errorsThroughCache: scrubReport(scrubThroughCache.output).csumErrors,
      errorsInPassthrough: scrubReport(scrubInPassthrough.output).csumErrors,
      mended: mended.length,
      kept: (100 * total(usedAfter)) / total(usedBefore),
      wrong: wrongOf(readAfter) + unreadableOf(readAfter),
    };
  },
});
