import { z } from 'zod';
import { legs, MOUNTED, makeArray, stopArray } from '../stacks/legs.ts';
import { attachTuned, bothPass, detach, hitShareOf, pass, passes } from '../stacks/measured.ts';
import { type CorpusFile, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const CACHE_MIB = 24;
const cache = { mode: 'writethrough', size: `${CACHE_MIB}m`, chunk: '64k' } as const;
const SMALL_MIB = 16;
/** Larger than one cache, smaller than both together. */
const LARGE_MIB = 36;
const small: CorpusFile = { path: `${MOUNTED}/small`, file: 1, blocks: SMALL_MIB * 256 };
const large: CorpusFile = { path: `${MOUNTED}/large`, file: 2, blocks: LARGE_MIB * 256 };

const held = z.strictObject({ first: z.int(), second: z.int(), either: z.int() });

export default codeOf('is-every-block-cached-twice', {
  observations: z.strictObject({
    /** The large file, read by both parities. */
    large: z.array(passes),
    /** The small file in fresh caches: warmed by readers of even id, then read by one of either parity. */
    warmedByEven: passes,
    even: passes,
    odd: passes,
    /** The same after readers of odd id had warmed it too. */
    warmedByOdd: passes,
    both: z.array(passes),
    /** Blocks of 4 KiB of the small file that the raw SSDs hold. */
    blocks: held,
  }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeArray(guest);
    for (const file of [small, large]) await writeCorpus(guest, file, seed);
    await attachTuned(guest, cache);
    const largeFile = { path: large.path, mib: LARGE_MIB, seed };
    const warmedLarge = await bothPass(guest, host, { ...largeFile, passes: 3 });
    const probedLarge = await bothPass(guest, host, { ...largeFile, more: '--salt 1' });
    await detach(guest);

    await attachTuned(guest, cache);
    const smallFile = { path: small.path, mib: SMALL_MIB, seed };
    const warmedByEven = await pass(guest, host, { ...smallFile, parity: 0, passes: 4 });
    const even = await pass(guest, host, { ...smallFile, parity: 0, more: '--salt 1' });
    const odd = await pass(guest, host, { ...smallFile, parity: 1, more: '--salt 1' });
    const warmedByOdd = await pass(guest, host, { ...smallFile, parity: 1, passes: 4 });
    const both = await bothPass(guest, host, { ...smallFile, more: '--salt 2' });
    await stopArray(guest);
    await machine.powerOff();

    const census = host.census();
    const numbers = Array.from({ length: small.blocks }, (_, block) => block);
    const on = (serial: string) => numbers.filter((block) => census.of(small.file, block, serial).length > 0);
    const [first, second] = [on(legs[0].ssd), on(legs[1].ssd)];
    const blocks = { first: first.length, second: second.length, either: new Set([...first, ...second]).size };
    return { large: [...warmedLarge, ...probedLarge], warmedByEven, even, odd, warmedByOdd, both, blocks };
  },

  measure({ large, even, odd, both, blocks }) {
    const shareOfEach = both.map((one) => hitShareOf([one]));
    return {
      hitShareWarmedParity: hitShareOf([even]),
      hitShareOtherParity: hitShareOf([odd]),
      hitShareBoth: { value: Math.min(...shareOfEach), samples: shareOfEach },
      distinctShare: (100 * blocks.either) / (blocks.first + blocks.second),
      hitShareLarge: hitShareOf(large.slice(2)),
    };
  },
});
