import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { blockCounters, type Counters } from '../parse/blockstats.ts';
import { deviceProperties, imageOf, toldOf } from './arguments.ts';
import { BLOCK, Census, type Copy, scanImage } from './census.ts';
import type { Disk } from './disks.ts';
import { copyImages } from './images.ts';
import { Invalid, type Machine } from './machine.ts';
import { partitionTable } from './partitions.ts';
import type { Transcript } from './transcript.ts';
import type { Operation } from './volatile/disk.ts';
import type { Drives, Order } from './volatile/drives.ts';

const peripherals = z.array(z.object({ name: z.string() }));
type Failing = { from?: number; to?: number; operations?: readonly Operation[] };

/** What is done to the machine from outside: looking into its disks, damaging them, counting what they do. */
export class Host {
  readonly #machine: Machine;
  readonly #transcript: Transcript;
  readonly #scratch: string;
  readonly #disks: readonly Disk[];
  readonly #seed: number;
  readonly #drives: Drives | undefined;

  constructor(parts: {
    machine: Machine;
    transcript: Transcript;
    scratch: string;
    disks: readonly Disk[];
    seed: number;
    /** Those of the disks that have a volatile cache. */
    drives?: Drives | undefined;
  }) {
    this.#machine = parts.machine;
    this.#transcript = parts.transcript;
    this.#scratch = parts.scratch;
    this.#disks = parts.disks;
    this.#seed = parts.seed;
    this.#drives = parts.drives;
  }

  /** Searches the raw images of all disks for blocks of the corpus. The machine has to be off. */
  census(): Census {
    this.#mustBeOff('a census');
    const census = new Census(
      this.#disks.flatMap((disk) => scanImage(imageOf(this.#scratch, disk), disk.serial, this.#seed)),
    );
    this.#transcript.host(`counts the copies of the corpus in the raw disks: ${census.summary}`);
    return census;
  }

