import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { scrubReport } from '../parse/btrfs.ts';
import { partOf } from '../stacks/parts.ts';
import { makeRawArray, mountRawArray, type RawArray, rawArray, startRawCaches } from '../stacks/raw-cache.ts';
import { written } from '../stacks/volumes.ts';
import { readByTurns } from '../stacks/warmed.ts';
import { type CorpusFile, corpusOptions, readBack, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const arrays = { Through: rawArray('writethrough', 1), Back: rawArray('writeback', 2) } as const;
type Name = keyof typeof arrays;
const names: readonly Name[] = ['Through', 'Back'];
/** The contrast: one leg of LVM with a file system of its own. */
const lvm = {
  leg: 'leg1',
  hdd: partOf('H1', 3),
  ssd: partOf('S1', 3),
  volume: '/dev/leg1/data',
  directory: '/mnt/lvm',
};

/** Read only. */
const hotIn = ({ directory }: RawArray): CorpusFile => ({ path: `${directory}/hot`, file: 1, blocks: 1024 });
/** Without checksums, overwritten in place: version 2 with the caches, version 3 past them. */
const tableIn = ({ directory }: RawArray): CorpusFile => ({ path: `${directory}/table`, file: 2, blocks: 256 });
/** Written past the caches. */
const lateIn = ({ directory }: RawArray): CorpusFile => ({ path: `${directory}/late`, file: 3, blocks: 512 });

/** By a reader of even and by one of odd id, since btrfs picks the leg by it; null where the file cannot be opened. */
const byBoth = z.tuple([readBack, readBack]).nullable();
const seen = z.strictObject({
  /** Overwritten with the caches and flushed. */
  before: written,
  /** At the boot without the script. */
  past: z.strictObject({
    mount: z.int(),
    /** The devices that the mounted file system took. */
    members: z.array(z.string()),
    table: byBoth,
    /** Overwritten past the caches and flushed; null where the array could not be written. */
    overwritten: written.nullable(),
    late: z.int(),
  }),
  /** With the caches running again. */
  again: z.strictObject({
    /** While btrfs knows the hard disks behind the caches, and after it was told to forget them. */
    mountKnown: z.int(),
    mount: z.int(),
    hot: byBoth,
    table: byBoth,
    late: byBoth,
    scrub: z.strictObject({ status: z.int(), output: z.string() }).nullable(),
  }),
});

async function read(guest: Guest, file: CorpusFile, seed: number, version = 1): Promise<z.infer<typeof byBoth>> {
  if ((await guest.run(`test -s ${file.path}`)).status !== 0) return null;
  const by = async (parity: number) => {
    const words = `${corpusOptions(file, seed)} --version ${version} --parity ${parity}`;
    await guest.succeed('echo 3 > /proc/sys/vm/drop_caches');
    const { status, stdout } = await guest.run(`python3 /lab/corpus.py verify ${words}`, { seconds: 180 });
    return status === 0 ? readBack.parse(JSON.parse(stdout)) : null;
  };
  const [even, odd] = [await by(0), await by(1)];
  return even && odd ? [even, odd] : null;
}

/** Overwrites the table in place and flushes; null where it cannot be opened. */
async function overwrite(guest: Guest, array: RawArray, version: number, seed: number) {
  const words = `${corpusOptions(tableIn(array), seed)} --version ${version}`;
  const { status, stdout } = await guest.run(`python3 /lab/corpus.py overwrite ${words}`, { seconds: 180 });
  return status === 0 ? written.parse(JSON.parse(stdout)) : null;
}

/** Mounts by the UUID, as a line of fstab does. Gives the status, and the devices that were taken. */
async function mountByUuid(guest: Guest, uuid: string, directory: string) {
  await guest.succeed(`modprobe btrfs; btrfs device scan; mkdir -p ${directory}`);
  const { status } = await guest.run(`mount -o noatime,nossd UUID=${uuid} ${directory}`, { seconds: 120 });
  if (status !== 0) return { status, members: [] };
  const said = await guest.succeed(`btrfs filesystem show ${directory} | awk '$1 == "devid" { print $8 }'`);
  return { status, members: said.trim().split('\n') };
}

export default codeOf('is-an-array-on-raw-dm-cache-mounted-past-its-caches', {
  limits: { bootSeconds: 300 },
  observations: z.strictObject({
    Through: seen,
    Back: seen,
    /** Members that were mounted of the file system on lvmcache, at the same boot. */
    lvm: z.array(z.string()),
  }),

  async perform({ machine, guest, host, seed }) {
    for (const serial of ['H1', 'H2', 'S1', 'S2']) host.partition(serial, 3);
    await machine.boot();
    const uuids: Record<string, string> = {};
    const before: Record<string, z.infer<typeof written>> = {};
    for (const name of names) {
      const array = arrays[name];
      uuids[name] = await makeRawArray(guest, array);
      await writeCorpus(guest, hotIn(array), seed);
      await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(tableIn(array), seed)} --nocow`);
      await readByTurns(guest, hotIn(array).path, hotIn(array).blocks / 256);
      await readByTurns(guest, tableIn(array).path, tableIn(array).blocks / 256);
      // Nothing is written back from here on, as if the load had not paused before the stop.
      for (const leg of array.legs) await guest.succeed(`dmsetup message ${leg.name} 0 migration_threshold 0`);
      const done = await overwrite(guest, array, 2, seed);
      if (!done) throw new Invalid('the table could not be overwritten through the caches');
      before[name] = done;
      // In one command: an idle cache would write back.
      await guest.succeed(`umount ${array.directory} && ${array.legs.map(stop).join(' && ')}`, { seconds: 120 });
    }
    await guest.procedure('create-leg', { leg: lvm.leg, hdd: lvm.hdd, ssd: lvm.ssd, size: '700m' });
    await guest.procedure('make-single-btrfs', { device: lvm.volume, directory: lvm.directory });
    await guest.procedure('attach-cache', { leg: lvm.leg, ssd: lvm.ssd, size: '128m' });
    const lvmUuid = (await guest.succeed(`findmnt --noheadings --output UUID ${lvm.directory}`)).trim();
    await guest.succeed(`umount ${lvm.directory}`);
    await guest.procedure('stop-leg', { leg: lvm.leg });
    await machine.powerOff();

    await machine.boot();
    const past: Record<string, z.infer<typeof seen>['past']> = {};
    for (const name of names) {
      const array = arrays[name];
      const { status, members } = await mountByUuid(guest, uuids[name] ?? '', array.directory);
      const isMounted = status === 0;
      const table = isMounted ? await read(guest, tableIn(array), seed, 2) : null;
      const overwritten = isMounted ? await overwrite(guest, array, 3, seed) : null;
      const late = `python3 /lab/corpus.py write ${corpusOptions(lateIn(array), seed)}`;
      const wrote = isMounted && (await guest.run(late, { seconds: 180 })).status === 0;
      if (isMounted) await guest.succeed(`umount ${array.directory}`, { seconds: 120 });
      past[name] = { mount: status, members, table, overwritten, late: wrote ? lateIn(array).blocks : 0 };
    }
    const { members: lvmMembers } = await mountByUuid(guest, lvmUuid, lvm.directory);

    const again: Record<string, z.infer<typeof seen>['again']> = {};
    for (const name of names) {
      const array = arrays[name];
      await startRawCaches(guest, array);
      const mountKnown = await mountRawArray(guest, array);
      await guest.run(`umount ${array.directory}`, { seconds: 120 });
      await guest.succeed('btrfs device scan --forget');
      const mount = await mountRawArray(guest, array);
      if (mount !== 0) {
        again[name] = { mountKnown, mount, hot: null, table: null, late: null, scrub: null };
        continue;
      }
      const files = {
        hot: await read(guest, hotIn(array), seed),
        table: await read(guest, tableIn(array), seed, past[name]?.overwritten ? 3 : 2),
        late: await read(guest, lateIn(array), seed),
      };
      const [report] = await guest.procedure('scrub', { directory: array.directory }, { seconds: 300 });
      again[name] = {
        mountKnown,
        mount,
        ...files,
        scrub: { status: report?.status ?? -1, output: report?.stdout ?? '' },
      };
    }
    await machine.crash();
    const of = (name: Name) => seen.parse({ before: before[name], past: past[name], again: again[name] });
    return { Through: of('Through'), Back: of('Back'), lvm: lvmMembers };
  },

  measure({ Through, Back, lvm }) {
    const flushed = ({ before }: z.infer<typeof seen>) => (before.flushed ? before.written : 0);
    const named = ([name, one]: [Name, z.infer<typeof seen>]) =>
      Object.entries(measuresOf(one)).map(([measure, value]) => [`${measure}${name}`, value] as const);
    const both: [Name, z.infer<typeof seen>][] = [
      ['Through', Through],
      ['Back', Back],
    ];
    return {
      ...(Object.fromEntries(both.flatMap(named)) as Record<`${keyof ReturnType<typeof measuresOf>}${Name}`, number>),
      mountedPastLvm: bare(lvm),
      flushedBefore: Math.min(flushed(Through), flushed(Back)),
    };
  },
});

const stop = ({ name }: { name: string }) =>
  `dmsetup remove ${name} && dmsetup remove ${name}-fast && dmsetup remove ${name}-meta`;

/** Members that are no device of device-mapper. */
const bare = (members: readonly string[]) => members.filter((one) => !one.startsWith('/dev/mapper/')).length;

/** Blocks that a reader of either kind did not get as they were written last; all of them where the file is not there. */
function bad(read: z.infer<typeof byBoth>, blocks: number): number {
  if (!read) return blocks;
  return new Set(read.flatMap(({ unreadable, wrong }) => [...unreadable, ...wrong])).size;
}

function measuresOf({ past, again }: z.infer<typeof seen>) {
  const table = tableIn(arrays.Through).blocks;
  const written = past.overwritten?.flushed ? past.overwritten.written : 0;
  const ended = again.scrub && /^scrub done /m.test(again.scrub.output);
  const report = again.scrub && ended && scrubReport(again.scrub.output);
  return {
    mountedPast: bare(past.members),
    lostPast: bad(past.table, table),
    writtenPast: written + past.late,
    mountsKnown: again.mountKnown === 0 ? 2 : 0,
    mountsAgain: again.mount === 0 ? 2 : 0,
    oldWithout: bad(again.table, table),
    lostWith: bad(again.hot, hotIn(arrays.Through).blocks) + (past.late > 0 ? bad(again.late, past.late) : 0),
    scrubErrors: report ? report.readErrors + report.csumErrors + report.verifyErrors : 1,
  };
}
