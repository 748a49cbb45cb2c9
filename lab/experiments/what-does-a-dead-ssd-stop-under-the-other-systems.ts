import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import {
  directoryOf,
  makeOtherSystems,
  mirror,
  mountBcachefs,
  type OtherSystem,
  otherSystems,
  ssdPool,
  tiered,
  writecacheArray,
} from '../stacks/other-systems.ts';
import { divide, roomyDisks } from '../stacks/parts.ts';
import {
  afterwards,
  duringLoss,
  lookAt,
  lostOf,
  pullOutUnderLoad,
  readWhatWasPromised,
  underLoad,
} from '../stacks/under-load.ts';
import { codeOf } from './experiment.ts';

const ofSystem = z.strictObject({
  during: underLoad,
  /** Status of the mount as on any other day, with the SSD missing; -1 where there was nothing to mount. */
  plainMount: z.int(),
  /** Without the dead SSD; and without both, where the other one had something. */
  onTheRest: afterwards,
  withoutSsds: afterwards.nullable(),
});

/** Whether the ordinary start works without the SSD; leaves nothing mounted. */
async function plainMount(guest: Guest, system: OtherSystem): Promise<number> {
  const directory = directoryOf[system];
  await guest.succeed(`modprobe btrfs; mkdir -p ${directory}`);
  const mount = async (device: string) => {
    if ((await guest.run(`test -e ${device}`)).status !== 0) return -1;
    return (await guest.run(`btrfs device scan > /dev/null; mount -o noatime ${device} ${directory}`)).status;
  };
  const starts: Record<OtherSystem, () => Promise<number>> = {
    writecache: async () => {
      await guest.run('modprobe dm_writecache; vgchange --activate y leg1; vgchange --activate y leg2');
      return await mount(writecacheArray.legs[1].volume);
    },
    md: async () => {
      const [one, two] = mirror.halves;
      await guest.procedure('start-md-mirror', { one, two, device: mirror.device });
      await guest.run(`vgchange --activate y ${mirror.group}`);
      return await mount(mirror.volume);
    },
    pool: () => mount(ssdPool.ssds[1]),
    bcachefs: () => mountBcachefs(guest, [...tiered.hdds, tiered.ssds[1]], 'rw'),
  };
  const status = await starts[system]();
  if (status === 0) await guest.succeed(`umount ${directory}`, { seconds: 120 });
  return status;
}

export default codeOf('what-does-a-dead-ssd-stop-under-the-other-systems', {
  disks: roomyDisks,
  image: 'bcachefs',
  observations: z.strictObject({ writecache: ofSystem, md: ofSystem, pool: ofSystem, bcachefs: ofSystem }),

  async perform(bench) {
    const { machine, guest, host, seed } = bench;
    divide(host, otherSystems.length);
    await machine.boot();
    await makeOtherSystems(guest, seed);
    const all = await pullOutUnderLoad(
      bench,
      'S1',
      otherSystems.map((system) => directoryOf[system]),
    );
    const during = (system: OtherSystem) => {
      const seen = all[otherSystems.indexOf(system)];
      if (!seen) throw new Invalid(`there is no load of ${system}`);
      return seen;
    };
    await machine.crash();

    const loads = (system: OtherSystem) => during(system).load;
    const look = (system: OtherSystem, one: string) =>
      lookAt(guest, { one, directory: directoryOf[system] }, loads(system), seed);
    const bcachefs = async (disks: readonly string[], options: string) =>
      readWhatWasPromised(guest, tiered.directory, await mountBcachefs(guest, disks, options), loads('bcachefs'), seed);
    const [one, two] = writecacheArray.legs;

    await machine.boot({ without: ['S1'] });
    const plain = {
      writecache: await plainMount(guest, 'writecache'),
      md: await plainMount(guest, 'md'),
      pool: await plainMount(guest, 'pool'),
      bcachefs: await plainMount(guest, 'bcachefs'),
    };
    await guest.procedure('remove-dead-writecache', { leg: one.leg });
    await guest.procedure('remove-dead-cache', { leg: mirror.group });
    const rest = {
      writecache: await look('writecache', two.volume),
      md: await look('md', mirror.volume),
      pool: await look('pool', ssdPool.ssds[1]),
      bcachefs: await bcachefs([...tiered.hdds, tiered.ssds[1]], 'ro,degraded'),
    };
    for (const system of otherSystems) await guest.run(`umount ${directoryOf[system]}`, { seconds: 120 });
    await guest.procedure('stop-leg', { leg: two.leg });
    await host.unplug('S2');
    await guest.succeed('sleep 2; btrfs device scan --forget');
    await guest.procedure('remove-dead-writecache', { leg: two.leg });
    const without = {
      writecache: await look('writecache', one.volume),
      md: null,
      pool: null,
      bcachefs: await bcachefs(tiered.hdds, 'ro,very_degraded'),
    };
    await machine.crash();

    const of = (system: OtherSystem) => ({
      during: during(system),
      plainMount: plain[system],
      onTheRest: rest[system],
      withoutSsds: without[system],
    });
    return { writecache: of('writecache'), md: of('md'), pool: of('pool'), bcachefs: of('bcachefs') };
  },

  measure: (seen) => {
    const named = otherSystems.flatMap((system) =>
      Object.entries(measuresOf(seen[system])).map(([name, value]) => [`${name}${suffixes[system]}`, value] as const),
    );
    const withoutBoth = ({ during, withoutSsds }: z.infer<typeof ofSystem>) => {
      if (!withoutSsds) throw new Error('nothing was looked at without both SSDs');
      return lostOf(withoutSsds, during.load);
    };
    return {
      ...(Object.fromEntries(named) as Record<`${keyof ReturnType<typeof measuresOf>}${Suffix}`, number>),
      lostWithoutSsdsWritecache: withoutBoth(seen.writecache).records,
      lostWithoutSsdsBcachefs: withoutBoth(seen.bcachefs).records,
      lostOfFileWithoutSsdsWritecache: withoutBoth(seen.writecache).hot,
      lostOfFileWithoutSsdsBcachefs: withoutBoth(seen.bcachefs).hot,
    };
  },
});

const suffixes = { writecache: 'Writecache', md: 'Md', pool: 'Pool', bcachefs: 'Bcachefs' } as const;
type Suffix = (typeof suffixes)[OtherSystem];

function measuresOf({ during, plainMount, onTheRest }: z.infer<typeof ofSystem>) {
  const { acknowledgedBefore, acknowledgedAfter, userErrors, wrongReads } = duringLoss(during);
  return {
    ...{ acknowledgedBefore, acknowledgedAfter, userErrors, wrongReads },
    mountsAsUsual: plainMount === 0 ? 1 : 0,
    lost: lostOf(onTheRest, during.load).records,
    lostOfFile: lostOf(onTheRest, during.load).hot,
  };
}
