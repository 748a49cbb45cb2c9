import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import { attachCaches, legs, makeArray } from '../stacks/legs.ts';
import { codeOf } from './experiment.ts';

const TARGETS = ['cache', 'writecache', 'mirror', 'linear', 'raid'];
const MODULES = ['btrfs', 'bcache', 'dm-cache', 'dm-cache-smq', 'dm-writecache', 'dm-flakey', 'dm-log-writes'];
const turning = ['H1', 'H2', 'leg1', 'leg2'];
const devices: Record<string, string> = {
  ...Object.fromEntries(['H1', 'H2', 'S1', 'S2'].map((serial) => [serial, pathOf(serial)])),
  ...Object.fromEntries(legs.map(({ leg, volume }) => [leg, volume])),
};
/** Of the queue of a block device; empty where the kernel has no such file. */
const attributes = [
  'rotational',
  'write_cache',
  'discard_granularity',
  'scheduler',
  'wbt_lat_usec',
  'max_sectors_kb',
] as const;

export default codeOf('what-can-the-guest-do', {
  observations: z.strictObject({
    targets: z.array(z.string()),
    /** Those of the modules that the kernel has. */
    modules: z.array(z.string()),
    queues: z.record(z.string(), z.record(z.enum(attributes), z.string())),
    /** The file of btrfs that lists them, the one in effect in brackets; empty where there is none. */
    readPolicy: z.string(),
    mountOptions: z.string(),
  }),

  async perform({ machine, guest }) {
    await machine.boot();
    await makeArray(guest);
    await attachCaches(guest);
    const modules = (
      await guest.succeed(
        `for one in ${MODULES.join(' ')}; do modinfo --field filename $one > /dev/null 2>&1 && echo $one; done; true`,
      )
    ).split('\n');
    await guest.run('modprobe --all dm-writecache dm-mirror dm-raid');
    const targets = (await guest.succeed('dmsetup targets')).split('\n').map((line) => line.split(' ')[0] ?? '');
    const queues: Record<string, Record<(typeof attributes)[number], string>> = {};
    for (const [name, path] of Object.entries(devices)) {
      const files = attributes.map((one) => `cat $queue/${one} 2>/dev/null || echo`).join('; ');
      const said = await guest.succeed(`queue=/sys/class/block/$(basename $(realpath ${path}))/queue; ${files}`);
      const lines = said.split('\n');
      const of = (one: (typeof attributes)[number]) => lines[attributes.indexOf(one)]?.trim() ?? '';
      queues[name] = {
        rotational: of('rotational'),
        write_cache: of('write_cache'),
        discard_granularity: of('discard_granularity'),
        scheduler: of('scheduler'),
        wbt_lat_usec: of('wbt_lat_usec'),
        max_sectors_kb: of('max_sectors_kb'),
      };
    }
    const readPolicy = await guest.succeed('cat /sys/fs/btrfs/*-*/read_policy 2>/dev/null || true');
    const mountOptions = await guest.succeed('findmnt --noheadings --output OPTIONS /mnt');
    await machine.crash();
    const present = (list: readonly string[]) => list.filter(Boolean);
    return {
      targets: present(targets),
      modules: present(modules),
      queues,
      readPolicy: readPolicy.trim(),
      mountOptions: mountOptions.trim(),
    };
  },

  measure({ targets, modules, queues, readPolicy }) {
    const all = Object.entries(queues);
    const should = (name: string) => (turning.includes(name) ? '1' : '0');
    return {
      targetsMissing: TARGETS.filter((one) => !targets.includes(one)).length,
      modulesMissing: MODULES.filter((one) => !modules.includes(one)).length,
      rotationHidden: all.filter(([name, { rotational }]) => rotational !== should(name)).length,
      writeCacheHidden: all.filter(([, { write_cache }]) => write_cache !== 'write back').length,
      readPolicies: readPolicy.split(/\s+/).filter(Boolean).length,
    };
  },
});
