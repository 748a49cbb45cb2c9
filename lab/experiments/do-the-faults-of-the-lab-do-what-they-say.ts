import { z } from 'zod';
import type { Census } from '../machine/census.ts';
import { pathOf, solidState, withVolatileCache } from '../machine/disks.ts';
import { readBack } from './corpus.ts';
import { codeOf } from './experiment.ts';

const COUNT = 256;
const FLUSHED = { file: 1, first: 0 };
const UNFLUSHED = { file: 2, first: COUNT };
const FAILING = 17;
const disk = pathOf('S1');

/** How many of the flushed and of the other blocks are on the platter, by the search of the host. */
const onPlatter = z.strictObject({ flushed: z.int(), unflushed: z.int() });
const counted = (census: Census): z.infer<typeof onPlatter> => {
  const of = (file: number) => census.copies.filter((copy) => copy.file === file).length;
  return { flushed: of(FLUSHED.file), unflushed: of(UNFLUSHED.file) };
};

export default codeOf('do-the-faults-of-the-lab-do-what-they-say', {
  disks: [withVolatileCache(solidState('S1'))],
  observations: z.strictObject({
    killed: onPlatter,
    cut: onPlatter,
    lying: onPlatter,
    whileFailing: readBack,
    afterReplug: readBack,
  }),

  async perform({ machine, guest, host, seed }) {
    const write = async () => {
      for (const { file, first } of [FLUSHED, UNFLUSHED]) {
        const made = `/tmp/blocks-${file}`;
        await guest.succeed(`python3 /lab/corpus.py write ${made} --file ${file} --blocks ${COUNT} --seed ${seed}`);
        const flush = file === FLUSHED.file ? ',fsync' : '';
        await guest.succeed(`dd if=${made} of=${disk} bs=4k seek=${first} oflag=direct conv=notrunc${flush}`);
      }
    };
    const verify = async () => {
      const options = `--file ${FLUSHED.file} --blocks ${COUNT} --seed ${seed}`;
      return readBack.parse(JSON.parse(await guest.succeed(`python3 /lab/corpus.py verify ${disk} ${options}`)));
    };
    await machine.boot();
    await machine.save('empty');

    await machine.fork('empty');
    await write();
    await machine.crash();
    const killed = counted(host.census());

    await machine.fork('empty');
    await write();
    await machine.powerCut({ seed });
    const cut = counted(host.census());

    await machine.fork('empty');
    await host.lie('S1');
    await write();
    await machine.powerCut({ seed, survive: 0 });
    const lying = counted(host.census());

    await machine.fork('empty');
    await write();
    await host.fail('S1', { from: FAILING * 4096, to: (FAILING + 1) * 4096, operations: ['read'] });
    const whileFailing = await verify();
    await host.mend('S1');
    await host.unplug('S1');
    await guest.succeed(`for i in $(seq 100); do test -e ${disk} || exit 0; sleep 0.1; done; exit 1`);
    await host.plugIn('S1');
    await guest.succeed(`for i in $(seq 100); do test -b ${disk} && exit 0; sleep 0.1; done; exit 1`);
    const afterReplug = await verify();
    await machine.crash();
    return { killed, cut, lying, whileFailing, afterReplug };
  },

  measure({ killed, cut, lying, whileFailing, afterReplug }) {
    return {
      lostInKill: 2 * COUNT - killed.flushed - killed.unflushed,
      unflushedLostInCut: COUNT - cut.unflushed,
      flushedLostInCut: COUNT - cut.flushed,
      flushedLostWhenLying: COUNT - lying.flushed,
      unreadable: whileFailing.unreadable.length + whileFailing.wrong.length,
      changedByReplug: afterReplug.blocks - afterReplug.good,
    };
  },
});
