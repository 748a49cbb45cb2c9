import { z } from 'zod';
import { fourDisks, pathOf } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import type { Host } from '../machine/host.ts';
import { diskWork, during, total } from '../stacks/measured.ts';
import { codeOf } from './experiment.ts';

const SECONDS = 8;
/** What is asked of a disk, in the words of fio. */
const jobs = {
  randomOne: '--rw=randread --bs=4k --numjobs=1',
  randomEight: '--rw=randread --bs=4k --numjobs=8',
  readStream: '--rw=read --bs=1M --numjobs=1',
  writeStream: '--rw=write --bs=1M --numjobs=1',
  flushed: '--rw=randwrite --bs=4k --numjobs=1 --fsync=1',
} as const;
type Job = keyof typeof jobs;
const names: readonly Job[] = ['randomOne', 'randomEight', 'readStream', 'writeStream', 'flushed'];

const said = z.object({
  error: z.int(),
  ...{ reads: z.int(), writes: z.int(), readBytes: z.int(), writtenBytes: z.int(), milliseconds: z.number() },
});
const done = z.strictObject({ fio: said.strict(), disks: diskWork });
const ofDisk = z.strictObject({
  randomOne: done,
  randomEight: done,
  readStream: done,
  writeStream: done,
  flushed: done,
});
type OfDisk = z.infer<typeof ofDisk>;

/** Runs one job on the raw disk, past the page cache. */
async function ask(guest: Guest, host: Host, serial: string, job: Job, seed: number): Promise<z.infer<typeof done>> {
  const words = `--name=${job} --filename=${pathOf(serial)} --direct=1 --ioengine=psync --size=900m --thread --group_reporting`;
  const short =
    '.jobs[0] | {error, reads: .read.total_ios, writes: .write.total_ios, readBytes: .read.io_bytes, writtenBytes: .write.io_bytes, milliseconds: ([.read.runtime, .write.runtime] | max)}';
  const { result, disks } = await during(host, () =>
    guest.succeed(
      `fio ${words} ${jobs[job]} --time_based --runtime=${SECONDS} --randseed=${seed} --output-format=json | jq --compact-output '${short}'`,
      { seconds: 20 * SECONDS },
    ),
  );
  return { fio: said.strict().parse(JSON.parse(result)), disks };
}

export default codeOf('do-the-disks-of-the-lab-deliver-what-they-declare', {
  limits: { bootSeconds: 300 },
  observations: z.strictObject({ H1: ofDisk, S1: ofDisk }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    const all = async (serial: string) => {
      const found: Partial<Record<Job, z.infer<typeof done>>> = {};
      for (const job of names) found[job] = await ask(guest, host, serial, job, seed);
      return ofDisk.parse(found);
    };
    const seen = { H1: await all('H1'), S1: await all('S1') };
    await machine.crash();
    return seen;
  },

  measure({ H1, S1 }) {
    const model = (serial: string) => {
      const disk = fourDisks.find((one) => one.serial === serial);
      return { iops: disk?.iopsLimit ?? Number.NaN, bytes: disk?.bytesPerSecondLimit ?? Number.NaN };
    };
    const rate = ({ fio }: z.infer<typeof done>) => (1000 * (fio.reads + fio.writes)) / fio.milliseconds;
    const stream = ({ fio }: z.infer<typeof done>) => (1000 * (fio.readBytes + fio.writtenBytes)) / fio.milliseconds;
    /** What a disk of that model can do at most in operations of 1 MiB: the nearer of its two limits. */
    const most = (serial: string) => Math.min(model(serial).bytes, model(serial).iops * 2 ** 20);
    const hostCount = (serial: string, { disks }: z.infer<typeof done>) =>
      total(disks, [serial], 'reads') + total(disks, [serial], 'writes');
    const apart = (serial: string, seen: OfDisk) =>
      names.map((name) => {
        const { fio } = seen[name];
        return (100 * Math.abs(hostCount(serial, seen[name]) - (fio.reads + fio.writes))) / (fio.reads + fio.writes);
      });
    const allApart = [...apart('H1', H1), ...apart('S1', S1)];
    return {
      hddRandomOne: rate(H1.randomOne) / model('H1').iops,
      hddRandomEight: rate(H1.randomEight) / model('H1').iops,
      hddReadStream: stream(H1.readStream) / most('H1'),
      hddWriteStream: stream(H1.writeStream) / most('H1'),
      hddFlushed: rate(H1.flushed) / model('H1').iops,
      ssdRandomOne: rate(S1.randomOne) / model('S1').iops,
      ssdRandomEight: rate(S1.randomEight) / model('S1').iops,
      ssdReadStream: stream(S1.readStream) / most('S1'),
      ssdWriteStream: stream(S1.writeStream) / most('S1'),
      ssdFlushed: rate(S1.flushed) / model('S1').iops,
      countsApart: { value: Math.max(...allApart), samples: allApart },
      flushesSeen: total(H1.flushed.disks, ['H1'], 'flushes') / H1.flushed.fio.writes,
      ssdOverHdd: rate(S1.randomEight) / rate(H1.randomEight),
    };
  },
});
