import { hardDisk, pathOf } from '../machine/disks.ts';
import { MOUNTED } from '../stacks/legs.ts';
import {
  BACKUP,
  endReading,
  kept,
  makeBareArray,
  measuresOfMigration,
  membersOf,
  migrated,
  readMeanwhile,
} from '../stacks/migrating.ts';
import { Reader, runbookLog, tally } from '../stacks/runbooks.ts';
import { verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const directory = MOUNTED;
const serials = ['H1', 'H2', 'H3'] as const;

export default codeOf('can-an-array-of-three-move-onto-legs-by-removing-members', {
  disks: serials.map(hardDisk),
  observations: runbookLog.extend(migrated.shape),

  async perform({ machine, guest, seed }) {
    const reader = new Reader(guest);
    await machine.boot();
    await makeBareArray(guest, serials.map(pathOf));
    await writeCorpus(guest, kept, seed);
    const before = await verifyCorpus(guest, kept, seed);
    await guest.succeed(`touch ${BACKUP}`);
    await readMeanwhile(guest, seed);
    for (const [i, serial] of serials.entries())
      await reader.follow('migrate-by-remove', {
        ...{ leg: `leg${i + 1}`, disk: pathOf(serial), size: '2900m', directory, backup: BACKUP },
      });
    const meanwhile = await endReading(guest);
    const members = await membersOf(guest);
    return { ...reader.log, before, meanwhile, members, after: await verifyCorpus(guest, kept, seed) };
  },

  measure: (seen) => ({ ...tally(seen), ...measuresOfMigration(seen) }),
});
