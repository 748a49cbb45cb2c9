import { z } from 'zod';
import { fourDisks, hardDisk, pathOf } from '../machine/disks.ts';
import { MOUNTED, makeArray } from '../stacks/legs.ts';
import {
  attachTuned,
  between,
  bothPass,
  cacheCounts,
  diskWork,
  during,
  hitShareOf,
  passes,
  statuses,
  total,
} from '../stacks/measured.ts';
import { writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const CACHE_MIB = 48;
const HOT_MIB = 12;
const hot = { path: `${MOUNTED}/hot/file`, file: 1, blocks: HOT_MIB * 256 };
const BACKUP = '/backup';
/** Small files and a few large ones, about three times a cache in all. */
const tree = { directory: `${MOUNTED}/home`, files: 800, largest: 96, large: 3, mib: 32 };

const program = z.strictObject({
  /** What the caches and the disks did while the backup ran. */
  caches: z.array(cacheCounts),
  disks: diskWork,
  after: z.array(passes),
});

export default codeOf('does-a-backup-evict-the-hot-set', {
  observations: z.strictObject({
    treeBytes: z.int(),
    warmed: z.array(passes),
    before: z.array(passes),
    /** Each begins with the machine as it was saved: caches warm with the files in use, and nothing else read. */
    ...{ send: program, restic: program, borg: program },
  }),
  disks: [...fourDisks, { ...hardDisk('B1'), iopsLimit: null }],

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    await guest.succeed(`mkdir ${MOUNTED}/hot && btrfs subvolume create ${tree.directory}`);
    await writeCorpus(guest, hot, seed);
    const { directory, files, largest, large, mib } = tree;
    await guest.succeed(
      `python3 /lab/tree.py ${directory} --files ${files} --largest ${largest} --large ${large} --mib ${mib} --seed ${seed}`,
      { seconds: 200 },
    );
    const treeBytes = Number(await guest.succeed(`du --summarize --bytes ${directory} | cut -f1`));
    await guest.succeed(
      `modprobe ext4; mkfs.ext4 -q ${pathOf('B1')} && mkdir -p ${BACKUP} && mount ${pathOf('B1')} ${BACKUP}`,
    );
    await attachTuned(guest, { mode: 'writethrough', size: `${CACHE_MIB}m`, chunk: '64k' });
    const hotFile = { path: hot.path, mib: HOT_MIB, seed };
    const warmed = await bothPass(guest, host, { ...hotFile, passes: 5 });
    const before = await bothPass(guest, host, { ...hotFile, more: '--salt 1' });
    await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
    await machine.save('warm');

    const run = async (id: 'back-up-by-send' | 'back-up-by-restic' | 'back-up-by-borg') => {
      await machine.fork('warm');
      const first = await statuses(guest);
      const values = { subvolume: directory, snapshot: `${MOUNTED}/snapshot`, target: BACKUP };
      const { disks } = await during(host, () => guest.procedure(id, values, { seconds: 400 }));
      const caches = between(first, await statuses(guest));
      const after = await bothPass(guest, host, { ...hotFile, more: '--salt 2' });
      await machine.crash();
      return { caches, disks, after };
    };
    const seen = {
      send: await run('back-up-by-send'),
      restic: await run('back-up-by-restic'),
      borg: await run('back-up-by-borg'),
    };
    return { treeBytes, warmed, before, ...seen };
  },

  measure({ treeBytes, before, send, restic, borg }) {
    /** On the leg that loses more: a program of one process reads from one leg alone. */
    const lost = ({ after }: typeof send) => {
      const legs = before.map((one, index) => hitShareOf([one]) - hitShareOf(after.slice(index, index + 1)));
      return { value: Math.max(...legs), samples: legs };
    };
    const stored = ({ disks }: typeof send) => (100 * total(disks, 'ssd', 'writtenBytes')) / treeBytes;
    const read = ({ disks }: typeof send) => total(disks, 'hdd', 'readBytes') / treeBytes;
    return {
      hitShareBefore: Math.min(...before.map((one) => hitShareOf([one]))),
      readOfTree: Math.min(...[send, restic, borg].map(read)),
      lostSend: lost(send),
      lostRestic: lost(restic),
      lostBorg: lost(borg),
      storedSend: stored(send),
      storedRestic: stored(restic),
      storedBorg: stored(borg),
    };
  },
});
