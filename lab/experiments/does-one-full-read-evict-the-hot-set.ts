import { z } from 'zod';
import { MOUNTED, makeArray } from '../stacks/legs.ts';
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
const bulk = { path: `${MOUNTED}/bulk`, file: 2, blocks: BULK_MIB * 256 };

const way = z.strictObject({
  /** What the caches and the disks did while everything was read once. */
  caches: z.array(cacheCounts),
  disks: diskWork,
  after: z.array(passes),
});

export default codeOf('does-one-full-read-evict-the-hot-set', {
  observations: z.strictObject({
    warmed: z.array(passes),
    before: z.array(passes),
    /** Each begins with the machine as it was saved: caches warm with the files in use, and nothing else read. */
    ...{ inOrder: way, scrub: way, atRandom: way },
  }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    for (const file of [hot, bulk]) await writeCorpus(guest, file, seed);
    await attachTuned(guest, { mode: 'writethrough', size: `${CACHE_MIB}m`, chunk: '64k' });
    const hotFile = { path: hot.path, mib: HOT_MIB, seed };
    const warmed = await bothPass(guest, host, { ...hotFile, passes: 5 });
    const before = await bothPass(guest, host, { ...hotFile, more: '--salt 1' });
    await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
    await machine.save('warm');

    const read = async (work: () => Promise<unknown>) => {
      await machine.fork('warm');
      const first = await statuses(guest);
      const { disks } = await during(host, work);
      const caches = between(first, await statuses(guest));
      const after = await bothPass(guest, host, { ...hotFile, more: '--salt 2' });
      await machine.crash();
      return { caches, disks, after };
    };
    const inOrder = await read(async () => {
      for (const parity of [0, 1])
        await guest.succeed(
          `echo 3 > /proc/sys/vm/drop_caches; python3 /lab/as-parity.py ${parity} dd if=${bulk.path} of=/dev/null bs=1M status=none`,
          { seconds: 120 },
        );
    });
    const scrub = await read(() => guest.procedure('scrub', { directory: MOUNTED }, { seconds: 200 }));
    const atRandom = await read(() => bothPass(guest, host, { path: bulk.path, mib: BULK_MIB, seed }));
    return { warmed, before, inOrder, scrub, atRandom };
  },

  measure({ before, inOrder, atRandom, scrub }) {
    const lost = ({ after }: typeof scrub) => hitShareOf(before) - hitShareOf(after);
    const stored = ({ disks }: typeof scrub) =>
      (100 * total(disks, 'ssd', 'writtenBytes')) / total(disks, 'hdd', 'readBytes');
    return {
      hitShareBefore: hitShareOf(before),
      lostInOrder: lost(inOrder),
      lostAtRandom: lost(atRandom),
      lostScrub: lost(scrub),
      storedInOrder: stored(inOrder),
      storedAtRandom: stored(atRandom),
      storedScrub: stored(scrub),
    };
  },
});
