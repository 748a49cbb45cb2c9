import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import type { Host } from '../machine/host.ts';
import { since } from '../parse/blockstats.ts';
import { fioIops, fioReads } from '../parse/fio.ts';
import {
  attachCaches,
  cacheSettings,
  cacheStatus,
  dropPageCache,
  legs,
  MOUNTED,
  makeArray,
  stopArray,
} from '../stacks/legs.ts';
import { hitShare, lastChange, warm, warmUp } from '../stacks/warm.ts';
import { writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const HOT_MIB = 64;
const hot = { path: `${MOUNTED}/hot`, file: 1, blocks: HOT_MIB * 256 };
const SECONDS = 20;

const phase = z.strictObject({
  /** Process id of the reader modulo two: it decides which copy btrfs reads. */
  parity: z.int(),
  operations: z.int(),
  milliseconds: z.number(),
  meanLatencyMicros: z.number(),
  /** Reads a second, one sample a second. */
  iops: z.array(z.number()),
  /** Reads and writes that each disk was asked for meanwhile, counted by QEMU. */
  disks: z.record(z.string(), z.strictObject({ reads: z.int(), writes: z.int() })),
});
type Phase = z.infer<typeof phase>;

/** Random reads of 4 KiB, one at a time, for 20 s, past the page cache. The same seed asks for the same blocks. */
async function readAtRandom(guest: Guest, host: Host, parity: number, seed: number): Promise<Phase> {
  await dropPageCache(guest);
  const before = await host.counters();
  const job = `--name=reads --filename=${hot.path} --rw=randread --bs=4k --direct=1 --ioengine=psync --size=${HOT_MIB}m`;
  const time = `--time_based --runtime=${SECONDS} --randseed=${seed} --write_iops_log=/tmp/reads --log_avg_msec=1000`;
  const said = await guest.succeed(`python3 /lab/on-leg.py ${parity} ${job} ${time} --output-format=json`, {
    seconds: 4 * SECONDS,
  });
  const after = await host.counters();
  const log = await guest.succeed('cat /tmp/reads_iops.1.log');
  const { operations, milliseconds, meanLatencyMicros } = fioReads(said.slice(said.indexOf('\n')));
  const disks = Object.entries(after).map(([serial, now]) => {
    const { reads, writes } = since(before[serial] ?? now, now);
    return [serial, { reads, writes }] as const;
  });
  return { parity, operations, milliseconds, meanLatencyMicros, iops: fioIops(log), disks: Object.fromEntries(disks) };
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const rateOf = (phases: Phase[]) =>
  (1000 * sum(phases.map((one) => one.operations))) / sum(phases.map((one) => one.milliseconds));
const hddOperationsPer1000 = (phases: Phase[]) => {
  const onHardDisks = sum(phases.flatMap(({ disks }) => legs.map(({ hdd }) => disks[hdd]?.reads ?? Number.NaN)));
  return (1000 * onHardDisks) / sum(phases.map((one) => one.operations));
};

export default codeOf('does-a-warm-cache-speed-up-random-reads', {
  observations: z.strictObject({
    bare: z.array(phase),
    warmUp,
    cached: z.array(phase),
    /** Share of reads that the caches answered in the cached phases, leg by leg, in percent. */
    hitShares: z.array(z.number()),
    chunksResident: z.array(z.int()),
    /** What LVM says of each cache pool. */
    cachePools: z.array(z.record(z.string(), z.string())),
  }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    await writeCorpus(guest, hot, seed);
    const bare = [await readAtRandom(guest, host, 0, seed), await readAtRandom(guest, host, 1, seed)];

    await attachCaches(guest);
    const cachePools = await cacheSettings(guest);
    const warmedUp = await warm(guest, hot.path, HOT_MIB);
    const before = await cacheStatus(guest);
    const cached = [await readAtRandom(guest, host, 0, seed), await readAtRandom(guest, host, 1, seed)];
    const after = await cacheStatus(guest);

    await stopArray(guest);
    await machine.powerOff();
    return {
      ...{ bare, warmUp: warmedUp, cached, cachePools },
      hitShares: after.map((status, leg) => hitShare(before[leg] ?? status, status)),
      chunksResident: after.map((status) => status.chunksUsed),
    };
  },

  measure({ bare, cached, warmUp, hitShares }) {
    const gain = (parity: number) => {
      const only = (phases: Phase[]) => phases.filter((one) => one.parity === parity);
      return rateOf(only(cached)) / rateOf(only(bare));
    };
    const rate = (phases: Phase[]) => ({ value: rateOf(phases), samples: phases.flatMap((one) => one.iops) });
    return {
      hddOperationsBare: hddOperationsPer1000(bare),
      hddOperationsCached: hddOperationsPer1000(cached),
      rateBare: rate(bare),
      rateCached: rate(cached),
      gain: rateOf(cached) / rateOf(bare),
      gainOfEvenReader: gain(0),
      gainOfOddReader: gain(1),
      hitShare: { value: Math.min(...hitShares), samples: hitShares },
      warmUpReads: warmUp.reads,
      warmUpLastChange: lastChange(warmUp.hitShares),
    };
  },
});
