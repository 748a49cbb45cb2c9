import { z } from 'zod';
import { fourDisks, pathOf, solidState } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { MOUNTED } from '../stacks/legs.ts';
import { makeBareArray } from '../stacks/migrating.ts';
import { Reader, runbookLog, tally } from '../stacks/runbooks.ts';
import { type CorpusFile, readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const array = MOUNTED;
const pool = '/srv/fast';
const subvolume = 'service';
const at = (place: string): CorpusFile => ({ path: `${place}/${subvolume}/file`, file: 1, blocks: 2048 });
const added: CorpusFile = { path: `${pool}/${subvolume}/added`, file: 2, blocks: 512 };
const hdds = [pathOf('H1'), pathOf('H2')];
/** A runbook asks that nothing was written for a minute: as if it were an hour ago. */
const quiet = (guest: Guest, place: string) =>
  guest.succeed(`find ${place}/${subvolume} -exec touch --date='1 hour ago' {} +; sync`);

export default codeOf('do-the-runbooks-of-the-ssd-pool-work', {
  disks: [...fourDisks, solidState('S3')],
  observations: runbookLog.extend({
    onPool: readBack,
    afterDeath: readBack,
    onArray: readBack,
    addedOnArray: readBack,
    /** Whether the array was mounted by itself and readable while the SSD was missing. */
    arrayWithoutSsd: z.int(),
  }),

  async perform({ machine, guest, seed }) {
    const reader = new Reader(guest);
    const ssds = { ssd1: pathOf('S1'), ssd2: pathOf('S2'), pool };
    await machine.boot({ without: ['S3'] });
    await makeBareArray(guest, hdds);
    await guest.succeed(`btrfs subvolume create ${array}/${subvolume}; mkdir --parents ${pool}`);
    await writeCorpus(guest, at(array), seed);
    await reader.isRefused('make-ssd-pool', { ...ssds, ssd1: pathOf('H1') }, 'carries something already');
    await reader.follow('make-ssd-pool', ssds);

    const place = { array, pool, subvolume };
    await guest.succeed(`touch ${at(array).path}`);
    await reader.isRefused('move-to-pool', { ...place, stamp: 'one' }, 'just now');
    await quiet(guest, array);
    await reader.follow('move-to-pool', { ...place, stamp: 'one' });
    const onPool = await verifyCorpus(guest, at(pool), seed);
    await reader.isRefused('move-to-pool', { ...place, stamp: 'one' }, 'there is no subvolume');
    await writeCorpus(guest, added, seed);
    await reader.isRefused('send-pool-to-array', { ...place, last: 'none', stamp: 'two' }, 'there is no subvolume');
    await reader.follow('send-pool-to-array', { ...place, last: 'one', stamp: 'two' });
    await reader.follow('scrub-both', { array, pool });
    await guest.succeed(`umount ${array} ${pool}`);
    await machine.powerOff();

    await machine.boot({ without: ['S1'] });
    await guest.succeed(`modprobe btrfs; btrfs device scan; mkdir --parents ${pool}`);
    const { status: arrayWithoutSsd } = await guest.run(`mount --options noatime,nossd ${hdds[0]} ${array}`);
    const death = { left: pathOf('S2'), ssd: pathOf('S3'), devid: '1', pool };
    await reader.isRefused('pool-ssd-died', { ...death, ssd: pathOf('H2') }, 'carries something already');
    await reader.follow('pool-ssd-died', death);
    const afterDeath = await verifyCorpus(guest, at(pool), seed);
    await reader.isRefused('scrub-both', { array, pool: '/srv' }, 'no btrfs is mounted');

    await quiet(guest, pool);
    await reader.follow('give-up-pool', { ...place, last: 'two', stamp: 'three' });
    return {
      ...reader.log,
      ...{ onPool, afterDeath, arrayWithoutSsd },
      onArray: await verifyCorpus(guest, at(array), seed),
      addedOnArray: await verifyCorpus(guest, { ...added, path: `${array}/${subvolume}/added` }, seed),
    };
  },

  measure(seen) {
    const all = [seen.onPool, seen.afterDeath, seen.onArray, seen.addedOnArray];
    return {
      ...tally(seen),
      lost: all.reduce((sum, { blocks, good }) => sum + blocks - good, 0),
      read: all.reduce((sum, { blocks }) => sum + blocks, 0),
      arrayWithoutSsd: seen.arrayWithoutSsd === 0 ? 2 : 0,
    };
  },
});
