/** What a reader of text has no use for: the way to other pages, buttons, and what only a browser shows. */
const left = new Set(['nav', 'button', 'form', 'script', 'style', 'template', 'dialog', 'input', 'select']);
const isVoid = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr']);
const emphasis: Record<string, string> = { strong: '**', b: '**', em: '*', i: '*', code: '`' };
const blocks = new Set(
  'p div section article header footer aside figure figcaption caption details summary blockquote main address'.split(
    ' ',
  ),
);

/** A tag, from its `<`. Astro writes sound HTML, so no more of a parser is needed for it. */
const tag = /<(\/?)([a-z][a-z0-9-]*)((?:[^>"]+|"[^"]*")*)>/y;

/** The content of a page as Markdown: headings, lists, tables, code, links and what pictures say. */
export function markdownOf(html: string): string {
  const start = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  if (start < 0 || end < start) return '';
  const writer = new Writer();
  const text = withoutDrawings(html.slice(start, end));
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('<', at);
    if (next !== at) writer.text(decoded(text.slice(at, next < 0 ? text.length : next)));
    if (next < 0) break;
    tag.lastIndex = next;
    const found = tag.exec(text);
    at = found ? tag.lastIndex : afterOther(text, next);
    const [, slash, name = '', attributes = ''] = found ?? [];
    if (slash) writer.close(name);
    else if (name) writer.open(name, attributes);
  }
  return writer.done();
}

/** Behind a comment, which says nothing. */
const afterOther = (text: string, at: number) => {
  const end = text.indexOf('>', at);
  return end < 0 ? text.length : end + 1;
};

const asked = {
  hidden: / hidden(?:="([^"]*)")?(?=[ /]|$)/,
  href: / href="([^"]*)"/,
  class: / class="([^"]*)"/,
};
/** What an attribute says; undefined where the tag has none of that name. */
function saidIn(attributes: string, name: keyof typeof asked): string | undefined {
  const found = attributes.includes(name) ? asked[name].exec(attributes) : null;
  return found ? decoded(found[1] ?? '') : undefined;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text of HTML as it reads, of the few entities that the site writes. */
export const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, number, name: string) => {
        if (hex || number) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number));
        return entities[name] ?? whole;
      })
    : text;

/** A drawing is what it says, and nothing where a word stands beside it. */
const withoutDrawings = (html: string): string =>
  html.replace(/<svg\b([^>]*)>[\s\S]*?<\/svg>/g, (_, attributes: string) => {
    const says = /role="img"/.test(attributes) ? /aria-label="([^"]*)"/.exec(attributes)?.[1] : undefined;
    return says ? `<p>[Picture: ${says}]</p>` : ' ';
  });

/** Words of their own within a line: what stands before and after is apart from them. */
const apart = /\b(of|mark|says|num|number|words|page-of|quiet|hash)\b/;

class Writer {
  private readonly out: string[] = [];
  /** The line that is being written; within a table, the cell. */
  private line = '';
  /** How deep in something that is left out. */
  private skipped = 0;
  /** The code that is being written. */
  private code: string | undefined;
  private cells: string[] | undefined;
  private rows = 0;
  private readonly lists: { numbered: boolean; n: number }[] = [];
  private readonly links: string[] = [];

  open(name: string, attributes: string): void {
    if (this.skipped || left.has(name) || saidIn(attributes, 'hidden') !== undefined) {
      if (!isVoid.has(name)) this.skipped += 1;
    } else if (this.code !== undefined) return;
    else if (name === 'pre') {
      this.flush();
      this.code = '';
    } else if (heading.test(name)) this.begin(`${'#'.repeat(Number(name[1]))} `);
    else if (isList(name)) {
      this.flush();
      this.lists.push({ numbered: name === 'ol', n: 0 });
    } else if (name === 'li' || name === 'dt') this.item();
    else if (name === 'dd') return;
    else if (name === 'table') {
      this.flush();
      this.put('');
      this.rows = 0;
    } else if (name === 'tr') {
      this.flush();
      this.cells = [];
    } else if (name === 'td' || name === 'th') this.line = '';
    else if (name === 'a') this.link(saidIn(attributes, 'href') ?? '');
    else if (name in emphasis) this.line += emphasis[name] ?? '';
    else if (blocks.has(name) && !this.cells) this.flush();
    else if (name === 'br' || blocks.has(name) || apart.test(saidIn(attributes, 'class') ?? '')) this.line += ' ';
  }

  text(text: string): void {
    if (this.skipped) return;
    if (this.code === undefined) this.line += text;
    else this.code += text;
  }

  close(name: string): void {
    if (this.skipped) {
      this.skipped -= 1;
      return;
    }
    if (name === 'pre') {
      this.put(`\n\`\`\`\n${(this.code ?? '').trimEnd()}\n\`\`\`\n`);
      this.code = undefined;
    } else if (this.code !== undefined) return;
    else if (isList(name)) {
      this.flush();
      this.lists.pop();
      if (this.lists.length === 0) this.put('');
    } else if (name === 'dt') this.line = `${this.line.trimEnd()}: `;
    else if (name === 'td' || name === 'th') {
      this.cells?.push(tidy(this.line).replaceAll('|', '\\|'));
      this.line = '';
    } else if (name === 'tr') this.row();
    else if (name === 'table') this.put('');
    else if (name === 'a') this.line += this.links.pop() ?? '';
    else if (name in emphasis) this.line += emphasis[name] ?? '';
    else if (ends.has(name) && !this.cells) this.flush();
    else if (name === 'span') this.line += ' ';
  }

  done(): string {
    this.flush();
    const text = this.out.join('\n').replace(/\n{3,}/g, '\n\n');
    return `${text.trim()}\n`;
  }

  private begin(prefix: string): void {
    this.flush();
    this.line = prefix;
  }

  private item(): void {
    this.flush();
    const list = this.lists.at(-1);
    if (list) list.n += 1;
    this.line = list?.numbered ? `${list.n}. ` : '- ';
  }

  private link(href: string): void {
    if (href) this.line += '[';
    this.links.push(href ? `](${href})` : '');
  }

  private row(): void {
    const { cells } = this;
    this.cells = undefined;
    if (!cells) return;
    this.put(`| ${cells.join(' | ')} |`);
    this.rows += 1;
    if (this.rows === 1) this.put(`|${' --- |'.repeat(cells.length)}`);
  }

  /** Ends the line. Within a list it is indented, and no empty line follows; the mark of an item waits for its words. */
  private flush(): void {
    const text = tidy(this.line);
    const depth = this.lists.length;
    if (depth > 0 && bare.test(text)) return;
    this.line = '';
    if (!text || bare.test(text)) return;
    if (depth === 0) this.put(`${text}\n`);
    else this.put(`${'  '.repeat(item.test(text) ? depth - 1 : depth)}${text}`);
  }

  private put(text: string): void {
    this.out.push(text);
  }
}

const heading = /^h[1-6]$/;
const ends = new Set([...blocks, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dd']);
const isList = (name: string) => name === 'ul' || name === 'ol' || name === 'dl';
/** The start of an item or a heading, without words. */
const bare = /^(-|\d+\.|#+)$/;
const item = /^(-|\d+\.) /;
const tidy = (text: string) => {
  const words = text.replace(/[^\S ]\s*| \s+/g, ' ').replace(/ ([.,;:)])/g, '$1');
  return (words.includes('[') ? words.replace(/(?<=\[) | (?=\]\()/g, '') : words).trim();
};
