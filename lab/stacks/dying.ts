import { z } from 'zod';
import { readBack, writeCorpus } from '../experiments/corpus.ts';
import type { Bench } from '../experiments/experiment.ts';
import { fourDisks, pathOf, withVolatileCache } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { scrubReport } from '../parse/btrfs.ts';
import { keptDisks, type Promised, promisedBlocks, promises, ranges } from '../parse/promises.ts';
import { dropPageCache, MOUNTED } from './legs.ts';
import type { Started, Topology } from './topologies.ts';
import { readByTurns } from './warmed.ts';

/** Writes that are promised before anything dies, and how long the load goes on after that. */
const PROMISES = 40;
const SECONDS_AFTER = 8;
const MIB = 4;
const HOT_BLOCKS = MIB * 256;
const TABLE_MIB = 1;
const TABLE_BLOCKS = TABLE_MIB * 256;
const SERIALS = ['H1', 'H2', 'S1', 'S2'];

const numbers = { hot: 1, table: 2, ledger: 3, bulk: 4 } as const;
type File = keyof typeof numbers;

/** By readers of even and of odd id, so that both legs are asked. Null where the file is not there. */
const byBoth = z.strictObject({ even: readBack, odd: readBack }).nullable();
const files = z.strictObject({ hot: byBoth, ledger: byBoth, table: byBoth, bulk: byBoth });
const ended = z.strictObject({ status: z.int(), output: z.string() });

/** What was left, looked at after the machine was killed. */
export const found = z.strictObject({
  /** Legs of which LVM refused to take off the cache whose SSD is gone, or to start what is left of the mirror. */
  refused: z.int(),
  /** Exit status of the mount, and what it said. */
  mount: ended,
  first: files.nullable(),
  scrubs: z.array(ended),
  /** The same after the scrubs. */
  afterScrub: files.nullable(),
  /** Exit status of `btrfs check`, and of cache_check for each cache that is left; null where nothing was checked. */
  btrfsCheck: z.int().nullable(),
  cacheChecks: z.array(z.int()),
});
export type Found = z.infer<typeof found>;

export const dying = z.strictObject({ promises, options: z.string(), deviceStats: z.string(), caches: z.string() });

/** A mounted array with warm caches and the files that promises.py uses. Leaves it mounted. */
export async function prepare({ machine, guest, seed }: Bench, topology: Topology): Promise<void> {
  await machine.boot();
  await topology.make(guest);
  const [one, two] = topology.volumes;
  await guest.procedure('make-raid1', { one, two });
  await guest.procedure('mount-array', { one, directory: MOUNTED });
  await writeCorpus(guest, { path: `${MOUNTED}/hot`, file: numbers.hot, blocks: HOT_BLOCKS }, seed);
  const table = `--file ${numbers.table} --blocks ${TABLE_BLOCKS} --seed ${seed} --nocow`;
  await guest.succeed(`python3 /lab/corpus.py write ${MOUNTED}/table ${table}`, { seconds: 120 });
  await topology.attach(guest);
  await readByTurns(guest, `${MOUNTED}/hot`, MIB);
  await readByTurns(guest, `${MOUNTED}/table`, TABLE_MIB);
  await guest.succeed(`touch ${MOUNTED}/flush; sync --file-system ${MOUNTED}`);
}

/** The disks of an experiment that crashes first: the hard disks can be told to take no write. */
export const disksToCrash = fourDisks.map((disk) => (disk.is === 'HDD' ? withVolatileCache(disk) : disk));

/**
 * Mounts the array again after a crash, with every chunk still dirty. The hard disks take no write while the caches come
 * up, until these have been told to write nothing back (past LVM, which would not pass that on): so they stay dirty, as
 * caches of some hundred GiB do for hours.
 */
export async function crashAndStartAgain({ machine, guest, host }: Bench, topology: Topology): Promise<void> {
  await machine.crash();
  await machine.boot();
  for (const serial of ['H1', 'H2']) await host.fail(serial, { operations: ['write'] });
  for (const which of [0, 1] as const) {
    await topology.start(guest, which, []);
    await guest.succeed(`dmsetup message ${topology.caches[which]} 0 migration_threshold 0`);
  }
  await guest.succeed('dmsetup status --noflush --target cache');
  for (const serial of ['H1', 'H2']) await host.mend(serial);
  await guest.procedure('mount-array', { one: topology.volumes[0], directory: MOUNTED });
}

