import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aroundLoss, type Load, load } from './load.ts';

const seen: Load = {
  writer: {
    records: [
      [0, 10, 10.1],
      [1, 10.2, 10.3],
      [2, 10.4, 13.4],
    ],
    errors: [[3, 14, 'EROFS']],
  },
  readers: [
    { parity: 0, good: [10, 12], wrong: [], errors: [15] },
    { parity: 1, good: [11], wrong: [16], errors: [] },
  ],
  gone: 11,
};

describe('aroundLoss', () => {
  it('counts a record as finished when its flush returned', () => {
    expect(aroundLoss(seen)).toEqual({
      ...{ acknowledgedBefore: 2, acknowledgedAfter: 1, writeErrors: 1, readErrors: 1, wrongReads: 1 },
      ...{ readsAfter: 1, longestStall: 3.1 },
    });
  });
  it('reads what the guest printed when an SSD of one leg was pulled out', () => {
    const printed = readFileSync(join(import.meta.dirname, 'fixtures', 'load.json'), 'utf8');
    expect(aroundLoss(load.parse(JSON.parse(printed)))).toEqual({
      ...{ acknowledgedBefore: 76, acknowledgedAfter: 294, writeErrors: 0, readErrors: 0, wrongReads: 0 },
      ...{ readsAfter: 522, longestStall: 0.72 },
    });
  });
});
