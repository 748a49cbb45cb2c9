/**
 * Reads and amends a PDF file as Chromium's library (Skia) writes it: objects in plain sight, one table of addresses
 * at the end, nothing that is read here compressed.
 */
const text = (pdf: Buffer) => pdf.toString('latin1');

function object(pdf: string, n: string): string {
  const start = new RegExp(`(?:^|\\n)${n} 0 obj\\n`).exec(pdf);
  if (!start) throw new Error(`the PDF has no object ${n}: was it written by Chromium?`);
  const from = start.index + start[0].length;
  return pdf.slice(from, pdf.indexOf('endobj', from));
}

function reference(object: string, key: string): string | undefined {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1];
}

/** The page on which each destination lies, and how many pages there are. A destination is an id that a link leads to. */
export function pagesOf(file: Buffer): { of: Map<string, number>; count: number } {
  const pdf = text(file);
  const catalog = object(pdf, reference(trailer(pdf), 'Root') ?? '');
  const order = leaves(pdf, reference(catalog, 'Pages') ?? '');
  const numbers = new Map(order.map((n, i) => [n, i + 1]));
  const dests = reference(catalog, 'Dests');
  const of = new Map<string, number>();
  for (const [, name = '', page = ''] of (dests ? object(pdf, dests) : '').matchAll(
    /\/([^\s/[\]<>()]+) \[(\d+) 0 R/g,
  )) {
    const number = numbers.get(page);
    if (number) of.set(decoded(name), number);
  }
  return { of, count: order.length };
}

const decoded = (name: string) => decodeURIComponent(name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => `%${hex}`));

function leaves(pdf: string, n: string): string[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(object(pdf, n))?.[1];
  return kids === undefined ? [n] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => leaves(pdf, kid));
}

const trailer = (pdf: string) => pdf.slice(pdf.lastIndexOf('trailer'));

/** What a reader of PDF files shows of a document beside its text. */
export interface Facts {
  title: string;
  author: string;
  subject: string;
  /** In UTC, as `2026-11-22T09:15:24Z`. */
  date: string;
}

/**
 * The file with these facts in place of those that Chromium wrote: it knows no author, names itself with its version,
 * and takes the time of the day, by which the same document would never have the same bytes. The facts come after the
 * end of the file, as a PDF is amended.
 */
export function withFacts(file: Buffer, facts: Facts): Buffer {
  const pdf = blanked(text(file));
  const end = trailer(pdf);
  const info = reference(end, 'Info');
  const root = reference(end, 'Root');
  const size = /\/Size (\d+)/.exec(end)?.[1];
  const start = /startxref\s+(\d+)/.exec(end)?.[1];
  if (!info || !root || !size || !start) throw new Error('the PDF has no trailer as Chromium writes it');
  const date = `D:${facts.date.replace(/[^0-9]/g, '').slice(0, 14)}+00'00'`;
  const entries = [
    ['Title', facts.title],
    ['Author', facts.author],
    ['Subject', facts.subject],
    ['Creator', 'npm run report'],
  ].map(([key, value = '']) => `/${key} ${literal(value)}`);
  const dates = ['CreationDate', 'ModDate'].map((key) => `/${key} (${date})`);
  const body = `${info} 0 obj\n<<${[...entries, ...dates].join('\n')}>>\nendobj\n`;
  const at = String(pdf.length).padStart(10, '0');
  const table = `xref\n${info} 1\n${at} 00000 n \ntrailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/Prev ${start}>>\nstartxref\n${pdf.length + body.length}\n%%EOF\n`;
  return Buffer.from(pdf + body + table, 'latin1');
}

/** The old facts stay in the file where nothing reads them; what would differ from run to run is struck out. */
const blanked = (pdf: string) =>
  pdf.replace(/\/(CreationDate|ModDate) \(D:[^)]*\)/g, (whole) => whole.replace(/\d/g, '0'));

/** Text as a PDF has it: in two bytes a character, which serves every script. */
function literal(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return `(${value.replace(/[\\()]/g, (sign) => `\\${sign}`)})`;
  const bytes = Buffer.from(`\ufeff${value}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}
