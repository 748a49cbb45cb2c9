import { z } from 'zod';
import { MOUNTED, makeArray, stopArray } from '../stacks/legs.ts';
import {
  attachTuned,
  between,
  bothPass,
  cacheCounts,
  diskWork,
  during,
  hitShareOf,
  passes,
  statuses,
  total,
} from '../stacks/measured.ts';
import { writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const CACHE_MIB = 48;
const HOT_MIB = 12;
/** Three times a cache. */
const BULK_MIB = 3 * CACHE_MIB;
const hot = { path: `${MOUNTED}/hot`, file: 1, blocks: HOT_MIB * 256 };
/** Each way of reading has a file of its own, which nothing has read before. */
const bulk = (file: number) => ({ path: `${MOUNTED}/bulk${file}`, file, blocks: BULK_MIB * 256 });
const [forOrder, forRandom] = [bulk(2), bulk(3)];

const way = z.strictObject({
  warmed: z.array(passes),
  before: z.array(passes),
  /** What the caches and the disks did while everything was read once. */
  caches: z.array(cacheCounts),
  disks: diskWork,
  after: z.array(passes),
});

export default codeOf('does-one-full-read-evict-the-hot-set', {
  observations: z.strictObject({ inOrder: way, scrub: way, atRandom: way }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    for (const file of [hot, forOrder, forRandom]) await writeCorpus(guest, file, seed);
    await attachTuned(guest, { mode: 'writethrough', size: `${CACHE_MIB}m`, chunk: '64k' });
    const hotFile = { path: hot.path, mib: HOT_MIB, seed };
    const read = async (work: () => Promise<unknown>) => {
      const warmed = await bothPass(guest, host, { ...hotFile, passes: 5 });
      const before = await bothPass(guest, host, { ...hotFile, more: '--salt 1' });
      await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
      const first = await statuses(guest);
      const { disks } = await during(host, work);
      const caches = between(first, await statuses(guest));
      const after = await bothPass(guest, host, { ...hotFile, more: '--salt 2' });
      return { warmed, before, caches, disks, after };
    };
    const inOrder = await read(async () => {
      for (const parity of [0, 1])
        await guest.succeed(
          `echo 3 > /proc/sys/vm/drop_caches; python3 /lab/as-parity.py ${parity} dd if=${forOrder.path} of=/dev/null bs=1M status=none`,
          { seconds: 120 },
        );
    });
    const scrub = await read(() => guest.procedure('scrub', { directory: MOUNTED }, { seconds: 200 }));
    const atRandom = await read(() => bothPass(guest, host, { path: forRandom.path, mib: BULK_MIB, seed }));
    await stopArray(guest);
    await machine.powerOff();
    return { inOrder, scrub, atRandom };
  },

  measure({ inOrder, atRandom, scrub }) {
    const ways = [inOrder, atRandom, scrub];
    const lost = ({ before, after }: typeof scrub) => hitShareOf(before) - hitShareOf(after);
    const stored = ({ disks }: typeof scrub) =>
      (100 * total(disks, 'ssd', 'writtenBytes')) / total(disks, 'hdd', 'readBytes');
    return {
      hitShareBefore: Math.min(...ways.map(({ before }) => hitShareOf(before))),
      lostInOrder: lost(inOrder),
      lostAtRandom: lost(atRandom),
      lostScrub: lost(scrub),
      storedInOrder: stored(inOrder),
      storedAtRandom: stored(atRandom),
      storedScrub: stored(scrub),
    };
  },
});
