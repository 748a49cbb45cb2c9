import { describe, expect, it } from 'vitest';
import { Stopwatch } from './stopwatch.ts';

describe('Stopwatch', () => {
  const at = () => {
    let time = 0;
    const watch = new Stopwatch(() => time);
    return { watch, go: (seconds: number) => (time += seconds) };
  };

  it('parts a run into boots, forks, what was prepared once, and the workload', () => {
    const { watch, go } = at();
    go(10);
    watch.up('boot', 0);
    go(3);
    watch.beginsOwnWork();
    go(40);
    watch.saved();
    for (const work of [5, 7]) {
      const started = go(2) - 2;
      watch.up('fork', started);
      go(work);
      watch.down();
    }
    expect(watch.parts).toEqual({ boots: [10], forks: [2, 2], prepare: 40, workload: 12 });
  });
  it('calls all of it the workload where nothing was saved, and nothing of the time that the guest was off', () => {
    const { watch, go } = at();
    go(10);
    watch.up('boot', 0);
    go(4);
    watch.down();
    go(100);
    watch.down();
    expect(watch.parts).toEqual({ boots: [10], forks: [], prepare: 0, workload: 4 });
  });
});
