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
import { sharedSsd } from '../stacks/topologies.ts';
import { codeOf } from './experiment.ts';

const topology = sharedSsd('writethrough');

export default codeOf('does-a-shared-ssd-that-dies-after-a-crash-lose-writes', {
  disks: disksToCrash,
  observations: z.strictObject({ died: dying, both: found }),

  async perform(bench) {
    bench.host.partition('S1', 2);
    await prepare(bench, topology);
    await crashAndStartAgain(bench, topology);
    const died = await useWhileDisksDie(bench, ['S1']);
    const both = await lookAt(bench, topology, died.promises, { legs: [0, 1], dead: ['S1', 'S2'] });
    return { died, both };
  },

  measure({ died, both }) {
    const { promises } = died;
    return {
      ...aroundDeath(promises),
      writableLegs: writableLegs(died.options),
      dirtyAtDeath: Math.min(...['leg1-data', 'leg2-data'].map((name) => dirtyAtDeath(promises, [name]))),
      mounts: both.mount.status === 0 ? 2 : 0,
      lostOnBoth: lostWithChecksums(promises, both.first) + lostOfHot(both.first),
      lostOnBothWithout: lostWithoutChecksums(promises, both.first),
    };
  },
});