/** Starts promises.py in the background and waits until it has promised some writes and looked at the caches. */
async function startPromising({ guest, seed }: Bench, watch: readonly string[]): Promise<void> {
  const sizes = `--hot-blocks ${HOT_BLOCKS} --table-blocks ${TABLE_BLOCKS}`;
  const load = `python3 /lab/promises.py --directory ${MOUNTED} ${sizes} --seed ${seed} --watch ${watch.map(pathOf).join(' ')}`;
  await guest.succeed(
    `rm -f /tmp/promised /tmp/promises.json; setsid bash -c '${load} > /tmp/out 2> /tmp/error; mv /tmp/out /tmp/promises.json' < /dev/null > /dev/null 2>&1 & ` +
      `until [ "$(cat /tmp/promised 2> /dev/null || echo 0)" -ge ${PROMISES} ]; do sleep 0.5; done`,
    { seconds: 240 },
  );
}

/** Ends it and gives what it printed. */
const stopPromising = (guest: Guest): Promise<string> =>
  guest.succeed(
    'touch /tmp/stop; until [ -e /tmp/promises.json ]; do sleep 0.5; done; cat /tmp/error >&2; cat /tmp/promises.json',
    {
      seconds: 240,
    },
  );

/** Writes and reads a mounted array, takes disks out of it meanwhile, and kills the machine some seconds later. */
export async function useWhileDisksDie(bench: Bench, serials: readonly string[]): Promise<z.infer<typeof dying>> {
  const { machine, guest, host } = bench;
  await startPromising(bench, serials);
  for (const serial of serials) await host.unplug(serial);
  const entries = serials.map((serial) => `[ -e ${pathOf(serial)} ]`).join(' || ');
  await guest.succeed(`while ${entries}; do sleep 0.2; done; sleep ${SECONDS_AFTER}`, { seconds: 120 });
  const seen = promises.parse(JSON.parse(await stopPromising(guest)));
  const options = await guest.succeed(`findmnt --noheadings --output OPTIONS ${MOUNTED}`);
  const stats = await guest.succeed(`btrfs --format json device stats ${MOUNTED}`);
  const [caches] = await guest.procedure('check-caches', {});
  await machine.crash();
  return { promises: seen, options: options.trim(), deviceStats: stats, caches: caches?.stdout ?? '' };
}

export const cutOff = z.strictObject({
  promised: keptDisks,
  /** Blocks that were in the caches of all drives when the power went, and those of them that were lost. */
  unflushed: z.int(),
  lost: z.int(),
});

/**
 * Writes and reads a mounted array for a while, goes on writing, and cuts the power right behind the last flush that
 * was promised. Each disk has to have a volatile cache, of which nothing survives. With `lying` all of them say that
 * they flush and do not.
 */
export async function useAndCutPower(bench: Bench, lying = false): Promise<z.infer<typeof cutOff>> {
  const { machine, guest, host, seed } = bench;
  if (lying) for (const serial of SERIALS) await host.lie(serial);
  await startPromising(bench, ['H1']);
  const said = await stopPromising(guest);
  await guest.succeed(
    `setsid dd if=/dev/zero of=${MOUNTED}/more bs=64k count=2000 oflag=direct < /dev/null > /dev/null 2>&1 & sleep 0.5`,
  );
  const cuts = Object.values(await machine.powerCut({ seed, survive: 0 }));
  const sum = (which: 'unflushed' | 'lost') => cuts.reduce((total, cut) => total + cut[which], 0);
  return { promised: keptDisks.parse(JSON.parse(said)), unflushed: sum('unflushed'), lost: sum('lost') };
}

/** Is the file system still taking writes? As the measure of 2 or 0 legs that other experiments have. */
export const writableLegs = (options: string): number => (options.split(',').includes('rw') ? 2 : 0);

type Look = { legs: readonly (0 | 1)[]; dead: readonly string[]; scrub?: boolean };

/**
 * Starts the legs asked for with the disks that are not dead, mounts what there is and reads back what was promised.
 * With `scrub` it is mounted for writing, scrubbed twice, read again, unmounted and checked.
 */
