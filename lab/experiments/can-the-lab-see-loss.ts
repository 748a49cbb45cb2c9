import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import { Invalid } from '../machine/machine.ts';
import { scrubReport } from '../parse/btrfs.ts';
import { pick } from './chance.ts';
import { readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const corpus = { path: '/mnt/corpus', file: 1, blocks: 16_384 };
const DAMAGED = 16;

export default codeOf('can-the-lab-see-loss', {
  observations: z.strictObject({
    /** Numbers of the blocks of which the host overwrote both copies. */
    damaged: z.array(z.int()),
    /** Those of them of which the host finds no copy on any disk afterwards. */
    gone: z.array(z.int()),
    before: readBack,
    after: readBack,
    scrub: z.strictObject({ status: z.int(), output: z.string() }),
  }),

  async perform({ machine, guest, host, seed }) {
    const [one, two] = [pathOf('H1'), pathOf('H2')];
    await machine.boot();
    await guest.procedure('make-raid1', { one, two });
    await guest.procedure('mount-array', { one, directory: '/mnt' });
    await writeCorpus(guest, corpus, seed);
    const before = await verifyCorpus(guest, corpus, seed);
    await guest.succeed('umount /mnt');
    await machine.powerOff();

    const whole = host.census();
    const blocks = Array.from({ length: corpus.blocks }, (_, block) => block);
    const damaged = pick(blocks, DAMAGED, seed).sort((a, b) => a - b);
    const copies = damaged.flatMap((block) => whole.of(corpus.file, block));
    if (copies.length !== 2 * DAMAGED)
      throw new Invalid(`${DAMAGED} blocks have ${copies.length} copies, not two each`);
    host.overwrite(copies);
    const broken = host.census();
    const gone = damaged.filter((block) => broken.of(corpus.file, block).length === 0);

    await machine.boot();
    await guest.procedure('mount-array', { one, directory: '/mnt' });
    const after = await verifyCorpus(guest, corpus, seed);
    const [scrub] = await guest.procedure('scrub', { directory: '/mnt' }, { seconds: 300 });
    if (!scrub) throw new Invalid('the procedure has no scrub');
    await guest.succeed('umount /mnt');
    await machine.powerOff();
    return { damaged, gone, before, after, scrub: { status: scrub.status, output: scrub.stdout } };
  },

  measure({ damaged, gone, after, scrub }) {
    const lost = [...after.unreadable, ...after.wrong];
    const wronglyReported = lost.filter((block) => !damaged.includes(block));
    return {
      blocksDamaged: gone.length,
      blocksLost: lost.length,
      blocksWronglyReported: wronglyReported.length,
      scrubUncorrectable: scrubReport(scrub.output).uncorrectableErrors,
    };
  },
});
