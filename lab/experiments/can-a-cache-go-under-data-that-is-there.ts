import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { attachBcaches, type BcacheArray, deviceOf } from '../stacks/bcache.ts';
import { divide, partOf, roomyDisks } from '../stacks/parts.ts';
import { type ReadBack, readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const directory = '/mnt';
const file = { path: `${directory}/file`, file: 1, blocks: 2048 };
const [one, two, spare] = [partOf('H1', 1), partOf('H2', 1), partOf('H1', 2)];
const group = 'leg1';
const volume = `/dev/${group}/data`;

const read = async (guest: Guest, seed: number): Promise<ReadBack | null> =>
  (await guest.run(`test -e ${file.path}`)).status === 0 ? await verifyCorpus(guest, file, seed) : null;
const goodOf = (found: ReadBack | null): number => found?.good ?? 0;

export default codeOf('can-a-cache-go-under-data-that-is-there', {
  disks: roomyDisks,
  observations: z.strictObject({
    /** make-bcache on a member of the array: its status, and what it said. */
    overData: z.strictObject({ status: z.int(), said: z.string() }),
    /** What blkid finds on the bcache device, if there is one, and what can be read of the array afterwards. */
    signatureThroughBcache: z.string(),
    afterTheTry: readBack.nullable(),
    /** Replacing a leg by a bcache device on a disk of the same size, as it is and after the leg was made smaller. */
    replaceAsItIs: z.strictObject({ status: z.int(), said: z.string() }),
    afterReplace: readBack.nullable(),
    whileCached: readBack.nullable(),
    /** The replaced leg alone, read without bcache at an offset, after the cache was taken off. */
    withoutBcache: readBack.nullable(),
    /** A volume with data, with a write cache in front of it and after that was taken off again, mounted throughout. */
    underWritecache: readBack.nullable(),
    afterWritecache: readBack.nullable(),
  }),

  async perform({ machine, guest, host, seed }) {
    divide(host, 3);
    await machine.boot();
    await guest.procedure('make-raid1', { one, two });
    await guest.procedure('mount-array', { one, directory });
    await writeCorpus(guest, file, seed);
    await guest.succeed(`umount ${directory}`);

    const [, make] = await guest.procedure('try-bcache-over-data', { hdd: one });
    const overData = { status: make?.status ?? -1, said: `${make?.stdout}${make?.stderr}` };
    const through = await guest.run(
      `name=$(basename $(readlink --canonicalize ${one})); blkid --probe /dev/$(basename $(readlink --canonicalize-existing /sys/class/block/$name/bcache/dev))`,
    );
    await guest.run(
      `name=$(basename $(readlink --canonicalize ${one})); echo 1 > /sys/class/block/$name/bcache/stop; sleep 2`,
    );
    await guest.procedure('mount-degraded', { one: two, directory, access: 'rw' });
    const afterTheTry = await read(guest, seed);

    await guest.procedure('make-bcache-leg', { hdd: spare });
    const device = await deviceOf(guest, spare);
    const refused = await guest.run(`btrfs replace start -B -f 1 /dev/${device} ${directory}`, { seconds: 180 });
    const replaceAsItIs = { status: refused.status, said: refused.stderr };
    await guest.procedure('move-leg-behind-bcache', { devid: '1', device, directory }, { seconds: 180 });
    const afterReplace = await read(guest, seed);
    const leg: BcacheArray = { mode: 'writethrough', legs: [{ hdd: spare, ssd: partOf('S1', 2) }], directory };
    await attachBcaches(guest, leg, [device]);
    const whileCached = await read(guest, seed);
    await guest.procedure('detach-bcache', { device }, { seconds: 180 });
    await guest.succeed(`umount ${directory}; btrfs device scan --forget`);
    await guest.procedure('stop-bcache', { device });
    await guest.procedure('stop-bcache-set', { ssd: partOf('S1', 2) });
    await guest.succeed('modprobe loop');
    const [loop] = await guest.procedure('read-a-bcache-leg-without-bcache', { hdd: spare });
    await guest.procedure('mount-degraded', { one: loop?.stdout.trim() ?? '', directory, access: 'ro' });
    const withoutBcache = await read(guest, seed);
    await guest.run(`umount ${directory}`);

    const ssd = partOf('S1', 3);
    await guest.procedure('create-leg', { leg: group, hdd: partOf('H1', 3), ssd, size: '900m' });
    await guest.procedure('make-single-btrfs', { device: volume, directory });
    await writeCorpus(guest, file, seed);
    await guest.procedure('attach-writecache', { leg: group, ssd, size: '384m' });
    const underWritecache = await read(guest, seed);
    await guest.procedure('remove-writecache', { leg: group }, { seconds: 180 });
    const afterWritecache = await read(guest, seed);
    await guest.succeed(`umount ${directory}`);
    await machine.powerOff();
    return {
      ...{ overData, signatureThroughBcache: through.stdout, afterTheTry, replaceAsItIs, afterReplace, whileCached },
      ...{ withoutBcache, underWritecache, afterWritecache },
    };
  },

  measure: (seen) => ({
    madeOverData: seen.overData.status === 0 ? 1 : 0,
    systemsThroughBcache: seen.signatureThroughBcache.includes('btrfs') ? 1 : 0,
    readAfterTheTry: goodOf(seen.afterTheTry),
    replacedAsItIs: seen.replaceAsItIs.status === 0 ? 1 : 0,
    readAfterReplace: goodOf(seen.afterReplace),
    readWhileCached: goodOf(seen.whileCached),
    readWithoutBcache: goodOf(seen.withoutBcache),
    readUnderWritecache: goodOf(seen.underWritecache),
    readAfterWritecache: goodOf(seen.afterWritecache),
  }),
});
