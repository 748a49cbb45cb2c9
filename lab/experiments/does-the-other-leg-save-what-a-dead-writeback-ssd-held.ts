import { z } from 'zod';
import { aroundDeath, dirtyAtDeath } from '../parse/promises.ts';
import {
  dying,
  errorsOfScrub,
  found,
  lookAt,
  lostOfHot,
  lostWithChecksums,
  lostWithoutChecksums,
  prepare,
  uncorrectable,
  useWhileDisksDie,
  writableLegs,
} from '../stacks/dying.ts';
import { ownGroups } from '../stacks/topologies.ts';
import { codeOf } from './experiment.ts';

const topology = ownGroups({ mode: 'writeback' });

export default codeOf('does-the-other-leg-save-what-a-dead-writeback-ssd-held', {
  observations: z.strictObject({ died: dying, first: found, second: found, both: found }),

  async perform(bench) {
    await prepare(bench, topology);
    const died = await useWhileDisksDie(bench, ['S1']);
    bench.host.keep(['H1', 'H2', 'S2']);
    const first = await lookAt(bench, topology, died.promises, { legs: [0], dead: ['S1', 'H2', 'S2'] });
    const second = await lookAt(bench, topology, died.promises, { legs: [1], dead: ['S1', 'H1'] });
    bench.host.putBack(['H1', 'H2', 'S2']);
    const both = await lookAt(bench, topology, died.promises, { legs: [1, 0], dead: ['S1'], scrub: true });
    return { died, first, second, both };
  },

  measure({ died, first, second, both }) {
    const { promises } = died;
    return {
      ...aroundDeath(promises),
      writableLegs: writableLegs(died.options),
      dirtyAtDeath: dirtyAtDeath(promises, ['leg1-data']),
      lostOnFirst: lostWithChecksums(promises, first.first),
      lostOnFirstWithout: lostWithoutChecksums(promises, first.first),
      lostOnSecond: lostWithChecksums(promises, second.first) + lostOfHot(second.first),
      lostOnSecondWithout: lostWithoutChecksums(promises, second.first),
      lostOnBoth: lostWithChecksums(promises, both.first) + lostOfHot(both.first),
      lostOnBothWithout: lostWithoutChecksums(promises, both.first),
      uncorrectable: uncorrectable(both, 0),
      lostAfterScrub: lostWithChecksums(promises, both.afterScrub) + lostOfHot(both.afterScrub),
      lostAfterScrubWithout: lostWithoutChecksums(promises, both.afterScrub),
      errorsOfFirstScrub: errorsOfScrub(both, 0),
      errorsOfSecondScrub: errorsOfScrub(both, 1),
      refused: first.refused,
    };
  },
});
