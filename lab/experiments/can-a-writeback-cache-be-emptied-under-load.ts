import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { type CacheStatus, cacheStatuses } from '../parse/dm-cache.ts';
import { type Leg, legs } from '../stacks/legs.ts';
import { attachTuned, pass } from '../stacks/measured.ts';
import { codeOf } from './experiment.ts';

const MIB = 16;
const WATCHED_SECONDS = 12;
const CLEANER_SECONDS = 60;
const [inUse, idle] = legs;

const curve = z.array(z.strictObject({ seconds: z.number(), dirty: z.int() })).min(1);
type Curve = z.infer<typeof curve>;

export default codeOf('can-a-writeback-cache-be-emptied-under-load', {
  observations: z.strictObject({ idle: curve, inUse: curve, cleaner: curve, policyAfter: z.string() }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    for (const { leg, hdd, ssd } of legs)
      await guest.procedure('create-leg', { leg, hdd: pathOf(hdd), ssd: pathOf(ssd), size: '2500m' });
    await attachTuned(guest, { mode: 'writeback', size: '128m', chunk: '64k' });
    const file = (leg: Leg) => ({ path: leg.volume, mib: MIB, seed });
    for (const leg of legs) await pass(guest, host, { ...file(leg), passes: 3 });

    const rewrite = (leg: Leg) =>
      `python3 /lab/passes.py ${leg.volume} --mib ${MIB} --seed ${seed} --rewrite >/dev/null`;
    const idleCurve = await watch(guest, idle, WATCHED_SECONDS, rewrite(idle));
    // The reader goes on until the machine is off: it is what keeps the volume in use.
    const reader = `python3 /lab/steady.py ${inUse.volume} >/dev/null 2>&1 & echo $! >/tmp/reader`;
    const inUseCurve = await watch(guest, inUse, WATCHED_SECONDS, `${reader}; sleep 1; ${rewrite(inUse)}`);
    await guest.procedure('empty-cache-in-use', { leg: inUse.leg });
    const cleaner = await watch(guest, inUse, CLEANER_SECONDS, 'true');
    await guest.procedure('give-cache-its-policy-back', { leg: inUse.leg });
    const policyAfter = (await status(guest, inUse)).policy;
    await guest.succeed('kill $(cat /tmp/reader); sleep 1');
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();
    return { idle: idleCurve, inUse: inUseCurve, cleaner, policyAfter };
  },

  measure({ idle, inUse, cleaner }) {
    const first = (one: Curve) => one[0]?.dirty ?? Number.NaN;
    const last = (one: Curve) => ({ value: one.at(-1)?.dirty ?? Number.NaN, samples: one.map(({ dirty }) => dirty) });
    return {
      dirtyIdle: first(idle),
      dirtyInUse: first(inUse),
      leftIdle: last(idle),
      leftInUse: last(inUse),
      leftCleaner: last(cleaner),
      secondsCleaner: cleaner.at(-1)?.seconds ?? Number.NaN,
    };
  },
});

const status = async (guest: Guest, { leg }: Leg): Promise<CacheStatus> => {
  const [one] = cacheStatuses(`${leg}: ${await guest.succeed(`dmsetup status --noflush ${leg}-data`)}`);
  if (!one) throw new Error(`${leg} has no cache`);
  return one;
};

/** Does the work and looks at the cache once a second after it, until it is clean or the time is over. */
async function watch(guest: Guest, { leg }: Leg, seconds: number, work: string): Promise<Curve> {
  const glance = `echo "$(cut -d' ' -f1 /proc/uptime) $(dmsetup status --noflush ${leg}-data)"`;
  const isClean = `[ "$(dmsetup status --noflush ${leg}-data | cut -d' ' -f14)" = 0 ]`;
  const looking = `for i in $(seq ${seconds}); do ${glance}; ${isClean} && break; sleep 1; done`;
  const said = await guest.succeed(`${work}; ${looking}`, {
    seconds: 60 + 4 * seconds,
  });
  const all = said.split('\n').flatMap((line) => {
    const [, uptime, rest] = /^(\d+\.\d+) (.*)$/.exec(line) ?? [];
    const [one] = rest ? cacheStatuses(`${leg}: ${rest}`) : [];
    return one ? [{ uptime: Number(uptime), dirty: one.dirty }] : [];
  });
  const zero = all[0]?.uptime ?? 0;
  const looks = all.map(({ uptime, dirty }) => ({ seconds: Number((uptime - zero).toFixed(2)), dirty }));
  return looks;
}
