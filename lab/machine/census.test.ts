import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BLOCK, Census, type Copy, copyAt } from './census.ts';

/** A block as lab/agent/corpus.py writes it, but for its filling. */
function block(seed: number, file: number, number: number, version = 1): Buffer {
  const bytes = Buffer.alloc(BLOCK, 0xa5);
  bytes.write('SSD-CACHE-CORPUS');
  for (const [at, value] of [seed, file, number, version].entries()) bytes.writeUInt32LE(value, 16 + 4 * at);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, BLOCK - 4)), BLOCK - 4);
  return bytes;
}

describe('copyAt', () => {
  it('reads what a block says of itself', () => {
    expect(copyAt(block(7, 2, 300, 4), 7)).toEqual({ file: 2, block: 300, version: 4 });
  });
  it('does not know a block of another run, of something else, or with one bit changed', () => {
    const changed = block(7, 2, 300);
    changed.writeUInt8(changed.readUInt8(2000) ^ 1, 2000);
    expect([block(8, 2, 300), Buffer.alloc(BLOCK), changed].map((bytes) => copyAt(bytes, 7))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('Census', () => {
  const at = (serial: string, offset: number, number: number): Copy => ({
    serial,
    offset,
    file: 1,
    block: number,
    version: 1,
  });
  const census = new Census([at('H1', 0, 5), at('H2', 4096, 5), at('S1', 8192, 5), at('H1', 4096, 6)]);

  it('knows the copies of a block, on all disks or on one', () => {
    expect(census.of(1, 5)).toHaveLength(3);
    expect(census.of(1, 5, 'S1')).toEqual([at('S1', 8192, 5)]);
    expect(census.of(2, 5)).toEqual([]);
  });
  it('tells whether a copy is still in its place', () => {
    expect(census.has(at('H1', 0, 5))).toBe(true);
    expect(census.has(at('H1', 4096, 5))).toBe(false);
  });
  it('counts by file and disk', () => {
    expect(census.summary).toBe('file 1: H1 2, H2 1, S1 1');
  });
});
