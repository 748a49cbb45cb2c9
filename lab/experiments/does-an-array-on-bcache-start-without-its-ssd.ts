import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { headerState } from '../parse/bcache.ts';
import { type BcacheArray, bcacheArray, deviceOf, makeReadBcacheArray } from '../stacks/bcache.ts';
import { divideInGuest, roomyDisks } from '../stacks/parts.ts';
import { written } from '../stacks/volumes.ts';
import { type CorpusFile, corpusOptions, readBack } from './corpus.ts';
import { codeOf } from './experiment.ts';

const arrays = {
  OwnThrough: bcacheArray('writethrough', 1),
  SharedThrough: bcacheArray('writethrough', 2, 'shared'),
  OwnBack: bcacheArray('writeback', 3),
} as const;
type Name = keyof typeof arrays;
const all = Object.entries(arrays).map(([name, array]): [Name, BcacheArray] => [name as Name, array]);
const hotIn = ({ directory }: BcacheArray): CorpusFile => ({ path: `${directory}/hot`, file: 1, blocks: 512 });

/** Exit status of the mount, and the file by a reader of even and one of odd id; null where nothing was mounted. */
const look = z.strictObject({ mount: z.int(), even: readBack.nullable(), odd: readBack.nullable() });
type Look = z.infer<typeof look>;
const seen = z.strictObject({
  /** Legs that a bcache device stands for once their disks were registered, as udev does it. */
  upByThemselves: z.int(),
  /** Mounted as on any other day, then degraded. */
  plain: look,
  degraded: look,
  /** State in the headers of the legs that had to be forced. */
  headers: z.array(z.string()),
  /** Mounted as on any other day after that. */
  forced: look,
});

export default codeOf('does-an-array-on-bcache-start-without-its-ssd', {
  limits: { bootSeconds: 300 },
  disks: roomyDisks,
  observations: z.strictObject({ OwnThrough: seen, SharedThrough: seen, OwnBack: seen, rewritten: written }),

  async perform({ machine, guest, seed }) {
    await machine.boot();
    await divideInGuest(guest, all.length, { HDD: 600, SSD: 800 });
    for (const [, array] of all) await makeReadBcacheArray(guest, array, hotIn(array), seed);
    // Version 2 stands on the SSDs alone where it stays dirty: what is written back before the stop cannot be lost.
    const back = hotIn(arrays.OwnBack);
    const rewritten = written.parse(
      JSON.parse(await guest.succeed(`python3 /lab/corpus.py overwrite ${corpusOptions(back, seed)} --version 2`)),
    );
    await guest.procedure('check-bcache', {});
    for (const [, { directory }] of all) await guest.succeed(`umount ${directory}`, { seconds: 120 });
    await machine.powerOff();

    await machine.boot({ without: ['S1'] });
    const found: Partial<Record<Name, z.infer<typeof seen>>> = {};
    for (const [name, array] of all) found[name] = await start(guest, array, seed, name === 'OwnBack' ? 2 : 1);
    await machine.crash();
    const of = (name: Name) => seen.parse(found[name]);
    return {
      ...{ OwnThrough: of('OwnThrough'), SharedThrough: of('SharedThrough'), OwnBack: of('OwnBack') },
      rewritten,
    };
  },

  measure(observations) {
    const named = all.flatMap(([name, array]) =>
      Object.entries(measuresOf(observations[name], hotIn(array).blocks)).map(
        ([measure, value]) => [`${measure}${name}`, value] as const,
      ),
    );
    const numbers = Object.fromEntries(named) as Record<`${keyof ReturnType<typeof measuresOf>}${Name}`, number>;
    return { ...numbers, rewritten: observations.rewritten.flushed ? observations.rewritten.written : 0 };
  },
});

/** Registers the disks that are there, mounts what comes up, then starts the rest by force and mounts again. */
async function start(guest: Guest, array: BcacheArray, seed: number, version: number): Promise<z.infer<typeof seen>> {
  const [first, second] = array.legs;
  if (!first || !second) throw new Invalid('an array of two legs has less');
  if (second.ssd !== first.ssd) await guest.procedure('start-bcache-device', { disk: second.ssd });
  for (const { hdd } of array.legs) await guest.procedure('start-bcache-device', { disk: hdd });
  const devices = new Map<string, string>();
  for (const { hdd } of array.legs) {
    const name = `$(basename $(readlink --canonicalize ${hdd}))`;
    if ((await guest.run(`test -e /sys/class/block/${name}/bcache/dev`)).status === 0)
      devices.set(hdd, `/dev/${await deviceOf(guest, hdd)}`);
  }
  const upByThemselves = devices.size;
  const one = devices.get(second.hdd) ?? devices.get(first.hdd);
  const plain = await mountAndRead(guest, array, one, 'noatime,nossd', seed, version);
  const degraded = await mountAndRead(guest, array, one, 'noatime,nossd,degraded,ro', seed, version);
  const headers: string[] = [];
  for (const { hdd } of array.legs) {
    if (devices.has(hdd)) continue;
    const steps = await guest.procedure('run-bcache-without-its-ssd', { hdd });
    headers.push(steps[2]?.stdout ?? '');
  }
  const either = `/dev/${await deviceOf(guest, second.hdd)}`;
  const forced = await mountAndRead(guest, array, either, 'noatime,nossd', seed, version);
  return { upByThemselves, plain, degraded, headers, forced };
}

async function mountAndRead(
  guest: Guest,
  array: BcacheArray,
  one: string | undefined,
  options: string,
  seed: number,
  version: number,
): Promise<Look> {
  if (!one) return { mount: -1, even: null, odd: null };
  const { directory } = array;
  await guest.succeed(`mkdir -p ${directory}; modprobe btrfs; btrfs device scan > /dev/null`);
  const { status } = await guest.run(`mount -o ${options} ${one} ${directory}`, { seconds: 120 });
  if (status !== 0) return { mount: status, even: null, odd: null };
  const by = async (parity: number) => {
    await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
    const words = `${corpusOptions(hotIn(array), seed)} --version ${version} --parity ${parity}`;
    return readBack.parse(JSON.parse(await guest.succeed(`python3 /lab/corpus.py verify ${words}`, { seconds: 180 })));
  };
  const seen = { mount: status, even: await by(0), odd: await by(1) };
  await guest.succeed(`umount ${directory}; btrfs device scan --forget`, { seconds: 120 });
  return seen;
}

/** Blocks that a reader of either kind did not get; all of them where nothing was mounted. */
function lost({ even, odd }: Look, blocks: number): number {
  if (!even || !odd) return blocks;
  return new Set([even, odd].flatMap(({ unreadable, wrong }) => [...unreadable, ...wrong])).size;
}

function measuresOf({ upByThemselves, plain, degraded, headers, forced }: z.infer<typeof seen>, blocks: number) {
  return {
    up: upByThemselves,
    mountsPlain: plain.mount === 0 ? 2 : 0,
    lostDegraded: lost(degraded, blocks),
    dirty: headers.filter((header) => headerState(header) === 'dirty').length,
    mountsForced: forced.mount === 0 ? 2 : 0,
    lostForced: lost(forced, blocks),
  };
}
