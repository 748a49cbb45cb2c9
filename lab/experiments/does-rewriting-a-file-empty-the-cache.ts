import { z } from 'zod';
import { MOUNTED, makeArray, stopArray } from '../stacks/legs.ts';
import { attachTuned, bothPass, hitShareOf, pass, passes, statuses } from '../stacks/measured.ts';
import { type CorpusFile, corpusOptions, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const MIB = 12;
const cow: CorpusFile = { path: `${MOUNTED}/cow`, file: 1, blocks: MIB * 256 };
const nocow: CorpusFile = { path: `${MOUNTED}/nocow`, file: 2, blocks: MIB * 256 };

/** Passes before the rewriting, the rewriting itself, and two rounds of reading after it. */
const file = z.strictObject({
  warmed: z.array(passes),
  before: z.array(passes),
  rewritten: passes,
  after: z.array(passes),
  again: z.array(passes),
});

export default codeOf('does-rewriting-a-file-empty-the-cache', {
  observations: z.strictObject({ cow: file, nocow: file, chunksUsed: z.array(z.int()) }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    await writeCorpus(guest, cow, seed);
    await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(nocow, seed)} --nocow`, { seconds: 120 });
    await attachTuned(guest, { mode: 'writethrough', size: '64m', chunk: '64k' });
    const rewriteAndRead = async ({ path }: CorpusFile) => {
      const one = { path, mib: MIB, seed };
      return {
        warmed: await bothPass(guest, host, { ...one, passes: 4 }),
        before: await bothPass(guest, host, { ...one, more: '--salt 1' }),
        rewritten: await pass(guest, host, { ...one, more: '--rewrite' }),
        after: await bothPass(guest, host, { ...one, more: '--salt 2' }),
        again: await bothPass(guest, host, { ...one, passes: 3, more: '--salt 3' }),
      };
    };
    const seen = { cow: await rewriteAndRead(cow), nocow: await rewriteAndRead(nocow) };
    const chunksUsed = (await statuses(guest)).map((one) => one.chunksUsed);
    await stopArray(guest);
    await machine.powerOff();
    return { ...seen, chunksUsed };
  },

  measure({ cow, nocow }) {
    return {
      beforeCow: hitShareOf(cow.before),
      afterCow: hitShareOf(cow.after),
      againCow: hitShareOf(cow.again),
      beforeNocow: hitShareOf(nocow.before),
      afterNocow: hitShareOf(nocow.after),
    };
  },
});
