import { describe, expect, it } from 'vitest';
import { checkFixture, run } from '../fixture.ts';
import { figure, given, valueFor } from './values.ts';

const { model } = checkFixture((f) => {
  const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
  if (evidence) evidence.runs = [run(1, 3), run(2, 1), run(3, 8)];
});

describe('valueFor', () => {
  it('gives the median with its unit, how often it ran, and the caveat', () => {
    expect(valueFor(model, 'does-it-lose/lost')).toMatchObject({ text: '3\u00a0blocks', n: 3, kernel: '6.12' });
    expect(valueFor(model, 'does-it-lose/lost').caveat).toContain('emulated');
  });

  it('gives the range or each run on request', () => {
    expect(valueFor(model, 'does-it-lose/lost', { show: 'range' }).text).toBe('1 to 8\u00a0blocks');
    expect(valueFor(model, 'does-it-lose/lost', { show: 'each' }).text).toBe('3, 1, 8\u00a0blocks');
  });

  it('throws with the name that was probably meant', () => {
    expect(() => valueFor(model, 'does-it-loose/lost')).toThrow('did you mean "does-it-lose"?');
    expect(() => valueFor(model, 'does-it-lose/lots')).toThrow('did you mean "lost"?');
    expect(() => valueFor(model, 'does-it-lose/lost', { kernel: '7.3' })).toThrow('has not been measured on Linux 7.3');
  });
});

describe('figure', () => {
  it.each([
    [0, '0'],
    [3.1234, '3.12'],
    [0.012345, '0.0123'],
    [999.4, '999'],
    [12345.6, '12\u202f346'],
    [1234567, '1\u202f234\u202f567'],
  ])('writes %d as %j', (value, text) => {
    expect(figure(value)).toBe(text);
  });
});

describe('given', () => {
  it('knows what the task states, and nothing else', () => {
    expect(given(model, 'ssds')).toEqual({ text: '2', means: 'idle SSDs' });
    expect(() => given(model, 'ssd')).toThrow('did you mean "ssds"?');
  });
});
