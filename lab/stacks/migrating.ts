import { z } from 'zod';
import { type CorpusFile, corpusOptions, readBack } from '../experiments/corpus.ts';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { MOUNTED } from './legs.ts';

/** The data of an array that is migrated. */
export const kept: CorpusFile = { path: `${MOUNTED}/kept`, file: 1, blocks: 6144 };
/** What the backup of the array touches when it has ended. */
export const BACKUP = '/run/backup-ended';
const READS = '/run/reads';

/** An array as it is found: btrfs RAID1 on bare disks or partitions, mounted. */
export async function makeBareArray(guest: Guest, devices: readonly string[]): Promise<void> {
  await guest.succeed(`modprobe btrfs; mkfs.btrfs --nodiscard --data raid1 --metadata raid1 ${devices.join(' ')}`);
  await guest.succeed(`btrfs device scan; mount --options noatime,nossd ${devices[0]} ${MOUNTED}`);
}

/** Reads the file over and over in the background until it is told to stop, whenever it is there. */
export const readMeanwhile = (guest: Guest, seed: number) =>
  guest.succeed(
    `rm -f ${READS}.ended; touch ${READS}.go; (while test -e ${READS}.go; do test -e ${kept.path} && python3 /lab/corpus.py verify ${corpusOptions(kept, seed)}; sleep 1; done >${READS} 2>/dev/null </dev/null; touch ${READS}.ended) >/dev/null 2>&1 &`,
  );

/** Ends the reading, when the pass under way has ended. Gives how each pass went. A pass that an unmounting cut short has printed nothing. */
export async function endReading(guest: Guest): Promise<z.infer<typeof readBack>[]> {
  const said = await guest.succeed(
    `rm ${READS}.go; for i in $(seq 200); do test -e ${READS}.ended && break; sleep 1; done; test -e ${READS}.ended && cat ${READS}`,
    { seconds: 240 },
  );
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  if (lines.length === 0) throw new Invalid('nothing was read meanwhile');
  return lines.map((line) => readBack.parse(JSON.parse(line)));
}

export const migrated = z.strictObject({
  before: readBack,
  meanwhile: z.array(readBack),
  after: readBack,
  /** Members of the array at the end, as btrfs names them. */
  members: z.array(z.string()),
});

/** The devices of the members, as btrfs names them. */
export const membersOf = async (guest: Guest): Promise<string[]> =>
  [...(await guest.succeed(`btrfs filesystem show ${MOUNTED}`)).matchAll(/path (\S+)/g)].map(([, path = '']) => path);

/** What an experiment on migration measures. */
export const measuresOfMigration = ({ before, meanwhile, after, members }: z.infer<typeof migrated>) => ({
  badBefore: before.blocks - before.good,
  passes: meanwhile.length,
  badMeanwhile: meanwhile.reduce((all, { blocks, good }) => all + blocks - good, 0),
  badAfter: after.blocks - after.good,
  legs: members.filter((path) => /mapper\/leg\d-data$/.test(path)).length,
});