export async function lookAt(bench: Bench, topology: Topology, seen: Promised, asked: Look): Promise<Found> {
  const { machine, guest, seed } = bench;
  const { legs, dead, scrub = false } = asked;
  await machine.boot({ without: SERIALS.filter((serial) => dead.includes(serial)) });
  const started: Started[] = [];
  for (const which of legs) started.push(await topology.start(guest, which, dead));
  const refused = started.filter((leg) => leg.refused).length;
  const one = started[0]?.volume;
  if (!one) throw new Invalid('no leg to look at');
  const steps = await guest.procedure('mount-degraded', { one, directory: MOUNTED, access: scrub ? 'rw' : 'ro' });
  const mount = { status: steps[2]?.status ?? -1, output: (steps[2]?.stderr ?? '').trim() };
  const nothing = { refused, first: null, scrubs: [], afterScrub: null, btrfsCheck: null, cacheChecks: [] };
  if (mount.status !== 0) {
    await machine.crash();
    return { mount, ...nothing };
  }
  const first = await readAll(guest, seen, seed);
  if (!scrub) {
    await machine.crash();
    return { mount, ...nothing, first };
  }
  const scrubs: z.infer<typeof ended>[] = [];
  for (let times = 0; times < 2; times++) {
    const [report] = await guest.procedure('scrub', { directory: MOUNTED }, { seconds: 300 });
    scrubs.push({ status: report?.status ?? -1, output: report?.stdout ?? '' });
  }
  const afterScrub = await readAll(guest, seen, seed);
  await guest.succeed(`umount ${MOUNTED}`, { seconds: 120 });
  const [check] = await guest.procedure('check-array', { one }, { seconds: 120 });
  const cacheChecks = await topology.stopAndCheck(guest, legs, dead);
  await machine.powerOff();
  return { mount, refused, first, scrubs, afterScrub, btrfsCheck: check?.status ?? -1, cacheChecks };
}

async function readAll(guest: Guest, seen: Promised, seed: number): Promise<z.infer<typeof files>> {
  const blocks = Array.from({ length: HOT_BLOCKS }, (_, block) => block);
  return {
    hot: await readByBoth(guest, 'hot', blocks, seed),
    ledger: await readByBoth(guest, 'ledger', promisedBlocks(seen, 'ledger'), seed),
    table: await readByBoth(guest, 'table', promisedBlocks(seen, 'table'), seed),
    bulk: await readByBoth(guest, 'bulk', promisedBlocks(seen, 'bulk'), seed),
  };
}

async function readByBoth(guest: Guest, file: File, blocks: readonly number[], seed: number) {
  const path = `${MOUNTED}/${file}`;
  if (blocks.length === 0 || (await guest.run(`test -e ${path}`)).status !== 0) return null;
  const version = file === 'table' ? 2 : 1;
  const options = `--file ${numbers[file]} --blocks 0 --seed ${seed} --version ${version} --only ${ranges(blocks)}`;
  const by = async (parity: number) => {
    await dropPageCache(guest);
    const said = await guest.succeed(`python3 /lab/corpus.py verify ${path} ${options} --parity ${parity}`, {
      seconds: 180,
    });
    return readBack.parse(JSON.parse(said));
  };
  return { even: await by(0), odd: await by(1) };
}

const bad = (read: z.infer<typeof byBoth>) =>
  read && new Set([read.even, read.odd].flatMap(({ unreadable, wrong }) => [...unreadable, ...wrong]));

/** Promised blocks of files with checksums that did not read back right for a reader of either kind. */
export const lostWithChecksums = (seen: Promised, read: z.infer<typeof files> | null): number =>
  lostOf(seen, read, 'ledger') + lostOf(seen, read, 'bulk');

/** The same of the file that has none. */
export const lostWithoutChecksums = (seen: Promised, read: z.infer<typeof files> | null): number =>
  lostOf(seen, read, 'table');

function lostOf(seen: Promised, read: z.infer<typeof files> | null, file: 'ledger' | 'table' | 'bulk'): number {
  const wrong = read && bad(read[file]);
  return promisedBlocks(seen, file).filter((block) => !wrong || wrong.has(block)).length;
}

/** Blocks of the file that was only read and is now gone or wrong. */
export const lostOfHot = (read: z.infer<typeof files> | null): number =>
  (read ? bad(read.hot)?.size : null) ?? HOT_BLOCKS;

function scrubOf({ scrubs }: Found, which: number) {
  const scrub = scrubs[which];
  if (!scrub) throw new Error('the array could not be mounted for a scrub');
  return scrubReport(scrub.output);
}

/** Errors that the scrub of that number could not correct. Throws where there was none. */
export const uncorrectable = (found: Found, which: number): number => scrubOf(found, which).uncorrectableErrors;

/** Errors of any kind that the scrub of that number found. Throws where there was none. */
export function errorsOfScrub(found: Found, which: number): number {
  const { readErrors, csumErrors, verifyErrors } = scrubOf(found, which);
  return readErrors + csumErrors + verifyErrors;
}
