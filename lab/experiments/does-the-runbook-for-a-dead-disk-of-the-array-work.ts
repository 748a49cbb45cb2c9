import { fourDisks, hardDisk, pathOf } from '../machine/disks.ts';
import { MOUNTED } from '../stacks/legs.ts';
import { makeBareArray } from '../stacks/migrating.ts';
import { Reader, runbookLog, tally } from '../stacks/runbooks.ts';
import { type CorpusFile, readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const before: CorpusFile = { path: `${MOUNTED}/before`, file: 1, blocks: 2048 };
const meanwhile: CorpusFile = { path: `${MOUNTED}/meanwhile`, file: 2, blocks: 512 };
const [dead, left, fresh] = [pathOf('H1'), pathOf('H2'), pathOf('H3')];

export default codeOf('does-the-runbook-for-a-dead-disk-of-the-array-work', {
  disks: [...fourDisks, hardDisk('H3')],
  observations: runbookLog.extend({
    afterwards: readBack,
    writtenMeanwhile: readBack,
    /** The new disk alone: whether it has all of it. */
    onTheNewDisk: readBack,
    meanwhileOnTheNewDisk: readBack,
  }),

  async perform({ machine, guest, seed }) {
    const reader = new Reader(guest);
    await machine.boot({ without: ['H3'] });
    await makeBareArray(guest, [dead, left]);
    await writeCorpus(guest, before, seed);
    await machine.crash();

    await machine.boot({ without: ['H1'] });
    await guest.succeed(`modprobe btrfs; btrfs device scan; mount --options noatime,degraded ${left} ${MOUNTED}`);
    await writeCorpus(guest, meanwhile, seed);
    const death = { left, hdd: fresh, devid: '1', directory: MOUNTED };
    await reader.isRefused('array-disk-died', death, 'the array is mounted');
    await guest.succeed(`umount ${MOUNTED}`);
    await reader.isRefused('array-disk-died', { ...death, hdd: left }, 'carries something already');
    await reader.isRefused('array-disk-died', { ...death, hdd: pathOf('S1') }, 'does not say that it turns');
    await reader.follow('array-disk-died', death);
    const afterwards = await verifyCorpus(guest, before, seed);
    const writtenMeanwhile = await verifyCorpus(guest, meanwhile, seed);
    await guest.succeed(`umount ${MOUNTED}`);
    await machine.powerOff();

    await machine.boot({ without: ['H1', 'H2'] });
    await guest.succeed(`modprobe btrfs; btrfs device scan; mount --options ro,noatime,degraded ${fresh} ${MOUNTED}`);
    return {
      ...reader.log,
      ...{ afterwards, writtenMeanwhile },
      onTheNewDisk: await verifyCorpus(guest, before, seed),
      meanwhileOnTheNewDisk: await verifyCorpus(guest, meanwhile, seed),
    };
  },

  measure(seen) {
    const all = [seen.afterwards, seen.writtenMeanwhile, seen.onTheNewDisk, seen.meanwhileOnTheNewDisk];
    return {
      ...tally(seen),
      lost: all.reduce((sum, { blocks, good }) => sum + blocks - good, 0),
      read: all.reduce((sum, { blocks }) => sum + blocks, 0),
    };
  },
});
