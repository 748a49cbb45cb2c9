import { z } from 'zod';
import { MOUNTED, startArray } from '../stacks/legs.ts';
import { Reader, runbookLog, tally } from '../stacks/runbooks.ts';
import { hotFile, makeReadArray } from '../stacks/warmed.ts';
import { readBack, verifyCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const directory = MOUNTED;
const readHot = async (guest: Parameters<typeof verifyCorpus>[0], seed: number) => verifyCorpus(guest, hotFile, seed);

export default codeOf('do-the-runbooks-around-a-stop-work', {
  observations: runbookLog.extend({
    /** Dirty chunks at the first look after the crash, and after the journey. */
    dirty: z.array(z.int()),
    /** After the crash, after the image, on the other machine, under the other kernel. */
    readBacks: readBack.array(),
    release: z.string(),
  }),

  async perform({ machine, guest, seed }) {
    const reader = new Reader(guest);
    const dirtyIn = (said: string) => Number(/^(\d+)$/m.exec(said)?.[1] ?? -1);
    await machine.boot();
    await makeReadArray(guest, seed);
    await machine.crash();

    await machine.boot();
    await reader.isRefused('before-imaging', { directory }, 'nothing is mounted');
    const afterCut = dirtyIn(await reader.follow('after-power-cut', { directory }));
    await reader.isRefused('after-power-cut', { directory }, 'something is mounted');
    const readBacks = [await readHot(guest, seed)];
    await reader.follow('before-imaging', { directory });
    await startArray(guest);
    readBacks.push(await readHot(guest, seed));
    await reader.follow('leave-machine', { directory });
    await machine.powerOff();

    await machine.boot({ without: ['S2'] });
    await reader.isRefused('join-machine', { directory }, 'a disk of the group leg2 is missing');
    await machine.powerOff();

    await machine.boot();
    const afterJourney = dirtyIn(await reader.follow('join-machine', { directory }));
    readBacks.push(await readHot(guest, seed));
    const old = (await guest.succeed('uname --kernel-release')).trim();
    const release = (await guest.succeed(`ls /usr/lib/modules | grep --invert-match --fixed-strings ${old}`)).trim();
    await reader.isRefused('before-kernel-upgrade', { release: '9.9.9-none', directory }, 'is not installed');
    await reader.follow('before-kernel-upgrade', { release, directory });
    await machine.powerOff();

    await machine.boot({ kernel: release.startsWith('6.12') ? '6.12' : '7.3' });
    await reader.isRefused('after-kernel-upgrade', { release: old, directory }, `is not ${old}`);
    await reader.follow('after-kernel-upgrade', { release, directory });
    readBacks.push(await readHot(guest, seed));
    return { ...reader.log, dirty: [afterCut, afterJourney], readBacks, release };
  },

  measure(seen) {
    return {
      ...tally(seen),
      lost: seen.readBacks.reduce((all, { blocks, good }) => all + blocks - good, 0),
      read: seen.readBacks.reduce((all, { blocks }) => all + blocks, 0),
      dirtyAfterCrash: seen.dirty[0] ?? Number.NaN,
      dirtyAfterJourney: seen.dirty[1] ?? Number.NaN,
    };
  },
});
