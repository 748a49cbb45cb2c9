import { z } from 'zod';
import { type Disk, hardDisk, pathOf, solidState } from '../machine/disks.ts';
import { legs } from '../stacks/legs.ts';
import { attachTuned, between, cacheCounts, diskWork, during, statuses } from '../stacks/measured.ts';
import { codeOf } from './experiment.ts';

const MIB = 128;
/** Reading in order needs no seek: the limit on operations, which stands for seeks, is left out. */
const streaming = (serial: string): Disk => ({ ...hardDisk(serial), iopsLimit: null });

/** Chunk, size of a request in KiB, requests in flight, and a limit in MiB a second where there is one. */
const cells = {
  chunk512Read16Depth1: { chunk: 512, read: 16, depth: 1 },
  chunk512Read128Depth1: { chunk: 512, read: 128, depth: 1 },
  chunk512Read128Depth4: { chunk: 512, read: 128, depth: 4 },
  chunk512Read128Depth16: { chunk: 512, read: 128, depth: 16 },
  chunk512Read128Slow: { chunk: 512, read: 128, depth: 16, rate: 16 },
  chunk512Read1024Depth1: { chunk: 512, read: 1024, depth: 1 },
  chunk64Read64Depth1: { chunk: 64, read: 64, depth: 1 },
  chunk64Read64Depth4: { chunk: 64, read: 64, depth: 4 },
  chunk64Read64Depth16: { chunk: 64, read: 64, depth: 16 },
} as const;
type Cell = keyof typeof cells;

const seen = z.strictObject({ seconds: z.number(), cache: cacheCounts, disks: diskWork });

export default codeOf('is-a-one-time-read-promoted', {
  observations: z.record(z.string(), seen),
  disks: [streaming('H1'), streaming('H2'), solidState('S1'), solidState('S2')],

  async perform({ machine, guest, host }) {
    await machine.boot();
    for (const { leg, hdd, ssd } of legs)
      await guest.procedure('create-leg', { leg, hdd: pathOf(hdd), ssd: pathOf(ssd), size: '512m' });
    const legOf = { 512: legs[0], 64: legs[1] } as const;
    for (const chunk of [512, 64] as const)
      await attachTuned(guest, { mode: 'writethrough', size: '256m', chunk: `${chunk}k` }, [legOf[chunk]]);
    await machine.save('empty');

    const found: Record<string, z.infer<typeof seen>> = {};
    for (const [name, cell] of Object.entries(cells)) {
      await machine.fork('empty');
      const leg = legOf[cell.chunk];
      const first = await statuses(guest);
      const limit = 'rate' in cell ? `--rate=${cell.rate}m` : '';
      const job = `--name=once --filename=${leg.volume} --rw=read --bs=${cell.read}k --iodepth=${cell.depth} --ioengine=libaio`;
      const { result, disks } = await during(host, () =>
        guest.succeed(
          `fio ${job} ${limit} --direct=1 --size=${MIB}m --output-format=json | jq '.jobs[0].read.runtime'; sleep 2`,
          { seconds: 120 },
        ),
      );
      const cache = between(first, await statuses(guest)).find((one) => one.leg === leg.leg);
      if (!cache) throw new Error(`${leg.leg} has no cache`);
      found[name] = { seconds: Number(result) / 1000, cache, disks };
      await machine.crash();
    }
    return found;
  },

  measure(found) {
    const share = (name: Cell) => {
      const promotions = found[name]?.cache.promotions ?? Number.NaN;
      return (100 * promotions * cells[name].chunk) / (MIB * 1024);
    };
    return {
      chunk512Read16Depth1: share('chunk512Read16Depth1'),
      chunk512Read128Depth1: share('chunk512Read128Depth1'),
      chunk512Read128Depth4: share('chunk512Read128Depth4'),
      chunk512Read128Depth16: share('chunk512Read128Depth16'),
      chunk512Read128Slow: share('chunk512Read128Slow'),
      chunk512Read1024Depth1: share('chunk512Read1024Depth1'),
      chunk64Read64Depth1: share('chunk64Read64Depth1'),
      chunk64Read64Depth4: share('chunk64Read64Depth4'),
      chunk64Read64Depth16: share('chunk64Read64Depth16'),
    };
  },
});
