import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { logicalVolumes } from '../parse/lvs.ts';
import { completeGroups } from '../parse/pvscan.ts';
import { attachCaches, legs, ownSsd } from '../stacks/legs.ts';
import { codeOf } from './experiment.ts';

const DISKS = ['H1', 'H2', 'S1', 'S2'];
/** The modules are in the guest. This keeps them out, as an initrd does that was made without them. */
const BLOCK = '/run/modprobe.d/no-cache.conf';
const block = `mkdir -p /run/modprobe.d; for module in dm_cache dm_cache_smq; do echo "install $module /bin/false"; done > ${BLOCK}`;

const seen = z.strictObject({ named: z.array(z.string()), active: z.array(z.string()), said: z.string() });

/** What the event rule does for each disk that appears: asks, and starts the groups that are named to it. */
async function events(guest: Guest): Promise<z.infer<typeof seen>> {
  const named: string[] = [];
  const said: string[] = [];
  for (const serial of DISKS) {
    const [asked] = await guest.procedure('ask-boot-rule', { device: pathOf(serial) });
    for (const group of completeGroups(asked?.stdout ?? '')) {
      named.push(group);
      const [started] = await guest.procedure('start-as-the-boot-rule', { group });
      said.push(started?.stderr.trim() ?? '');
    }
  }
  return { named, active: await active(guest), said: said.join('\n') };
}

async function active(guest: Guest): Promise<string[]> {
  const volumes = logicalVolumes(await guest.succeed('lvs --reportformat json --options vg_name,lv_name,lv_active'));
  return volumes.filter((one) => one['lv_active'] === 'active').map((one) => one['vg_name'] ?? '');
}

export default codeOf('is-a-start-that-failed-in-stage-1-tried-again', {
  observations: z.strictObject({
    /** Without the modules, as in stage 1 of a boot. */
    stage1: seen,
    /** The same events again with the modules there, as in stage 2. */
    replay: seen,
    byHand: z.array(z.string()),
    /** The events once more, after the marks of the first time were taken away. */
    afterForgetting: seen,
    /** Another boot: the first events come with the modules loaded. */
    loaded: seen,
    /** Another boot: the first events come with the modules there and not loaded. */
    loadable: seen,
  }),

  async perform({ machine, guest }) {
    await machine.boot();
    for (const one of legs)
      await guest.procedure('create-leg', { leg: one.leg, hdd: pathOf(one.hdd), ssd: ownSsd(one), size: '1g' });
    await attachCaches(guest);
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();

    await machine.boot();
    await guest.succeed(`modprobe --remove dm_cache_smq dm_cache 2> /dev/null; ${block}`);
    const stage1 = await events(guest);
    await guest.succeed(`rm ${BLOCK}; modprobe dm_cache; modprobe dm_cache_smq`);
    const replay = await events(guest);
    for (const { leg } of legs) await guest.procedure('start-leg', { leg });
    const byHand = await active(guest);
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await guest.procedure('forget-groups-online', {});
    const afterForgetting = await events(guest);
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();

    await machine.boot();
    await guest.succeed('modprobe dm_cache; modprobe dm_cache_smq');
    const loaded = await events(guest);
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();

    await machine.boot();
    const loadable = await events(guest);
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();
    return { stage1, replay, byHand, afterForgetting, loaded, loadable };
  },

  measure({ stage1, replay, byHand, afterForgetting, loaded, loadable }) {
    return {
      namedInStage1: stage1.named.length,
      activeInStage1: stage1.active.length,
      namedAtReplay: replay.named.length,
      activeAfterReplay: replay.active.length,
      activeByHand: byHand.length,
      activeAfterForgetting: afterForgetting.active.length,
      activeWithModulesLoaded: loaded.active.length,
      activeWithModulesLoadable: loadable.active.length,
    };
  },
});
