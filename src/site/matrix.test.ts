import { describe, expect, it } from 'vitest';
import { getModel } from '../model/index.ts';
import { cellEvidence, csv } from './matrix.ts';

describe('cellEvidence', () => {
  const model = {
    findings: [
      { id: 'a', grade: 'measured on two kernels' },
      { id: 'b', grade: 'inferred' },
    ] as const,
  };

  it('is that of the weakest finding', () => {
    expect(cellEvidence(model, { findings: ['a', 'b'] })).toBe('inferred');
  });

  it('is none where there is no finding', () => {
    expect(cellEvidence(model, { findings: [] })).toBeUndefined();
  });
});

describe('csv', () => {
  it('has a line for each cell, and nothing that ends a line within one', { timeout: 60_000 }, async () => {
    const model = await getModel();
    const lines = csv(model).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + model.dimensions.length * model.systems.length);
    for (const line of lines) expect(line.match(/"(?:[^"]|"")*"/g)).toHaveLength(8);
  });
});
