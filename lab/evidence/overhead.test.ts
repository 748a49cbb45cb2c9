import { describe, expect, it } from 'vitest';
import { overheadOf, ownShare, type Timed } from './overhead.ts';

const of = (...runs: Timed[]) => ({ runs });
const complete = (seconds: Timed['seconds']): Timed => ({ status: 'complete', seconds });

describe('overheadOf', () => {
  it('is what is left of a run when the guest was up for neither preparation nor workload', () => {
    const one = of(complete({ total: 100, prepare: 30, workload: 50 }));
    const two = of(complete({ total: 100, prepare: 0, workload: 60 }));
    expect(overheadOf([one, two])).toEqual({ runs: 2, total: 200, own: 60 });
    expect(ownShare(overheadOf([one, two]))).toBe(30);
  });
  it('leaves out runs that do not say, and those that did not come to their end', () => {
    const old = of(complete({ total: 100 }), { status: 'invalid', seconds: { total: 5, workload: 1 } });
    expect(overheadOf([old])).toEqual({ runs: 0, total: 0, own: 0 });
    expect(ownShare(overheadOf([old]))).toBeUndefined();
  });
});
