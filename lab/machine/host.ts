import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { blockCounters, type Counters } from '../parse/blockstats.ts';
import { imageOf } from './arguments.ts';
import { BLOCK, Census, type Copy, scanImage } from './census.ts';
import type { Disk } from './disks.ts';
import { Invalid, type Machine } from './machine.ts';
import { partitionTable } from './partitions.ts';
import type { Transcript } from './transcript.ts';

/** What is done to the machine from outside: looking into its disks, damaging them, counting what they do. */
export class Host {
  readonly #machine: Machine;
  readonly #transcript: Transcript;
  readonly #scratch: string;
  readonly #disks: readonly Disk[];
  readonly #seed: number;

  constructor(parts: {
    machine: Machine;
    transcript: Transcript;
    scratch: string;
    disks: readonly Disk[];
    seed: number;
  }) {
    this.#machine = parts.machine;
    this.#transcript = parts.transcript;
    this.#scratch = parts.scratch;
    this.#disks = parts.disks;
    this.#seed = parts.seed;
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
      const disk = this.#disks.find(({ serial }) => serial === copy.serial);
      if (!disk) throw new Invalid(`there is no disk ${copy.serial}`);
      const file = openSync(imageOf(this.#scratch, disk), 'r+');
      writeSync(file, rubbish(`${this.#seed} ${copy.serial} ${copy.offset}`), 0, BLOCK, copy.offset);
      closeSync(file);
      this.#transcript.host(`overwrites ${copy.serial} at byte ${copy.offset}: file ${copy.file}, block ${copy.block}`);
    }
  }

  /** What each disk was asked to do since the boot, by serial. */
  async counters(): Promise<Record<string, Counters>> {
    const counters = blockCounters(await this.#machine.query('query-blockstats'));
    const words = Object.entries(counters).map(([serial, { reads, writes }]) => `${serial} ${reads} r ${writes} w`);
    this.#transcript.host(`reads the counters of the disks: ${words.join(', ')}`);
    return counters;
  }

  /** Takes a disk out of the running machine, as when it dies or its cable is pulled. The image stays as it is. */
  async unplug(serial: string): Promise<void> {
    await this.#machine.query('device_del', { id: `disk-${serial}` });
    this.#transcript.host(`pulled out ${serial}`);
  }

  /** Writes a partition table with parts of equal size on an empty disk. The machine has to be off. */
  partition(serial: string, parts: number): void {
    this.#mustBeOff('partitioning');
    const disk = this.#disks.find((one) => one.serial === serial);
    if (!disk) throw new Invalid(`there is no disk ${serial}`);
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
    for (const disk of this.#disks.filter(({ serial }) => serials.includes(serial))) {
      const image = imageOf(this.#scratch, disk);
      execFileSync('cp', ['--sparse=always', '--reflink=auto', `${image}${from}`, `${image}${to}`]);
    }
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
