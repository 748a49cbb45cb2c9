import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/schema/index.ts';
import { isWhole, missing } from './resume.ts';

const base = (number: number) => ({ number, seed: 1000 + number, started: '2026-11-22T09:00:00.000Z' });
const incomplete = (number: number): Run => ({ ...base(number), status: 'incomplete' });
const invalid = (number: number, reason: string): Run => ({ ...base(number), status: 'invalid', reason });

describe('missing', () => {
  it('is all of a series that never began', () => {
    expect(missing([], 3)).toEqual([1, 2, 3]);
  });
  it('is the run that was interrupted, under its own number, and those after it', () => {
    expect(missing([invalid(1, 'the guest was silent for 60 s'), incomplete(2)], 3)).toEqual([2, 3]);
  });
  it('is nothing for a run that was invalid for reasons of its own', () => {
    const runs = [1, 2, 3].map((number) => invalid(number, 'the kernel stopped: Oops'));
    expect(isWhole(runs, 3)).toBe(true);
  });
  it.each([
    'the host slept for 40 s',
    'the host has no room left for the disks of the machine',
    'QEMU ended by itself (SIGKILL)',
  ])('is one more run after the last for one that the host spoilt: %s', (reason) => {
    expect(
      missing(
        [1, 2, 3].map((number) => invalid(number, number === 2 ? reason : 'x')),
        3,
      ),
    ).toEqual([4]);
  });
});
