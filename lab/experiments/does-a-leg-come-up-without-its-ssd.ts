import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { logicalVolumes } from '../parse/lvs.ts';
import { completeGroups } from '../parse/pvscan.ts';
import { attachCaches, legs, MOUNTED, makeArray, stopArray } from '../stacks/legs.ts';
import { readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const file = { path: `${MOUNTED}/file`, file: 1, blocks: 2048 };
const THERE = ['H1', 'H2', 'S2'];

const missing = z.strictObject({
  /** Volume groups that the rule at boot would start. */
  complete: z.array(z.string()),
  /** What `vgchange --activate y` ended with, and the legs that are active then. */
  activation: z.strictObject({ status: z.int(), said: z.string() }),
  active: z.array(z.string()),
  plain: z.strictObject({ mount: z.int(), said: z.string(), file: readBack.nullable() }),
  degraded: z.strictObject({ mount: z.int(), file: readBack.nullable() }),
});

/** What comes up while S1 is missing, and what of the file can be read then. */
async function lookWithoutSsd(
  guest: Guest,
  volumes: readonly string[],
  seed: number,
): Promise<z.infer<typeof missing>> {
  const complete: string[] = [];
  for (const serial of THERE) {
    const [said] = await guest.procedure('ask-boot-rule', { device: pathOf(serial) });
    complete.push(...completeGroups(said?.stdout ?? ''));
  }
  const activation = await guest.run('vgchange --activate y');
  const volume = 'lvs --reportformat json --options vg_name,lv_name,lv_active';
  const active = logicalVolumes(await guest.succeed(volume))
    .filter((one) => one['lv_active'] === 'active')
    .map((one) => `/dev/${one['vg_name']}/${one['lv_name']}`);
  const [one] = volumes.filter((each) => active.includes(each));
  const seen = {
    complete: [...new Set(complete)],
    activation: { status: activation.status, said: activation.stderr },
    active,
  };
  if (one === undefined)
    return { ...seen, plain: { mount: -1, said: 'no leg', file: null }, degraded: { mount: -1, file: null } };
  await guest.succeed('modprobe btrfs; btrfs device scan');
  const plain = await guest.run(`mount --options noatime,nossd ${one} ${MOUNTED}`);
  const plainFile = plain.status === 0 ? await verifyCorpus(guest, file, seed) : null;
  if (plain.status === 0) await guest.succeed(`umount ${MOUNTED}`);
  const steps = await guest.procedure('mount-degraded', { one, directory: MOUNTED, access: 'ro' });
  const mount = steps[2]?.status ?? -1;
  const degradedFile = mount === 0 ? await verifyCorpus(guest, file, seed) : null;
  if (mount === 0) await guest.succeed(`umount ${MOUNTED}`);
  await guest.run('vgchange --activate n');
  return {
    ...seen,
    plain: { mount: plain.status, said: plain.stderr, file: plainFile },
    degraded: { mount, file: degradedFile },
  };
}

export default codeOf('does-a-leg-come-up-without-its-ssd', {
  observations: z.strictObject({ ownGroups: missing, oneGroup: missing }),

  async perform({ machine, guest, seed }) {
    await machine.boot();
    await makeArray(guest);
    await writeCorpus(guest, file, seed);
    await attachCaches(guest);
    await stopArray(guest);
    await machine.powerOff();
    await machine.boot({ without: ['S1'] });
    const ownGroups = await lookWithoutSsd(
      guest,
      legs.map(({ volume }) => volume),
      seed,
    );
    await machine.powerOff();

    await machine.boot();
    await guest.succeed('vgremove --yes --force leg1 leg2; wipefs --all /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_??');
    const disks = { hdd1: pathOf('H1'), hdd2: pathOf('H2'), ssd1: pathOf('S1'), ssd2: pathOf('S2') };
    await guest.procedure('create-legs-in-one-group', { ...disks, size: '2500m', cache: '384m' });
    const volumes = ['/dev/all/data1', '/dev/all/data2'] as const;
    await guest.procedure('make-raid1', { one: volumes[0], two: volumes[1] });
    await guest.procedure('mount-array', { one: volumes[0], directory: MOUNTED });
    await writeCorpus(guest, file, seed);
    await guest.succeed(`umount ${MOUNTED}`);
    await guest.procedure('stop-leg', { leg: 'all' });
    await machine.powerOff();
    await machine.boot({ without: ['S1'] });
    const oneGroup = await lookWithoutSsd(guest, volumes, seed);
    await machine.powerOff();
    return { ownGroups, oneGroup };
  },

  measure({ ownGroups, oneGroup }) {
    const good = ({ file }: { file: z.infer<typeof readBack> | null }) => file?.good ?? 0;
    return {
      ruleOwn: ownGroups.complete.length,
      byHandOwn: ownGroups.active.length,
      plainOwn: good(ownGroups.plain),
      degradedOwn: good(ownGroups.degraded),
      ruleOne: oneGroup.complete.length,
      byHandOne: oneGroup.active.length,
      plainOne: good(oneGroup.plain),
      degradedOne: good(oneGroup.degraded),
    };
  },
});
