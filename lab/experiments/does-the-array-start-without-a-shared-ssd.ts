import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import { logicalVolumes } from '../parse/lvs.ts';
import { completeGroups } from '../parse/pvscan.ts';
import { attachCaches, type Leg, legs, MOUNTED, makeArray, mountArray, stopArray } from '../stacks/legs.ts';
import { readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const file = { path: `${MOUNTED}/file`, file: 1, blocks: 2048 };
const part = ({ leg }: Leg) => `${pathOf('S1')}-part${leg === 'leg1' ? 1 : 2}`;

export default codeOf('does-the-array-start-without-a-shared-ssd', {
  observations: z.strictObject({
    complete: z.array(z.string()),
    activation: z.strictObject({ status: z.int(), said: z.string() }),
    active: z.array(z.string()),
    /** After the dead cache was taken off each leg by the procedure. */
    after: readBack,
  }),

  async perform({ machine, guest, host, seed }) {
    host.partition('S1', 2);
    await machine.boot();
    await makeArray(guest, part);
    await writeCorpus(guest, file, seed);
    await attachCaches(guest, part);
    await stopArray(guest);
    await machine.powerOff();

    await machine.boot({ without: ['S1', 'S2'] });
    const complete: string[] = [];
    for (const { hdd } of legs) {
      const [said] = await guest.procedure('ask-boot-rule', { device: pathOf(hdd) });
      complete.push(...completeGroups(said?.stdout ?? ''));
    }
    const activation = await guest.run('vgchange --activate y');
    const active = logicalVolumes(await guest.succeed('lvs --reportformat json --options vg_name,lv_name,lv_active'))
      .filter((one) => one['lv_active'] === 'active')
      .map((one) => one['vg_name'] ?? '');
    for (const { leg } of legs) await guest.procedure('remove-dead-cache', { leg });
    await mountArray(guest);
    const after = await verifyCorpus(guest, file, seed);
    await stopArray(guest);
    await machine.powerOff();
    return { complete, activation: { status: activation.status, said: activation.stderr }, active, after };
  },

  measure({ complete, active, after }) {
    return { ruleStarts: complete.length, byHand: active.length, readAfterRemoval: after.good };
  },
});
