import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { legs, MOUNTED, mountArray } from '../stacks/legs.ts';
import { attachTuned, between, cacheCounts, diskWork, during, statuses, total } from '../stacks/measured.ts';
import { waitUntilClean } from '../stacks/warmed.ts';
import { codeOf } from './experiment.ts';

const MIB = 16;
const ways = { discarded: '', kept: '--nodiscard' } as const;
const modes = ['writethrough', 'writeback'] as const;

/** What the disks and the caches did for a new file, until nothing was dirty. */
const seen = z.strictObject({ disks: diskWork, caches: z.array(cacheCounts), options: z.string() });
type Seen = z.infer<typeof seen>;

export default codeOf('does-mkfs-on-a-cached-leg-change-what-is-cached', {
  limits: { bootSeconds: 300 },
  observations: z.strictObject({
    writethroughDiscarded: seen,
    writethroughKept: seen,
    writebackDiscarded: seen,
    writebackKept: seen,
  }),

  async perform({ machine, guest, host }) {
    await machine.boot();
    for (const { leg, hdd, ssd } of legs)
      await guest.procedure('create-leg', { leg, hdd: pathOf(hdd), ssd: pathOf(ssd), size: '2500m' });
    await machine.save('bare');

    const write = async (mode: (typeof modes)[number], way: keyof typeof ways): Promise<Seen> => {
      await machine.fork('bare');
      await attachTuned(guest, { mode, size: '256m', chunk: '64k' });
      const members = legs.map(({ volume }) => volume).join(' ');
      await guest.succeed(`modprobe btrfs; mkfs.btrfs --force ${ways[way]} --data raid1 --metadata raid1 ${members}`, {
        seconds: 120,
      });
      await mountArray(guest);
      const options = await guest.succeed(`findmnt --noheadings --output OPTIONS ${MOUNTED}`);
      await settle(guest);
      const before = await statuses(guest);
      const { disks } = await during(host, async () => {
        const words = `if=/dev/urandom of=${MOUNTED}/new bs=1M count=${MIB} conv=fsync status=none`;
        await guest.succeed(`dd ${words}`, { seconds: 120 });
        await settle(guest);
      });
      const caches = between(before, await statuses(guest));
      await machine.crash();
      return { disks, caches, options: options.trim() };
    };
    return {
      writethroughDiscarded: await write('writethrough', 'discarded'),
      writethroughKept: await write('writethrough', 'kept'),
      writebackDiscarded: await write('writeback', 'discarded'),
      writebackKept: await write('writeback', 'kept'),
    };
  },

  measure({ writethroughDiscarded, writethroughKept, writebackDiscarded, writebackKept }) {
    const user = MIB * 2 ** 20;
    const ssd = ({ disks }: Seen) => total(disks, 'ssd', 'writtenBytes') / user;
    const hddReads = ({ disks }: Seen) => total(disks, 'hdd', 'readBytes') / user;
    const promoted = ({ caches }: Seen) => caches.reduce((sum, { promotions }) => sum + promotions, 0);
    const all = [writethroughDiscarded, writethroughKept, writebackDiscarded, writebackKept];
    return {
      ssdWritethroughDiscarded: ssd(writethroughDiscarded),
      ssdWritethroughKept: ssd(writethroughKept),
      ssdWritebackDiscarded: ssd(writebackDiscarded),
      ssdWritebackKept: ssd(writebackKept),
      timesWriteback: ssd(writebackDiscarded) / ssd(writebackKept),
      promotedWritethroughDiscarded: promoted(writethroughDiscarded),
      promotedWritethroughKept: promoted(writethroughKept),
      promotedWritebackDiscarded: promoted(writebackDiscarded),
      promotedWritebackKept: promoted(writebackKept),
      hddReadsWritebackDiscarded: hddReads(writebackDiscarded),
      hddReadsWritebackKept: hddReads(writebackKept),
      discardsByItself: all.filter(({ options }) => options.includes('discard')).length,
    };
  },
});

/** Everything is on the disks, and what was dirty has been written back. */
async function settle(guest: Guest) {
  await guest.succeed('sync', { seconds: 120 });
  for (const leg of legs) await waitUntilClean(guest, leg);
}
