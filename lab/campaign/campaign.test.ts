import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../src/schema/index.ts';
import { campaign } from './campaign.ts';
import { estimate, inWords, secondsOfRun } from './estimate.ts';
import { allSeries, checkName, type Series, select } from './series.ts';

const series = (id: string, kind: Series['kind'], kernel: Series['kernel'] = '6.12'): Series =>
  ({ id, kind, kernel, repeats: 3 }) as Series;
const loss = series('loss', 'control');
const scrub = series('scrub', 'corruption');
const crash = series('crash', 'crash');
const speed = series('speed', 'performance');
const all = [loss, speed, scrub, crash];
const none = () => undefined;
const took = (...seconds: number[]) =>
  ({ runs: seconds.map((total) => ({ status: 'complete', seconds: { total } })) }) as unknown as Benchmark;

describe('select', () => {
  it('takes words of the id or the kind, all of them', () => {
    expect(select(all, { filter: 'crash' })).toEqual([crash]);
    expect(select(all, { filter: 'control lo' })).toEqual([loss]);
  });
  it('deals the series out to shards, each to one', () => {
    const parts = ['1/3', '2/3', '3/3'].map((shard) => select(all, { shard }));
    expect(parts).toEqual([[loss, crash], [speed], [scrub]]);
  });
  it.each(['0/3', '4/3', 'half'])('knows no shard %s', (shard) => {
    expect(() => select(all, { shard })).toThrow(`There is no part ${shard}`);
  });
  it('takes the name of a file of declarations for all that it declares', () => {
    const found = select(allSeries(), { id: 'runbooks', kernel: '6.12' });
    expect(found.length).toBeGreaterThan(3);
    expect(found.map(({ id }) => id)).toContain('do-the-runbooks-of-a-healthy-array-work');
    expect(() => checkName('runbooks')).not.toThrow();
    expect(() => checkName('nothing')).toThrow('There is no experiment nothing.');
  });
  it('says what it did not find', () => {
    expect(() => select(all, { id: 'loss', kernel: '7.3' })).toThrow('No experiment is declared for loss, Linux 7.3.');
  });
});

describe('estimate', () => {
  it('goes by the same experiment, on another kernel if need be, and calls the rest a guess', () => {
    const other = series('loss', 'control', '7.3');
    const earlier = (one: Pick<Series, 'id' | 'kernel'>) =>
      one.kernel === '6.12' && one.id === loss.id ? took(60, 70, 90) : undefined;
    expect(secondsOfRun(other, [loss, other], earlier)).toEqual({ seconds: 70, guessed: false });
    expect(secondsOfRun(scrub, [loss, scrub], earlier)).toEqual({ seconds: 70, guessed: true });
  });
  it('lets lanes share what may run side by side, and adds what runs alone', () => {
    const plan = all.map((one) => ({ series: one, runs: 2 }));
    const each = () => ({ seconds: 60, guessed: false });
    expect(estimate(plan, 1, each).seconds).toBe(480);
    expect(inWords(estimate(plan, 2, each))).toBe('about 6 min, going by earlier runs');
  });
});

describe('campaign', () => {
  it('runs side by side what may, and performance alone and last', async () => {
    const running = new Set<string>();
    const seen: string[][] = [];
    await campaign(
      all,
      { jobs: 2, resume: false },
      async ({ id }) => {
        running.add(id);
        seen.push([...running]);
        await sleep(id === loss.id ? 30 : 10);
        running.delete(id);
      },
      { say: () => {}, earlier: none },
    );
    expect(seen).toEqual([['loss'], ['loss', 'scrub'], ['loss', 'crash'], ['speed']]);
  });
  it('goes on after a series that could not be done, and gives it at the end', async () => {
    const said: string[] = [];
    const failures = await campaign(
      [loss, scrub],
      { jobs: 1, resume: false },
      async ({ id }) => {
        if (id === loss.id) throw new Error('no room');
      },
      { say: (text) => said.push(text), earlier: none },
    );
    expect(failures).toEqual([{ series: loss, reason: 'no room' }]);
    expect(said.at(-1)).toBe(
      '[2/2] scrub on 6.12: 3 runs; all that is left takes about 12 min, in part a guess: not all of it was run before',
    );
  });
});
