import { fourDisks, hardDisk, pathOf, solidState } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { attachCaches, MOUNTED, makeArray } from '../stacks/legs.ts';
import { Reader, runbookLog, tally } from '../stacks/runbooks.ts';
import { type CorpusFile, readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const first: CorpusFile = { path: `${MOUNTED}/first`, file: 1, blocks: 2048 };
/** Written while the first leg has no SSD any more. */
const second: CorpusFile = { path: `${MOUNTED}/second`, file: 2, blocks: 1024 };
const directory = MOUNTED;
const stop = async (guest: Guest) => {
  await guest.succeed(`umount ${MOUNTED}; vgchange --activate n`, { seconds: 120 });
};

export default codeOf('do-the-runbooks-for-dead-disks-work', {
  disks: [...fourDisks, hardDisk('H3'), solidState('S3')],
  observations: runbookLog.extend({
    /** Both files after each death: SSD running, SSD at boot, hard disk, SSD and hard disk. */
    readBacks: readBack.array(),
  }),

  async perform({ machine, guest, host, seed }) {
    const reader = new Reader(guest);
    const readBacks: (typeof readBack._output)[] = [];
    const readBoth = async () => {
      for (const file of [first, second]) readBacks.push(await verifyCorpus(guest, file, seed));
    };

    await machine.boot({ without: ['H3', 'S3'] });
    await makeArray(guest);
    await writeCorpus(guest, first, seed);
    await attachCaches(guest);
    const died = { leg: 'leg1', other: 'leg2', directory };
    await host.unplug('S1');
    await writeCorpus(guest, second, seed);
    await reader.isRefused('ssd-died-running', died, 'something is mounted');
    await guest.succeed(`umount ${MOUNTED}`, { seconds: 120 });
    await reader.isRefused(
      'ssd-died-running',
      { ...died, leg: 'leg2', other: 'leg1' },
      'no disk of the group leg2 is missing',
    );
    await reader.follow('ssd-died-running', died);
    await readBoth();
    await stop(guest);
    await machine.powerOff();

    // The dead SSD is back in its place, with what it held; and the other one is missing.
    await machine.boot({ without: ['S2', 'H3'] });
    await reader.isRefused('ssd-missing-at-boot', died, 'no disk of the group leg1 is missing');
    await reader.follow('ssd-missing-at-boot', { ...died, leg: 'leg2', other: 'leg1' });
    await readBoth();
    const fresh = { leg: 'leg1', ssd: pathOf('S3'), cache: '384m', directory };
    await reader.isRefused('replace-ssd', { ...fresh, ssd: pathOf('S1') }, 'carries something already');
    await reader.follow('replace-ssd', fresh);
    await stop(guest);
    await machine.powerOff();

    await machine.boot({ without: ['H1', 'S1', 'S2'] });
    await reader.isRefused('ssd-missing-at-boot', died, 'is its hard disk');
    const replace = { leg: 'leg1', other: 'leg2', hdd: pathOf('H3'), ssd: pathOf('S3'), devid: '1' };
    const sizes = { size: '2500m', cache: '384m', directory };
    await reader.isRefused('hdd-died', { ...replace, ...sizes, hdd: pathOf('H2') }, 'carries something already');
    await reader.follow('hdd-died', { ...replace, ...sizes });
    await readBoth();
    await stop(guest);
    await machine.powerOff();

    await machine.boot({ without: ['H1', 'H2', 'S1', 'S2', 'S3'] });
    await reader.isRefused('hdd-died', { ...replace, ...sizes }, 'not its hard disk');
    await reader.isRefused('ssd-and-hdd-died', { leg: 'leg2', directory }, 'there is no such group');
    await reader.follow('ssd-and-hdd-died', { leg: 'leg1', directory });
    await readBoth();
    return { ...reader.log, readBacks };
  },

  measure(seen) {
    return {
      ...tally(seen),
      lost: seen.readBacks.reduce((all, { blocks, good }) => all + blocks - good, 0),
      read: seen.readBacks.reduce((all, { blocks }) => all + blocks, 0),
    };
  },
});
