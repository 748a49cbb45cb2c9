import { describe, expect, it } from 'vitest';
import { getModel } from '../model/index.ts';
import { cellEvidence, csv } from './matrix.ts';

describe('cellEvidence', () => {
  const finding = (id: string, grade: string) => ({ id, grade });
  const model = { findings: [finding('a', 'measured on two kernels'), finding('b', 'inferred')] } as never;

  it('is that of the weakest finding', () => {
    expect(cellEvidence(model, { is: 'good', says: 'x', findings: ['a', 'b'] as never })).toBe('inferred');
  });

  it('is none where there is no finding', () => {
    expect(cellEvidence(model, { is: 'not tested', says: 'x', reason: 'y', findings: [] })).toBeUndefined();
  });
});

describe('csv', () => {
  it('has a line for each cell, and nothing that ends a line within one', async () => {
    const model = await getModel();
    const lines = csv(model).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + model.dimensions.length * model.systems.length);
    for (const line of lines) expect(line.match(/"(?:[^"]|"")*"/g)).toHaveLength(8);
  });
});
