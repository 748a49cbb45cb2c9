import { z } from 'zod';
import { fourDisks, withVolatileCache } from '../machine/disks.ts';
import {
  cutOff,
  errorsOfScrub,
  found,
  lookAt,
  lostOfHot,
  lostWithChecksums,
  lostWithoutChecksums,
  prepare,
  useAndCutPower,
} from '../stacks/dying.ts';
import { ownGroups } from '../stacks/topologies.ts';
import { codeOf } from './experiment.ts';

const topology = ownGroups({ mode: 'writethrough' });
const cut = z.strictObject({ cutOff, left: found });

export default codeOf('does-a-power-cut-lose-flushed-writes-in-writethrough-mode', {
  disks: fourDisks.map((disk) => withVolatileCache(disk)),
  observations: z.strictObject({ honest: cut, lying: cut }),

  async perform(bench) {
    const { machine } = bench;
    await prepare(bench, topology);
    await machine.save('warm');
    await machine.fork('warm');
    const honest = await useAndCutPower(bench);
    const after = await lookAt(bench, topology, honest.promised, { legs: [0, 1], dead: [], scrub: true });
    await machine.fork('warm');
    const lying = await useAndCutPower(bench, true);
    const afterLies = await lookAt(bench, topology, lying.promised, { legs: [0, 1], dead: [] });
    return { honest: { cutOff: honest, left: after }, lying: { cutOff: lying, left: afterLies } };
  },

  measure({ honest, lying }) {
    const { promised, lost } = honest.cutOff;
    const promises = promised.ledger.length + promised.table.length + promised.bulk.length;
    return {
      promised: promises,
      unflushedLost: lost,
      mounts: honest.left.mount.status === 0 ? 2 : 0,
      lostWithChecksums: lostWithChecksums(promised, honest.left.first) + lostOfHot(honest.left.first),
      lostWithoutChecksums: lostWithoutChecksums(promised, honest.left.first),
      scrubErrors: errorsOfScrub(honest.left, 0),
      lostWhenLying:
        lostWithChecksums(lying.cutOff.promised, lying.left.first) +
        lostWithoutChecksums(lying.cutOff.promised, lying.left.first),
    };
  },
});
