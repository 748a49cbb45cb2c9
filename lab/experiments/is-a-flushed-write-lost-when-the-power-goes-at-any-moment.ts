import { z } from 'zod';
import { fourDisks, withVolatileCache } from '../machine/disks.ts';
import { type CutOff, countsOf, cutOff, cutOffAndLook, prepareBothModes } from '../stacks/cut-off.ts';
import { codeOf } from './experiment.ts';

const MODES = ['writethrough', 'writeback'] as const;
/** In each mode; each at a moment of its own. */
const TIMES = 3;

export default codeOf('is-a-flushed-write-lost-when-the-power-goes-at-any-moment', {
  disks: fourDisks.map((disk) => withVolatileCache(disk)),
  observations: z.strictObject({
    writethrough: z.array(cutOff).length(TIMES),
    writeback: z.array(cutOff).length(TIMES),
    lying: cutOff,
  }),

  async perform(bench) {
    await prepareBothModes(bench);
    const seen: Record<(typeof MODES)[number], CutOff[]> = { writethrough: [], writeback: [] };
    for (const mode of MODES)
      for (let time = 0; time < TIMES; time++)
        seen[mode].push(await cutOffAndLook(bench, mode, 'power cut', 101 * bench.seed + 37 * time));
    const lying = await cutOffAndLook(bench, 'writeback', 'power cut, lying disks', bench.seed);
    return { ...seen, lying };
  },

  measure({ writethrough, writeback, lying }) {
    const [through, back] = [countsOf(writethrough), countsOf(writeback)];
    return {
      timesWritethrough: through.cuts,
      timesWriteback: back.cuts,
      flushedBefore: Math.min(through.told, back.told),
      lostByDrives: Math.min(through.lostByDrives, back.lostByDrives),
      notMounted: through.notMounted + back.notMounted,
      lostWritethrough: through.lost,
      lostWriteback: back.lost,
      scrubErrors: through.scrubErrors + back.scrubErrors,
      notClean: through.notClean + back.notClean,
      lostWhenLying: lying.lostLedger + lying.lostTable,
    };
  },
});
