import { bookmarks, open, reference } from './objects.ts';
import { pack } from './pack.ts';

/** What a reader of PDF files shows of a document beside its text. */
export interface Facts {
  title: string;
  author: string;
  subject: string;
  /** In UTC, as `2026-11-22T09:15:24Z`. */
  date: string;
  /** What every heading says, in order. */
  headings: readonly string[];
}

/**
 * The file with these facts in place of Chromium's: it knows no author, names itself with its version, takes the time
 * of the day (so that the same document would never have the same bytes), and writes the bookmark of a heading that
 * starts a page twice and without the spaces at line ends.
 */
export function amend(file: Buffer, facts: Facts): Buffer {
  const pdf = open(Buffer.from(steady(file.toString('latin1')), 'latin1'));
  const info = reference(pdf.trailer, 'Info');
  if (!info) throw new Error('the PDF has no trailer as Chromium writes it');
  const marks = bookmarks(pdf);
  if (marks.length !== facts.headings.length)
    throw new Error(`the PDF has ${marks.length} bookmarks for ${facts.headings.length} headings`);
  return pack(
    pdf,
    new Map([
      [info, described(facts)],
      ...marks.map((n, i): [string, string] => [n, titled(pdf.object(n), facts.headings[i] ?? '')]),
    ]),
  );
}

/** What differs from run to run, made the same: the time of the day, and how Chromium counts the nodes of tables. */
export function steady(text: string): string {
  const node = /\(node(\d{8})\)/g;
  const names = [...new Set([...text.matchAll(node)].map(([, name = '']) => name))].sort();
  const ranks = new Map(names.map((name, i) => [name, `${i + 1}`.padStart(8, '0')]));
  return text
    .replace(/\/(?:CreationDate|ModDate) \(D:[^)]*\)/g, (date) => date.replace(/\d/g, '0'))
    .replace(node, (_, name: string) => `(node${ranks.get(name)})`);
}

function described({ title, author, subject, date }: Facts): string {
  const on = `(D:${date.replace(/\D/g, '').slice(0, 14)}+00'00')`;
  return `<</Title ${literal(title)}\n/Author ${literal(author)}\n/Subject ${literal(subject)}\n/Creator (npm run report)\n/CreationDate ${on}\n/ModDate ${on}>>`;
}

const titled = (bookmark: string, title: string) =>
  bookmark.replace(/\/Title (?:\((?:\\[\s\S]|[^\\)])*\)|<[0-9a-f]*>)/i, () => `/Title ${literal(title)}`).trimEnd();

/** Text as a PDF has it: as it is where it is plain, else in two bytes a character, which serves every script. */
function literal(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return `(${value.replace(/[\\()]/g, (sign) => `\\${sign}`)})`;
  return `<${Buffer.from(`\ufeff${value}`, 'utf16le').swap16().toString('hex')}>`;
}
