import { chance } from '../../experiments/chance.ts';

/** What is kept without power: the raw image. Reading behind what was ever written gives zeros. */
export type Platter = {
  read(offset: number, length: number): Buffer;
  write(offset: number, data: Buffer): void;
};

/** The drive answers with an error in place of doing it. */
export class DiskError extends Error {}

export type Operation = 'read' | 'write' | 'flush';
/** Bytes from `from` up to but not including `to`; operations that fail there. A flush fails whatever the range. */
export type Bad = { from: number; to: number; operations: readonly Operation[] };
/** What a power cut did with the blocks that were in the cache of the drive. */
export type Cut = { unflushed: number; survived: number; lost: number };

/** The drive writes whole blocks of this size: one survives a power cut whole or not at all. */
export const SECTOR = 4096;

/**
 * A drive with a volatile write cache, as nearly all are sold: a write is acknowledged when it is in the cache, a flush
 * when the cache is on the platter. When the cache is full, what is in it longest goes to the platter.
 */
export class VolatileDisk {
  readonly #platter: Platter;
  readonly #bytes: number;
  readonly #capacity: number;
  /** By number of the block; the one that was written longest ago comes first. */
  readonly #cache = new Map<number, Buffer>();
  #bad: readonly Bad[] = [];
  /** Says that a flush is done and does nothing. */
  lies = false;

  /** `bytes` is the size of the drive, `cacheBytes` that of its cache. */
  constructor(platter: Platter, bytes: number, cacheBytes: number) {
    this.#platter = platter;
    this.#bytes = bytes;
    this.#capacity = Math.max(1, Math.floor(cacheBytes / SECTOR));
  }

  get unflushed(): number {
    return this.#cache.size;
  }
  get bytes(): number {
    return this.#bytes;
  }

  /** From now on these fail; none with an empty list. */
  fail(bad: readonly Bad[]): void {
    this.#bad = bad;
  }

  read(offset: number, length: number): Buffer {
    this.#mayFail('read', offset, length);
    const data = this.#platter.read(offset, length);
    for (let block = Math.floor(offset / SECTOR); block * SECTOR < offset + length; block++) {
      const cached = this.#cache.get(block);
      if (!cached) continue;
      const from = Math.max(offset, block * SECTOR);
      const to = Math.min(offset + length, (block + 1) * SECTOR);
      cached.copy(data, from - offset, from - block * SECTOR, to - block * SECTOR);
    }
    return data;
  }

  write(offset: number, data: Buffer): void {
    this.#mayFail('write', offset, data.length);
    for (let block = Math.floor(offset / SECTOR); block * SECTOR < offset + data.length; block++) {
      const from = Math.max(offset, block * SECTOR);
      const to = Math.min(offset + data.length, (block + 1) * SECTOR);
      const whole = to - from === SECTOR;
      const cached = whole
        ? Buffer.allocUnsafe(SECTOR)
        : (this.#cache.get(block) ?? this.#platter.read(block * SECTOR, SECTOR));
      data.copy(cached, from - block * SECTOR, from - offset, to - offset);
      this.#cache.delete(block);
      this.#cache.set(block, cached);
    }
    for (const [block, cached] of this.#cache) {
      if (this.#cache.size <= this.#capacity) break;
      this.#destage(block, cached);
    }
  }

  /** Everything that was written before is on the platter, unless the drive lies. */
  flush(): void {
    this.#mayFail('flush', 0, this.#bytes);
    if (!this.lies) this.settle();
  }

  /** The drive has time and power: what is in its cache goes to the platter, also of one that lies. */
  settle(): void {
    for (const [block, cached] of this.#cache) this.#destage(block, cached);
  }

  /**
   * The power goes. Of the blocks in the cache each comes to the platter with the probability `survive`, as the seed
   * decides, in no order: a drive writes its cache in the order of its tracks. The others are gone.
   */
  cut(seed: number, survive: number): Cut {
    const random = chance(seed);
    const blocks = [...this.#cache].sort(([a], [b]) => a - b);
    const survivors = blocks.filter(() => random() < survive);
    for (const [block, cached] of survivors) this.#destage(block, cached);
    this.#cache.clear();
    return { unflushed: blocks.length, survived: survivors.length, lost: blocks.length - survivors.length };
  }

  #destage(block: number, cached: Buffer) {
    this.#platter.write(block * SECTOR, cached);
    this.#cache.delete(block);
  }

  #mayFail(operation: Operation, offset: number, length: number) {
    const hit = this.#bad.some(
      ({ from, to, operations }) => operations.includes(operation) && offset < to && offset + length > from,
    );
    if (hit) throw new DiskError(`${operation} at ${offset}`);
  }
}
