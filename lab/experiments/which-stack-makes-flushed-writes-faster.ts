import { z } from 'zod';
import { fourDisks, pathOf, solidState } from '../machine/disks.ts';
import { type Flushes, flushes, flushRate, perFlush, writeAndFlush } from '../stacks/flushes.ts';
import { legs, MOUNTED, makeArray } from '../stacks/legs.ts';
import { attachTuned, bothPass } from '../stacks/measured.ts';
import { corpusOptions } from './corpus.ts';
import { codeOf } from './experiment.ts';

const MIB = 8;
const COUNT = 150;
const POOL = '/pool';
const poolDisks = ['S3', 'S4'] as const;
const names = { cow: { file: 1 }, nocow: { file: 2 } } as const;
const cache = { size: '256m', chunk: '64k' } as const;

/** An ordinary file and one without copy-on-write. */
const stack = z.strictObject({ cow: flushes, nocow: flushes });
type Stack = z.infer<typeof stack>;

export default codeOf('which-stack-makes-flushed-writes-faster', {
  observations: z.strictObject({
    ...{ bare: stack, writethrough: stack, writebackOneLeg: stack, writeback: stack, pool: stack, bareAgain: stack },
  }),
  disks: [...fourDisks, ...poolDisks.map(solidState)],

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    const [one, two] = [pathOf(poolDisks[0]), pathOf(poolDisks[1])];
    await guest.succeed(`mkdir -p ${POOL}`);
    await guest.procedure('make-raid1', { one, two });
    await guest.procedure('mount-array', { one, directory: POOL });
    for (const directory of [MOUNTED, POOL])
      for (const [name, { file }] of Object.entries(names)) {
        const words = corpusOptions({ path: `${directory}/${name}`, file, blocks: MIB * 256 }, seed);
        await guest.succeed(`python3 /lab/corpus.py write ${words} ${name === 'nocow' ? '--nocow' : ''}`);
      }

    /** The first writes of a phase are not counted: they find nothing of the log of the file system in a cache. */
    const write = async (directory = MOUNTED): Promise<Stack> => {
      const to = async (name: keyof typeof names) => {
        const path = `${directory}/${name}`;
        await writeAndFlush(guest, host, { path, mib: MIB, seed: seed + 1, count: COUNT / 2 });
        return await writeAndFlush(guest, host, { path, mib: MIB, seed, count: COUNT });
      };
      return { cow: await to('cow'), nocow: await to('nocow') };
    };
    await machine.save('bare');
    const measured = async (prepare: () => Promise<unknown>, directory = MOUNTED) => {
      await machine.fork('bare');
      await prepare();
      const seen = await write(directory);
      await machine.crash();
      return seen;
    };
    const cached = (mode: 'writethrough' | 'writeback', which: readonly (typeof legs)[number][] = legs) =>
      measured(async () => {
        await attachTuned(guest, { ...cache, mode }, which);
        await bothPass(guest, host, { path: `${MOUNTED}/nocow`, mib: MIB, seed, passes: 3 });
      });
    const nothing = async () => {};
    return {
      bare: await measured(nothing),
      writethrough: await cached('writethrough'),
      writebackOneLeg: await cached('writeback', [legs[0]]),
      writeback: await cached('writeback'),
      pool: await measured(nothing, POOL),
      bareAgain: await measured(nothing),
    };
  },

  measure(seen) {
    const over = (one: Stack, kind: keyof Stack) => flushRate(one[kind]) / flushRate(seen.bare[kind]);
    const hdd = (one: Flushes) => perFlush(one, 'hdd', 'writes');
    const left = (kind: keyof Stack, one: Stack) => hdd(one[kind]) / hdd(seen.bare[kind]);
    return {
      leftWritethrough: left('cow', seen.writethrough),
      leftOneLeg: left('cow', seen.writebackOneLeg),
      leftWriteback: left('cow', seen.writeback),
      leftWritebackNocow: left('nocow', seen.writeback),
      rateWritethrough: over(seen.writethrough, 'cow'),
      rateOneLeg: over(seen.writebackOneLeg, 'cow'),
      rateWriteback: over(seen.writeback, 'cow'),
      ratePool: over(seen.pool, 'cow'),
      rateAgain: over(seen.bareAgain, 'cow'),
      rateWritethroughNocow: over(seen.writethrough, 'nocow'),
      rateOneLegNocow: over(seen.writebackOneLeg, 'nocow'),
      rateWritebackNocow: over(seen.writeback, 'nocow'),
      ratePoolNocow: over(seen.pool, 'nocow'),
      rateAgainNocow: over(seen.bareAgain, 'nocow'),
      hddWritesBare: hdd(seen.bare.cow),
      hddWritesWritethrough: hdd(seen.writethrough.cow),
      hddWritesOneLeg: hdd(seen.writebackOneLeg.cow),
      hddWritesWriteback: hdd(seen.writeback.cow),
      hddWritesPool: hdd(seen.pool.cow),
      hddWritesBareNocow: hdd(seen.bare.nocow),
      hddWritesWritethroughNocow: hdd(seen.writethrough.nocow),
      hddWritesWritebackNocow: hdd(seen.writeback.nocow),
      ssdWritesPool: perFlush(seen.pool.cow, poolDisks, 'writes'),
      hddFlushesBare: perFlush(seen.bare.cow, 'hdd', 'flushes'),
      hddFlushesWriteback: perFlush(seen.writeback.cow, 'hdd', 'flushes'),
    };
  },
});
