import { z } from 'zod';
import type { Census, Copy } from '../machine/census.ts';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { scrubReport } from '../parse/btrfs.ts';
import { attachBcaches, bcacheArray, deviceOf, makeBcacheArray } from '../stacks/bcache.ts';
import { makeMdArray, mdArray, startMdArray, stopMdArray } from '../stacks/md.ts';
import { divide, roomyDisks } from '../stacks/parts.ts';
import { readByTurns } from '../stacks/warmed.ts';
import { pick } from './chance.ts';
import { readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const DAMAGED = 32;
const BLOCKS = 2048;
const array = bcacheArray('writethrough', 1, 'own');
const mirror = mdArray(2, '/mnt/md');
const hot = { path: `${array.directory}/hot`, file: 1, blocks: BLOCKS };
const cold = { path: `${array.directory}/cold`, file: 2, blocks: BLOCKS };
const onMd = { path: `${mirror.directory}/file`, file: 3, blocks: BLOCKS };

const scrubbed = z.strictObject({ status: z.int(), output: z.string(), deviceStats: z.string() });
const damage = z.strictObject({
  damaged: z.array(z.int()),
  /** After all scrubs. */
  mended: z.array(z.int()),
});

async function scrub(guest: Guest, directory: string): Promise<z.infer<typeof scrubbed>> {
  const [report, stats] = await guest.procedure('scrub', { directory }, { seconds: 300 });
  if (!report || !stats) throw new Invalid('the procedure scrub has not two steps');
  return { status: report.status, output: report.stdout, deviceStats: stats.stdout };
}

async function startBcacheArray(guest: Guest): Promise<string[]> {
  for (const { hdd, ssd } of array.legs)
    for (const disk of [ssd, hdd]) await guest.procedure('start-bcache-device', { disk });
  const devices: string[] = [];
  for (const { hdd } of array.legs) devices.push(await deviceOf(guest, hdd));
  await guest.succeed(`mkdir -p ${array.directory}`);
  await guest.procedure('mount-array', { one: `/dev/${devices[0]}`, directory: array.directory });
  return devices;
}

/** The one copy on H1 of each block that is wanted. */
function onH1(census: Census, file: number, wanted: (block: number) => boolean, seed: number): Copy[] {
  const numbers = Array.from({ length: BLOCKS }, (_, block) => block).filter(wanted);
  const single = numbers.map((block) => census.of(file, block, 'H1')).flatMap((all) => (all.length === 1 ? all : []));
  return pick(single, DAMAGED, seed).sort((a, b) => a.block - b.block);
}

export default codeOf('does-scrub-see-damage-behind-bcache-or-md', {
  disks: roomyDisks,
  observations: z.strictObject({
    resident: damage,
    notResident: damage,
    onMd: damage,
    scrubWithCache: scrubbed,
    scrubWithoutCache: scrubbed,
    scrubOfMd: scrubbed,
    /** Sectors in which md finds its halves to differ. */
    mismatches: z.string(),
    /** How the files read back between damage and scrub. */
    readBcache: readBack,
    readMd: readBack,
  }),

  async perform({ machine, guest, host, seed }) {
    divide(host, 3);
    await machine.boot();
    const made = await makeBcacheArray(guest, array);
    await writeCorpus(guest, hot, seed);
    await writeCorpus(guest, cold, seed);
    await attachBcaches(guest, array, made);
    await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
    await readByTurns(guest, hot.path, BLOCKS / 256);
    await makeMdArray(guest, mirror, '900m');
    await writeCorpus(guest, onMd, seed);
    await guest.succeed(`umount ${array.directory}`);
    await stopMdArray(guest, mirror);
    await machine.powerOff();

    const whole = host.census();
    const isOnSsd = (file: number) => (block: number) => whole.of(file, block, 'S1').length > 0;
    const places = {
      resident: onH1(whole, hot.file, isOnSsd(hot.file), seed),
      notResident: onH1(whole, cold.file, (block) => !isOnSsd(cold.file)(block), seed),
      onMd: onH1(whole, onMd.file, (block) => !isOnSsd(onMd.file)(block), seed),
    };
    host.overwrite(Object.values(places).flat());

    await machine.boot();
    const devices = await startBcacheArray(guest);
    await startMdArray(guest, mirror);
    const readBcache = await verifyCorpus(guest, hot, seed);
    const readMd = await verifyCorpus(guest, onMd, seed);
    const scrubWithCache = await scrub(guest, array.directory);
    const scrubOfMd = await scrub(guest, mirror.directory);
    const [, , mismatches] = await guest.procedure('check-md-mirror', { device: mirror.device }, { seconds: 300 });
    for (const device of devices) await guest.procedure('detach-bcache', { device }, { seconds: 180 });
    const scrubWithoutCache = await scrub(guest, array.directory);
    await guest.succeed(`umount ${array.directory}`);
    await stopMdArray(guest, mirror);
    await machine.powerOff();
    const after = host.census();

    const fate = (copies: Copy[]) => ({
      damaged: copies.map(({ block }) => block),
      mended: copies.filter((copy) => after.has(copy)).map(({ block }) => block),
    });
    return {
      ...{ resident: fate(places.resident), notResident: fate(places.notResident), onMd: fate(places.onMd) },
      ...{
        scrubWithCache,
        scrubWithoutCache,
        scrubOfMd,
        mismatches: mismatches?.stdout.trim() ?? '',
        readBcache,
        readMd,
      },
    };
  },

  measure(seen) {
    return {
      residentDamaged: seen.resident.damaged.length,
      notResidentDamaged: seen.notResident.damaged.length,
      mdDamaged: seen.onMd.damaged.length,
      residentMended: seen.resident.mended.length,
      notResidentMended: seen.notResident.mended.length,
      mdMended: seen.onMd.mended.length,
      mdErrors: scrubReport(seen.scrubOfMd.output).csumErrors,
      mdUncorrectable: scrubReport(seen.scrubOfMd.output).uncorrectableErrors,
      mdUnreadable: seen.readMd.unreadable.length + seen.readMd.wrong.length,
      mdMismatchedBlocks: Number(seen.mismatches) / 8,
      scrubErrorsWithCache: scrubReport(seen.scrubWithCache.output).csumErrors,
      scrubErrorsDetached: scrubReport(seen.scrubWithoutCache.output).csumErrors,
    };
  },
});
