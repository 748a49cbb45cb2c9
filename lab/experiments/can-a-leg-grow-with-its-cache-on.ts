import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import { scrubReport } from '../parse/btrfs.ts';
import { logicalVolumes } from '../parse/lvs.ts';
import { readVersion, type Version } from '../stacks/each-leg.ts';
import { layout, layoutOf } from '../stacks/layout.ts';
import { attachCaches, cacheStatus, legs, MOUNTED, makeArray, startArray, stopArray } from '../stacks/legs.ts';
import { readByTurns } from '../stacks/warmed.ts';
import { corpusOptions, readBack, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const MIB = 2 ** 20;
const MORE = 300;
const hot: Version = { path: `${MOUNTED}/hot`, file: 1, blocks: 1024, version: 1 };
/** Without checksums, rewritten right before: dirty, since the caches are switched to writeback. */
const table: Version = { path: `${MOUNTED}/table`, file: 2, blocks: 256, version: 2 };
/** Written when the legs have grown. */
const late: Version = { path: `${MOUNTED}/late`, file: 3, blocks: 1024, version: 1 };

export default codeOf('can-a-leg-grow-with-its-cache-on', {
  limits: { bootSeconds: 300 },
  observations: z.strictObject({
    /** Exit status of the two commands on each leg. */
    extended: z.array(z.int()),
    resized: z.array(z.int()),
    dirty: z.int(),
    /** Chunks in use of both caches, right before the growing and right after it. */
    used: z.tuple([z.int(), z.int()]),
    /** Bytes of the members as btrfs has them, and of the volumes. */
    members: z.array(z.int()),
    volumes: z.array(z.int()),
    layout,
    /** After growing, and after a stop and a start. */
    reads: z.array(readBack.nullable()),
    readsAgain: z.array(readBack.nullable()),
    scrub: z.string(),
    cacheChecks: z.array(z.int()),
  }),

  async perform({ machine, guest, seed }) {
    await machine.boot();
    await makeArray(guest);
    await writeCorpus(guest, hot, seed);
    await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(table, seed)} --nocow`);
    await attachCaches(guest);
    await readByTurns(guest, hot.path, hot.blocks / 256);
    await readByTurns(guest, table.path, table.blocks / 256);
    for (const { leg } of legs) await guest.procedure('switch-cache-mode', { leg, mode: 'writeback' });
    await guest.succeed(`python3 /lab/corpus.py overwrite ${corpusOptions(table, seed)} --version 2`, { seconds: 120 });

    const before = await cacheStatus(guest);
    const extended: number[] = [];
    const resized: number[] = [];
    for (const [nth, { leg, hdd }] of legs.entries()) {
      const [extend, resize] = await guest.procedure('grow-cached-leg', {
        ...{ leg, hdd: pathOf(hdd), more: `${MORE}m`, devid: `${nth + 1}`, directory: MOUNTED },
      });
      extended.push(extend?.status ?? -1);
      resized.push(resize?.status ?? -1);
    }
    const after = await cacheStatus(guest);
    await writeCorpus(guest, late, seed);
    const read = async () => {
      const found: (z.infer<typeof readBack> | null)[] = [];
      for (const file of [hot, table, late]) found.push(await readVersion(guest, file, seed));
      return found;
    };
    const reads = await read();
    const shown = await guest.succeed(`btrfs filesystem show --raw ${MOUNTED} | awk '$1 == "devid" { print $4 }'`);
    const seenLayout = await layoutOf(guest, MOUNTED);
    const said = await guest.succeed('lvs --reportformat json --nosuffix --units b --options vg_name,lv_name,lv_size');
    const [report] = await guest.procedure('scrub', { directory: MOUNTED }, { seconds: 240 });
    await stopArray(guest);
    const cacheChecks: number[] = [];
    for (const { leg } of legs) {
      const [, check] = await guest.procedure('check-stopped-cache', { leg });
      cacheChecks.push(check?.status ?? -1);
    }
    await startArray(guest);
    const readsAgain = await read();
    await machine.crash();
    const used = (all: typeof before) => all.reduce((sum, { chunksUsed }) => sum + chunksUsed, 0);
    return {
      ...{ extended, resized, dirty: before.reduce((sum, one) => sum + one.dirty, 0) },
      used: [used(before), used(after)] as [number, number],
      members: shown.trim().split('\n').map(Number),
      volumes: logicalVolumes(said).map((one) => Number(one['lv_size'])),
      ...{ layout: seenLayout, reads, readsAgain, scrub: report?.stdout ?? '', cacheChecks },
    };
  },

  measure({ extended, resized, dirty, used, members, volumes, layout: { legs: grown }, scrub, ...seen }) {
    const bytes = (2500 + MORE) * MIB;
    const lost = (reads: typeof seen.reads) =>
      [hot, table, late].reduce((all, { blocks }, nth) => all + blocks - (reads[nth]?.good ?? 0), 0);
    const { csumErrors, readErrors, verifyErrors } = scrubReport(scrub);
    return {
      grown: [...extended, ...resized].every((status) => status === 0)
        ? members.filter((size, nth) => size === bytes && volumes[nth] === bytes).length
        : 0,
      cached: grown.filter(({ segtype }) => segtype === 'cache').length,
      onHardDisks: grown.filter(({ data }) => data.length === 1 && data[0]?.startsWith('H')).length,
      dirtyWhenGrown: dirty,
      chunksKept: (100 * used[1]) / used[0],
      lost: lost(seen.reads),
      lostAfterRestart: lost(seen.readsAgain),
      scrubErrors: csumErrors + readErrors + verifyErrors,
      damagedCaches: seen.cacheChecks.filter((status) => status !== 0).length,
    };
  },
});
