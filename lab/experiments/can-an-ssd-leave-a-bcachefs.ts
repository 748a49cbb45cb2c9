import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { divide, partOf, roomyDisks } from '../stacks/parts.ts';
import { readByTurns } from '../stacks/warmed.ts';
import { type CorpusFile, type ReadBack, readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

/** A bcachefs on the parts of the four disks with this number. */
const on = (part: number, directory: string) => ({
  ...{ hdd1: partOf('H1', part), hdd2: partOf('H2', part) },
  ...{ ssd1: partOf('S1', part), ssd2: partOf('S2', part) },
  directory,
});
const tiered = on(1, '/mnt/tiered');
const cached = on(2, '/mnt/cached');
const fileIn = (directory: string): CorpusFile => ({ path: `${directory}/file`, file: 1, blocks: 1024 });

const look = z.strictObject({ mount: z.int(), read: readBack.nullable() });

export default codeOf('can-an-ssd-leave-a-bcachefs', {
  limits: { bootSeconds: 300 },
  disks: roomyDisks,
  image: 'bcachefs',
  observations: z.strictObject({
    /** Exit status of evacuating and removing the SSD, and of asking for a scrub. */
    evacuated: z.int(),
    removed: z.int(),
    scrub: z.int(),
    afterRemoval: readBack.nullable(),
    /** The file system without that SSD, mounted as on any other day. */
    withoutIt: look,
    /** With SSDs of durability 0 and without either of them: as on any other day, and degraded. */
    plain: look,
    degraded: look,
  }),

  async perform({ machine, guest, host, seed }) {
    divide(host, 2);
    await machine.boot();
    await guest.procedure('make-bcachefs', disksOf(tiered), { seconds: 300 });
    await guest.procedure('make-bcachefs-with-cache-ssds', disksOf(cached), { seconds: 300 });
    for (const one of [tiered, cached]) {
      await mount(guest, one.directory, all(one), 'rw');
      await writeCorpus(guest, fileIn(one.directory), seed);
      await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
      await readByTurns(guest, fileIn(one.directory).path, fileIn(one.directory).blocks / 256);
      await guest.procedure('check-bcachefs', { directory: one.directory });
    }
    const [evacuation, removal] = await guest.procedure(
      'take-device-out-of-bcachefs',
      { device: tiered.ssd1 },
      { seconds: 180 },
    );
    const { status: scrub } = await guest.run(`bcachefs data scrub ${tiered.directory}`, { seconds: 120 });
    const afterRemoval = await read(guest, tiered.directory, seed);
    for (const { directory } of [tiered, cached]) await guest.succeed(`umount ${directory}`, { seconds: 120 });
    const withoutIt = await mountAndRead(
      guest,
      tiered.directory,
      all(tiered).slice(0, 2).concat(tiered.ssd2),
      'rw',
      seed,
    );
    await machine.powerOff();

    await machine.boot({ without: ['S1', 'S2'] });
    const hdds = all(cached).slice(0, 2);
    const plain = await mountAndRead(guest, cached.directory, hdds, 'rw', seed);
    const degraded = await mountAndRead(guest, cached.directory, hdds, 'ro,degraded', seed);
    await machine.crash();
    return {
      ...{ evacuated: evacuation?.status ?? -1, removed: removal?.status ?? -1, scrub },
      ...{ afterRemoval, withoutIt, plain, degraded },
    };
  },

  measure({ evacuated, removed, scrub, afterRemoval, withoutIt, plain, degraded }) {
    const { blocks } = fileIn('');
    const lost = (seen: ReadBack | null) => blocks - (seen?.good ?? 0);
    const works = (status: number) => (status === 0 ? 1 : 0);
    return {
      evacuated: works(evacuated),
      removed: works(removed),
      scrubs: works(scrub),
      lostAfterRemoval: lost(afterRemoval),
      mountsWithoutIt: works(withoutIt.mount),
      lostWithoutIt: lost(withoutIt.read),
      mountsWithoutCaches: works(plain.mount),
      mountsWithoutCachesDegraded: works(degraded.mount),
      lostWithoutCaches: Math.min(lost(plain.read), lost(degraded.read)),
    };
  },
});

type On = ReturnType<typeof on>;
const all = ({ hdd1, hdd2, ssd1, ssd2 }: On): string[] => [hdd1, hdd2, ssd1, ssd2];
const disksOf = ({ hdd1, hdd2, ssd1, ssd2 }: On) => ({ hdd1, hdd2, ssd1, ssd2 });

/** Gives the status of the mount. */
async function mount(guest: Guest, directory: string, disks: readonly string[], options: string): Promise<number> {
  await guest.succeed(`mkdir -p ${directory}`);
  const words = { disks: disks.join(':'), directory, options };
  const [, mounted] = await guest.procedure('mount-bcachefs', words, { seconds: 300 });
  return mounted?.status ?? -1;
}

const read = async (guest: Guest, directory: string, seed: number): Promise<ReadBack | null> =>
  (await guest.run(`test -s ${fileIn(directory).path}`)).status === 0
    ? await verifyCorpus(guest, fileIn(directory), seed)
    : null;

async function mountAndRead(guest: Guest, directory: string, disks: readonly string[], options: string, seed: number) {
  const status = await mount(guest, directory, disks, options);
  if (status !== 0) return { mount: status, read: null };
  const seen = await read(guest, directory, seed);
  await guest.succeed(`umount ${directory}`, { seconds: 120 });
  return { mount: status, read: seen };
}
