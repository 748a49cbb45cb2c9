import { z } from 'zod';
import type { Census } from '../machine/census.ts';
import type { Guest } from '../machine/guest.ts';
import { bcacheLegs, headerState } from '../parse/bcache.ts';
import { writecacheStatus } from '../parse/writecache.ts';
import { deviceOf } from '../stacks/bcache.ts';
import { divide, partOf, roomyDisks } from '../stacks/parts.ts';
import { written } from '../stacks/volumes.ts';
import { pick } from './chance.ts';
import { type CorpusFile, corpusOptions, readBack, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const COUNT = 64;
const BLOCKS = 1024;
const [THROUGH, BACK, LVM, DETACHED] = [1, 2, 3, 4] as const;
const modes = { [THROUGH]: 'writethrough', [BACK]: 'writeback', [DETACHED]: 'writeback' } as const;
const behindBcache = [THROUGH, BACK, DETACHED] as const;
const hdd = (part: number) => partOf('H1', part);
const ssd = (part: number) => partOf('S1', part);
const group = 'leg1';
const volume = `/dev/${group}/data`;

const found = z.strictObject({
  blocks: z.array(z.int()),
  overwritten: written,
  newOnHdd: z.array(z.int()),
  oldOnHdd: z.array(z.int()),
  newOnSsd: z.array(z.int()),
  /** Which of the blocks read back as new without the SSD. */
  withoutSsd: readBack,
});

/** Starts the disks of bcache as udev would, and the volume group; gives the device of each part that is up. */
async function start(guest: Guest, withSsd: boolean): Promise<Map<number, string>> {
  const up = new Map<number, string>();
  for (const part of behindBcache) {
    if (withSsd) await guest.procedure('start-bcache-device', { disk: ssd(part) });
    await guest.procedure('start-bcache-device', { disk: hdd(part) });
    const name = basename(hdd(part));
    if ((await guest.run(`test -e /sys/class/block/${name}/bcache/dev`)).status === 0)
      up.set(part, `/dev/${await deviceOf(guest, hdd(part))}`);
  }
  await guest.run(`modprobe dm_writecache; vgchange --activate y ${group}`);
  if ((await guest.run(`test -e ${volume}`)).status === 0) up.set(LVM, volume);
  return up;
}
const basename = (path: string) => `$(basename $(readlink --canonicalize ${path}))`;
const nameOf = (path: string | undefined) => path?.split('/').at(-1) ?? '';

type Part = 1 | 2 | 3 | 4;
const fileOf = (part: number, path: string): CorpusFile => ({ path, file: part, blocks: BLOCKS });
const numbers = Array.from({ length: BLOCKS }, (_, block) => block);

export default codeOf('does-bcache-write-to-the-disk-after-a-crash', {
  disks: roomyDisks,
  observations: z.strictObject({
    writethrough: found,
    writeback: found,
    writecache: found,
    /** After the crash and before anything else was done. */
    bcacheAfterCrash: z.string(),
    writecacheAfterCrash: z.string(),
    /** After the blocks were overwritten and flushed. */
    bcacheAfterWrite: z.string(),
    writecacheAfterWrite: z.string(),
    /** Parts that come up by themselves without the SSD, and the state in the header of each leg of bcache. */
    upWithoutSsd: z.array(z.int()),
    headers: z.array(z.string()),
    /** The volume whose cache was detached after the write; where its blocks were then. */
    detached: z.strictObject({ blocks: z.array(z.int()), overwritten: written, newOnHdd: z.array(z.int()) }),
  }),

  async perform({ machine, guest, host, seed }) {
    const overwrite = (part: number, path: string, blocks: readonly number[]) =>
      `python3 /lab/corpus.py overwrite ${corpusOptions(fileOf(part, path), seed)} --version 2 --only ${blocks.join(',')}`;
    const verify = async (part: number, path: string, blocks: readonly number[]) =>
      readBack.parse(
        JSON.parse(
          await guest.succeed(
            `python3 /lab/corpus.py verify ${corpusOptions(fileOf(part, path), seed)} --version 2 --only ${blocks.join(',')}`,
          ),
        ),
      );
    divide(host, 4);
    await machine.boot();
    for (const part of behindBcache) {
      await guest.procedure('make-bcache-leg', { hdd: hdd(part) });
      const device = await deviceOf(guest, hdd(part));
      await writeCorpus(guest, fileOf(part, `/dev/${device}`), seed);
      await guest.procedure('make-bcache-set', { ssd: ssd(part) });
      await guest.procedure('attach-bcache', { device, ssd: ssd(part), mode: modes[part] });
      await guest.procedure('let-bcache-take-everything', { device });
      await guest.succeed(`dd if=/dev/${device} of=/dev/null bs=64k count=${BLOCKS / 16} iflag=direct status=none`);
    }
    await guest.procedure('create-leg', { leg: group, hdd: hdd(LVM), ssd: ssd(LVM), size: '700m' });
    await writeCorpus(guest, fileOf(LVM, volume), seed);
    await guest.procedure('attach-writecache', { leg: group, ssd: ssd(LVM), size: '384m' });
    await guest.succeed('sync; sleep 2');
    await machine.crash();

    const before = host.census();
    const chosen = (part: number) => {
      const cached = numbers.filter((block) => part === LVM || before.of(part, block, 'S1').length > 0);
      return pick(cached, COUNT, seed).sort((a, b) => a - b);
    };
    const blocks = {
      ...{ [THROUGH]: chosen(THROUGH), [BACK]: chosen(BACK) },
      ...{ [LVM]: chosen(LVM), [DETACHED]: chosen(DETACHED) },
    };

    await machine.boot();
    const up = await start(guest, true);
    const look = async () => ({
      bcache: (await guest.procedure('check-bcache', {}))[0]?.stdout ?? '',
      writecache: (await guest.procedure('check-writecaches', {}))[0]?.stdout ?? '',
    });
    const afterCrash = await look();
    const write = async (part: Part) =>
      written.parse(JSON.parse(await guest.succeed(overwrite(part, up.get(part) ?? '', blocks[part]))));
    const overwritten = {
      ...{ [THROUGH]: await write(THROUGH), [BACK]: await write(BACK) },
      ...{ [LVM]: await write(LVM), [DETACHED]: await write(DETACHED) },
    };
    const afterWrite = await look();
    await guest.procedure('detach-bcache', { device: nameOf(up.get(DETACHED)) }, { seconds: 180 });
    await machine.crash();
    const after = host.census();

    await machine.boot({ without: ['S1'] });
    const upWithoutSsd = await start(guest, false);
    const headers: string[] = [];
    for (const part of [THROUGH, BACK] as const) {
      const steps = await guest.procedure('run-bcache-without-its-ssd', { hdd: hdd(part) });
      headers.push(steps[2]?.stdout ?? '');
    }
    await guest.procedure('remove-dead-writecache', { leg: group });
    const alone = {
      [THROUGH]: await verify(THROUGH, `/dev/${await deviceOf(guest, hdd(THROUGH))}`, blocks[THROUGH]),
      [BACK]: await verify(BACK, `/dev/${await deviceOf(guest, hdd(BACK))}`, blocks[BACK]),
      [LVM]: await verify(LVM, volume, blocks[LVM]),
    };
    await machine.crash();

    const where = (part: 1 | 2 | 3) => ({
      blocks: blocks[part],
      overwritten: overwritten[part],
      newOnHdd: blocks[part].filter(holds(after, part, 'H1', 2)),
      oldOnHdd: blocks[part].filter(holds(after, part, 'H1', 1)),
      newOnSsd: blocks[part].filter(holds(after, part, 'S1', 2)),
      withoutSsd: alone[part],
    });
    return {
      ...{ writethrough: where(THROUGH), writeback: where(BACK), writecache: where(LVM) },
      ...{ bcacheAfterCrash: afterCrash.bcache, writecacheAfterCrash: afterCrash.writecache },
      ...{ bcacheAfterWrite: afterWrite.bcache, writecacheAfterWrite: afterWrite.writecache },
      ...{ upWithoutSsd: [...upWithoutSsd.keys()], headers },
      detached: {
        blocks: blocks[DETACHED],
        overwritten: overwritten[DETACHED],
        newOnHdd: blocks[DETACHED].filter(holds(after, DETACHED, 'H1', 2)),
      },
    };
  },

  measure(seen) {
    const systems = [seen.writethrough, seen.writeback, seen.writecache, seen.detached];
    const bad = ({ wrong, unreadable }: z.infer<typeof readBack>) => wrong.length + unreadable.length;
    const dirtyKib = (printed: string, mode: string) =>
      (bcacheLegs(printed).find((leg) => leg.mode === mode)?.dirtyBytes ?? Number.NaN) / 1024;
    const held = (printed: string) => {
      const { blocks, free } = writecacheStatus(printed, `${group}-data`);
      return blocks - free;
    };
    const isUp = (part: number) => (seen.upWithoutSsd.includes(part) ? 1 : 0);
    return {
      overwritten: Math.min(...systems.map(({ overwritten }) => (overwritten.flushed ? overwritten.written : 0))),
      dirtyAfterCrashThrough: dirtyKib(seen.bcacheAfterCrash, 'writethrough') / 4,
      dirtyAfterWriteThrough: dirtyKib(seen.bcacheAfterWrite, 'writethrough') / 4,
      dirtyAfterWriteBack: dirtyKib(seen.bcacheAfterWrite, 'writeback') / 4,
      heldAfterWriteWritecache: held(seen.writecacheAfterWrite),
      newOnHddThrough: seen.writethrough.newOnHdd.length,
      newOnHddBack: seen.writeback.newOnHdd.length,
      newOnHddWritecache: seen.writecache.newOnHdd.length,
      legsUpThrough: isUp(THROUGH),
      legsUpBack: isUp(BACK),
      legsUpWritecache: isUp(LVM),
      headersClean: seen.headers.filter((header) => headerState(header) === 'clean').length,
      lostWithoutSsdThrough: bad(seen.writethrough.withoutSsd),
      lostWithoutSsdBack: bad(seen.writeback.withoutSsd),
      lostWithoutSsdWritecache: bad(seen.writecache.withoutSsd),
      lostDetachedBack: seen.detached.blocks.length - seen.detached.newOnHdd.length,
    };
  },
});

const holds = (census: Census, file: number, serial: string, version: number) => (block: number) =>
  census.of(file, block, serial).some((copy) => copy.version === version);
