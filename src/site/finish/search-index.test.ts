import { describe, expect, it } from 'vitest';
import { lineWith, placesOf, rank, wordsOf } from '../../../public/search.js';
import { common, termsOf } from './index-terms.ts';
import { indexOf, placesIn, termsIn } from './search-index.ts';

const entry = (path: string, title: string, text: string) => ({
  path,
  title,
  type: 'finding' as const,
  verdict: 'holds',
  says: '',
  text,
});

const entries = [
  entry('/a/', 'Scrub sees all', 'dm-cache on Linux 6.12 keeps chunks.'),
  entry('/b/', 'The caches stay', 'A scrub of the array, and another scrub.'),
  entry('/c/', 'Flushes', 'sha 167154ca3f060a8b, caching'),
];
const row = (of: typeof entries) => ({ entries: of, places: placesIn(of.map(termsIn)) });
const files = indexOf([row(entries.slice(0, 2)), row(entries.slice(2))]);

/** What the page of the search finds, by the same steps. */
function find(query: string): string[] {
  const words = wordsOf(query, [...common]);
  const shard = (term: string) => JSON.parse(files.get(`${term.charAt(0)}.json`) ?? '{}') as Record<string, number[]>;
  return rank(words.map((term) => placesOf(term, shard(term), entries.length))).hits.map(
    ({ n }) => entries[n]?.path ?? '',
  );
}

describe('the index of the search', () => {
  it('is the same in however many rows the entries come', () => {
    expect(indexOf([row(entries)])).toEqual(files);
  });

  it('puts a word of the title before one of the text', () => {
    expect(find('scrub')).toEqual(['/a/', '/b/']);
  });

  it('finds by the start of a word, and one thing by its plural', () => {
    expect(find('cach')).toHaveLength(3);
    expect(find('flush')).toEqual(['/c/']);
    expect(find('scrubs')).toHaveLength(2);
  });

  it('wants all words, and where nothing has them those that have most', () => {
    expect(find('scrub chunks')).toEqual(['/a/']);
    expect(find('flushes nowhere')).toEqual(['/c/']);
  });

  it('finds versions and the parts of a compound, and no hashes', () => {
    expect(find('6.12')).toEqual(['/a/']);
    expect(find('dm-cache')[0]).toBe('/a/');
    expect([...termsOf('167154ca3f060a8b 12345.678 a the').keys()]).toEqual([]);
  });

  it('passes over words that stand everywhere', () => {
    expect(wordsOf('What is a scrub', [...common])).toEqual(['scrub']);
  });
});

describe('lineWith', () => {
  it('quotes the line in which most of the words stand, as text', () => {
    expect(lineWith('# Caches\n\n- The [array](/x/) has a **scrub**\nelse', ['scrub', 'array'])).toBe(
      'The array has a scrub',
    );
    expect(lineWith('nothing', ['scrub'])).toBeUndefined();
  });
});
