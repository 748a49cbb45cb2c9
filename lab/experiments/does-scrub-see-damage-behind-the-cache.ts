import { z } from 'zod';
import type { Census, Copy } from '../machine/census.ts';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { deviceStats, scrubReport } from '../parse/btrfs.ts';
import { attachCaches, cacheStatus, MOUNTED, makeArray, removeCaches, startArray, stopArray } from '../stacks/legs.ts';
import { warm, warmUp } from '../stacks/warm.ts';
import { pick } from './chance.ts';
import { readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const MIB = 64;
const hot = { path: `${MOUNTED}/hot`, file: 1, blocks: MIB * 256 };
const cold = { path: `${MOUNTED}/cold`, file: 2, blocks: MIB * 256 };
const DAMAGED = 32;

/** Places on hard disk H1, by number of the block in its file. */
const damage = z.strictObject({
  damaged: z.array(z.int()),
  /** Of those, the blocks that stand there as written again, in the raw image with the machine off. */
  mendedByScrubWithCache: z.array(z.int()),
  mendedByRemovingTheCache: z.array(z.int()),
  mendedByScrubWithoutCache: z.array(z.int()),
});
const scrubbed = z.strictObject({ status: z.int(), output: z.string(), deviceStats: z.string() });

async function scrub(guest: Guest): Promise<z.infer<typeof scrubbed>> {
  const [report, stats] = await guest.procedure('scrub', { directory: MOUNTED }, { seconds: 300 });
  if (!report || !stats) throw new Invalid('the procedure scrub has not two steps');
  return { status: report.status, output: report.stdout, deviceStats: stats.stdout };
}

/** The one copy on H1 of each block for which `wanted` is so. */
function placesOnH1(census: Census, file: number, blocks: number, wanted: (block: number) => boolean): Copy[] {
  const numbers = Array.from({ length: blocks }, (_, block) => block).filter(wanted);
  return numbers.map((block) => census.of(file, block, 'H1')).flatMap((copies) => (copies.length === 1 ? copies : []));
}

const byBlock = (a: Copy, b: Copy) => a.block - b.block;
const corruption = (stats: string) =>
  deviceStats(stats).find(({ device }) => device.includes('leg1'))?.corruptionErrors ?? Number.NaN;

export default codeOf('does-scrub-see-damage-behind-the-cache', {
  observations: z.strictObject({
    warmUp,
    /** Dirty chunks of both caches together: before the damage, and at the scrub. */
    dirty: z.strictObject({ beforeDamage: z.int(), atScrub: z.int() }),
    resident: damage,
    notResident: damage,
    scrubWithCache: scrubbed,
    scrubWithoutCache: scrubbed,
    /** How the hot file reads back between damage and scrub, through the caches. */
    readBackWithCache: readBack,
  }),

  async perform({ machine, guest, host, seed }) {
    const dirtyChunks = async () => (await cacheStatus(guest)).reduce((total, { dirty }) => total + dirty, 0);

    await machine.boot();
    await makeArray(guest);
    await writeCorpus(guest, hot, seed);
    await writeCorpus(guest, cold, seed);
    await attachCaches(guest);
    const warmedUp = await warm(guest, hot.path, MIB);
    const beforeDamage = await dirtyChunks();
    await stopArray(guest);
    await machine.powerOff();

    const whole = host.census();
    const isOnSsd = (file: number) => (block: number) => whole.of(file, block, 'S1').length > 0;
    const inCache = placesOnH1(whole, hot.file, hot.blocks, isOnSsd(hot.file));
    const notInCache = placesOnH1(whole, cold.file, cold.blocks, (block) => !isOnSsd(cold.file)(block));
    host.note(`on H1 and in the cache on S1: ${inCache.length} blocks; on H1 alone: ${notInCache.length}`);
    const resident = pick(inCache, DAMAGED, seed).sort(byBlock);
    const notResident = pick(notInCache, DAMAGED, seed).sort(byBlock);
    host.overwrite([...resident, ...notResident]);
    const damaged = host.census();
    if ([...resident, ...notResident].some((copy) => damaged.has(copy))) throw new Invalid('the damage did not take');

    await machine.boot();
    await startArray(guest);
    const atScrub = await dirtyChunks();
    const readBackWithCache = await verifyCorpus(guest, hot, seed);
    const scrubWithCache = await scrub(guest);
    await stopArray(guest);
    await machine.powerOff();
    const afterFirst = host.census();

    await machine.boot();
    await startArray(guest);
    await removeCaches(guest);
    await stopArray(guest);
    await machine.powerOff();
    const afterRemoval = host.census();

    await machine.boot();
    await startArray(guest);
    const scrubWithoutCache = await scrub(guest);
    await stopArray(guest);
    await machine.powerOff();
    const afterSecond = host.census();

    const fate = (places: Copy[]) => {
      const numbers = (test: (copy: Copy) => boolean) => places.filter(test).map(({ block }) => block);
      return {
        damaged: numbers(() => true),
        mendedByScrubWithCache: numbers((copy) => afterFirst.has(copy)),
        mendedByRemovingTheCache: numbers((copy) => afterRemoval.has(copy) && !afterFirst.has(copy)),
        mendedByScrubWithoutCache: numbers((copy) => afterSecond.has(copy) && !afterRemoval.has(copy)),
      };
    };
    return {
      ...{ warmUp: warmedUp, dirty: { beforeDamage, atScrub }, readBackWithCache },
      ...{ resident: fate(resident), notResident: fate(notResident), scrubWithCache, scrubWithoutCache },
    };
  },

  measure({ resident, notResident, dirty, scrubWithCache, scrubWithoutCache }) {
    const countedWithCache = corruption(scrubWithCache.deviceStats);
    return {
      residentDamaged: resident.damaged.length,
      notResidentDamaged: notResident.damaged.length,
      residentMendedWithCache: resident.mendedByScrubWithCache.length,
      notResidentMendedWithCache: notResident.mendedByScrubWithCache.length,
      residentMendedByRemoval: resident.mendedByRemovingTheCache.length,
      residentMendedWithoutCache: resident.mendedByScrubWithoutCache.length,
      scrubErrorsWithCache: scrubReport(scrubWithCache.output).csumErrors,
      scrubErrorsWithoutCache: scrubReport(scrubWithoutCache.output).csumErrors,
      deviceErrorsWithCache: countedWithCache,
      deviceErrorsWithoutCache: corruption(scrubWithoutCache.deviceStats) - countedWithCache,
      dirtyChunks: dirty.beforeDamage + dirty.atScrub,
    };
  },
});
