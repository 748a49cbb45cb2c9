import { describe, expect, it } from 'vitest';
import { DiskError, SECTOR, VolatileDisk } from './disk.ts';

const BLOCKS = 64;
function drive(cacheBlocks = BLOCKS) {
  const image = Buffer.alloc(BLOCKS * SECTOR);
  const platter = {
    read: (offset: number, length: number) => Buffer.from(image.subarray(offset, offset + length)),
    write: (offset: number, data: Buffer) => void data.copy(image, offset),
  };
  const disk = new VolatileDisk(platter, image.length, cacheBlocks * SECTOR);
  /** Numbers of the blocks that begin with `byte` on the platter. */
  const onPlatter = (byte: number) =>
    Array.from({ length: BLOCKS }, (_, block) => block).filter((block) => image[block * SECTOR] === byte);
  return { disk, image, onPlatter };
}
const block = (byte: number) => Buffer.alloc(SECTOR, byte);
const all = Array.from({ length: BLOCKS }, (_, number) => number);

describe('VolatileDisk', () => {
  it('returns what was written, from the cache and from the platter, also across both and in parts of a block', () => {
    const { disk } = drive();
    disk.write(0, block(1));
    disk.flush();
    disk.write(SECTOR, block(2));
    disk.write(512, Buffer.alloc(512, 3));
    const read = disk.read(256, SECTOR);
    expect([read[0], read[256], read[767], read[768], read[SECTOR - 257], read[SECTOR - 256]]).toEqual([
      1, 3, 3, 1, 1, 2,
    ]);
  });
  it('has nothing of a write on the platter before a flush, and all of it after', () => {
    const { disk, onPlatter } = drive();
    disk.write(0, Buffer.concat([block(1), block(1)]));
    expect(onPlatter(1)).toEqual([]);
    disk.flush();
    expect(onPlatter(1)).toEqual([0, 1]);
    expect(disk.unflushed).toBe(0);
  });
  it('loses in a power cut what was not flushed, and nothing that was', () => {
    const { disk, onPlatter } = drive();
    disk.write(0, block(1));
    disk.flush();
    disk.write(0, block(2));
    disk.write(SECTOR, block(2));
    expect(disk.cut(7, 0)).toEqual({ unflushed: 2, survived: 0, lost: 2 });
    expect([onPlatter(1), onPlatter(2)]).toEqual([[0], []]);
    expect(disk.read(0, 1)[0]).toBe(1);
  });
  it('keeps the same share for the same seed, and another for another', () => {
    const survivors = (seed: number) => {
      const { disk, onPlatter } = drive();
      for (const number of all) disk.write(number * SECTOR, block(5));
      disk.cut(seed, 0.5);
      return onPlatter(5);
    };
    expect(survivors(7)).toEqual(survivors(7));
    expect(survivors(7)).not.toEqual(survivors(8));
    expect(survivors(7).length).toBeGreaterThan(BLOCKS / 4);
    expect(survivors(7).length).toBeLessThan((3 * BLOCKS) / 4);
  });
  it('acknowledges a flush without doing it when it lies, and writes down all the same when it has time', () => {
    const { disk, onPlatter } = drive();
    disk.lies = true;
    disk.write(0, block(1));
    disk.flush();
    expect(onPlatter(1)).toEqual([]);
    disk.settle();
    expect(onPlatter(1)).toEqual([0]);
  });
  it('puts what is in the cache longest on the platter when the cache is full', () => {
    const { disk, onPlatter } = drive(2);
    for (const number of [3, 1, 3, 2]) disk.write(number * SECTOR, block(4));
    expect(onPlatter(4)).toEqual([1]);
  });
  it('fails where it was told to, for what it was told, until it is mended', () => {
    const { disk } = drive();
    disk.fail([{ from: SECTOR, to: 2 * SECTOR, operations: ['read'] }]);
    expect(() => disk.read(SECTOR + 512, 512)).toThrow(DiskError);
    expect(disk.read(0, SECTOR)).toHaveLength(SECTOR);
    disk.write(SECTOR, block(1));
    disk.fail([{ from: 0, to: 1, operations: ['flush'] }]);
    expect(() => disk.flush()).toThrow(DiskError);
    disk.fail([]);
    expect(disk.read(SECTOR, 1)[0]).toBe(1);
  });
});
