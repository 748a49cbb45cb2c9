import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import type { Host } from '../machine/host.ts';
import { since } from '../parse/blockstats.ts';
import { cacheStatus, legs } from '../stacks/legs.ts';
import { warmUp } from '../stacks/warm.ts';
import {
  activateAndLook,
  dirtyShare,
  type Leg,
  look,
  makeWarmArray,
  readMark,
  waitUntilClean,
} from '../stacks/warmed.ts';
import { codeOf } from './experiment.ts';

const [asItComes, held] = legs;
const QUIET_SECONDS = 40;

const crashed = z.strictObject({
  usedBefore: z.int(),
  dirtyBefore: z.int(),
  /** What the metadata say before the leg is activated. */
  mark: z.strictObject({ clean: z.boolean(), dirtyChunks: z.int(), cleanChunks: z.int() }),
  /** The first is in the same command as the activation; the others follow once a second. */
  looks: z.array(look).min(2),
  /** Writes that the hard disk was asked for between activation and the last look. */
  hddWrites: z.int(),
});

async function watchDraining(guest: Guest, host: Host, leg: Leg) {
  const mark = await readMark(guest, leg);
  const before = (await host.counters())[leg.hdd];
  const looks = await activateAndLook(guest, leg, QUIET_SECONDS);
  const after = (await host.counters())[leg.hdd];
  if (!before || !after) throw new Error(`${leg.hdd} has no counters`);
  return { mark, looks, hddWrites: since(before, after).writes };
}

export default codeOf('does-a-crash-make-every-chunk-dirty', {
  observations: z.strictObject({ warmUp, asItComes: crashed, held: crashed }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    const warmedUp = await makeWarmArray(guest, seed);
    await guest.procedure('hold-cache-still', { leg: held.leg });
    await guest.succeed('sync; sleep 3');
    for (const leg of legs) await waitUntilClean(guest, leg);
    const [first, second] = await cacheStatus(guest);
    if (!first || !second) throw new Error('there are not two caches');
    await machine.crash();

    await machine.boot();
    const before = (status: typeof first) => ({ usedBefore: status.chunksUsed, dirtyBefore: status.dirty });
    const seen = {
      warmUp: warmedUp,
      held: { ...before(second), ...(await watchDraining(guest, host, held)) },
      asItComes: { ...before(first), ...(await watchDraining(guest, host, asItComes)) },
    };
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();
    return seen;
  },

  measure({ asItComes, held }) {
    const firstOf = ({ looks }: typeof held) => looks[0] ?? { seconds: Number.NaN, used: 0, dirty: 0 };
    const dirtyOf = ({ looks }: typeof held) => looks.map(({ dirty }) => dirty);
    const lastOf = (leg: typeof held) => ({ value: dirtyOf(leg).at(-1) ?? Number.NaN, samples: dirtyOf(leg) });
    const clean = asItComes.looks.find(({ dirty }) => dirty === 0);
    return {
      residentBefore: Math.min(asItComes.usedBefore, held.usedBefore),
      dirtyBefore: asItComes.dirtyBefore + held.dirtyBefore,
      markedClean: [asItComes, held].filter(({ mark }) => mark.clean).length,
      firstDirtyShare: dirtyShare(firstOf(asItComes)),
      firstLookAfter: firstOf(asItComes).seconds,
      firstDirtyShareHeld: dirtyShare(firstOf(held)),
      dirtyAfterQuiet: lastOf(asItComes),
      dirtyAfterQuietHeld: lastOf(held),
      secondsUntilClean: clean?.seconds ?? QUIET_SECONDS,
      writtenBack: asItComes.hddWrites,
      writtenBackHeld: held.hddWrites,
    };
  },
});
