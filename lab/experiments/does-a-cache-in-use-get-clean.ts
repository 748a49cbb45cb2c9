import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { type Leg, legs } from '../stacks/legs.ts';
import { flush, makeWarmVolumes } from '../stacks/volumes.ts';
import { look, looks, waitUntilClean } from '../stacks/warmed.ts';
import { codeOf } from './experiment.ts';

const [hits, misses] = legs;
const SECONDS = 30;
const used = z.strictObject({ looks: z.array(look).min(2), reads: z.int() });

/** Activates a volume after a crash while a process reads it, and looks at its cache once a second. */
async function useAndLook(guest: Guest, { leg, volume }: Leg, same: boolean): Promise<z.infer<typeof used>> {
  const glance = `echo "$(cut -d' ' -f1 /proc/uptime) $(dmsetup status --noflush ${leg}-data)"`;
  const said = await guest.succeed(
    `python3 /lab/steady.py ${volume} ${same ? '--same' : ''} & reader=$!; sleep 1; cut -d' ' -f1 /proc/uptime; ` +
      `vgchange --activate y ${leg} >/dev/null; ${glance}; for i in $(seq ${SECONDS}); do sleep 1; ${glance}; done; kill $reader; wait $reader`,
    { seconds: 60 + 4 * SECONDS },
  );
  const lines = said.trim().split('\n');
  const reads = Number(/^steady reads: (\d+)$/.exec(lines.pop() ?? '')?.[1]);
  if (Number.isNaN(reads)) throw new Invalid('the reader did not say how often it read');
  return { looks: looks(lines.join('\n')), reads };
}

export default codeOf('does-a-cache-in-use-get-clean', {
  observations: z.strictObject({ hits: used, misses: used }),

  async perform({ machine, guest, seed }) {
    await machine.boot();
    await makeWarmVolumes(guest, seed);
    for (const leg of legs) await flush(guest, leg, seed);
    for (const leg of legs) await waitUntilClean(guest, leg);
    await machine.crash();

    await machine.boot();
    const seen = { hits: await useAndLook(guest, hits, true), misses: await useAndLook(guest, misses, false) };
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();
    return seen;
  },

  measure({ hits, misses }) {
    const dirty = ({ looks }: typeof hits) => looks.map((one) => one.dirty);
    const last = (one: typeof hits) => ({ value: dirty(one).at(-1) ?? Number.NaN, samples: dirty(one) });
    return {
      dirtyFirst: Math.min(...[hits, misses].map((one) => dirty(one)[0] ?? Number.NaN)),
      reads: Math.min(hits.reads, misses.reads),
      dirtyAfterHits: last(hits),
      dirtyAfterMisses: last(misses),
    };
  },
});
