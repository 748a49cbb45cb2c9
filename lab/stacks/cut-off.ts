import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readBack } from '../experiments/corpus.ts';
import type { Bench } from '../experiments/experiment.ts';
import type { Guest } from '../machine/guest.ts';
import type { Cut } from '../machine/volatile/disk.ts';
import { scrubReport } from '../parse/btrfs.ts';
import { attachCaches, legs, MOUNTED, makeArray } from './legs.ts';
import { readByTurns } from './warmed.ts';

const TABLE_MIB = 2;
const table = { path: `${MOUNTED}/table`, file: 2, blocks: TABLE_MIB * 256 };
const ledger = { path: `${MOUNTED}/ledger`, file: 3 };
const SERIALS = ['H1', 'H2', 'S1', 'S2'];
/** After so many flushed writes, plus up to as many again as chance wants, the machine is cut off. */
const LEAST = 30;
const LATEST_MILLISECONDS = 400;

export type How = 'killed' | 'power cut' | 'power cut, lying disks';

/** One machine that was cut off while it wrote, and what was found at the next boot. */
export const cutOff = z.strictObject({
  /** Flushed writes of which the host had been told. */
  told: z.int(),
  /** Blocks that were in the caches of the drives, and those that did not come to the platter. */
  unflushed: z.int(),
  lostByDrives: z.int(),
  mounted: z.boolean(),
  /** Told writes that read back otherwise; all of them where nothing could be mounted. */
  lostLedger: z.int(),
  lostTable: z.int(),
  /** Errors that a scrub found; not looked for where the disks lied. */
  scrubErrors: z.int().nullable(),
  /** Exit status of `btrfs check`. */
  check: z.int().nullable(),
});
export type CutOff = z.infer<typeof cutOff>;

/** A mounted array with the file that is overwritten in place, saved as `writethrough` and as `writeback`. */
export async function prepareBothModes({ machine, guest, seed }: Bench): Promise<void> {
  await machine.boot();
  await makeArray(guest);
  await guest.succeed(
    `python3 /lab/corpus.py write ${table.path} --file 2 --blocks ${table.blocks} --seed ${seed} --nocow`,
  );
  await attachCaches(guest);
  await readByTurns(guest, table.path, TABLE_MIB);
  await guest.succeed(`sync --file-system ${MOUNTED}`);
  await machine.save('writethrough');
  await machine.fork('writethrough');
  for (const { leg } of legs) await guest.procedure('switch-cache-mode', { leg, mode: 'writeback' });
  await machine.save('writeback');
}

/**
 * Forks a saved machine, lets it write, ends it at a moment that the seed chooses, starts the array and looks for all
 * that was flushed before that moment. Of what a drive had not flushed at a power cut about a half survives.
 */
export async function cutOffAndLook(bench: Bench, saved: string, how: How, seed: number): Promise<CutOff> {
  const { machine, guest, host } = bench;
  await machine.fork(saved);
  if (how === 'power cut, lying disks') for (const serial of SERIALS) await host.lie(serial);
  // It never comes back: the machine is ended under it.
  guest
    .run(`python3 /lab/ledger.py --directory ${MOUNTED} --table-blocks ${table.blocks} --seed ${bench.seed}`, {
      seconds: 300,
    })
    .catch(() => {});
  await host.untilTold(LEAST + (seed % LEAST));
  // Not right behind a flush each time.
  await sleep(seed % LATEST_MILLISECONDS);
  let cuts: Record<string, Cut> = {};
  if (how === 'killed') await machine.crash();
  else cuts = await machine.powerCut({ seed });
  const told = host.told();
  const sum = (which: 'unflushed' | 'lost') => Object.values(cuts).reduce((total, cut) => total + cut[which], 0);
  host.note(`the guest had told of ${told.length} flushed writes, last: ${told.at(-1)}`);
  const numbers = (file: string) => told.filter((line) => line.startsWith(`${file} `)).length;
  const base = { told: told.length, unflushed: sum('unflushed'), lostByDrives: sum('lost') };

  await machine.boot();
  const mounted = await startAndMount(guest);
  if (!mounted) {
    await machine.crash();
    return {
      ...base,
      mounted,
      lostLedger: numbers('ledger'),
      lostTable: numbers('table'),
      scrubErrors: null,
      check: null,
    };
  }
  const lostLedger = await lost(guest, { ...ledger, blocks: numbers('ledger') }, bench.seed);
  const lostTable = await lost(guest, { ...table, blocks: numbers('table') }, bench.seed, 2);
  if (how === 'power cut, lying disks') {
    await machine.crash();
    return { ...base, mounted, lostLedger, lostTable, scrubErrors: null, check: null };
  }
  const [scrub] = await guest.procedure('scrub', { directory: MOUNTED }, { seconds: 300 });
  const { correctedErrors, uncorrectableErrors } = scrubReport(scrub?.stdout ?? '');
  await guest.succeed(`umount ${MOUNTED}`, { seconds: 120 });
  const [check] = await guest.procedure('check-array', { one: legs[0].volume }, { seconds: 120 });
  await machine.crash();
  return {
    ...base,
    mounted,
    lostLedger,
    lostTable,
    scrubErrors: correctedErrors + uncorrectableErrors,
    check: check?.status ?? -1,
  };
}

async function startAndMount(guest: Guest): Promise<boolean> {
  for (const { leg } of legs) await guest.run(`vgchange --activate y ${leg}`);
  await guest.run('btrfs device scan');
  return (await guest.run(`mount ${legs[0].volume} ${MOUNTED}`, { seconds: 120 })).status === 0;
}

/** How many of the first blocks of a file do not read back as they were flushed. */
async function lost(guest: Guest, file: { path: string; file: number; blocks: number }, seed: number, version = 1) {
  if (file.blocks === 0) return 0;
  if ((await guest.run(`test -e ${file.path}`)).status !== 0) return file.blocks;
  const options = `${file.path} --file ${file.file} --blocks ${file.blocks} --seed ${seed} --version ${version}`;
  const said = await guest.run(`python3 /lab/corpus.py verify ${options}`, { seconds: 120 });
  if (said.status !== 0) return file.blocks;
  const { good } = readBack.parse(JSON.parse(said.stdout));
  return file.blocks - good;
}

/** Counts over all that were cut off in one way, for the measures. */
export function countsOf(all: readonly CutOff[]) {
  const sum = (of: (one: CutOff) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    cuts: all.length,
    /** Of the one that had told least. */
    told: Math.min(...all.map(({ told }) => told)),
    lostByDrives: sum(({ lostByDrives }) => lostByDrives),
    notMounted: all.filter(({ mounted }) => !mounted).length,
    lost: sum(({ lostLedger, lostTable }) => lostLedger + lostTable),
    scrubErrors: sum(({ scrubErrors }) => scrubErrors ?? 0),
    notClean: all.filter(({ check }) => check !== 0).length,
  };
}
