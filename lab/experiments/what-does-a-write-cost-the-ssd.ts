import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { legs, MOUNTED, makeArray } from '../stacks/legs.ts';
import { attachTuned, bothPass, type DiskWork, diskWork, during, pass, total } from '../stacks/measured.ts';
import { waitUntilClean } from '../stacks/warmed.ts';
import { corpusOptions } from './corpus.ts';
import { codeOf } from './experiment.ts';

const MIB = 8;
const WRITES = 768;
const FRESH_MIB = 16;
const files = { cow: { file: 1, more: '' }, nocow: { file: 2, more: '--nocow' } } as const;

/** What the disks did for a new file, and for small rewrites of files in the cache, until nothing was dirty. */
const mode = z.strictObject({ fresh: diskWork, cow: diskWork, nocow: diskWork });

export default codeOf('what-does-a-write-cost-the-ssd', {
  observations: z.strictObject({ writethrough: mode, writeback: mode }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    for (const [name, { file, more }] of Object.entries(files)) {
      const words = corpusOptions({ path: `${MOUNTED}/${name}`, file, blocks: MIB * 256 }, seed);
      await guest.succeed(`python3 /lab/corpus.py write ${words} ${more}`);
    }
    await machine.save('bare');
    const write = async (how: 'writethrough' | 'writeback') => {
      await machine.fork('bare');
      await attachTuned(guest, { mode: how, size: '256m', chunk: '64k' });
      for (const name of Object.keys(files))
        await bothPass(guest, host, { path: `${MOUNTED}/${name}`, mib: MIB, seed, passes: 3 });
      const rewrite = (name: keyof typeof files) =>
        pass(guest, host, {
          path: `${MOUNTED}/${name}`,
          ...{ mib: MIB, seed, block: 4, more: `--rewrite --reads ${WRITES}` },
        });
      const until = async (work: () => Promise<unknown>) => {
        const { disks } = await during(host, async () => {
          await work();
          await settle(guest);
        });
        return disks;
      };
      const make = `dd if=/dev/urandom of=${MOUNTED}/${how} bs=1M count=${FRESH_MIB} conv=fsync status=none`;
      const seen = {
        fresh: await until(() => guest.succeed(make)),
        cow: await until(() => rewrite('cow')),
        nocow: await until(() => rewrite('nocow')),
      };
      await machine.crash();
      return seen;
    };
    return { writethrough: await write('writethrough'), writeback: await write('writeback') };
  },

  measure({ writethrough, writeback }) {
    const written = { fresh: FRESH_MIB * 2 ** 20, cow: WRITES * 4096, nocow: WRITES * 4096 };
    const each = (of: 'ssd' | 'hdd', load: keyof typeof written, seen: Record<string, DiskWork>) =>
      total(seen[load] ?? {}, of, 'writtenBytes') / written[load];
    return {
      ssdFreshWritethrough: each('ssd', 'fresh', writethrough),
      ssdCowWritethrough: each('ssd', 'cow', writethrough),
      ssdNocowWritethrough: each('ssd', 'nocow', writethrough),
      ssdFreshWriteback: each('ssd', 'fresh', writeback),
      ssdCowWriteback: each('ssd', 'cow', writeback),
      ssdNocowWriteback: each('ssd', 'nocow', writeback),
      hddFreshWritethrough: each('hdd', 'fresh', writethrough),
      hddCowWritethrough: each('hdd', 'cow', writethrough),
      hddNocowWritethrough: each('hdd', 'nocow', writethrough),
      hddFreshWriteback: each('hdd', 'fresh', writeback),
      hddCowWriteback: each('hdd', 'cow', writeback),
      hddNocowWriteback: each('hdd', 'nocow', writeback),
    };
  },
});

/** Everything is on the disks, and what was dirty has been written back. */
async function settle(guest: Guest) {
  await guest.succeed('sync', { seconds: 120 });
  for (const leg of legs) await waitUntilClean(guest, leg);
}
