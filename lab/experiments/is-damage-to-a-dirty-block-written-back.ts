import { z } from 'zod';
import type { Copy } from '../machine/census.ts';
import { pathOf } from '../machine/disks.ts';
import {
  byBoth,
  copiesOn,
  damage,
  errorsOfFirstLeg,
  readByBoth,
  stats,
  unreadableOf,
  withChecksums,
  without,
  writeBoth,
  wrongOf,
} from '../stacks/damage.ts';
import { legs, makeArray, removeCaches, startArray, stopArray } from '../stacks/legs.ts';
import { codeOf } from './experiment.ts';

const DAMAGED = 32;
const numbers = z.array(z.int());
const read = z.strictObject({ cow: byBoth, nocow: byBoth });

export default codeOf('is-damage-to-a-dirty-block-written-back', {
  observations: z.strictObject({
    /** Blocks that stood on the first SSD and not on its hard disk, and were overwritten there. */
    damaged: z.strictObject({ cow: numbers, nocow: numbers }),
    statsBefore: z.string(),
    statsAfter: z.string(),
    first: read,
    /** Of the damaged, those of which the first hard disk has a whole copy in the end. */
    onHdd: z.strictObject({ cow: numbers, nocow: numbers }),
    withoutCache: read,
  }),

  async perform(bench) {
    const { machine, guest, host, seed } = bench;
    await machine.boot();
    await makeArray(guest);
    for (const one of legs)
      await guest.procedure('attach-writeback-cache', { leg: one.leg, ssd: pathOf(one.ssd), size: '384m' });
    // Writes of whole chunks go to the SSD alone. The kill follows at once, so that nothing is written back.
    await writeBoth(guest, seed);
    await machine.crash();

    const whole = host.census();
    const onSsdAlone = (copy: Copy) => whole.of(copy.file, copy.block, 'H1').length === 0;
    const cow = damage(bench, copiesOn(whole, withChecksums, 'S1', onSsdAlone), DAMAGED);
    const nocow = damage(bench, copiesOn(whole, without, 'S1', onSsdAlone), DAMAGED);

    const readBoth = async () => ({
      cow: await readByBoth(guest, withChecksums, seed),
      nocow: await readByBoth(guest, without, seed),
    });
    await machine.boot();
    await startArray(guest);
    const statsBefore = await stats(guest);
    const first = await readBoth();
    const statsAfter = await stats(guest);
    await removeCaches(guest);
    const withoutCache = await readBoth();
    await stopArray(guest);
    await machine.powerOff();
    const after = host.census();
    const onHdd = (copies: readonly Copy[]) =>
      copies.filter((copy) => after.of(copy.file, copy.block, 'H1').length > 0).map(({ block }) => block);
    return {
      damaged: { cow: cow.map(({ block }) => block), nocow: nocow.map(({ block }) => block) },
      ...{ statsBefore, statsAfter, first, withoutCache },
      onHdd: { cow: onHdd(cow), nocow: onHdd(nocow) },
    };
  },

  measure({ damaged, first, withoutCache, onHdd, statsBefore, statsAfter }) {
    return {
      damaged: damaged.cow.length,
      unreadable: unreadableOf(first.cow) + unreadableOf(withoutCache.cow),
      wrong: wrongOf(first.cow) + wrongOf(withoutCache.cow),
      errorsCounted: errorsOfFirstLeg(statsAfter) - errorsOfFirstLeg(statsBefore),
      wholeOnHdd: onHdd.cow.length,
      damagedWithout: damaged.nocow.length,
      wrongWithout: wrongOf(first.nocow),
      wrongWithoutAfterRemoval: wrongOf(withoutCache.nocow),
      wholeOnHddWithout: onHdd.nocow.length,
    };
  },
});
