import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../src/schema/index.ts';
import { ground } from './ground.ts';
import { type Ground, verify } from './verify.ts';

const path = 'data/benchmarks/loss/6.12.json';
const result = (over: object = {}) =>
  ({
    experiment: 'loss',
    kernel: '6.12',
    runs: [
      {
        number: 1,
        status: 'complete',
        transcript: { file: '6.12.run1.txt', sha256: 'text', lines: 9 },
        provenance: { experimentSha256: 'source', imageLockSha256: 'lock', lab: { commit: 'abc', dirty: false } },
      },
    ],
    ...over,
  }) as unknown as Benchmark;

const files: Record<string, { sha256: string }> = { 'lab/experiments/loss.ts': { sha256: 'source' } };
const transcripts: Record<string, { sha256: string; lines: number }> = {
  'data/benchmarks/loss/6.12.run1.txt': { sha256: 'text', lines: 9 },
};
const whole: Ground = {
  results: new Map([[path, result()]]),
  claims: [{ claim: 'it-is-seen', experiment: 'loss' }],
  experiments: ['loss'],
  file: (name) => files[name],
  transcript: (name) => transcripts[name],
  transcripts: Object.keys(transcripts),
  locks: new Map([['lock', 'data/image.lock.json']]),
  wasOnce: () => true,
};
const but = (over: Partial<Ground>) => verify({ ...whole, ...over });

describe('verify', () => {
  it('finds nothing on a whole chain, and says it', () => {
    expect(verify(whole)).toEqual({
      ...{ broken: [], changed: [] },
      whole: [`1 claims → ${path} → 1 transcripts → lab/experiments/loss.ts → data/image.lock.json`],
    });
  });
  it.each<[string, Partial<Ground>, string]>([
    [
      'a result file that breaks off',
      { results: new Map([[path, { broken: `${path} cannot be read` }]]), transcripts: [] },
      `${path} cannot be read`,
    ],
    [
      'a result file in the place of another',
      { results: new Map([[path, result({ kernel: '7.3' })]]) },
      `${path}: it says that it is loss on 7.3`,
    ],
    [
      'a transcript that is gone',
      { transcript: () => undefined },
      `${path}, run 1 → data/benchmarks/loss/6.12.run1.txt: it is not there`,
    ],
    [
      'a transcript that was changed',
      { transcript: () => ({ sha256: 'other', lines: 9 }) },
      `${path}, run 1 → data/benchmarks/loss/6.12.run1.txt: its sha256 is other, the run names text`,
    ],
    [
      'a transcript that cannot be unpacked',
      { transcript: () => ({ broken: 'it cannot be unpacked' }) },
      `${path}, run 1 → data/benchmarks/loss/6.12.run1.txt: it cannot be unpacked`,
    ],
    [
      'a transcript that no run names',
      { transcripts: [...whole.transcripts, 'data/benchmarks/loss/6.12.run7.txt'] },
      'data/benchmarks/loss/6.12.run7.txt: no run names it',
    ],
    [
      'a source that never was',
      { file: () => ({ sha256: 'now' }), wasOnce: () => false },
      `${path}, run 1 → lab/experiments/loss.ts: no version of it in the history has the sha256 source (lab at abc)`,
    ],
    [
      'a lock that is not there',
      { locks: new Map() },
      `${path}, run 1 → data/image*.lock.json: none has the sha256 lock`,
    ],
    ['a claim on no experiment', { experiments: [] }, 'claim it-is-seen → loss: there is no such experiment'],
  ])('names %s', (_, over, line) => {
    expect(but(over).broken).toEqual([line]);
  });
  it('lists a source that changed since, and does not call it broken', () => {
    const file = () => ({ sha256: 'now' });
    expect(but({ file })).toMatchObject({
      broken: [],
      changed: [`${path}, run 1 → lab/experiments/loss.ts: changed since`],
    });
    expect(but({ file, wasOnce: () => undefined }).changed[0]).toMatch('the history is not at hand');
  });
});

describe('ground', () => {
  it('gives the locks and results of the project', () => {
    const { results, locks } = ground();
    expect([...locks.values()]).toContain('data/image.lock.json');
    expect([...results.keys()]).toContain('data/benchmarks/can-the-lab-see-loss/6.12.json');
  });
});
