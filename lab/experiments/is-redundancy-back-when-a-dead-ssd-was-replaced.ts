import { z } from 'zod';
import { fourDisks, pathOf, solidState } from '../machine/disks.ts';
import { lostOf, readOnOneLeg, type Version } from '../stacks/each-leg.ts';
import { attachCaches, legs, MOUNTED, makeArray } from '../stacks/legs.ts';
import { statuses } from '../stacks/measured.ts';
import { readByTurns } from '../stacks/warmed.ts';
import { corpusOptions, readBack, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const hot: Version = { path: `${MOUNTED}/hot`, file: 1, blocks: 1024, version: 1 };
/** Rewritten while the SSD is there: dirty in writeback mode. */
const changed: Version = { path: `${MOUNTED}/changed`, file: 2, blocks: 256, version: 2 };
/** Written when it is gone. */
const late: Version = { path: `${MOUNTED}/late`, file: 3, blocks: 512, version: 1 };
const files = [hot, changed, late];
const directory = MOUNTED;

const seen = z.strictObject({
  /** Of the leg whose SSD is about to die. */
  dirty: z.int(),
  commands: z.int(),
  /** Volumes that are cached when all is done. */
  cached: z.int(),
  onFirst: z.array(readBack.nullable()),
  onSecond: z.array(readBack.nullable()),
});
type Seen = z.infer<typeof seen>;

export default codeOf('is-redundancy-back-when-a-dead-ssd-was-replaced', {
  limits: { bootSeconds: 300 },
  disks: [...fourDisks, solidState('S3')],
  observations: z.strictObject({ writethrough: seen, writeback: seen }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    await writeCorpus(guest, hot, seed);
    await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(changed, seed)} --nocow`);
    await attachCaches(guest);
    await readByTurns(guest, hot.path, hot.blocks / 256);
    await readByTurns(guest, changed.path, changed.blocks / 256);
    await guest.succeed('sync', { seconds: 120 });
    await machine.save('warm');

    /** Rewrites, pulls the SSD out at once, writes on, unmounts. */
    const loseSsd = async () => {
      const rewrite = `python3 /lab/corpus.py overwrite ${corpusOptions(changed, seed)} --version ${changed.version}`;
      await guest.succeed(rewrite, { seconds: 120 });
      const dirty = (await statuses(guest)).find(({ name }) => name === 'leg1-data')?.dirty ?? 0;
      await host.unplug('S1');
      await guest.succeed(`while [ -e ${pathOf('S1')} ]; do sleep 0.2; done`);
      await writeCorpus(guest, late, seed);
      await guest.succeed(`umount ${MOUNTED}`, { seconds: 120 });
      return dirty;
    };
    const lookAtEach = async () => {
      const cached = (await statuses(guest)).length;
      await guest.succeed(`umount ${MOUNTED}`, { seconds: 120 });
      for (const { leg } of legs) await guest.procedure('stop-leg', { leg }, { seconds: 120 });
      return {
        cached,
        onFirst: await readOnOneLeg(guest, { one: 'leg1', directory }, files, seed),
        onSecond: await readOnOneLeg(guest, { one: 'leg2', directory }, files, seed),
      };
    };

    await machine.fork('warm');
    const dirtyThrough = await loseSsd();
    const steps = await guest.procedure(
      'ssd-died-running',
      { leg: 'leg1', other: 'leg2', directory },
      { seconds: 240 },
    );
    const ssd = { leg: 'leg1', ssd: pathOf('S3'), cache: '256m', directory };
    const more = await guest.procedure('replace-ssd', ssd, { seconds: 120 });
    const writethrough: Seen = {
      dirty: dirtyThrough,
      commands: steps.length + more.length,
      ...(await lookAtEach()),
    };
    await machine.crash();

    await machine.fork('warm');
    for (const { leg } of legs) await guest.procedure('switch-cache-mode', { leg, mode: 'writeback' });
    const dirtyBack = await loseSsd();
    const rebuilt = await guest.procedure(
      'rebuild-leg-of-dead-writeback-ssd',
      { leg: 'leg1', other: 'leg2', hdd: pathOf('H1'), ssd: pathOf('S3'), size: '2500m', devid: '1', directory },
      { seconds: 240 },
    );
    const again = await guest.procedure('attach-writeback-cache', { leg: 'leg1', ssd: pathOf('S3'), size: '256m' });
    const writeback: Seen = {
      dirty: dirtyBack,
      commands: rebuilt.length + again.length,
      ...(await lookAtEach()),
    };
    await machine.crash();
    return { writethrough, writeback };
  },

  measure({ writethrough, writeback }) {
    const lost = (reads: Seen['onFirst']) =>
      files.reduce((all, file, nth) => all + lostOf(reads[nth] ?? null, file), 0);
    return {
      dirtyAtDeath: writeback.dirty,
      commandsWritethrough: writethrough.commands,
      commandsWriteback: writeback.commands,
      cachedWritethrough: writethrough.cached,
      cachedWriteback: writeback.cached,
      lostOnFirstWritethrough: lost(writethrough.onFirst),
      lostOnSecondWritethrough: lost(writethrough.onSecond),
      lostOnFirstWriteback: lost(writeback.onFirst),
      lostOnSecondWriteback: lost(writeback.onSecond),
    };
  },
});
