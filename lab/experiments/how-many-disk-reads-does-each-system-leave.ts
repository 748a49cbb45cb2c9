import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import type { Host } from '../machine/host.ts';
import { since } from '../parse/blockstats.ts';
import { fioReads } from '../parse/fio.ts';
import { attachBcaches, bcacheArray, makeBcacheArray } from '../stacks/bcache.ts';
import { makeMdArray } from '../stacks/md.ts';
import { makePool, mirror, mountBcachefs, ssdPool, tiered } from '../stacks/other-systems.ts';
import { divide, roomyDisks } from '../stacks/parts.ts';
import { readByTurns } from '../stacks/warmed.ts';
import { writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const MIB = 8;
const READS = 500;
const cached = bcacheArray('writethrough', 1, 'own');
const fileIn = (directory: string) => ({ path: `${directory}/hot`, file: 1, blocks: MIB * 256 });

const counted = z.strictObject({
  /** Reads that were asked for, by readers of both parities together. */
  operations: z.int(),
  /** Reads of each disk meanwhile, counted by QEMU. */
  reads: z.record(z.string(), z.int()),
});
type Counted = z.infer<typeof counted>;

/** Reads 4 KiB at random past the page cache, by a process of even and one of odd id, since btrfs picks the leg by it. */
async function readAtRandom(guest: Guest, host: Host, directory: string, seed: number): Promise<Counted> {
  await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches; sleep 1');
  const before = await host.counters();
  let operations = 0;
  for (const parity of [0, 1]) {
    const job = `--name=reads --filename=${directory}/hot --rw=randread --bs=4k --direct=1 --ioengine=psync --size=${MIB}m`;
    const said = await guest.succeed(
      `python3 /lab/on-leg.py ${parity} ${job} --number_ios=${READS} --randseed=${seed} --output-format=json`,
      { seconds: 180 },
    );
    operations += fioReads(said.slice(said.indexOf('\n'))).operations;
  }
  const after = await host.counters();
  const reads = Object.entries(after).map(
    ([serial, now]) => [serial, since(before[serial] ?? now, now).reads] as const,
  );
  return { operations, reads: Object.fromEntries(reads) };
}

const hddReadsPer1000 = ({ operations, reads }: Counted): number =>
  (1000 * ((reads['H1'] ?? Number.NaN) + (reads['H2'] ?? Number.NaN))) / operations;

export default codeOf('how-many-disk-reads-does-each-system-leave', {
  disks: roomyDisks,
  image: 'bcachefs',
  observations: z.strictObject({ bare: counted, bcache: counted, md: counted, pool: counted, bcachefs: counted }),

  async perform({ machine, guest, host, seed }) {
    divide(host, 4);
    await machine.boot();
    const look = (directory: string) => readAtRandom(guest, host, directory, seed);
    const warm = async (directory: string) => {
      await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
      await readByTurns(guest, fileIn(directory).path, MIB);
    };
    const devices = await makeBcacheArray(guest, cached);
    await writeCorpus(guest, fileIn(cached.directory), seed);
    const bare = await look(cached.directory);
    await attachBcaches(guest, cached, devices);
    await warm(cached.directory);
    const bcache = await look(cached.directory);
    await guest.succeed(`umount ${cached.directory}`);

    await makeMdArray(guest, mirror, '700m');
    await writeCorpus(guest, fileIn(mirror.directory), seed);
    await warm(mirror.directory);
    await warm(mirror.directory);
    const md = await look(mirror.directory);
    await guest.succeed(`umount ${mirror.directory}`);

    await makePool(guest);
    await writeCorpus(guest, fileIn(ssdPool.directory), seed);
    const pool = await look(ssdPool.directory);
    await guest.succeed(`umount ${ssdPool.directory}`);

    await guest.procedure('make-bcachefs', {
      ...{ hdd1: tiered.hdds[0], hdd2: tiered.hdds[1] },
      ...{ ssd1: tiered.ssds[0], ssd2: tiered.ssds[1] },
    });
    await mountBcachefs(guest, [...tiered.hdds, ...tiered.ssds], 'rw');
    await writeCorpus(guest, fileIn(tiered.directory), seed);
    await warm(tiered.directory);
    await guest.procedure('check-bcachefs', { directory: tiered.directory });
    const bcachefs = await look(tiered.directory);
    await guest.succeed(`umount ${tiered.directory}`, { seconds: 120 });
    await machine.powerOff();
    return { bare, bcache, md, pool, bcachefs };
  },

  measure: (seen) => ({
    hddReadsBare: hddReadsPer1000(seen.bare),
    hddReadsBcache: hddReadsPer1000(seen.bcache),
    hddReadsMd: hddReadsPer1000(seen.md),
    hddReadsPool: hddReadsPer1000(seen.pool),
    hddReadsBcachefs: hddReadsPer1000(seen.bcachefs),
  }),
});
