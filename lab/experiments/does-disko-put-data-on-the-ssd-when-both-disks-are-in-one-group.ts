import { z } from 'zod';
import { layout, layoutOf } from '../stacks/layout.ts';
import { MOUNTED } from '../stacks/legs.ts';
import { codeOf } from './experiment.ts';

export default codeOf('does-disko-put-data-on-the-ssd-when-both-disks-are-in-one-group', {
  observations: z.strictObject({ status: z.int(), warnings: z.int(), layout }),

  async perform({ machine, guest }) {
    await machine.boot();
    const { status, stdout } = await guest.run('bash -x /lab/disko-spread.sh 2>&1', { seconds: 240 });
    await guest.succeed(
      `modprobe btrfs; mkfs.btrfs --force --nodiscard /dev/leg1/data && mount /dev/leg1/data ${MOUNTED}`,
    );
    return {
      status,
      warnings: stdout.split('\n').filter((line) => /^\s*warning/i.test(line)).length,
      layout: await layoutOf(guest, MOUNTED),
    };
  },

  measure: ({ status, warnings, layout }) => ({
    ended: status === 0 ? 1 : 0,
    warnings,
    disks: layout.legs[0]?.data.length ?? Number.NaN,
    ssds: layout.legs[0]?.data.filter((serial) => serial.startsWith('S')).length ?? Number.NaN,
  }),
});
