import { describe, expect, it } from 'vitest';
import type { Benchmark, Run } from './benchmark.ts';
import type { Condition } from './condition.ts';
import { judge, phrase } from './judgement.ts';

const none: Condition = { measure: 'lost', is: 'exactly', value: 0, unit: 'blocks', over: 'every run' };
const some: Condition = { measure: 'damaged', is: 'at least', value: 1, unit: 'blocks', over: 'every run' };
const experiment = {
  repeats: 2,
  needs: [some],
  holdsWhen: [none],
  measures: {
    lost: { label: 'Blocks lost', unit: 'blocks' as const },
    damaged: { label: 'Blocks damaged', unit: 'blocks' as const },
  },
};
const sha = '0'.repeat(64);
const base = { seed: 1, started: '2026-01-02T03:04:05Z' };

const complete = (number: number, values: Record<string, number>): Run => ({
  ...base,
  number,
  status: 'complete',
  seconds: { boot: 1, total: 2 },
  transcript: { file: 'a.txt', sha256: sha, lines: 1 },
  observations: {},
  measures: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, unit: 'blocks' }])),
  provenance: {
    lab: { commit: 'abc', dirty: false },
    experimentSha256: sha,
    imageLockSha256: sha,
    kernelRelease: '6.12',
    commandLine: '',
    packages: {},
    qemu: { version: '7.2', accelerator: 'tcg', arguments: [] },
    host: { cpu: 'x', cores: 2, memoryMiB: 1, load1: 0 },
    disks: [],
  },
});
const invalid = (number: number): Run => ({ ...base, number, status: 'invalid', reason: 'the guest panicked' });
const of = (...runs: Run[]): Benchmark => ({ schema: 1, experiment: 'can-the-lab-see-loss', kernel: '6.12', runs });

describe('judge', () => {
  it('says not run where there is no benchmark', () => {
    expect(judge(experiment).verdict).toBe('not run');
  });
  it('is invalid when no run came to a clean end', () => {
    const judged = judge(experiment, of(invalid(1), { ...base, number: 2, status: 'incomplete' }));
    expect(judged.verdict).toBe('invalid');
    expect(judged.runs[0]?.reason).toBe('the guest panicked');
    expect(judged.runs[0]?.holdsWhen[0]?.met).toBeNull();
  });
  it('is inconclusive with fewer complete runs than were declared', () => {
    const judged = judge(experiment, of(complete(1, { lost: 0, damaged: 3 }), invalid(2)));
    expect(judged).toMatchObject({ verdict: 'inconclusive', reason: '1 run of the 2 declared.' });
  });
  it('is inconclusive when one run does not meet what it needs', () => {
    const judged = judge(experiment, of(complete(1, { lost: 0, damaged: 3 }), complete(2, { lost: 0, damaged: 0 })));
    expect(judged.verdict).toBe('inconclusive');
    expect(judged.runs[1]?.needs[0]).toMatchObject({ seen: 0, met: false });
  });
  it('holds when every run meets every condition', () => {
    const judged = judge(experiment, of(complete(1, { lost: 0, damaged: 3 }), complete(2, { lost: 0, damaged: 3 })));
    expect(judged).toMatchObject({ verdict: 'holds', reason: 'Met in 2 runs: lost exactly 0 blocks.' });
  });
  it('is refuted when one run does not', () => {
    const judged = judge(experiment, of(complete(1, { lost: 0, damaged: 3 }), complete(2, { lost: 1, damaged: 3 })));
    expect(judged).toMatchObject({ verdict: 'refuted', reason: 'Not met: lost exactly 0 blocks.' });
  });
  it.each([{ damaged: 3 }, { damaged: 3, lost: Number.NaN }])(
    'is invalid, never holds, on a measure without value: %o',
    (values) => {
      const judged = judge(experiment, of(complete(1, { lost: 0, damaged: 3 }), complete(2, values)));
      expect(judged).toMatchObject({ verdict: 'invalid', reason: 'Run 2 has no value of lost.' });
    },
  );
  it('is invalid when a condition and a measure differ in unit', () => {
    const errors = { ...experiment, holdsWhen: [{ ...none, unit: 'errors' as const }] };
    const judged = judge(errors, of(complete(1, { lost: 0, damaged: 3 }), complete(2, { lost: 0, damaged: 3 })));
    expect(judged).toMatchObject({ verdict: 'invalid', reason: 'Run 1 has lost in blocks, not in errors.' });
  });
  it('lets the median decide where the condition says so', () => {
    const median = { ...experiment, repeats: 3, holdsWhen: [{ ...none, over: 'the median' as const }] };
    const runs = [0, 0, 7].map((lost, index) => complete(index + 1, { lost, damaged: 1 }));
    expect(judge(median, of(...runs)).verdict).toBe('holds');
  });
});

describe('phrase', () => {
  it('says a condition in words, leaving out the unit of a ratio', () => {
    expect(phrase({ measure: 'gain', is: 'at least', value: 2, unit: 'ratio', over: 'the median' })).toBe(
      'gain at least 2 in the median',
    );
  });
});
