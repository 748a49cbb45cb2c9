import { z } from 'zod';
import type { Copy } from '../machine/census.ts';
import { scrubReport } from '../parse/btrfs.ts';
import {
  byBoth,
  copiesOn,
  damage,
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
import { attachCaches, MOUNTED, makeArray, removeCaches, startArray, stopArray } from '../stacks/legs.ts';
import { codeOf } from './experiment.ts';

const DAMAGED = 32;
const numbers = z.array(z.int());
const read = z.strictObject({ cow: byBoth, nocow: byBoth });

export default codeOf('is-a-damaged-block-on-the-ssd-mended', {
  observations: z.strictObject({
    /** Blocks of which the copy on the first SSD was overwritten. */
    damaged: z.strictObject({ cow: numbers, nocow: numbers }),
    first: read,
    second: read,
    statsBefore: z.string(),
    statsAfterFirst: z.string(),
    statsAfterSecond: z.string(),
    scrub: z.strictObject({ status: z.int(), output: z.string() }),
    /** Of the damaged, those that stand on the SSD and on the hard disk as written again, in their old places. */
    onSsd: z.strictObject({ cow: numbers, nocow: numbers }),
    onHdd: z.strictObject({ cow: numbers, nocow: numbers }),
    withoutCache: read,
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
    const onBoth = (copy: Copy) => whole.of(copy.file, copy.block, 'H1').length === 1;
    const cow = damage(bench, copiesOn(whole, withChecksums, 'S1', onBoth), DAMAGED);
    const nocow = damage(bench, copiesOn(whole, without, 'S1', onBoth), DAMAGED);

    const readBoth = async () => ({
      cow: await readByBoth(guest, withChecksums, seed),
      nocow: await readByBoth(guest, without, seed),
    });
    await machine.boot();
    await startArray(guest);
    const statsBefore = await stats(guest);
    const first = await readBoth();
    const statsAfterFirst = await stats(guest);
    const second = await readBoth();
    const statsAfterSecond = await stats(guest);
    const [scrub] = await guest.procedure('scrub', { directory: MOUNTED }, { seconds: 300 });
    await stopArray(guest);
    await machine.powerOff();

    const after = host.census();
    const standing = (copies: readonly Copy[], serial: string) =>
      copies
        .filter((copy) =>
          serial === 'S1' ? after.has(copy) : whole.of(copy.file, copy.block, serial).every((one) => after.has(one)),
        )
        .map(({ block }) => block);
    await machine.boot();
    await startArray(guest);
    await removeCaches(guest);
    const withoutCache = await readBoth();
    await stopArray(guest);
    await machine.powerOff();
    return {
      damaged: { cow: cow.map(({ block }) => block), nocow: nocow.map(({ block }) => block) },
      ...{ first, second, statsBefore, statsAfterFirst, statsAfterSecond },
      scrub: { status: scrub?.status ?? -1, output: scrub?.stdout ?? '' },
      onSsd: { cow: standing(cow, 'S1'), nocow: standing(nocow, 'S1') },
      onHdd: { cow: standing(cow, 'H1'), nocow: standing(nocow, 'H1') },
      withoutCache,
    };
  },

  measure(seen) {
    const { damaged, first, second, onSsd, onHdd, withoutCache } = seen;
    const errors = errorsOfFirstLeg;
    return {
      damaged: damaged.cow.length,
      unreadable: unreadableOf(first.cow) + unreadableOf(second.cow) + unreadableOf(withoutCache.cow),
      wrong: wrongOf(first.cow) + wrongOf(second.cow) + wrongOf(withoutCache.cow),
      errorsAtFirst: errors(seen.statsAfterFirst) - errors(seen.statsBefore),
      errorsAtSecond: errors(seen.statsAfterSecond) - errors(seen.statsAfterFirst),
      scrubErrors: scrubReport(seen.scrub.output).csumErrors,
      mendedOnSsd: onSsd.cow.length,
      wholeOnHdd: onHdd.cow.length,
      damagedWithout: damaged.nocow.length,
      wrongWithout: wrongOf(first.nocow),
      wrongWithoutAgain: wrongOf(second.nocow),
      mendedOnSsdWithout: onSsd.nocow.length,
      wrongWithoutAfterRemoval: wrongOf(withoutCache.nocow),
    };
  },
});
