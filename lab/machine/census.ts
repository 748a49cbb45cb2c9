import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { z } from 'zod';

export const BLOCK = 4096;
const MAGIC = Buffer.from('SSD-CACHE-CORPUS');
const STRIDE = 256 * BLOCK;

/** One place in a raw disk image that holds a block of the corpus, see lab/agent/corpus.py. */
export type Copy = { serial: string; offset: number; file: number; block: number; version: number };

/** The copy at the start of `bytes`; undefined for a block of something else, a torn one, or one of another seed. */
export function copyAt(bytes: Buffer, seed: number): Omit<Copy, 'serial' | 'offset'> | undefined {
  if (bytes.compare(MAGIC, 0, MAGIC.length, 0, MAGIC.length) !== 0) return undefined;
  if (bytes.readUInt32LE(16) !== seed) return undefined;
  if (bytes.readUInt32LE(BLOCK - 4) !== crc32(bytes.subarray(0, BLOCK - 4))) return undefined;
  return { file: bytes.readUInt32LE(20), block: bytes.readUInt32LE(24), version: bytes.readUInt32LE(28) };
}

const extents = z.array(z.object({ start: z.number(), length: z.number(), data: z.boolean(), zero: z.boolean() }));

/** Every intact copy of a block of the corpus in the image, by ascending offset. Holes of the image are skipped. */
export function scanImage(path: string, serial: string, seed: number): Copy[] {
  const map = execFileSync('qemu-img', ['map', '--output=json', '-f', 'raw', path], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const copies: Copy[] = [];
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(STRIDE);
  for (const { start, length, data } of extents.parse(JSON.parse(map))) {
    if (!data) continue;
    const first = Math.floor(start / BLOCK) * BLOCK;
    for (let at = first; at < start + length; at += STRIDE) {
      const got = readSync(file, buffer, 0, Math.min(STRIDE, Math.ceil((start + length - at) / BLOCK) * BLOCK), at);
      for (let inside = 0; inside + BLOCK <= got; inside += BLOCK) {
        const copy = copyAt(buffer.subarray(inside, inside + BLOCK), seed);
        if (copy) copies.push({ serial, offset: at + inside, ...copy });
      }
    }
  }
  closeSync(file);
  return copies;
}

/** Where every block of the corpus is, on all disks of a machine that is off. */
export class Census {
  readonly #byBlock = new Map<string, Copy[]>();
  readonly copies: readonly Copy[];

  constructor(copies: readonly Copy[]) {
    this.copies = copies;
    for (const copy of copies) {
      const key = `${copy.file}/${copy.block}`;
      this.#byBlock.set(key, [...(this.#byBlock.get(key) ?? []), copy]);
    }
  }

  /** The copies of one block, of one disk where a serial is given. */
  of(file: number, block: number, serial?: string): Copy[] {
    const all = this.#byBlock.get(`${file}/${block}`) ?? [];
    return serial === undefined ? all : all.filter((copy) => copy.serial === serial);
  }

  /** Is there an intact copy of the same block in that very place? */
  has({ serial, offset, file, block }: Copy): boolean {
    return this.of(file, block, serial).some((copy) => copy.offset === offset);
  }

  /** Number of copies by file and disk: `file 1: H1 4096, S1 512`. */
  get summary(): string {
    const counts = new Map<number, Map<string, number>>();
    for (const { file, serial } of this.copies) {
      const disks = counts.get(file) ?? new Map<string, number>();
      counts.set(file, disks.set(serial, (disks.get(serial) ?? 0) + 1));
    }
    const line = ([file, disks]: [number, Map<string, number>]) =>
      `file ${file}: ${[...disks]
        .sort()
        .map(([serial, count]) => `${serial} ${count}`)
        .join(', ')}`;
    return (
      [...counts]
        .sort(([a], [b]) => a - b)
        .map(line)
        .join('; ') || 'no block of the corpus'
    );
  }
}
