import { describe, expect, it } from 'vitest';
import { contentsOf } from './contents.ts';

describe('contentsOf', () => {
  it('takes the headings that can be linked to, and only their text', () => {
    const html = '<h2 id="why">Why <em>so</em></h2><h3 id="x">no</h3><h2>no id</h2><h2 class="a" id="how">\n How\n</h2>';
    expect(contentsOf(html)).toEqual([
      { id: 'why', text: 'Why so' },
      { id: 'how', text: 'How' },
    ]);
  });
});
