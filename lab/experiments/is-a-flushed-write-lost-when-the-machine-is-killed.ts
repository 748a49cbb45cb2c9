import { z } from 'zod';
import { type CutOff, countsOf, cutOff, cutOffAndLook, prepareBothModes } from '../stacks/cut-off.ts';
import { codeOf } from './experiment.ts';

const MODES = ['writethrough', 'writeback'] as const;
/** In each mode; each at a moment of its own. */
const TIMES = 3;

export default codeOf('is-a-flushed-write-lost-when-the-machine-is-killed', {
  observations: z.strictObject({
    writethrough: z.array(cutOff).length(TIMES),
    writeback: z.array(cutOff).length(TIMES),
  }),

  async perform(bench) {
    await prepareBothModes(bench);
    const seen: Record<(typeof MODES)[number], CutOff[]> = { writethrough: [], writeback: [] };
    for (const mode of MODES)
      for (let time = 0; time < TIMES; time++)
        seen[mode].push(await cutOffAndLook(bench, mode, 'killed', 101 * bench.seed + 37 * time));
    return { ...seen };
  },

  measure({ writethrough, writeback }) {
    const [through, back] = [countsOf(writethrough), countsOf(writeback)];
    return {
      timesWritethrough: through.cuts,
      timesWriteback: back.cuts,
      flushedBefore: Math.min(through.told, back.told),
      notMounted: through.notMounted + back.notMounted,
      lostWritethrough: through.lost,
      lostWriteback: back.lost,
      scrubErrors: through.scrubErrors + back.scrubErrors,
      notClean: through.notClean + back.notClean,
    };
  },
});
