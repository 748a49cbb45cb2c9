import { describe, expect, it } from 'vitest';
import { complaints } from '../fixture.ts';

describe('cells-are-complete', () => {
  it('misses a cell', () => {
    const said = complaints((f) => {
      f.columns['data/matrix/cache.ts'] = { system: 'cache', cells: {} };
    });
    expect(said).toEqual([
      'cells-are-complete: data/matrix/cache.ts system cache cells.keeps: no cell for the dimension "keeps"; a cell is never blank → judge it, or say "not tested", "not supported", "fails" or "cannot be tested here" with the reason',
    ]);
  });

  it('misses the column of a candidate', () => {
    const said = complaints((f) => {
      f.columns = {};
    });
    expect(said).toEqual([
      'cells-are-complete: data/systems.ts system cache matrix: this candidate has no column in the matrix → write data/matrix/cache.ts and register it in data/matrix/index.ts',
    ]);
  });
});
