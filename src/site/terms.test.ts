import { describe, expect, it } from 'vitest';
import { type Linkable, linkTerms } from './terms.ts';

const terms: Linkable[] = [
  { id: 'chunk', term: 'chunk', also: ['cache block'] },
  { id: 'cache-set', term: 'cache set', also: [] },
  { id: 'write-back', term: 'written back', also: ['write-back'] },
];
const link = (html: string) => linkTerms(html, terms, (id) => `/glossary/#${id}`);
const a = (id: string, text: string) => `<a class="term" href="/glossary/#${id}">${text}</a>`;
const chunk = (text: string) => a('chunk', text);

describe('linkTerms', () => {
  it('links a word where it first stands, whatever its form, and not again', () => {
    expect(link('<p>Chunks and a cache block, each chunk</p>')).toBe(
      `<p>${chunk('Chunks')} and a cache block, each chunk</p>`,
    );
    expect(link('<p>a cache\nblock</p>')).toBe(`<p>a ${chunk('cache\nblock')}</p>`);
  });
  it('leaves links, code, headings and drawings alone, and what stands inside them', () => {
    for (const html of [
      '<h2>The chunk</h2>',
      '<a href="/x"><span>a chunk</span></a>',
      '<pre><code>chunk</code></pre>',
      '<svg viewBox="0 0 1 1"><text>chunk</text></svg>',
    ])
      expect(link(html)).toBe(html);
    expect(link('<h2>The <br>chunk</h2><p>a chunk</p>')).toBe(`<h2>The <br>chunk</h2><p>a ${chunk('chunk')}</p>`);
  });
  it('leaves attributes alone, and parts of words', () => {
    const html = '<p title="a > chunk" data-x=\'chunk\'>chunksize, a-chunk, chunk_size</p>';
    expect(link(html)).toBe(html);
  });
  it('takes the longest form, and hyphens for spaces', () => {
    expect(link('<p>a Cache-Set</p>')).toBe(`<p>a ${a('cache-set', 'Cache-Set')}</p>`);
    expect(link('<p>write-back</p>')).toBe(`<p>${a('write-back', 'write-back')}</p>`);
  });
  it('changes nothing where there are no words', () => {
    expect(linkTerms('<p>a chunk</p>', [], String)).toBe('<p>a chunk</p>');
  });
});
