import { z } from 'zod';
import { aroundDeath } from '../parse/promises.ts';
import {
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

export default codeOf('what-does-a-whole-dead-leg-stop', {
  observations: z.strictObject({ died: dying, left: found }),

  async perform(bench) {
    await prepare(bench, topology);
    const died = await useWhileDisksDie(bench, ['H1', 'S1']);
    const left = await lookAt(bench, topology, died.promises, { legs: [1], dead: ['H1', 'S1'] });
    return { died, left };
  },

  measure({ died, left }) {
    const { promises } = died;
    return {
      ...aroundDeath(promises),
      writableLegs: writableLegs(died.options),
      lostOnLeft: lostWithChecksums(promises, left.first) + lostOfHot(left.first),
      lostOnLeftWithout: lostWithoutChecksums(promises, left.first),
    };
  },
});
