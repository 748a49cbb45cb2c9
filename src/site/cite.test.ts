import { describe, expect, it } from 'vitest';
import { inTex } from './cite.ts';

describe('inTex', () => {
  it('lets no sign of the text be taken for one of TeX', () => {
    expect(inTex('50% of {a_b} & c\\d ~ #1')).toBe(
      '50\\% of \\{a\\_b\\} \\& c\\textbackslash{}d \\textasciitilde{} \\#1',
    );
  });
});
