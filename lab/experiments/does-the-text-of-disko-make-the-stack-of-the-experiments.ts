import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { differences, layout, layoutOf } from '../stacks/layout.ts';
import { attachCaches, MOUNTED, makeArray } from '../stacks/legs.ts';
import { type CorpusFile, readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const file: CorpusFile = { path: `${MOUNTED}/file`, file: 1, blocks: 2048 };
const TEXT = '/lab/disko-lvmcache.sh';
/** Commands that make or change something on a disk. */
const making = /^\++ (pvcreate|vgcreate|vgextend|lvcreate|lvconvert|mkfs\.btrfs)\b/gm;

const scripts = join(import.meta.dirname, '..', '..', 'nix', 'scripts');
/** Scripts of the module as its units put them together, with the variables that the units give them. */
const units = {
  start: ['bring-up.sh'],
  check: ['cache-status.sh', 'check-array.sh'],
  scrub: ['cache-status.sh', 'scrub-lvmcache.sh'],
  stop: ['shut-down.sh'],
};
const variables = [
  'ARRAY_TOPOLOGY=lvmcache ARRAY_LEGS="leg1 leg2" ARRAY_GROUPS="leg1 leg2" ARRAY_MODE=writethrough ARRAY_DIRTY=0',
  'ARRAY_MEMBERS="/dev/leg1/data /dev/leg2/data" ARRAY_SECONDS=60 ARRAY_BYPASS=detach ARRAY_WEAR=20',
  `ARRAY_DIRECTORY=${MOUNTED} ARRAY_DIRECTORIES=${MOUNTED}`,
  // The disks of the lab have no SMART: the script's part on disks is not asked for.
  'ARRAY_DISKS=""',
].join(' ');

async function putScripts(guest: Guest): Promise<void> {
  for (const [name, files] of Object.entries(units)) {
    const text = files.map((each) => readFileSync(join(scripts, each), 'utf8')).join('');
    await guest.succeed(
      `cat >/run/unit-${name} <<'END OF SCRIPT'\nset -o errexit -o nounset -o pipefail\n${text}END OF SCRIPT`,
    );
  }
}
const unit = async (guest: Guest, name: keyof typeof units, word = '') =>
  (await guest.run(`env ${variables} bash /run/unit-${name} ${word}`, { seconds: 240 })).status;

export default codeOf('does-the-text-of-disko-make-the-stack-of-the-experiments', {
  observations: z.strictObject({
    byProcedures: layout,
    byDisko: layout,
    /** Exit status of the text on empty disks, and on what it has made. */
    statuses: z.array(z.int()),
    /** Making commands that each of the two runs called. */
    made: z.array(z.array(z.string())),
    /** Exit status of the module's scripts, by what they do. */
    units: z.record(z.string(), z.int()),
    file: readBack,
  }),

  async perform({ machine, guest, seed }) {
    await machine.boot();
    await makeArray(guest);
    await attachCaches(guest);
    const byProcedures = await layoutOf(guest, MOUNTED);
    await guest.succeed(`umount ${MOUNTED}; vgremove --yes --force leg1 leg2`);
    // Also what lies where the first partition will begin: the signature of an old btrfs there stops vgcreate.
    await guest.succeed(
      `for disk in /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_??; do wipefs --all $disk; dd if=/dev/zero of=$disk bs=1M count=4 conv=fsync; done`,
      { seconds: 120 },
    );

    const runs = [];
    runs.push(await guest.run(`bash -x ${TEXT} 2>&1`, { seconds: 500 }));
    await guest.succeed(`btrfs device scan; mount --options noatime,nossd /dev/leg2/data ${MOUNTED}`);
    const byDisko = await layoutOf(guest, MOUNTED);
    await writeCorpus(guest, file, seed);
    runs.push(await guest.run(`bash -x ${TEXT} 2>&1`, { seconds: 500 }));

    await putScripts(guest);
    const status = { check: await unit(guest, 'check'), scrub: await unit(guest, 'scrub', 'run') };
    await guest.succeed(`umount ${MOUNTED}`);
    const stop = await unit(guest, 'stop');
    const start = await unit(guest, 'start');
    await guest.succeed(`btrfs device scan; mount --options noatime,nossd /dev/leg2/data ${MOUNTED}`);
    return {
      ...{ byProcedures, byDisko },
      statuses: runs.map((run) => run.status),
      made: runs.map(({ stdout }) => [...stdout.matchAll(making)].map(([, tool = '']) => tool)),
      units: { ...status, stop, start, checkAgain: await unit(guest, 'check') },
      file: await verifyCorpus(guest, file, seed),
    };
  },

  measure({ byProcedures, byDisko, statuses, made, units, file }) {
    return {
      ended: statuses.filter((status) => status === 0).length,
      made: made[0]?.length ?? Number.NaN,
      madeAgain: made[1]?.length ?? Number.NaN,
      differences: differences(byProcedures, byDisko).length,
      cachedLegs: byDisko.legs.filter(({ segtype, mode }) => segtype === 'cache' && mode === 'writethrough').length,
      units: Object.values(units).filter((status) => status === 0).length,
      good: file.good,
    };
  },
});
