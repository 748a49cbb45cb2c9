import { z } from 'zod';
import { aroundDeath, dirtyAtDeath } from '../parse/promises.ts';
import {
  crashAndStartAgain,
  disksToCrash,
  dying,
  found,
  lookAt,
  lostOfHot,
  lostWithChecksums,
  lostWithoutChecksums,
  prepare,
  useWhileDisksDie,
  writableLegs,
} from '../stacks/dying.ts';
import { ownGroups } from '../stacks/topologies.ts';
import { codeOf } from './experiment.ts';

const topology = ownGroups({ mode: 'writethrough' });

export default codeOf('does-an-own-ssd-that-dies-after-a-crash-lose-writes', {
  disks: disksToCrash,
  observations: z.strictObject({ died: dying, first: found, both: found }),

  async perform(bench) {
    await prepare(bench, topology);
    await crashAndStartAgain(bench, topology);
    const died = await useWhileDisksDie(bench, ['S1']);
    bench.host.keep(['H1']);
    const first = await lookAt(bench, topology, died.promises, { legs: [0], dead: ['S1', 'H2', 'S2'] });
    bench.host.putBack(['H1']);
    const both = await lookAt(bench, topology, died.promises, { legs: [1, 0], dead: ['S1'], scrub: true });
    return { died, first, both };
  },

  measure({ died, first, both }) {
    const { promises } = died;
    return {
      ...aroundDeath(promises),
      writableLegs: writableLegs(died.options),
      dirtyAtDeath: dirtyAtDeath(promises, ['leg1-data']),
      mounts: both.mount.status === 0 ? 2 : 0,
      lostOnFirst: lostWithChecksums(promises, first.first),
      lostOnFirstWithout: lostWithoutChecksums(promises, first.first),
      lostAfterScrub: lostWithChecksums(promises, both.afterScrub) + lostOfHot(both.afterScrub),
      lostOnBoth: lostWithChecksums(promises, both.first) + lostOfHot(both.first),
      lostOnBothWithout: lostWithoutChecksums(promises, both.first),
    };
  },
});
