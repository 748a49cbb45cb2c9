import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
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
import { attachCaches, MOUNTED, makeArray, startArray, stopArray } from '../stacks/legs.ts';
import { type CorpusFile, corpusOptions } from './corpus.ts';
import { codeOf } from './experiment.ts';

const read = z.strictObject({ cow: byBoth, nocow: byBoth });

export default codeOf('is-an-old-copy-of-an-ssd-taken-for-current', {
  observations: z.strictObject({
    statsBefore: z.string(),
    statsAfter: z.string(),
    first: read,
    scrub: z.strictObject({ status: z.int(), output: z.string() }),
    afterScrub: read,
  }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    await writeBoth(guest, seed);
    await attachCaches(guest);
    await warmBoth(guest);
    await stopArray(guest);
    await machine.powerOff();
    host.keep(['S1']);

    await machine.boot();
    await startArray(guest);
    const overwrite = (guest: Guest, file: CorpusFile) =>
      guest.succeed(`python3 /lab/corpus.py overwrite ${corpusOptions(file, seed)} --version 2`, { seconds: 240 });
    for (const file of [withChecksums, without]) await overwrite(guest, file);
    await stopArray(guest);
    await machine.powerOff();
    host.putBack(['S1']);

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
    return {
      statsBefore,
      statsAfter,
      first,
      scrub: { status: scrub?.status ?? -1, output: scrub?.stdout ?? '' },
      afterScrub,
    };
  },

  measure({ statsBefore, statsAfter, first, scrub, afterScrub }) {
    const report = scrubReport(scrub.output);
    return {
      oldWithChecksums: wrongOf(first.cow),
      unreadable: unreadableOf(first.cow) + unreadableOf(first.nocow),
      oldWithoutChecksums: wrongOf(first.nocow),
      errorsCounted: errorsOfFirstLeg(statsAfter) - errorsOfFirstLeg(statsBefore),
      scrubErrors: report.csumErrors + report.verifyErrors + report.readErrors,
      uncorrectable: report.uncorrectableErrors,
      badAfterScrub: wrongOf(afterScrub.cow) + unreadableOf(afterScrub.cow),
      oldWithoutAfterScrub: wrongOf(afterScrub.nocow),
    };
  },
});
