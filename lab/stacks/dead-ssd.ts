import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readBack, verifyCorpus } from '../experiments/corpus.ts';
import type { Bench } from '../experiments/experiment.ts';
import { pathOf } from '../machine/disks.ts';
import { Invalid } from '../machine/machine.ts';
import { deviceStats } from '../parse/btrfs.ts';
import { aroundLoss, type Load, load } from '../parse/load.ts';
import { type Leg, legs, MOUNTED } from './legs.ts';
import { hotFile, makeReadArray } from './warmed.ts';

const SECONDS = 40;
const SSDS = ['S1', 'S2'];
const ledger = { path: `${MOUNTED}/ledger`, file: 3 };

const found = z.strictObject({
  /** Exit status of the mount. */
  mount: z.int(),
  ledger: readBack.nullable(),
  corpus: readBack.nullable(),
});
type Found = z.infer<typeof found>;

export const deadSsd = z.strictObject({
  load,
  /** Options of the mount at the end of the load. */
  options: z.string(),
  deviceStats: z.string(),
  caches: z.string(),
  onBoth: found,
  onFirst: found,
  onSecond: found,
});
export type DeadSsd = z.infer<typeof deadSsd>;

/**
 * A warm array under load, of which one SSD is pulled out after a quarter of the time; then a kill, and a look at what
 * is on the hard disks, one by one and together, with no SSD plugged in. `ssdOf` says on which device a leg's cache is.
 */
export async function pullOut(bench: Bench, serial: string, ssdOf: (leg: Leg) => string): Promise<DeadSsd> {
  const { machine, guest, host, seed } = bench;
  await machine.boot();
  await makeReadArray(guest, seed, ssdOf);
  await guest.procedure('check-caches', {});
  const files = `--ledger ${ledger.path} --hot ${hotFile.path} --hot-blocks ${hotFile.blocks}`;
  const running = guest.succeed(
    `python3 /lab/load.py ${files} --seed ${seed} --seconds ${SECONDS} --watch ${pathOf(serial)}`,
    {
      seconds: 6 * SECONDS,
    },
  );
  await sleep((SECONDS / 4) * 1000);
  await host.unplug(serial);
  const seen = load.parse(JSON.parse(await running));
  const options = await guest.succeed(`findmnt --noheadings --output OPTIONS ${MOUNTED}`);
  const stats = await guest.succeed(`btrfs --format json device stats ${MOUNTED}`);
  const [caches] = await guest.procedure('check-caches', {});
  await machine.crash();

  host.keep(['H1', 'H2']);
  const [first, second] = legs;
  const onFirst = await lookAtDisks(bench, [first], seen);
  const onSecond = await lookAtDisks(bench, [second], seen);
  host.putBack(['H1', 'H2']);
  const onBoth = await lookAtDisks(bench, legs, seen);
  return {
    ...{ load: seen, options: options.trim(), deviceStats: stats },
    ...{ caches: caches?.stdout ?? '', onBoth, onFirst, onSecond },
  };
}

/** Starts the legs from their hard disks alone and reads back what was acknowledged. */
async function lookAtDisks(bench: Bench, which: readonly Leg[], { writer }: Load): Promise<Found> {
  const { machine, guest, seed } = bench;
  const out = legs.filter((leg) => !which.includes(leg)).map(({ hdd }) => hdd);
  await machine.boot({ without: [...SSDS, ...out] });
  for (const { leg } of which) await guest.procedure('remove-dead-cache', { leg });
  const one = which[0]?.volume;
  if (!one) throw new Invalid('no leg to look at');
  const steps = await guest.procedure('mount-degraded', { one, directory: MOUNTED, access: 'ro' });
  const mount = steps[2]?.status ?? -1;
  const whole = { ...ledger, blocks: Math.max(0, ...writer.records.map(([number]) => number)) + 1 };
  const isThere = (await guest.run(`test -e ${ledger.path}`)).status === 0;
  const result =
    mount === 0
      ? {
          mount,
          ledger: isThere ? await verifyCorpus(guest, whole, seed) : null,
          corpus: await verifyCorpus(guest, hotFile, seed),
        }
      : { mount, ledger: null, corpus: null };
  await machine.crash();
  return result;
}

/** Acknowledged records that a look did not find; all of them where there was nothing to look at. */
function lost({ ledger }: Found, { writer }: Load): number {
  const bad = new Set([...(ledger?.unreadable ?? []), ...(ledger?.wrong ?? [])]);
  return writer.records.filter(([number]) => ledger === null || bad.has(number)).length;
}

export function measuresOfDeadSsd(seen: DeadSsd) {
  const errors = (leg: string) => {
    const one = deviceStats(seen.deviceStats).find(({ device }) => device.includes(leg));
    return one
      ? one.writeErrors + one.readErrors + one.flushErrors + one.corruptionErrors + one.generationErrors
      : Number.NaN;
  };
  const corpus = seen.onBoth.corpus;
  return {
    ...aroundLoss(seen.load),
    writableLegs: seen.options.split(',').includes('rw') ? 2 : 0,
    errorsOfFirstLeg: errors('leg1'),
    errorsOfSecondLeg: errors('leg2'),
    lostOnBoth: lost(seen.onBoth, seen.load),
    lostOnFirst: lost(seen.onFirst, seen.load),
    lostOnSecond: lost(seen.onSecond, seen.load),
    lostOfCorpus: corpus ? corpus.blocks - corpus.good : hotFile.blocks,
  };
}
