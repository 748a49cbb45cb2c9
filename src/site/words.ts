const months = 'January February March April May June July August September October November December'.split(' ');

/** `2026-11-22` as `22 November 2026`. */
export function day(iso: string): string {
  const [year, month, date] = iso.slice(0, 10).split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** `3 findings`, `1 finding`, `no findings`. The plural is given where it is not the word with an s. */
export const count = (n: number, word: string, many = `${word}s`): string =>
  `${n === 0 ? 'no' : n} ${n === 1 ? word : many}`;

/** `a, b and c`. */
export const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A sentence that names measures by their ids, with what a reader calls them in their place. */
export const inWords = (sentence: string, measures: Readonly<Record<string, { label: string }>>): string =>
  Object.entries(measures).reduce(
    (text, [id, { label }]) => text.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), () => `“${label}”`),
    sentence,
  );

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
