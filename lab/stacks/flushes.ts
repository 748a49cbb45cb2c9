import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import type { Host } from '../machine/host.ts';
import { flushedWrites } from '../parse/fio-flushes.ts';
import { diskWork, during, total } from './measured.ts';

export const flushes = z.strictObject({
  writes: z.int(),
  bytes: z.int(),
  milliseconds: z.number(),
  meanFlushMicros: z.number(),
  disks: diskWork,
});
/** Writes of 4 KiB that were each flushed, and what the disks did for them. */
export type Flushes = z.infer<typeof flushes>;

/** Overwrites `count` random blocks of 4 KiB of a file that is there, with a flush after each. */
export async function writeAndFlush(
  guest: Guest,
  host: Host,
  { path, mib, seed, count }: { path: string; mib: number; seed: number; count: number },
): Promise<Flushes> {
  const job = `--name=flushes --filename=${path} --rw=randwrite --bs=4k --size=${mib}m --ioengine=psync --fsync=1`;
  const short = `jq --compact-output '{jobs: [.jobs[] | {error, write: (.write | {total_ios, io_bytes, runtime}), sync: (.sync | {total_ios, lat_ns})}]}'`;
  const { result, disks } = await during(host, () =>
    guest.succeed(`fio ${job} --number_ios=${count} --randseed=${seed} --output-format=json | ${short}`, {
      seconds: 200,
    }),
  );
  return { ...flushedWrites(result), disks };
}

/** Flushed writes a second. */
export const flushRate = ({ writes, milliseconds }: Flushes): number => (1000 * writes) / milliseconds;

/** Operations of that kind for each flushed write, over the disks named. */
export const perFlush = (one: Flushes, of: 'hdd' | 'ssd' | readonly string[], what: 'writes' | 'flushes'): number =>
  total(one.disks, of, what) / one.writes;
