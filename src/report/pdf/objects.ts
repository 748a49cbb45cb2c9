/**
 * A PDF file as Chromium's library (Skia) writes it: one table with the address of each object, and nothing that is
 * read here compressed.
 */
export interface Pdf {
  text: string;
  /** The body of an object. Throws where there is none. */
  object(n: string): string;
  trailer: string;
  /** The body of every object, by its number. */
  bodies(): Map<number, string>;
}

export function open(file: Buffer): Pdf {
  const text = file.toString('latin1');
  const addresses = new Map<number, number>();
  const start = startOf(text);
  const head = /^xref\n0 (\d+)\n/.exec(text.slice(start, start + 40));
  if (!head) throw new Error('the PDF has no table of objects as Chromium writes it');
  const table = start + head[0].length;
  for (let n = 0; n < Number(head[1]); n += 1)
    addresses.set(n, Number(text.slice(table + n * 20, table + n * 20 + 10)));
  return {
    text,
    trailer: text.slice(text.lastIndexOf('trailer')),
    object(n) {
      const from = addresses.get(Number(n));
      const whole = from === undefined ? '' : text.slice(from, text.indexOf('endobj', from));
      if (!whole.startsWith(`${n} 0 obj`)) throw new Error(`the PDF has no object ${n}: was it written by Chromium?`);
      return whole.slice(whole.indexOf('\n') + 1);
    },
    bodies() {
      const inOrder = [...addresses].filter(([n]) => n > 0).sort(([, a], [, b]) => a - b);
      return new Map(
        inOrder.map(([n, from], i) => {
          const whole = text.slice(from, inOrder[i + 1]?.[1] ?? start);
          return [n, whole.slice(whole.indexOf('\n') + 1, whole.lastIndexOf('endobj')).trimEnd()];
        }),
      );
    },
  };
}

const startOf = (text: string): number =>
  Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);

/** The number of the object to which a key of a dictionary refers. */
export const reference = (dictionary: string, key: string): string | undefined =>
  new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];

/** The page on which each destination lies, and how many pages there are. A destination is an id that a link leads to. */
export function pagesOf(file: Buffer): { of: Map<string, number>; count: number } {
  const pdf = open(file);
  const catalog = pdf.object(reference(pdf.trailer, 'Root') ?? '');
  const order = leaves(pdf, reference(catalog, 'Pages') ?? '');
  const numbers = new Map(order.map((n, i) => [n, i + 1]));
  const dests = reference(catalog, 'Dests');
  const of = new Map<string, number>();
  const entries = dests ? pdf.object(dests) : '';
  for (const [, name = '', page = ''] of entries.matchAll(/\/([^\s/[\]<>()]+) \[(\d+) 0 R/g)) {
    const number = numbers.get(page);
    if (number) of.set(decoded(name), number);
  }
  return { of, count: order.length };
}

const decoded = (name: string) => decodeURIComponent(name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => `%${hex}`));

function leaves(pdf: Pdf, n: string): string[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(pdf.object(n))?.[1];
  return kids === undefined ? [n] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => leaves(pdf, kid));
}

/** The bookmarks in the order of the document, by the numbers of their objects. */
export function bookmarks(pdf: Pdf): string[] {
  const catalog = pdf.object(reference(pdf.trailer, 'Root') ?? '');
  const below = (n: string | undefined): string[] => {
    const found: string[] = [];
    for (let item = n; item; item = reference(pdf.object(item), 'Next'))
      found.push(item, ...below(reference(pdf.object(item), 'First')));
    return found;
  };
  const outlines = reference(catalog, 'Outlines');
  return outlines ? below(reference(pdf.object(outlines), 'First')) : [];
}
