import { z } from 'zod';
import { flushes, flushRate, perFlush, writeAndFlush } from '../stacks/flushes.ts';
import { MOUNTED, makeArray, stopArray } from '../stacks/legs.ts';
import { attachTuned, bothPass, hddPer1000, type Passes, pass, passes } from '../stacks/measured.ts';
import { writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const MIB = 24;
const ROUNDS = [0, 1, 2, 3];
const hot = { path: `${MOUNTED}/hot`, file: 1, blocks: MIB * 256 };

/** The same work four times, under two labels by turns: A, B, A, B. */
const observations = z.strictObject({
  bare: z.array(passes).length(ROUNDS.length),
  warmed: z.array(passes),
  warm: z.array(passes).length(ROUNDS.length),
  written: z.array(flushes).length(ROUNDS.length),
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Mean of the second label over the mean of the first: 1 but for noise. */
const ratio = (values: readonly number[]) => ({
  value: mean(values.filter((_, index) => index % 2 === 1)) / mean(values.filter((_, index) => index % 2 === 0)),
  samples: [...values],
});
/** The highest over the lowest. */
const spread = (values: readonly number[]) => ({
  value: Math.max(...values) / Math.min(...values),
  samples: [...values],
});
const rate = ({ reads, passes }: Passes) => reads / passes.reduce((sum, { seconds }) => sum + seconds, 0);

export default codeOf('how-far-do-two-measurements-of-the-same-differ', {
  observations,

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    await writeCorpus(guest, hot, seed);
    const one = { path: hot.path, mib: MIB, seed };
    const four = async <T>(work: () => Promise<T>) => {
      const seen: T[] = [];
      for (const _ of ROUNDS) seen.push(await work());
      return seen;
    };
    const read = { ...one, block: 4, parity: 0, more: '--reads 900' } as const;
    const bare = await four(() => pass(guest, host, read));
    await attachTuned(guest, { mode: 'writethrough', size: '256m', chunk: '64k' });
    const warmed = await bothPass(guest, host, { ...one, passes: 5 });
    const warm = await four(() => pass(guest, host, { ...read, passes: 5 }));
    const written = await four(() => writeAndFlush(guest, host, { path: hot.path, mib: MIB, seed, count: 150 }));
    await stopArray(guest);
    await machine.powerOff();
    return { bare, warmed, warm, written };
  },

  measure({ bare, warm, written }) {
    const hddWrites = written.map((one) => perFlush(one, 'hdd', 'writes'));
    return {
      ratioBareReads: ratio(bare.map(rate)),
      ratioWarmReads: ratio(warm.map(rate)),
      ratioFlushes: ratio(written.map(flushRate)),
      spreadBareReads: spread(bare.map(rate)),
      spreadWarmReads: spread(warm.map(rate)),
      spreadFlushes: spread(written.map(flushRate)),
      hddReadsBare: spread(bare.map((one) => hddPer1000([one]))),
      hddWritesOfFlushes: spread(hddWrites),
    };
  },
});
