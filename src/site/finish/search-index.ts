import { common, termsOf } from './index-terms.ts';
import type { Type } from './types.ts';

/** Something that a search may find, as it is listed. */
export interface Listed {
  path: string;
  title: string;
  type: Type;
  /** A verdict, a state or a status; empty where it has none. */
  verdict: string;
  /** One sentence below the title. */
  says: string;
}
/** Each term of an entry, with its weight. */
export type Terms = Iterable<readonly [string, number]>;
/** Where each term stands in a row of entries: `entry * 16 + weight`, in the order of the entries. */
export type Places = Iterable<readonly [string, number[]]>;

/** How much a word in the title or in the sentence weighs, as against one in the text. */
const weights = { title: 12, says: 4 };
/** A term counts at most so much, so that a long text does not beat a title by repeating itself. */
const most = 15;

export function placesIn(entries: readonly Terms[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [n, entry] of entries.entries())
    for (const [term, weight] of entry) {
      const at = places.get(term);
      if (at) at.push(n * 16 + weight);
      else places.set(term, [n * 16 + weight]);
    }
  return places;
}

/**
 * The files of the index, by name: `entries.json`, and for each first sign of a term `<sign>.json` with where it stands,
 * each place as the distance from the one before. A query loads the entries and what its words ask for. The entries come
 * in rows, each with its own places.
 */
export function indexOf(rows: readonly { entries: readonly Listed[]; places: Places }[]): Map<string, string> {
  const all = new Map<string, number[]>();
  let before = 0;
  for (const row of rows) {
    for (const [term, places] of row.places) {
      const at = all.get(term) ?? [];
      all.set(term, at);
      for (const place of places) at.push(before * 16 + place);
    }
    before += row.entries.length;
  }
  const shards = new Map<string, Record<string, number[]>>();
  for (const term of [...all.keys()].sort()) {
    const sign = term.charAt(0);
    const shard = shards.get(sign) ?? {};
    shards.set(sign, shard);
    const at = all.get(term) ?? [];
    shard[term] = at.map((place, i) => place - (at[i - 1] ?? 0));
  }
  const entries = rows.flatMap((row) => row.entries);
  const listed = entries.map(({ path, title, type, verdict, says }) => [path, title, type, verdict, says]);
  return new Map([
    ['entries.json', JSON.stringify({ common: [...common], entries: listed })],
    ...[...shards].map(([sign, shard]): [string, string] => [`${sign}.json`, JSON.stringify(shard)]),
  ]);
}

/** The terms of an entry, from its title, its sentence and its text. */
export function termsIn({ title, says, text }: { title: string; says: string; text: string }): Map<string, number> {
  const weight = new Map<string, number>();
  for (const [term, n] of termsOf(text)) weight.set(term, 1 + Math.floor(Math.log2(n)));
  const add = (of: string, extra: number) => {
    for (const term of termsOf(of).keys()) weight.set(term, (weight.get(term) ?? 0) + extra);
  };
  add(says, weights.says);
  add(title, weights.title);
  for (const [term, n] of weight) if (n > most) weight.set(term, most);
  return weight;
}
