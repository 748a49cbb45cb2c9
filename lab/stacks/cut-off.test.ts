import { describe, expect, it } from 'vitest';
import { type CutOff, countsOf } from './cut-off.ts';

const whole: CutOff = {
  ...{ told: 40, unflushed: 90, lostByDrives: 45, mounted: true },
  ...{ lostLedger: 0, lostTable: 0, scrubErrors: 0, check: 0 },
};

describe('countsOf', () => {
  it('counts nothing lost where all was found', () => {
    expect(countsOf([whole, { ...whole, told: 33, lostByDrives: 7 }])).toEqual({
      ...{ cuts: 2, told: 33, lostByDrives: 52 },
      ...{ notMounted: 0, lost: 0, scrubErrors: 0, notClean: 0 },
    });
  });
  it('counts what was lost, a scrub that found something and a check that was not clean or not made', () => {
    const torn = { ...whole, lostLedger: 2, lostTable: 1, scrubErrors: 4, check: 1 };
    const gone = { ...whole, mounted: false, lostLedger: 20, lostTable: 20, scrubErrors: null, check: null };
    expect(countsOf([whole, torn, gone])).toMatchObject({ notMounted: 1, lost: 43, scrubErrors: 4, notClean: 2 });
  });
});
