import { describe, expect, it } from 'vitest';
import { complaints } from '../fixture.ts';

const condition = (measure: string, unit: string) => [{ measure, is: 'exactly', value: 0, unit }];

describe('units-agree', () => {
  it('complains of a condition in another unit than its measure', () => {
    const said = complaints((f) => {
      const finding = f.findings['data/findings/loss.ts']?.['nothing-lost'] ?? {};
      finding['evidence'] = [{ experiment: 'does-it-lose', holdsWhen: condition('lost', 'bytes') }];
    });
    expect(said).toContain(
      'units-agree: data/findings/loss.ts finding nothing-lost evidence.0.holdsWhen.0: lost is measured in blocks, and the condition is in bytes → state the condition in blocks',
    );
  });

  it('complains of a measure that the experiment does not have', () => {
    const said = complaints((f) => {
      (f.experiments['does-it-lose'] ?? {})['holdsWhen'] = condition('lots', 'blocks');
    });
    expect(said).toContain(
      'units-agree: data/experiments/loss.ts experiment does-it-lose holdsWhen.0: the experiment has no measure "lots" → did you mean "lost"?',
    );
  });

  it('complains of evidence in another unit than was declared', () => {
    const said = complaints((f) => {
      const run = f.evidence['data/benchmarks/does-it-lose/6.12.json']?.runs[0] ?? {};
      run['measures'] = { lost: { value: 0, unit: 'bytes' } };
    });
    expect(said).toContain(
      'units-agree: data/benchmarks/does-it-lose/6.12.json run 1 measures.lost: is in bytes, and does-it-lose declares blocks → mend the unit in data/experiments/, or the measure in the experiment, and judge again',
    );
  });

  it('keeps a chart to one unit', () => {
    const said = complaints((f) => {
      const experiment = f.experiments['does-it-lose'] ?? {};
      experiment['measures'] = { lost: { label: 'Lost', unit: 'blocks' }, time: { label: 'Time', unit: 'seconds' } };
      experiment['charts'] = [{ title: 'Both', measures: ['lost', 'time'] }];
    });
    expect(said).toEqual([
      'units-agree: data/experiments/loss.ts experiment does-it-lose charts.0: one chart has blocks and seconds → make a chart for each unit',
    ]);
  });
});
