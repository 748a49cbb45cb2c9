import { pathOf } from '../machine/disks.ts';
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
const parts = ['H1', 'H2'].map((serial) => `${pathOf(serial)}-part1`) as [string, string];
/** The partitions have a little less than 3072 MiB: less 100 they fit into a volume of 2976. */
const [less, size] = ['100m', '2976m'];

export default codeOf('can-an-array-move-onto-cached-legs-without-a-spare-disk', {
  observations: runbookLog.extend(migrated.shape),

  async perform({ machine, guest, seed }) {
    const reader = new Reader(guest);
    await machine.boot();
    for (const serial of ['H1', 'H2']) await guest.succeed(`sgdisk --new=1:0:0 ${pathOf(serial)}; udevadm settle`);
    await makeBareArray(guest, parts);
    await writeCorpus(guest, kept, seed);
    const before = await verifyCorpus(guest, kept, seed);
    const common = { size, directory, backup: BACKUP };
    const first = { ...common, leg: 'leg1', disk: parts[0], devid: '1', stays: parts[1] };
    await reader.isRefused('migrate-without-spare', first, 'no backup has ended');
    await guest.succeed(`touch ${BACKUP}`);
    const removal = { ...common, leg: 'leg1', disk: parts[0] };
    await reader.isRefused('migrate-by-remove', removal, 'there are too few');
    for (const devid of ['1', '2']) await reader.follow('make-room-for-legs', { devid, less, directory });

    const meanwhile = [];
    for (const one of [first, { ...common, leg: 'leg2', disk: parts[1], devid: '2', stays: '/dev/leg1/data' }]) {
      await reader.follow('migrate-without-spare', one);
      meanwhile.push(await verifyCorpus(guest, kept, seed));
    }
    await readMeanwhile(guest, seed);
    for (const [leg, ssd] of [
      ['leg1', 'S1'],
      ['leg2', 'S2'],
    ] as const)
      await reader.follow('adopt-leg', { leg, ssd: pathOf(ssd), cache: '384m' });
    meanwhile.push(...(await endReading(guest)));
    await guest.succeed(`umount ${MOUNTED}`);
    for (const leg of ['leg1', 'leg2']) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();

    await machine.boot();
    await reader.follow('mount-migrated-array', { directory });
    const members = await membersOf(guest);
    return { ...reader.log, before, meanwhile, members, after: await verifyCorpus(guest, kept, seed) };
  },

  measure: (seen) => ({ ...tally(seen), ...measuresOfMigration(seen) }),
});
