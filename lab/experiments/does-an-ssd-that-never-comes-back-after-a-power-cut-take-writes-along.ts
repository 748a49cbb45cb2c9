import { z } from 'zod';
import { fourDisks, withVolatileCache } from '../machine/disks.ts';
import {
  cutOff,
  found,
  lookAt,
  lostOfHot,
  lostWithChecksums,
  lostWithoutChecksums,
  prepare,
  useAndCutPower,
} from '../stacks/dying.ts';
import { sharedSsd } from '../stacks/topologies.ts';
import { codeOf } from './experiment.ts';

const cut = z.strictObject({ cutOff, onHdds: found });
const topologies = { writethrough: sharedSsd('writethrough'), writeback: sharedSsd('writeback') } as const;

export default codeOf('does-an-ssd-that-never-comes-back-after-a-power-cut-take-writes-along', {
  limits: { bootSeconds: 300 },
  disks: fourDisks.map((disk) => withVolatileCache(disk)),
  observations: z.strictObject({ writethrough: cut, writeback: cut }),

  async perform(bench) {
    const { machine, guest, host } = bench;
    host.partition('S1', 2);
    await prepare(bench, topologies.writethrough);
    await machine.save('warm');

    const cutAndLook = async (mode: keyof typeof topologies) => {
      await machine.fork('warm');
      if (mode === 'writeback')
        for (const leg of ['leg1', 'leg2']) await guest.procedure('switch-cache-mode', { leg, mode }, { seconds: 120 });
      const seen = await useAndCutPower(bench);
      const dead = ['S1', 'S2'];
      return { cutOff: seen, onHdds: await lookAt(bench, topologies[mode], seen.promised, { legs: [0, 1], dead }) };
    };
    return { writethrough: await cutAndLook('writethrough'), writeback: await cutAndLook('writeback') };
  },

  measure({ writethrough, writeback }) {
    const promises = ({ promised }: z.infer<typeof cutOff>) =>
      promised.ledger.length + promised.table.length + promised.bulk.length;
    const lost = ({ cutOff: { promised }, onHdds }: z.infer<typeof cut>) => ({
      checked: lostWithChecksums(promised, onHdds.first) + lostOfHot(onHdds.first),
      unchecked: lostWithoutChecksums(promised, onHdds.first),
    });
    return {
      promised: Math.min(promises(writethrough.cutOff), promises(writeback.cutOff)),
      unflushedLost: writethrough.cutOff.lost,
      refusedWritethrough: writethrough.onHdds.refused,
      refusedWriteback: writeback.onHdds.refused,
      mountsWritethrough: writethrough.onHdds.mount.status === 0 ? 2 : 0,
      mountsWriteback: writeback.onHdds.mount.status === 0 ? 2 : 0,
      lostWritethrough: lost(writethrough).checked,
      lostWithoutWritethrough: lost(writethrough).unchecked,
      lostWriteback: lost(writeback).checked,
      lostWithoutWriteback: lost(writeback).unchecked,
    };
  },
});
