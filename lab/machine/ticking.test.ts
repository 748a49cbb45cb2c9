import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everySecond } from './ticking.ts';

describe('everySecond', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** What the calls say when, before the third, each clock jumps by so many milliseconds. */
  function late(jump: { monotonic: number; wall: number }): number[] {
    const said: number[] = [];
    let [monotonic, wall] = [0, 1e12];
    const stop = everySecond((seconds) => said.push(seconds), { monotonic: () => monotonic, wall: () => wall });
    for (let second = 1; second <= 4; second++) {
      monotonic += 1000 + (second === 3 ? jump.monotonic : 0);
      wall += 1000 + (second === 3 ? jump.wall : 0);
      vi.advanceTimersByTime(1000);
    }
    stop();
    vi.advanceTimersByTime(5000);
    return said;
  }

  it('is never late while all is well, and silent once it is stopped', () => {
    expect(late({ monotonic: 0, wall: 0 })).toEqual([0, 0, 0, 0]);
  });
  it('sees a host that was suspended, whose monotonic clock stood still', () => {
    expect(late({ monotonic: 0, wall: 90_000 })).toEqual([0, 0, 90, 0]);
  });
  it('sees a lab that was stopped, for which both clocks went on', () => {
    expect(late({ monotonic: 30_000, wall: 30_000 })).toEqual([0, 0, 30, 0]);
  });
  it('does not mind a wall clock that is set back', () => {
    expect(late({ monotonic: 0, wall: -60_000 })).toEqual([0, 0, 0, 0]);
  });
});
