import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import { legs } from '../stacks/legs.ts';
import { attachTuned, type Passes, pass, passes, total } from '../stacks/measured.ts';
import { codeOf } from './experiment.ts';

const MIB = 32;
const PASSES = 6;
/** Size of the cache in MiB, by the share of the data that it could hold. */
const sizes = { eighth: 4, quarter: 8, half: 16, whole: 32, double: 64 } as const;

const found = z.strictObject({ warming: passes, warm: passes });

export default codeOf('how-large-must-the-cache-be', {
  observations: z.strictObject({ eighth: found, quarter: found, half: found, whole: found, double: found }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    const [leg] = legs;
    await guest.procedure('create-leg', { leg: leg.leg, hdd: pathOf(leg.hdd), ssd: pathOf(leg.ssd), size: '512m' });
    await machine.save('bare');
    const read = async (mebibytes: number) => {
      await machine.fork('bare');
      await attachTuned(guest, { mode: 'writethrough', size: `${mebibytes}m`, chunk: '64k' }, [leg]);
      const file = { path: leg.volume, mib: MIB, seed };
      const warming = await pass(guest, host, { ...file, passes: PASSES, more: '--zipf 1.1' });
      const warm = await pass(guest, host, { ...file, passes: 3, more: '--zipf 1.1 --salt 1' });
      await machine.crash();
      return { warming, warm };
    };
    return {
      eighth: await read(sizes.eighth),
      quarter: await read(sizes.quarter),
      half: await read(sizes.half),
      whole: await read(sizes.whole),
      double: await read(sizes.double),
    };
  },

  measure({ eighth, quarter, half, whole, double }) {
    /** Misses, not operations: a promotion reads the disk once more. */
    const share = ({ passes }: Passes) => {
      const caches = passes.flatMap((one) => one.caches);
      const sum = (of: 'readHits' | 'readMisses') => caches.reduce((all, cache) => all + cache[of], 0);
      return {
        value: (100 * sum('readHits')) / (sum('readHits') + sum('readMisses')),
        samples: caches.map(({ readHits, readMisses }) => (100 * readHits) / (readHits + readMisses)),
      };
    };
    const hdd = ({ disks, reads }: Passes) => (1000 * total(disks, 'hdd', 'reads')) / reads;
    return {
      hitsEighth: share(eighth.warm),
      hitsQuarter: share(quarter.warm),
      hitsHalf: share(half.warm),
      hitsWhole: share(whole.warm),
      hitsDouble: share(double.warm),
      hddEighth: hdd(eighth.warm),
      hddQuarter: hdd(quarter.warm),
      hddHalf: hdd(half.warm),
      hddWhole: hdd(whole.warm),
      hddDouble: hdd(double.warm),
    };
  },
});
