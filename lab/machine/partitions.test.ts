import { describe, expect, it } from 'vitest';
import { partitionTable } from './partitions.ts';

describe('partitionTable', () => {
  it('divides a disk of 1 GiB into two equal partitions at whole MiB', () => {
    const table = partitionTable(2 ** 30, 2);
    const entries = [0, 1].map((part) => [table.readUInt32LE(454 + part * 16), table.readUInt32LE(458 + part * 16)]);
    expect(entries).toEqual([
      [2048, 1_046_528],
      [1_048_576, 1_046_528],
    ]);
    expect(table.subarray(510)).toEqual(Buffer.from([0x55, 0xaa]));
  });
  it('throws when there are more than a table can hold', () => {
    expect(() => partitionTable(2 ** 30, 5)).toThrow('5 partitions do not fit');
  });
});
