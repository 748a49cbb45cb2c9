import { z } from 'zod';
import { cacheStatus, legs } from '../stacks/legs.ts';
import { flush, makeWarmVolumes } from '../stacks/volumes.ts';
import { activateAndLook, look } from '../stacks/warmed.ts';
import { codeOf } from './experiment.ts';

const [flushed, notFlushed] = legs;
const QUIET_SECONDS = 30;
const volume = z.strictObject({ usedBefore: z.int(), after: look });

export default codeOf('does-a-crash-forget-what-was-promoted', {
  observations: z.strictObject({ flushed: volume, notFlushed: volume }),

  async perform({ machine, guest, seed }) {
    await machine.boot();
    await makeWarmVolumes(guest, seed);
    await flush(guest, flushed, seed);
    await guest.succeed(`sleep ${QUIET_SECONDS}`);
    const [first, second] = await cacheStatus(guest);
    if (!first || !second) throw new Error('there are not two caches');
    await machine.crash();

    await machine.boot();
    const [afterFlush] = await activateAndLook(guest, flushed, 1);
    const [afterNone] = await activateAndLook(guest, notFlushed, 1);
    if (!afterFlush || !afterNone) throw new Error('there is no look at the cache');
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();
    return {
      flushed: { usedBefore: first.chunksUsed, after: afterFlush },
      notFlushed: { usedBefore: second.chunksUsed, after: afterNone },
    };
  },

  measure({ flushed, notFlushed }) {
    return {
      residentBefore: Math.min(flushed.usedBefore, notFlushed.usedBefore),
      keptFlushed: (100 * flushed.after.used) / flushed.usedBefore,
      keptNotFlushed: (100 * notFlushed.after.used) / notFlushed.usedBefore,
      dirtyFlushed: flushed.after.dirty,
      dirtyNotFlushed: notFlushed.after.dirty,
    };
  },
});
