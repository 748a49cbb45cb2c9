import { fourDisks, hardDisk, pathOf } from '../machine/disks.ts';
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
/** The disks have 3072 MiB: less 100 they fit into a volume of 2976. */
const [less, size] = ['100m', '2976m'];

export default codeOf('can-an-array-move-onto-cached-legs-with-a-spare-disk', {
  disks: [...fourDisks, hardDisk('H3')],
  observations: runbookLog.extend(migrated.shape),

  async perform({ machine, guest, seed }) {
    const reader = new Reader(guest);
    await machine.boot();
    await makeBareArray(guest, [pathOf('H1'), pathOf('H2')]);
    await writeCorpus(guest, kept, seed);
    const before = await verifyCorpus(guest, kept, seed);
    const common = { size, directory, backup: BACKUP };
    const first = { ...common, leg: 'leg1', spare: pathOf('H3'), devid: '1' };
    await reader.isRefused('migrate-with-spare', first, 'no backup has ended');
    await guest.succeed(`touch ${BACKUP}`);
    await reader.isRefused('migrate-with-spare', { ...first, spare: pathOf('H2') }, 'carries something already');
    for (const devid of ['1', '2']) await reader.follow('make-room-for-legs', { devid, less, directory });

    await readMeanwhile(guest, seed);
    await reader.follow('migrate-with-spare', first);
    // The disk of the first member is the spare of the second.
    await reader.follow('migrate-with-spare', { ...common, leg: 'leg2', spare: pathOf('H1'), devid: '2' });
    for (const [leg, ssd] of [
      ['leg1', 'S1'],
      ['leg2', 'S2'],
    ] as const)
      await reader.follow('adopt-leg', { leg, ssd: pathOf(ssd), cache: '384m' });
    const meanwhile = await endReading(guest);
    await guest.succeed(`umount ${MOUNTED}`);
    for (const leg of ['leg1', 'leg2']) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();

    await machine.boot({ without: ['H2'] });
    await reader.follow('mount-migrated-array', { directory });
    const members = await membersOf(guest);
    return { ...reader.log, before, meanwhile, members, after: await verifyCorpus(guest, kept, seed) };
  },

  measure: (seen) => ({ ...tally(seen), ...measuresOfMigration(seen) }),
});
