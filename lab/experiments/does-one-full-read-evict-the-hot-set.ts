import { z } from 'zod';
import { MOUNTED, makeArray, stopArray } from '../stacks/legs.ts';
import {
  attachTuned,
  between,
  bothPass,
  cacheCounts,
  detach,
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
const bulk = { path: `${MOUNTED}/bulk`, file: 2, blocks: BULK_MIB * 256 };

const way = z.strictObject({
  warmed: z.array(passes),
  before: z.array(passes),
  /** What the caches and the disks did while everything was read once. */
  caches: z.array(cacheCounts),
  disks: diskWork,
  after: z.array(passes),
});

export default codeOf('does-one-full-read-evict-the-hot-set', {
  observations: z.strictObject({ inOrder: way, atRandom: way, scrub: way }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    for (const file of [hot, bulk]) await writeCorpus(guest, file, seed);
    const hotFile = { path: hot.path, mib: HOT_MIB, seed };
    const read = async (work: () => Promise<unknown>) => {
      await attachTuned(guest, { mode: 'writethrough', size: `${CACHE_MIB}m`, chunk: '64k' });
      const warmed = await bothPass(guest, host, { ...hotFile, passes: 5 });
      const before = await bothPass(guest, host, { ...hotFile, more: '--salt 1' });
      await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
      const first = await statuses(guest);
      const { disks } = await during(host, work);
      const caches = between(first, await statuses(guest));
      const after = await bothPass(guest, host, { ...hotFile, more: '--salt 2' });
      await detach(guest);
      return { warmed, before, caches, disks, after };
    };
    const inOrder = await read(async () => {
      for (const parity of [0, 1])
        await guest.succeed(
          `echo 3 > /proc/sys/vm/drop_caches; python3 /lab/as-parity.py ${parity} dd if=${bulk.path} of=/dev/null bs=1M status=none`,
          { seconds: 120 },
        );
    });
    const atRandom = await read(() => bothPass(guest, host, { path: bulk.path, mib: BULK_MIB, seed }));
    const scrub = await read(() => guest.procedure('scrub', { directory: MOUNTED }, { seconds: 200 }));
    await stopArray(guest);
    await machine.powerOff();
    return { inOrder, atRandom, scrub };
  },

  measure({ inOrder, atRandom, scrub }) {
    const ways = [inOrder, atRandom, scrub];
    const lost = ({ before, after }: typeof scrub) => hitShareOf(before) - hitShareOf(after);
    const stored = ({ disks }: typeof scrub) => (100 * total(disks, 'ssd', 'writtenBytes')) / (2 * BULK_MIB * 2 ** 20);
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
