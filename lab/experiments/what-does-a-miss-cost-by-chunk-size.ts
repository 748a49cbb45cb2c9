import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import { type Leg, legs } from '../stacks/legs.ts';
import { attachTuned, detach, type Passes, pass, passes, total } from '../stacks/measured.ts';
import { codeOf } from './experiment.ts';

const READS = 1200;
const MIB = 64;

export default codeOf('what-does-a-miss-cost-by-chunk-size', {
  observations: z.strictObject({ bare: passes, chunk32: passes, chunk64: passes, chunk256: passes, chunk1024: passes }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    for (const { leg, hdd, ssd } of legs)
      await guest.procedure('create-leg', { leg, hdd: pathOf(hdd), ssd: pathOf(ssd), size: '512m' });
    const [one, two] = legs;
    const read = ({ volume }: Leg) =>
      pass(guest, host, { path: volume, mib: MIB, seed, block: 4, more: `--reads ${READS}` });
    const bare = await read(one);
    const cold = async (leg: Leg, chunk: number) => {
      await attachTuned(guest, { mode: 'writethrough', size: '256m', chunk: `${chunk}k` }, [leg]);
      const seen = await read(leg);
      await detach(guest, [leg]);
      return seen;
    };
    const seen = {
      bare,
      chunk32: await cold(one, 32),
      chunk64: await cold(two, 64),
      chunk256: await cold(one, 256),
      chunk1024: await cold(two, 1024),
    };
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();
    return seen;
  },

  measure({ bare, chunk32, chunk64, chunk256, chunk1024 }) {
    const asked = READS * 4096;
    const hdd = ({ disks }: Passes) => total(disks, 'hdd', 'readBytes') / asked;
    const ssd = ({ disks }: Passes) => total(disks, 'ssd', 'writtenBytes') / asked;
    const operations = ({ disks, reads }: Passes) => (1000 * total(disks, 'hdd', 'reads')) / reads;
    return {
      hddBytesBare: hdd(bare),
      hddBytes32: hdd(chunk32),
      hddBytes64: hdd(chunk64),
      hddBytes256: hdd(chunk256),
      hddBytes1024: hdd(chunk1024),
      ssdBytes32: ssd(chunk32),
      ssdBytes64: ssd(chunk64),
      ssdBytes256: ssd(chunk256),
      ssdBytes1024: ssd(chunk1024),
      hddReads32: operations(chunk32),
      hddReads64: operations(chunk64),
      hddReads256: operations(chunk256),
      hddReads1024: operations(chunk1024),
    };
  },
});