  /** Overwrites those places of the raw images with bytes that are no block of the corpus. The machine has to be off. */
  overwrite(copies: readonly Copy[]): void {
    this.#mustBeOff('damage');
    for (const copy of copies) {
      const file = openSync(imageOf(this.#scratch, this.#disk(copy.serial)), 'r+');
      writeSync(file, rubbish(`${this.#seed} ${copy.serial} ${copy.offset}`), 0, BLOCK, copy.offset);
      closeSync(file);
      this.#transcript.host(`overwrites ${copy.serial} at byte ${copy.offset}: file ${copy.file}, block ${copy.block}`);
    }
  }

  /**
   * Lines that a program in the guest wrote to the port `told` since the boot or fork; the machine may be off. What a
   * guest has told is known however it ends.
   */
  told(): string[] {
    return readFileSync(toldOf(this.#scratch), 'utf8').split('\n').slice(0, -1);
  }

  /** Waits until the guest has told so many lines. */
  async untilTold(lines: number, seconds = 120): Promise<void> {
    const end = performance.now() + 1000 * seconds;
    while (this.told().length < lines) {
      if (performance.now() > end) throw new Invalid(`the guest did not tell ${lines} lines within ${seconds} s`);
      await sleep(20);
    }
  }

  /** What each disk was asked to do since the boot, by serial. */
  async counters(): Promise<Record<string, Counters>> {
    const counters = blockCounters(await this.#machine.query('query-blockstats'));
    const words = Object.entries(counters).map(([serial, { reads, writes }]) => `${serial} ${reads} r ${writes} w`);
    this.#transcript.host(`reads the counters of the disks: ${words.join(', ')}`);
    return counters;
  }

  /**
   * Takes a disk out of the running machine, as when it dies or its cable is pulled. The image stays as it is; of what a
   * volatile cache held the share `survive` comes to it.
   */
  async unplug(serial: string, { survive = 0 }: { survive?: number } = {}): Promise<void> {
    await this.#machine.query('device_del', { id: `disk-${serial}` });
    this.#transcript.host(`pulled out ${serial}`);
    if (this.#disk(serial).volatileCacheBytes === undefined) return;
    await this.#letGo(serial);
    const { [serial]: cut } = await this.#order({ type: 'lose', serial, seed: this.#seed, survive });
    this.#transcript.host(`${serial} had ${cut?.unflushed} unflushed blocks and lost ${cut?.lost} of them`);
  }

  /** The guest has to let go of a disk before it is gone. */
  async #letGo(serial: string) {
    for (let tries = 0; tries < 100; tries++) {
      const devices = peripherals.parse(await this.#machine.query('qom-list', { path: '/machine/peripheral' }));
      if (!devices.some(({ name }) => name === `disk-${serial}`)) return;
      await sleep(100);
    }
    throw new Invalid(`the guest does not let go of ${serial}`);
  }

  /** Plugs a disk that was pulled out into the running machine again, as it was. The guest may give it another letter. */
  async plugIn(serial: string): Promise<void> {
    const disk = this.#disk(serial);
    await this.#letGo(serial);
    await this.#machine.query('device_add', deviceProperties(disk));
    this.#transcript.host(`plugged in ${serial}`);
  }

  /**
   * From now on operations on a disk with a volatile cache fail with an I/O error: all of them, or those that touch the
   * bytes from `from` up to `to`. A flush fails whatever the range. Each call replaces what was said of the disk before.
   */
  async fail(
    serial: string,
    { from = 0, to = this.#disk(serial).bytes, operations = ['read', 'write', 'flush'] }: Failing = {},
  ): Promise<void> {
    await this.#order({ type: 'fail', serial, bad: [{ from, to, operations }] });
    this.#transcript.host(`${serial} fails from byte ${from} to ${to}: ${operations.join(', ')}`);
  }

  /** The disk answers again. */
  async mend(serial: string): Promise<void> {
    await this.#order({ type: 'fail', serial, bad: [] });
    this.#transcript.host(`${serial} answers again`);
  }

  /** From now on a disk with a volatile cache says that it has flushed and does not, or (`false`) is honest again. */
  async lie(serial: string, lies = true): Promise<void> {
    await this.#order({ type: 'lie', serial, lies });
    this.#transcript.host(`${serial} ${lies ? 'lies about flushes' : 'is honest about flushes'} from now on`);
  }

  #order(order: Order) {
    if (!this.#drives) throw new Invalid('none of the disks has a volatile cache: see withVolatileCache');
    return this.#drives.order(order);
  }

  #disk(serial: string): Disk {
    const disk = this.#disks.find((one) => one.serial === serial);
    if (!disk) throw new Invalid(`there is no disk ${serial}`);
    return disk;
  }

  /** Writes a partition table with parts of equal size on an empty disk. The machine has to be off. */
  partition(serial: string, parts: number): void {
    this.#mustBeOff('partitioning');
    const disk = this.#disk(serial);
    const file = openSync(imageOf(this.#scratch, disk), 'r+');
    writeSync(file, partitionTable(disk.bytes, parts), 0, 512, 0);
    closeSync(file);
    this.#transcript.host(`divides ${serial} into ${parts} partitions`);
  }

  /** Puts copies of images aside, as they are now. The machine has to be off. */
  keep(serials: readonly string[]): void {
    this.#copy(serials, '', '.kept', 'keeps a copy of');
  }

  /** Brings the images back as they were kept. The machine has to be off. */
  putBack(serials: readonly string[]): void {
    this.#copy(serials, '.kept', '', 'puts back the copy of');
  }

  #copy(serials: readonly string[], from: string, to: string, what: string) {
    this.#mustBeOff('copying');
    const disks = this.#disks.filter(({ serial }) => serials.includes(serial));
    copyImages(this.#scratch, disks, from, to);
    this.#transcript.host(`${what} ${serials.join(', ')}`);
  }

  /** A remark in the transcript. */
  note(text: string): void {
    this.#transcript.host(`# ${text}`);
  }

  #mustBeOff(what: string) {
    if (this.#machine.running) throw new Invalid(`${what} of the disks needs the machine to be off`);
  }
}

const rubbish = (key: string): Buffer => createHash('shake128', { outputLength: BLOCK }).update(key).digest();
