import { z } from 'zod';
import { fourDisks, pathOf, solidState } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { logicalVolumes } from '../parse/lvs.ts';
import { attachCaches, type Leg, legs } from '../stacks/legs.ts';
import { corpusOn } from '../stacks/volumes.ts';
import { corpusOptions, readBack } from './corpus.ts';
import { codeOf } from './experiment.ts';

const [byForce, byTheBook] = legs;

const volumesOf = async (guest: Guest, { leg }: Leg) =>
  logicalVolumes(await guest.succeed(`lvs --reportformat json --options lv_name ${leg}`)).map(
    (one) => one['lv_name'] ?? '',
  );

export default codeOf('does-vgreduce-by-force-remove-the-volume', {
  disks: [...fourDisks, solidState('S3')],
  observations: z.strictObject({
    /** Visible volumes of each group after its cache is off. */
    leftByForce: z.array(z.string()),
    leftByTheBook: z.array(z.string()),
    /** Exit status of a restoration without a disk that stands in for the dead one. */
    plainRestore: z.int(),
    /** How the way back ended, and what it said. */
    restore: z.strictObject({ statuses: z.array(z.int()), said: z.string() }),
    /** Null where the volume is not there. */
    afterRestore: readBack.nullable(),
    afterTheBook: readBack.nullable(),
  }),

  async perform({ machine, guest, seed }) {
    await machine.boot({ without: ['S3'] });
    for (const one of legs) {
      const disks = { hdd: pathOf(one.hdd), ssd: pathOf(one.ssd) };
      await guest.procedure('create-leg', { leg: one.leg, ...disks, size: '1g' });
      await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(corpusOn(one), seed)}`, { seconds: 120 });
    }
    await attachCaches(guest);
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();

    await machine.boot({ without: ['S1', 'S2'] });
    await guest.procedure('remove-dead-cache', { leg: byTheBook.leg });
    const leftByTheBook = await volumesOf(guest, byTheBook);
    await guest.procedure('vgreduce-by-force', { leg: byForce.leg });
    const leftByForce = await volumesOf(guest, byForce);
    const plain = await guest.run(
      `vgcfgrestore --yes --force --file "$(grep --files-with-matches "^\\s*data {" /etc/lvm/archive/${byForce.leg}_*.vg | tail -1)" ${byForce.leg}`,
    );
    const steps = await guest.procedure('bring-back-removed-volume', { leg: byForce.leg, ssd: pathOf('S3') });
    const read = async (one: Leg) => {
      if ((await guest.run(`test -b ${one.volume}`)).status !== 0) return null;
      return readBack.parse(
        JSON.parse(
          await guest.succeed(`python3 /lab/corpus.py verify ${corpusOptions(corpusOn(one), seed)}`, { seconds: 120 }),
        ),
      );
    };
    const [afterRestore, afterTheBook] = [await read(byForce), await read(byTheBook)];
    await machine.powerOff();
    const said = steps.map(({ stdout, stderr }) => `${stdout}${stderr}`.trim()).join('\n');
    const restore = { statuses: steps.map(({ status }) => status), said };
    return { leftByForce, leftByTheBook, plainRestore: plain.status, restore, afterRestore, afterTheBook };
  },

  measure({ leftByForce, leftByTheBook, plainRestore, afterRestore, afterTheBook }) {
    return {
      leftByForce: leftByForce.includes('data') ? 1 : 0,
      leftByTheBook: leftByTheBook.includes('data') ? 1 : 0,
      refusedPlain: plainRestore === 0 ? 0 : 1,
      readByTheBook: afterTheBook?.good ?? 0,
      readAfterRestore: afterRestore?.good ?? 0,
    };
  },
});
