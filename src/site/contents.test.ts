import { describe, expect, it } from 'vitest';
import { besideMargins, contentsOf } from './contents.ts';

describe('contentsOf', () => {
  it('takes the headings that can be linked to, and only their text', () => {
    const html =
      '<h2 id="why">Why <em>so</em></h2><h3 id="x">no</h3><h2>no id</h2><h2 class="a" id="how">\n How\n</h2>';
    expect(contentsOf(html)).toEqual([
      { id: 'why', text: 'Why so' },
      { id: 'how', text: 'How' },
    ]);
  });
});

describe('besideMargins', () => {
  it('changes what stands around the notes, and not the notes', () => {
    const html = '<div class="margin" aria-hidden="true"><p>leg</p></div><p>leg</p>';
    expect(besideMargins(html, (text) => text.replaceAll('leg', '<a>leg</a>'))).toBe(
      '<div class="margin" aria-hidden="true"><p>leg</p></div><p><a>leg</a></p>',
    );
  });
});
