import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { flushes, flushRate, writeAndFlush } from '../stacks/flushes.ts';
import { legs, MOUNTED, mountArray } from '../stacks/legs.ts';
import { attachTuned, type CacheOf, diskWork, during, total } from '../stacks/measured.ts';
import { readByTurns, waitUntilClean } from '../stacks/warmed.ts';
import { corpusOptions } from './corpus.ts';
import { codeOf } from './experiment.ts';

const MIB = 4;
const COUNT = 250;
const path = `${MOUNTED}/table`;
const part = (serial: string, number: number) => `${serial}-part${number}`;
/** Where the caches of both legs are, by arrangement. */
const arrangements = {
  Own: [
    { leg: 'leg1', ssd: part('S1', 1) },
    { leg: 'leg2', ssd: part('S2', 1) },
  ],
  Shared: [
    { leg: 'leg1', ssd: part('S1', 1) },
    { leg: 'leg2', ssd: part('S1', 2) },
  ],
} as const satisfies Record<string, readonly CacheOf[]>;
type Arrangement = keyof typeof arrangements;
const modes = ['writethrough', 'writeback'] as const;

/** The flushed writes, and what the disks did for them until nothing was dirty. */
const seen = z.strictObject({ flushes, untilClean: diskWork });
type Seen = z.infer<typeof seen>;

export default codeOf('what-does-one-ssd-for-both-legs-cost-that-ssd', {
  limits: { bootSeconds: 300 },
  observations: z.strictObject({
    writethroughOwn: seen,
    writethroughShared: seen,
    writebackOwn: seen,
    writebackShared: seen,
  }),

  async perform({ machine, guest, host, seed }) {
    for (const serial of ['S1', 'S2']) host.partition(serial, 2);
    await machine.boot();
    for (const { leg, hdd } of legs) {
      const own = arrangements.Own.find((one) => one.leg === leg);
      await guest.procedure('create-leg', { leg, hdd: pathOf(hdd), ssd: pathOf(own?.ssd ?? ''), size: '2500m' });
    }
    await guest.succeed(`vgextend leg2 ${pathOf(part('S1', 2))}`);
    await guest.procedure('make-raid1', { one: legs[0].volume, two: legs[1].volume });
    await mountArray(guest);
    await guest.succeed(
      `python3 /lab/corpus.py write ${corpusOptions({ path, file: 1, blocks: MIB * 256 }, seed)} --nocow`,
    );
    await machine.save('bare');

    const write = async (mode: (typeof modes)[number], arrangement: Arrangement): Promise<Seen> => {
      await machine.fork('bare');
      await attachTuned(guest, { mode, size: '256m', chunk: '64k' }, arrangements[arrangement]);
      await readByTurns(guest, path, MIB);
      await settle(guest);
      const { result, disks } = await during(host, async () => {
        const done = await writeAndFlush(guest, host, { path, mib: MIB, seed, count: COUNT });
        await settle(guest);
        return done;
      });
      await machine.crash();
      return { flushes: result, untilClean: disks };
    };
    return {
      writethroughOwn: await write('writethrough', 'Own'),
      writethroughShared: await write('writethrough', 'Shared'),
      writebackOwn: await write('writeback', 'Own'),
      writebackShared: await write('writeback', 'Shared'),
    };
  },

  measure(seen) {
    const busiest = ({ flushes: { bytes }, untilClean }: Seen) =>
      Math.max(...['S1', 'S2'].map((serial) => total(untilClean, [serial], 'writtenBytes'))) / bytes;
    const both = ({ flushes: { bytes }, untilClean }: Seen) => total(untilClean, ['S1', 'S2'], 'writtenBytes') / bytes;
    return {
      busiestWritethroughOwn: busiest(seen.writethroughOwn),
      busiestWritethroughShared: busiest(seen.writethroughShared),
      busiestWritebackOwn: busiest(seen.writebackOwn),
      busiestWritebackShared: busiest(seen.writebackShared),
      timesWritethrough: busiest(seen.writethroughShared) / busiest(seen.writethroughOwn),
      timesWriteback: busiest(seen.writebackShared) / busiest(seen.writebackOwn),
      sumWritebackOwn: both(seen.writebackOwn),
      sumWritebackShared: both(seen.writebackShared),
      rateWriteback: flushRate(seen.writebackShared.flushes) / flushRate(seen.writebackOwn.flushes),
    };
  },
});

/** Everything is on the disks, and what was dirty has been written back. */
async function settle(guest: Guest) {
  await guest.succeed('sync', { seconds: 120 });
  for (const leg of legs) await waitUntilClean(guest, leg);
}
