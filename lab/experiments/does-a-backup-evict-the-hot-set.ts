import { z } from 'zod';
import { fourDisks, hardDisk, pathOf } from '../machine/disks.ts';
import { MOUNTED, makeArray, stopArray } from '../stacks/legs.ts';
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
/** Small files and a few large ones, about three times a cache in all. Each program has a tree of its own. */
const tree = { files: 800, largest: 96, large: 3, mib: 32 };
const programs = ['send', 'restic', 'borg'] as const;
const directoryOf = (program: string) => `${MOUNTED}/${program}`;

const program = z.strictObject({
  warmed: z.array(passes),
  before: z.array(passes),
  /** What the caches and the disks did while the backup ran. */
  caches: z.array(cacheCounts),
  disks: diskWork,
  after: z.array(passes),
});

export default codeOf('does-a-backup-evict-the-hot-set', {
  observations: z.strictObject({ treeBytes: z.int(), send: program, restic: program, borg: program }),
  disks: [...fourDisks, { ...hardDisk('B1'), iopsLimit: null }],

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    await guest.succeed(`mkdir ${MOUNTED}/hot`);
    await writeCorpus(guest, hot, seed);
    const { files, largest, large, mib } = tree;
    for (const [index, program] of programs.entries())
      await guest.succeed(
        `btrfs subvolume create ${directoryOf(program)}; python3 /lab/tree.py ${directoryOf(program)} ` +
          `--files ${files} --largest ${largest} --large ${large} --mib ${mib} --seed ${seed + index}`,
        { seconds: 200 },
      );
    const treeBytes = Number(await guest.succeed(`du --summarize --bytes ${directoryOf('send')} | cut -f1`));
    await guest.succeed(
      `modprobe ext4; mkfs.ext4 -q ${pathOf('B1')} && mkdir -p ${BACKUP} && mount ${pathOf('B1')} ${BACKUP}`,
    );
    await attachTuned(guest, { mode: 'writethrough', size: `${CACHE_MIB}m`, chunk: '64k' });
    const hotFile = { path: hot.path, mib: HOT_MIB, seed };
    const run = async (program: (typeof programs)[number]) => {
      const warmed = await bothPass(guest, host, { ...hotFile, passes: 5 });
      const before = await bothPass(guest, host, { ...hotFile, more: '--salt 1' });
      await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
      const first = await statuses(guest);
      const { disks } = await during(host, () =>
        guest.procedure(
          `back-up-by-${program}`,
          { subvolume: directoryOf(program), snapshot: `${MOUNTED}/snapshot`, target: BACKUP },
          { seconds: 400 },
        ),
      );
      const caches = between(first, await statuses(guest));
      const after = await bothPass(guest, host, { ...hotFile, more: '--salt 2' });
      return { warmed, before, caches, disks, after };
    };
    const seen = {
      send: await run('send'),
      restic: await run('restic'),
      borg: await run('borg'),
    };
    await guest.succeed(`umount ${BACKUP}`);
    await stopArray(guest);
    await machine.powerOff();
    return { treeBytes, ...seen };
  },

  measure({ treeBytes, send, restic, borg }) {
    const all = [send, restic, borg];
    /** On the leg that loses more: a program of one process reads from one leg alone. */
    const lost = ({ before, after }: typeof send) => {
      const legs = before.map((one, index) => hitShareOf([one]) - hitShareOf(after.slice(index, index + 1)));
      return { value: Math.max(...legs), samples: legs };
    };
    const stored = ({ disks }: typeof send) => (100 * total(disks, 'ssd', 'writtenBytes')) / treeBytes;
    const least = ({ disks }: typeof send) => total(disks, 'hdd', 'readBytes') / treeBytes;
    return {
      hitShareBefore: Math.min(...all.map(({ before }) => Math.min(...before.map((one) => hitShareOf([one]))))),
      readOfTree: Math.min(...all.map(least)),
      lostSend: lost(send),
      lostRestic: lost(restic),
      lostBorg: lost(borg),
      storedSend: stored(send),
      storedRestic: stored(restic),
      storedBorg: stored(borg),
    };
  },
});
