import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { cacheStatus, legs, MOUNTED, mountArray, stopArray } from '../stacks/legs.ts';
import { activateAndLook, dirtyShare, look, makeReadArray, readMark } from '../stacks/warmed.ts';
import { codeOf } from './experiment.ts';

const stopped = z.array(z.strictObject({ markedClean: z.boolean(), first: look })).length(2);

/** How the caches come up after a boot, leg by leg. Leaves the legs active. */
async function comeUp(guest: Guest) {
  const found: z.infer<typeof stopped> = [];
  for (const leg of legs) {
    const mark = await readMark(guest, leg);
    const [first] = await activateAndLook(guest, leg, 1);
    if (!first) throw new Error('there is no look at the cache');
    found.push({ markedClean: mark.clean, first });
  }
  return found;
}

export default codeOf('does-an-orderly-stop-leave-a-clean-cache', {
  observations: z.strictObject({
    /** Chunks that each cache held before the first stop. */
    used: z.array(z.int()),
    deactivated: stopped,
    unmounted: stopped,
  }),

  async perform({ machine, guest, seed }) {
    await machine.boot();
    await makeReadArray(guest, seed);
    const used = (await cacheStatus(guest)).map(({ chunksUsed }) => chunksUsed);
    await stopArray(guest);
    await machine.powerOff();

    await machine.boot();
    const deactivated = await comeUp(guest);
    await mountArray(guest);
    await guest.succeed(`umount ${MOUNTED}`);
    await machine.powerOff();

    await machine.boot();
    const unmounted = await comeUp(guest);
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();
    return { used, deactivated, unmounted };
  },

  measure({ used, deactivated, unmounted }) {
    const worst = (legs: typeof unmounted) => Math.max(...legs.map(({ first }) => dirtyShare(first)));
    const marked = (legs: typeof unmounted) => legs.filter(({ markedClean }) => markedClean).length;
    return {
      resident: Math.min(...used),
      markedCleanDeactivated: marked(deactivated),
      dirtyShareDeactivated: worst(deactivated),
      markedCleanUnmounted: marked(unmounted),
      dirtyShareUnmounted: worst(unmounted),
    };
  },
});
