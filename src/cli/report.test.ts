import { expect, it, describe as suite } from 'vitest';
import { describe, lineOf } from './report.ts';

suite('lineOf', () => {
  const text =
    "export const questions = {\n  loss: {},\n};\nexport const criteria = {\n  'no-loss': {},\n  loss: {},\n};\n";
  it('finds the record of that kind, quoted or not', () => {
    expect(lineOf(text, 'criterion loss')).toBe(6);
    expect(lineOf(text, 'question loss')).toBe(2);
    expect(lineOf(text, 'criterion no-loss')).toBe(5);
  });
  it('says nothing when it cannot tell', () => {
    expect(lineOf(text, 'criterion absent')).toBeUndefined();
  });
});

suite('describe', () => {
  it('says where, what, and how to mend it', () => {
    const problem = {
      rule: 'references-resolve',
      file: 'data/nowhere.ts',
      line: 7,
      id: 'finding x',
      field: 'evidence.0.source',
      message: 'there is no source "y"',
      remedy: 'did you mean "z"?',
    };
    expect(describe(problem, '/')).toBe(
      'data/nowhere.ts:7  finding x · evidence.0.source\n  there is no source "y"\n  → did you mean "z"?  [references-resolve]',
    );
  });
});
