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
  useWhileDisksDie,
  writableLegs,
} from '../stacks/dying.ts';
import { ownGroups } from '../stacks/topologies.ts';
import { codeOf } from './experiment.ts';

const topology = ownGroups({ mode: 'writeback', cached: [0] });

export default codeOf('what-does-a-dead-ssd-stop-when-one-leg-alone-is-cached', {
  observations: z.strictObject({ died: dying, second: found, both: found }),

  async perform(bench) {
    await prepare(bench, topology);
    const died = await useWhileDisksDie(bench, ['S1']);
    bench.host.keep(['H2']);
    const second = await lookAt(bench, topology, died.promises, { legs: [1], dead: ['S1', 'H1'] });
    bench.host.putBack(['H2']);
    const both = await lookAt(bench, topology, died.promises, { legs: [1, 0], dead: ['S1'], scrub: true });
    return { died, second, both };
  },

  measure({ died, second, both }) {
    const { promises } = died;
    return {
      ...aroundDeath(promises),
      writableLegs: writableLegs(died.options),
      dirtyAtDeath: dirtyAtDeath(promises, ['leg1-data']),
      lostOnSecond: lostWithChecksums(promises, second.first) + lostOfHot(second.first),
      lostOnSecondWithout: lostWithoutChecksums(promises, second.first),
      lostAfterScrub: lostWithChecksums(promises, both.afterScrub) + lostOfHot(both.afterScrub),
      lostAfterScrubWithout: lostWithoutChecksums(promises, both.afterScrub),
      errorsOfSecondScrub: errorsOfScrub(both, 1),
    };
  },
});
