import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import { scrubReport } from '../parse/btrfs.ts';
import { load } from '../parse/load.ts';
import { MOUNTED, makeArray, stopArray } from '../stacks/legs.ts';
import { attachTuned, detach, diskWork, during, statuses, total } from '../stacks/measured.ts';
import { hotFile } from '../stacks/warmed.ts';
import { readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const SECONDS = 110;
const SETTLE_MS = 8000;
const ledger = { path: `${MOUNTED}/ledger`, file: 3 };

const cycle = z.strictObject({
  /** Seconds of the guest's clock: before and after attaching, before and after taking off. */
  times: z.array(z.number()).length(4),
  /** Right before it was taken off. */
  dirty: z.int(),
  promotions: z.int(),
  takingOff: diskWork,
});

export default codeOf('can-caches-come-and-go-under-load', {
  observations: z.strictObject({
    load: load.extend({ gone: z.null() }),
    writethrough: cycle,
    writeback: cycle,
    ledger: readBack,
    scrub: z.record(z.string(), z.number()),
  }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    await writeCorpus(guest, hotFile, seed);
    const files = `--ledger ${ledger.path} --hot ${hotFile.path} --hot-blocks ${hotFile.blocks}`;
    const words = `${files} --seed ${seed} --seconds ${SECONDS} --watch ${pathOf('H1')}`;
    await guest.succeed(`(python3 /lab/load.py ${words} >/tmp/load.json 2>/tmp/load.error &); sleep 4`);

    const comeAndGo = async (mode: 'writethrough' | 'writeback') => {
      const times = [await uptime(guest)];
      await attachTuned(guest, { mode, size: '128m', chunk: '64k' });
      times.push(await uptime(guest));
      await sleep(SETTLE_MS);
      const before = await statuses(guest);
      const sum = (of: 'dirty' | 'promotions') => before.reduce((all, one) => all + one[of], 0);
      times.push(await uptime(guest));
      const { disks } = await during(host, () => detach(guest));
      times.push(await uptime(guest));
      return { times, dirty: sum('dirty'), promotions: sum('promotions'), takingOff: disks };
    };
    const cycles = { writethrough: await comeAndGo('writethrough'), writeback: await comeAndGo('writeback') };
    await guest.succeed('while [ ! -s /tmp/load.json ]; do sleep 1; done', { seconds: 2 * SECONDS });
    const said = await guest.succeed('cat /tmp/load.json');
    const seen = load.extend({ gone: z.null() }).parse(JSON.parse(said));
    const blocks = Math.max(0, ...seen.writer.records.map(([number]) => number)) + 1;
    const written = await verifyCorpus(guest, { ...ledger, blocks }, seed);
    const [scrubbed] = await guest.procedure('scrub', { directory: MOUNTED }, { seconds: 120 });
    await stopArray(guest);
    await machine.powerOff();
    return { load: seen, ...cycles, ledger: written, scrub: { ...scrubReport(scrubbed?.stdout ?? '') } };
  },

  measure({ load: { writer, readers }, writethrough, writeback, ledger, scrub }) {
    const all = (which: 'good' | 'wrong' | 'errors') => readers.flatMap((reader) => reader[which]).length;
    const bad = new Set([...ledger.wrong, ...ledger.unreadable]);
    const end = writeback.times[3] ?? Number.NaN;
    const ends = writer.records.map(([, , done]) => done);
    const gaps = ends.slice(1).map((done, index) => done - (ends[index] ?? done));
    const mib = (one: typeof writeback) => total(one.takingOff, 'hdd', 'writtenBytes') / 2 ** 20;
    return {
      acknowledged: writer.records.length,
      acknowledgedAfter: ends.filter((done) => done > end).length,
      reads: all('good'),
      writeErrors: writer.errors.length,
      readErrors: all('errors'),
      wrongReads: all('wrong'),
      lost: writer.records.filter(([number]) => bad.has(number)).length,
      scrubErrors: (scrub['csumErrors'] ?? Number.NaN) + (scrub['uncorrectableErrors'] ?? Number.NaN),
      longestStall: Number(Math.max(0, ...gaps).toFixed(2)),
      dirtyBeforeRemoval: writeback.dirty,
      writtenByRemovalWritethrough: mib(writethrough),
      writtenByRemovalWriteback: mib(writeback),
    };
  },
});

const uptime = async (guest: Guest) => Number(await guest.succeed("cut -d' ' -f1 /proc/uptime"));
