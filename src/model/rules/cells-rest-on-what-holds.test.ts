import { describe, expect, it } from 'vitest';
import { complaints, run } from '../fixture.ts';

describe('cells-rest-on-what-holds', () => {
  it('complains of a cell that is judged by a refuted finding, and says what was seen', () => {
    const said = complaints((f) => {
      const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
      if (evidence) evidence.runs = [run(1, 5)];
    }).filter((line) => line.startsWith('cells-rest'));
    expect(said).toEqual([
      'cells-rest-on-what-holds: data/matrix/cache.ts dimension cache × keeps findings: is judged "good" on the finding "nothing-lost", whose verdict is refuted: Linux 6.12: Not met: lost exactly 0 blocks. → judge the cell by findings that hold, or say which kind of not-known it is and why',
    ]);
  });
});
