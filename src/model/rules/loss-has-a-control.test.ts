import { describe, expect, it } from 'vitest';
import { complaints, run } from '../fixture.ts';

describe('loss-has-a-control', () => {
  it('wants a control of every experiment about loss', () => {
    const said = complaints((f) => {
      (f.experiments['does-it-lose'] ?? {})['kind'] = 'corruption';
    });
    expect(said).toEqual([
      'loss-has-a-control: data/experiments/loss.ts experiment does-it-lose control: is about corruption and has no control → name the positive control',
    ]);
  });

  it('does not let results stand while the control did not come out as it must', () => {
    const said = complaints((f) => {
      const base = f.experiments['does-it-lose'] ?? {};
      f.experiments['control'] = { ...base, kind: 'control', expected: { verdict: 'refuted', because: 'arranged' } };
      Object.assign(base, { kind: 'crash', control: 'control' });
      const file = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
      if (file)
        f.evidence['data/benchmarks/control/6.12.json'] = {
          ...file,
          experiment: 'control',
          runs: [{ ...run(1, 0), transcript: { ...run(1, 0).transcript, file: '../does-it-lose/6.12.run1.txt' } }],
        };
    });
    expect(said).toContain(
      'loss-has-a-control: data/experiments/loss.ts experiment does-it-lose control: has results, and its control "control" is holds where refuted was due → run the control first: npm run lab -- run control',
    );
  });
});
