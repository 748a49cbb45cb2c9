import { z } from 'zod';
import type { Census } from '../machine/census.ts';
import type { Guest } from '../machine/guest.ts';
import { deviceStats } from '../parse/btrfs.ts';
import { attachCaches, dropPageCache, MOUNTED, makeArray, startArray, stopArray } from '../stacks/legs.ts';
import { written } from '../stacks/volumes.ts';
import { readByTurns } from '../stacks/warmed.ts';
import { type CorpusFile, corpusOptions, readBack, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const MIB = 8;
const BLOCKS = MIB * 256;
const withChecksums: CorpusFile = { path: `${MOUNTED}/cow`, file: 1, blocks: BLOCKS };
const without: CorpusFile = { path: `${MOUNTED}/nocow`, file: 2, blocks: BLOCKS };
const QUIET_SECONDS = 30;

/** By readers of even and of odd id, so that both legs are asked: blocks that are not of the new version. */
const read = z.strictObject({ even: readBack, odd: readBack });

async function readNew(guest: Guest, corpus: CorpusFile, seed: number): Promise<z.infer<typeof read>> {
  const by = async (parity: number) => {
    await dropPageCache(guest);
    const command = `python3 /lab/corpus.py verify ${corpusOptions(corpus, seed)} --version 2 --parity ${parity}`;
    return readBack.parse(JSON.parse(await guest.succeed(command, { seconds: 180 })));
  };
  return { even: await by(0), odd: await by(1) };
}

const overwriteAll = async (guest: Guest, corpus: CorpusFile, seed: number) => {
  const command = `python3 /lab/corpus.py overwrite ${corpusOptions(corpus, seed)} --version 2`;
  return written.parse(JSON.parse(await guest.succeed(command, { seconds: 240 })));
};

const holds = (census: Census, serial: string, version: number) => (block: number) =>
  census.of(without.file, block, serial).some((copy) => copy.version === version);

export default codeOf('is-a-stale-cache-served-after-it-returns', {
  observations: z.strictObject({
    overwritten: z.strictObject({ withChecksums: written, without: written }),
    /** Blocks without checksums that are new on H1 and old on S1 when the SSD returns. */
    diverged: z.array(z.int()),
    statsBefore: z.string(),
    statsAfter: z.string(),
    readWithChecksums: read,
    readWithout: read,
    /** Of the diverged, those that are old on H1 in the end. */
    overwrittenOnHdd: z.array(z.int()),
  }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    await writeCorpus(guest, withChecksums, seed);
    await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(without, seed)} --nocow`, { seconds: 120 });
    await attachCaches(guest);
    for (const { path } of [withChecksums, without]) await readByTurns(guest, path, MIB);
    await guest.succeed(`touch ${MOUNTED}/flush; sync --file-system ${MOUNTED}`);
    await host.unplug('S1');
    const overwritten = {
      without: await overwriteAll(guest, without, seed),
      withChecksums: await overwriteAll(guest, withChecksums, seed),
    };
    await guest.succeed('sleep 1');
    await machine.crash();

    const before = host.census();
    const numbers = Array.from({ length: BLOCKS }, (_, block) => block);
    const diverged = numbers.filter(holds(before, 'H1', 2)).filter(holds(before, 'S1', 1));

    await machine.boot();
    await startArray(guest);
    const stats = `btrfs --format json device stats ${MOUNTED}`;
    const statsBefore = await guest.succeed(stats);
    const readWithout = await readNew(guest, without, seed);
    const readWithChecksums = await readNew(guest, withChecksums, seed);
    const statsAfter = await guest.succeed(stats);
    await guest.succeed(`sleep ${QUIET_SECONDS}`);
    await stopArray(guest);
    await machine.powerOff();
    const after = host.census();
    const isOld = holds(after, 'H1', 1);
    const isNew = holds(after, 'H1', 2);
    return {
      ...{ overwritten, diverged, statsBefore, statsAfter, readWithChecksums, readWithout },
      overwrittenOnHdd: diverged.filter((block) => isOld(block) && !isNew(block)),
    };
  },

  measure({ diverged, readWithChecksums, readWithout, overwrittenOnHdd, statsBefore, statsAfter }) {
    const old = ({ even, odd }: z.infer<typeof read>) => new Set([...even.wrong, ...odd.wrong]).size;
    const unreadable = ({ even, odd }: z.infer<typeof read>) => new Set([...even.unreadable, ...odd.unreadable]).size;
    const errors = (stats: string) => {
      const one = deviceStats(stats).find(({ device }) => device.includes('leg1'));
      return one ? one.readErrors + one.corruptionErrors + one.generationErrors : Number.NaN;
    };
    return {
      diverged: diverged.length,
      oldWithoutChecksums: old(readWithout),
      oldWithChecksums: old(readWithChecksums),
      unreadable: unreadable(readWithout) + unreadable(readWithChecksums),
      overwrittenOnHdd: overwrittenOnHdd.length,
      errorsCounted: errors(statsAfter) - errors(statsBefore),
    };
  },
});
