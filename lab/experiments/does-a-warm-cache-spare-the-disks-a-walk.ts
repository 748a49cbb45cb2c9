import { z } from 'zod';
import { fourDisks, hardDisk, pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { legs, MOUNTED, makeArray, mountArray, stopArray } from '../stacks/legs.ts';
import { attachTuned, type DiskWork, diskWork, during, total } from '../stacks/measured.ts';
import { codeOf } from './experiment.ts';

const FILES = 3000;
const TREE = `${MOUNTED}/home`;
const BACKUP = '/backup';
const WALKS = 4;

export default codeOf('does-a-warm-cache-spare-the-disks-a-walk', {
  observations: z.strictObject({
    files: z.int(),
    /** One walk by a process of each parity without a cache, then several with. */
    walksBare: z.array(diskWork).length(2),
    walksCached: z.array(diskWork).length(2 * WALKS),
    /** A backup of what has not changed, without a cache, and twice with one. */
    resticBare: diskWork,
    resticCached: z.array(diskWork).length(2),
  }),
  disks: [...fourDisks, { ...hardDisk('B1'), iopsLimit: null }],

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    await guest.succeed(`btrfs subvolume create ${TREE}`);
    const words = `--files ${FILES} --largest 8 --large 0 --mib 0 --seed ${seed}`;
    await guest.succeed(`python3 /lab/tree.py ${TREE} ${words}`, { seconds: 200 });
    const disk = pathOf('B1');
    await guest.succeed(`modprobe ext4; mkfs.ext4 -q ${disk} && mkdir -p ${BACKUP} && mount ${disk} ${BACKUP}`);
    const backUp = () =>
      guest.procedure(
        'back-up-by-restic',
        { subvolume: TREE, snapshot: `${MOUNTED}/snapshot`, target: BACKUP },
        { seconds: 300 },
      );
    await backUp();

    /** From a mount on, so that nothing is left in memory. */
    const cold = async (work: () => Promise<unknown>) => {
      await remount(guest);
      return (await during(host, work)).disks;
    };
    let files = 0;
    const walk = (parity: number) =>
      cold(async () => {
        files = Number(
          await guest.succeed(`python3 /lab/as-parity.py ${parity} find ${TREE} -type f -printf '%s\\n' | wc --lines`),
        );
      });
    const walksBare = [await walk(0), await walk(1)];
    const resticBare = await cold(backUp);
    await attachTuned(guest, { mode: 'writethrough', size: '256m', chunk: '64k' });
    const walksCached: DiskWork[] = [];
    for (let round = 0; round < WALKS; round++) walksCached.push(await walk(0), await walk(1));
    const resticCached = [await cold(backUp), await cold(backUp)];
    await guest.succeed(`umount ${BACKUP}`);
    await stopArray(guest);
    await machine.powerOff();
    return { files, walksBare, walksCached, resticBare, resticCached };
  },

  measure({ files, walksBare, walksCached, resticBare, resticCached }) {
    const reads = (disks: DiskWork | undefined) => total(disks ?? {}, 'hdd', 'reads');
    const both = (walks: readonly DiskWork[]) => walks.reduce((sum, one) => sum + reads(one), 0);
    const rounds = Array.from({ length: WALKS }, (_, round) => both(walksCached.slice(2 * round, 2 * round + 2)));
    return {
      files,
      walkBare: both(walksBare),
      walkCold: rounds[0] ?? Number.NaN,
      walkWarm: { value: rounds.at(-1) ?? Number.NaN, samples: rounds },
      resticBare: reads(resticBare),
      resticCold: reads(resticCached[0]),
      resticWarm: reads(resticCached[1]),
    };
  },
});

async function remount(guest: Guest) {
  await guest.succeed(`umount ${MOUNTED}; echo 3 > /proc/sys/vm/drop_caches`, { seconds: 120 });
  await guest.succeed(`test -b ${legs[0].volume}`);
  await mountArray(guest);
}
