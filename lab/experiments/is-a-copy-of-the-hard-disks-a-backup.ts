import { z } from 'zod';
import { fourDisks, hardDisk, pathOf, solidState } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { attachTuned } from '../stacks/measured.ts';
import { type CorpusFile, corpusOptions, readBack, verifyCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const BLOCKS = 24 * 256;
const arrays = {
  writethrough: {
    legs: [
      { leg: 'leg1', hdd: 'H1', ssd: 'S1' },
      { leg: 'leg2', hdd: 'H2', ssd: 'S2' },
    ],
    file: { path: '/through/new', file: 1, blocks: BLOCKS },
    directory: '/through',
  },
  writeback: {
    legs: [
      { leg: 'leg3', hdd: 'H3', ssd: 'S3' },
      { leg: 'leg4', hdd: 'H4', ssd: 'S4' },
    ],
    file: { path: '/back/new', file: 2, blocks: BLOCKS },
    directory: '/back',
  },
} as const;
type Mode = keyof typeof arrays;
const modes: readonly Mode[] = ['writethrough', 'writeback'];

const volume = (leg: string) => `/dev/${leg}/data`;

const seen = z.strictObject({
  /** Blocks of the new file that the raw hard disk of each leg holds. */
  onHdd: z.array(z.int()),
  /** Exit status of taking the dead caches off, and of the mount after it. */
  takenOff: z.array(z.int()),
  mount: z.int(),
  read: readBack.nullable(),
});

export default codeOf('is-a-copy-of-the-hard-disks-a-backup', {
  observations: z.strictObject({
    writethrough: seen,
    writeback: seen,
    /** The hard disks of the writethrough array mounted without LVM. */
    withoutLvm: readBack,
  }),
  disks: [...fourDisks, hardDisk('H3'), hardDisk('H4'), solidState('S3'), solidState('S4')],

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    for (const mode of modes) await makeAndStop(guest, mode, seed);
    await machine.powerOff();
    const census = host.census();
    const onHdd = (mode: Mode) =>
      arrays[mode].legs.map(({ hdd }) => {
        const numbers = Array.from({ length: BLOCKS }, (_, block) => block);
        return numbers.filter((block) => census.of(arrays[mode].file.file, block, hdd).length > 0).length;
      });

    await machine.boot({ without: ['S1', 'S2', 'S3', 'S4'] });
    const { writethrough } = arrays;
    const [one, two] = writethrough.legs.map(({ hdd }) => pathOf(hdd));
    await guest.succeed('modprobe loop; mkdir -p /bare /through /back');
    await guest.procedure('mount-legs-without-lvm', { one: one ?? '', two: two ?? '', directory: '/bare' });
    const withoutLvm = await verify(guest, { ...writethrough.file, path: '/bare/new' }, seed);
    await guest.succeed('umount /bare && losetup --detach-all && btrfs device scan --forget');

    const look = async (mode: Mode) => {
      const { legs, file, directory } = arrays[mode];
      const takenOff: number[] = [];
      for (const { leg } of legs) {
        const steps = await guest.procedure(
          mode === 'writethrough' ? 'remove-dead-cache' : 'remove-dead-writeback-cache',
          { leg },
        );
        takenOff.push(steps[0]?.status ?? -1);
      }
      const steps = await guest.procedure('mount-degraded', { one: volume(legs[0].leg), directory, access: 'ro' });
      const mount = steps[2]?.status ?? -1;
      const isThere = mount === 0 && (await guest.run(`test -e ${file.path}`)).status === 0;
      return { onHdd: onHdd(mode), takenOff, mount, read: isThere ? await verify(guest, file, seed) : null };
    };
    const found = { writethrough: await look('writethrough'), writeback: await look('writeback') };
    await machine.crash();
    return { ...found, withoutLvm };
  },

  measure({ writethrough, writeback, withoutLvm }) {
    const lost = ({ read }: typeof writeback) => BLOCKS - (read?.good ?? 0);
    return {
      onHddWritethrough: { value: Math.min(...writethrough.onHdd), samples: writethrough.onHdd },
      onHddWriteback: { value: Math.min(...writeback.onHdd), samples: writeback.onHdd },
      lostWritethrough: lost(writethrough),
      lostWriteback: lost(writeback),
      lostWithoutLvm: BLOCKS - withoutLvm.good,
    };
  },
});

/** An array of its own with caches; a new file; and a stop in good order right after it. */
async function makeAndStop(guest: Guest, mode: Mode, seed: number) {
  const { legs, file, directory } = arrays[mode];
  for (const { leg, hdd, ssd } of legs)
    await guest.procedure('create-leg', { leg, hdd: pathOf(hdd), ssd: pathOf(ssd), size: '2500m' });
  await guest.succeed(`mkdir -p ${directory}`);
  const [one, two] = [volume(legs[0].leg), volume(legs[1].leg)];
  await guest.procedure('make-raid1', { one, two });
  await guest.procedure('mount-array', { one, directory });
  await attachTuned(guest, { mode, size: '256m', chunk: '64k' }, legs);
  // In one command: an idle cache would begin to write back.
  const stop = `umount ${directory}; vgchange --activate n ${legs.map(({ leg }) => leg).join(' ')}`;
  await guest.succeed(
    `python3 /lab/corpus.py write ${corpusOptions(file, seed)}; dmsetup status --noflush --target cache; ${stop}`,
    { seconds: 200 },
  );
}

const verify = (guest: Guest, file: CorpusFile, seed: number) => verifyCorpus(guest, file, seed);
