import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import { legs } from '../stacks/legs.ts';
import { attachTuned, type Passes, pass, passes, total } from '../stacks/measured.ts';
import { codeOf } from './experiment.ts';

const READS = 1200;
const MIB = 64;

export default codeOf('what-does-a-miss-cost-by-chunk-size', {
  observations: z.strictObject({ bare: passes, chunk32: passes, chunk64: passes, chunk256: passes, chunk1024: passes }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    for (const { leg, hdd, ssd } of legs.slice(0, 1))
      await guest.procedure('create-leg', { leg, hdd: pathOf(hdd), ssd: pathOf(ssd), size: '512m' });
    await machine.save('bare');
    const [leg] = legs;
    const read = async (chunk?: number) => {
      await machine.fork('bare');
      if (chunk) await attachTuned(guest, { mode: 'writethrough', size: '256m', chunk: `${chunk}k` }, [leg]);
      const words = { path: leg.volume, mib: MIB, seed, block: 4, more: `--reads ${READS}` };
      const seen = await pass(guest, host, words);
      await machine.crash();
      return seen;
    };
    return {
      bare: await read(),
      chunk32: await read(32),
      chunk64: await read(64),
      chunk256: await read(256),
      chunk1024: await read(1024),
    };
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
