import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import { attachCaches, MOUNTED, makeArray } from '../stacks/legs.ts';
import { type CorpusFile, readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const file: CorpusFile = { path: `${MOUNTED}/file`, file: 1, blocks: 2048 };
const volumes = 'lvs --noheadings --options vg_name,lv_name | awk \'$2 == "data" { print $1 }\'';

export default codeOf('does-the-destroy-step-of-disko-on-an-ssd-take-the-data-along', {
  observations: z.strictObject({
    before: z.array(z.string()),
    status: z.int(),
    /** Legs that have their volume still. */
    after: z.array(z.string()),
    mount: z.int(),
    file: readBack.nullable(),
  }),

  async perform({ machine, guest, seed }) {
    const legsWithVolume = async () => (await guest.succeed(volumes)).trim().split('\n').filter(Boolean);
    await machine.boot();
    await makeArray(guest);
    await writeCorpus(guest, file, seed);
    await attachCaches(guest);
    const before = await legsWithVolume();
    await guest.succeed(`umount ${MOUNTED}`);
    const { status } = await guest.run(`bash /lab/disko-deactivate.sh ${pathOf('S1')} 2>&1`, { seconds: 120 });
    const after = await legsWithVolume();
    const steps = await guest.procedure('mount-degraded', { one: '/dev/leg2/data', directory: MOUNTED, access: 'ro' });
    const mount = steps[2]?.status ?? -1;
    return { before, status, after, mount, file: mount === 0 ? await verifyCorpus(guest, file, seed) : null };
  },

  measure: ({ before, status, after, file }) => ({
    before: before.length,
    ended: status === 0 ? 1 : 0,
    after: after.length,
    goodOnTheOther: file?.good ?? 0,
  }),
});
