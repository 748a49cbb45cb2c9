import { describe, expect, it } from 'vitest';
import { fill, publishFigures } from './figures.ts';

const page = '<table><td data-figure="html">not measured</td><td data-figure="html-within">not known</td></table>';

describe('publishFigures', () => {
  it('puts a figure and whether it is within its limit into the page of the budgets, and again when it changes', () => {
    const once = publishFigures(page, { html: { value: 11.96, page: 'a/' } });
    expect(once).toBe(
      '<table><td data-figure="html">12.0 kB (<code>a/</code>)</td><td data-figure="html-within">within</td></table>',
    );
    expect(publishFigures(once, { html: { value: 13, page: '' } })).toBe(
      '<table><td data-figure="html">13.0 kB (the first page)</td><td data-figure="html-within">beyond</td></table>',
    );
  });
});

describe('fill', () => {
  it('fills the cell of that name alone, whatever is said', () => {
    expect(fill('<td data-figure="a">1</td><td data-figure="b">2</td>', 'b', '$1')).toBe(
      '<td data-figure="a">1</td><td data-figure="b">$1</td>',
    );
  });
});
