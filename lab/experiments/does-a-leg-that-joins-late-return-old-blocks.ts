import { z } from 'zod';
import { scrubReport } from '../parse/btrfs.ts';
import {
  byBoth,
  errorsOfFirstLeg,
  readByBoth,
  stats,
  unreadableOf,
  warmBoth,
  withChecksums,
  without,
  writeBoth,
  wrongOf,
} from '../stacks/damage.ts';
import { attachCaches, legs, MOUNTED, makeArray, startArray, stopArray } from '../stacks/legs.ts';
import { corpusOptions } from './corpus.ts';
import { codeOf } from './experiment.ts';

const [late, there] = legs;
const read = z.strictObject({ cow: byBoth, nocow: byBoth });

export default codeOf('does-a-leg-that-joins-late-return-old-blocks', {
  observations: z.strictObject({
    statsBefore: z.string(),
    statsAfter: z.string(),
    first: read,
    scrub: z.strictObject({ status: z.int(), output: z.string() }),
    afterScrub: read,
  }),

  async perform({ machine, guest, seed }) {
    await machine.boot();
    await makeArray(guest);
    await writeBoth(guest, seed);
    await attachCaches(guest);
    await warmBoth(guest);
    await stopArray(guest);
    await machine.powerOff();

    await machine.boot({ without: [late.ssd] });
    await guest.procedure('start-leg', { leg: there.leg });
    await guest.procedure('mount-degraded', { one: there.volume, directory: MOUNTED, access: 'rw' });
    for (const file of [withChecksums, without])
      await guest.succeed(`python3 /lab/corpus.py overwrite ${corpusOptions(file, seed)} --version 2`, {
        seconds: 240,
      });
    await guest.succeed(`umount ${MOUNTED}`);
    await guest.procedure('stop-leg', { leg: there.leg });
    await machine.powerOff();

    const readBoth = async () => ({
      cow: await readByBoth(guest, withChecksums, seed, 2),
      nocow: await readByBoth(guest, without, seed, 2),
    });
    await machine.boot();
    await startArray(guest);
    const statsBefore = await stats(guest);
    const first = await readBoth();
    const statsAfter = await stats(guest);
    const [scrub] = await guest.procedure('scrub', { directory: MOUNTED }, { seconds: 300 });
    const afterScrub = await readBoth();
    await stopArray(guest);
    await machine.powerOff();
    const scrubbed = { status: scrub?.status ?? -1, output: scrub?.stdout ?? '' };
    return { statsBefore, statsAfter, first, scrub: scrubbed, afterScrub };
  },

  measure({ statsBefore, statsAfter, first, scrub, afterScrub }) {
    return {
      oldWithChecksums: wrongOf(first.cow),
      oldWithoutChecksums: wrongOf(first.nocow),
      unreadable: unreadableOf(first.cow) + unreadableOf(first.nocow),
      errorsCounted: errorsOfFirstLeg(statsAfter) - errorsOfFirstLeg(statsBefore),
      uncorrectable: scrubReport(scrub.output).uncorrectableErrors,
      badAfterScrub: wrongOf(afterScrub.cow) + unreadableOf(afterScrub.cow),
      oldWithoutAfterScrub: wrongOf(afterScrub.nocow),
    };
  },
});
