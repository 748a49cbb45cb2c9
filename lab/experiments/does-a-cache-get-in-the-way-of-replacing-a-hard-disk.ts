import { z } from 'zod';
import { fourDisks, hardDisk, pathOf, withVolatileCache } from '../machine/disks.ts';
import { Invalid } from '../machine/machine.ts';
import { scrubReport } from '../parse/btrfs.ts';
import { load } from '../parse/load.ts';
import { logicalVolumes } from '../parse/lvs.ts';
import { lostOf, readOnOneLeg, readVersion, type Version } from '../stacks/each-leg.ts';
import { attachCaches, cacheStatus, MOUNTED, makeArray } from '../stacks/legs.ts';
import { readByTurns } from '../stacks/warmed.ts';
import { corpusOptions, readBack, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const SECONDS = 60;
const FAILING = 64 << 10;
const hot: Version = { path: `${MOUNTED}/hot`, file: 1, blocks: 1024, version: 1 };
/** Without checksums, overwritten in place right before: dirty in writeback mode. */
const table: Version = { path: `${MOUNTED}/table`, file: 2, blocks: 256, version: 2 };
/** Never read before: not in the cache, and partly on sectors that fail. */
const kept: Version = { path: `${MOUNTED}/kept`, file: 4, blocks: 1024, version: 1 };
const files = [hot, table, kept];
const ledger = { path: `${MOUNTED}/ledger`, file: 3, version: 1 };
const modes = ['writethrough', 'writeback'] as const;

const keptLoad = load.extend({ gone: z.null() });
const reads = z.array(readBack.nullable());
const seen = z.strictObject({
  /** Whether the sectors fail that were made to. */
  failing: z.boolean(),
  dirty: z.int(),
  load: keptLoad,
  /** Exit status of the replacement, of removing the old leg, of giving its SSD to the new one. */
  replaced: z.int(),
  removed: z.int(),
  taken: z.int(),
  scrub: z.string(),
  /** Cached volumes at the end. */
  cached: z.int(),
  both: reads,
  onNew: reads,
  onOther: reads,
});
type Seen = z.infer<typeof seen>;

export default codeOf('does-a-cache-get-in-the-way-of-replacing-a-hard-disk', {
  limits: { bootSeconds: 300 },
  disks: [...fourDisks.map((disk) => (disk.serial === 'H1' ? withVolatileCache(disk) : disk)), hardDisk('H3')],
  observations: z.strictObject({ writethrough: seen, writeback: seen }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    for (const file of [hot, kept]) await writeCorpus(guest, file, seed);
    await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(table, seed)} --nocow`);
    await attachCaches(guest);
    await readByTurns(guest, hot.path, hot.blocks / 256);
    await readByTurns(guest, table.path, table.blocks / 256);
    await guest.succeed('sync', { seconds: 120 });
    await machine.save('warm');
    const [bad] = host.census().of(kept.file, 512, 'H1');
    if (!bad) throw new Invalid('the file that was to fail is not on H1');

    const replace = async (mode: (typeof modes)[number]): Promise<Seen> => {
      await machine.fork('warm');
      if (mode === 'writeback')
        for (const leg of ['leg1', 'leg2']) await guest.procedure('switch-cache-mode', { leg, mode }, { seconds: 120 });
      await host.fail('H1', { from: bad.offset, to: bad.offset + FAILING, operations: ['read'] });
      const touch = `dd if=${pathOf('H1')} of=/dev/null bs=4k skip=${bad.offset / 4096} count=1 iflag=direct`;
      const failing = (await guest.run(touch)).status !== 0;
      const sizes = `--hot-blocks ${hot.blocks} --seed ${seed} --seconds ${SECONDS}`;
      const words = `--ledger ${ledger.path} --hot ${hot.path} ${sizes} --watch ${pathOf('H1')}`;
      await guest.succeed(`(python3 /lab/load.py ${words} >/tmp/load.json 2>/tmp/load.error &); sleep 4`);
      const rewrite = `python3 /lab/corpus.py overwrite ${corpusOptions(table, seed)} --version ${table.version}`;
      await guest.succeed(rewrite, { seconds: 120 });
      const dirty = (await cacheStatus(guest))[0]?.dirty ?? 0;
      const steps = await guest.procedure(
        'replace-cached-leg',
        { fresh: 'leg3', spare: pathOf('H3'), size: '2500m', devid: '1', directory: MOUNTED },
        { seconds: 240 },
      );
      const [removal, taking] = await guest.procedure(
        'take-ssd-to-the-new-leg',
        { leg: 'leg1', fresh: 'leg3', ssd: pathOf('S1') },
        { seconds: 120 },
      );
      if (taking?.status === 0) await guest.procedure('attach-cache', { leg: 'leg3', ssd: pathOf('S1'), size: '256m' });
      await guest.succeed('while [ ! -s /tmp/load.json ]; do sleep 1; done', { seconds: 3 * SECONDS });
      const loaded = keptLoad.parse(JSON.parse(await guest.succeed('cat /tmp/load.json')));
      const blocks = Math.max(0, ...loaded.writer.records.map(([number]) => number)) + 1;
      const all = [...files, { ...ledger, blocks }];
      const [report] = await guest.procedure('scrub', { directory: MOUNTED }, { seconds: 240 });
      const both: Seen['both'] = [];
      for (const file of all) both.push(await readVersion(guest, file, seed));
      const volumes = logicalVolumes(await guest.succeed('lvs --reportformat json --options vg_name,lv_name,segtype'));
      await guest.succeed(`umount ${MOUNTED}`, { seconds: 120 });
      for (const leg of ['leg2', 'leg3']) await guest.procedure('stop-leg', { leg }, { seconds: 120 });
      const onNew = await readOnOneLeg(guest, { one: 'leg3', directory: MOUNTED }, all, seed);
      const onOther = await readOnOneLeg(guest, { one: 'leg2', directory: MOUNTED }, all, seed);
      await machine.crash();
      return {
        ...{ failing, dirty, load: loaded, scrub: report?.stdout ?? '', both, onNew, onOther },
        replaced: steps[3]?.status ?? -1,
        ...{ removed: removal?.status ?? -1, taken: taking?.status ?? -1 },
        cached: volumes.filter(({ segtype }) => segtype === 'cache').length,
      };
    };
    return { writethrough: await replace('writethrough'), writeback: await replace('writeback') };
  },

  measure({ writethrough, writeback }) {
    const named = (one: Seen, suffix: string) =>
      Object.entries(measuresOf(one)).map(([name, value]) => [`${name}${suffix}`, value] as const);
    const all = [...named(writethrough, 'Through'), ...named(writeback, 'Back')];
    return {
      ...(Object.fromEntries(all) as Record<`${keyof ReturnType<typeof measuresOf>}${'Through' | 'Back'}`, number>),
      failing: [writethrough, writeback].filter((one) => one.failing).length,
      dirtyAtReplacement: writeback.dirty,
    };
  },
});

function measuresOf({ load: { writer, readers }, replaced, cached, scrub, both, onNew, onOther }: Seen) {
  const lost = (found: Seen['both']) =>
    files.reduce((all, file, nth) => all + lostOf(found[nth] ?? null, file), 0) + lostOfLedger(found[files.length]);
  const lostOfLedger = (read: Seen['both'][number] | undefined) => {
    const bad = new Set([...(read?.unreadable ?? []), ...(read?.wrong ?? [])]);
    return writer.records.filter(([number]) => !read || bad.has(number)).length;
  };
  const { csumErrors, readErrors, verifyErrors } = scrubReport(scrub);
  const count = (of: 'wrong' | 'errors') => readers.reduce((all, reader) => all + reader[of].length, 0);
  return {
    acknowledged: writer.records.length,
    userErrors: writer.errors.length + count('errors'),
    wrongReads: count('wrong'),
    replaced: replaced === 0 ? 1 : 0,
    cached,
    scrubErrors: csumErrors + readErrors + verifyErrors,
    lost: lost(both),
    lostOnNew: lost(onNew),
    lostOnOther: lost(onOther),
  };
}
