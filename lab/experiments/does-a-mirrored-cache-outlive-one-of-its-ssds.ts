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
import { mirroredSsds } from '../stacks/topologies.ts';
import { codeOf } from './experiment.ts';

const topology = mirroredSsds('writeback');

export default codeOf('does-a-mirrored-cache-outlive-one-of-its-ssds', {
  observations: z.strictObject({ died: dying, both: found }),

  async perform(bench) {
    await prepare(bench, topology);
    const died = await useWhileDisksDie(bench, ['S1']);
    const both = await lookAt(bench, topology, died.promises, { legs: [0, 1], dead: ['S1'], scrub: true });
    return { died, both };
  },

  measure({ died, both }) {
    const { promises } = died;
    return {
      ...aroundDeath(promises),
      writableLegs: writableLegs(died.options),
      dirtyAtDeath: dirtyAtDeath(promises, ['all-data1', 'all-data2']),
      startsDegraded: 2 - both.refused,
      mounts: both.mount.status === 0 ? 2 : 0,
      lostOnBoth: lostWithChecksums(promises, both.first) + lostOfHot(both.first),
      lostOnBothWithout: lostWithoutChecksums(promises, both.first),
      errorsOfFirstScrub: errorsOfScrub(both, 0),
    };
  },
});
