import type { Document, Run, Sheet } from './read.ts';

const point = 72 / 25.4;
/** The margins of src/styles/report/paper.css, in points, and how far a glyph may hang over an edge. */
const margin = { side: 24 * point, top: 24 * point, bottom: 22 * point };
const tolerance = 1.5;

/** Text without white space: where lines break differs between paper and screen. One glyph serves two apostrophes. */
export const squeezed = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, '').replaceAll('\u02bc', '\u2019');

const inMargin = ({ height }: Sheet, { y }: Run) => y > height - margin.top || y < margin.bottom;
const body = (sheet: Sheet): Run[] => sheet.runs.filter((run) => !inMargin(sheet, run));
const heads = (sheet: Sheet): Run[] => sheet.runs.filter((run) => inMargin(sheet, run));

/** All that is printed between the margins. */
export const textOf = ({ sheets }: Document): string =>
  squeezed(sheets.flatMap((sheet) => body(sheet).map(({ text }) => text)).join(''));

export function missing(document: Document, texts: readonly string[]): string[] {
  const all = textOf(document);
  return texts.filter((text) => !all.includes(squeezed(text))).map((text) => `not printed: ${text}`);
}

/**
 * Links that lead nowhere. Chromium leaves those out without a word, so the ids to which the web page links are held
 * against the destinations of the file too.
 */
export function danglingLinks({ sheets, destinations }: Document, linked: readonly string[]): string[] {
  const lost = [...new Set(linked)].filter((id) => !destinations.has(id)).map((id) => `nothing is at #${id}`);
  const dead = sheets.flatMap(({ number, links }) =>
    links
      .filter(({ to, page }) => page === undefined && !/^https?:\/\/(?!report\.invalid)/.test(to))
      .map(({ text, to }) => `page ${number}: "${text}" leads nowhere (${to})`),
  );
  return [...lost, ...dead];
}

/** Links that name a page (`p. 12`, or the last number of a line of the contents) which is not where they lead. */
export function wrongPages({ sheets, destinations }: Document): string[] {
  const abstract = destinations.get('abstract') ?? 0;
  return sheets.flatMap(({ number, links }) =>
    links.flatMap(({ text, line, page }) => {
      if (page === undefined) return [];
      const inContents = number > 1 && number < abstract;
      const said = inContents ? /(\d+)\s*$/.exec(line) : /p\.\s*(\d+)\)?\s*$/.exec(text);
      if (!said) return inContents ? [`page ${number}: "${line}" names no page`] : [];
      return Number(said[1]) === page ? [] : [`page ${number}: "${said.input}" is on page ${page}`];
    }),
  );
}

/** Every page but the title says which of how many it is. */
export const wrongFeet = ({ sheets }: Document): string[] =>
  sheets
    .filter(
      (sheet) => sheet.number > 1 && !heads(sheet).some(({ text }) => text === `${sheet.number} / ${sheets.length}`),
    )
    .map(({ number }) => `page ${number} does not say so`);

/** Text beside the margins, and text above or below them that is no running head. */
export function outsideMargins({ sheets }: Document): string[] {
  const alike = ({ height }: Sheet) => sheets.filter((sheet) => sheet.height === height);
  const usual = (sheet: Sheet, { y }: Run) => {
    const others = alike(sheet);
    const there = others.filter((other) => heads(other).some((run) => Math.abs(run.y - y) < 1));
    return there.length >= Math.max(2, others.length / 3);
  };
  return sheets.flatMap((sheet) =>
    sheet.runs
      .filter((run) => {
        const beside = run.left < margin.side - tolerance || run.right > sheet.width - margin.side + tolerance;
        return beside || (inMargin(sheet, run) && !usual(sheet, run));
      })
      .map(({ text }) => `page ${sheet.number}: "${text}" stands in the margin`),
  );
}

/** Pages other than the title with fewer than three lines. */
export const thinPages = ({ sheets }: Document): string[] =>
  sheets
    .filter((sheet) => sheet.number > 1 && linesOf(sheet) < 3)
    .map((sheet) => `page ${sheet.number} has ${linesOf(sheet)} lines`);

/** Lines of a page; what is less than half a line apart is one. */
function linesOf(sheet: Sheet): number {
  const heights = body(sheet)
    .map(({ y }) => y)
    .sort((a, b) => a - b);
  return heights.filter((y, i) => i === 0 || y - (heights[i - 1] ?? 0) > 4).length;
}

/** A heading on the last lines of a page, with nothing of what it is over. */
export function orphanHeads({ sheets, bookmarks }: Document): string[] {
  const headings = new Set(bookmarks.map(squeezed));
  return sheets.flatMap((sheet) => {
    const low = Math.min(...body(sheet).map(({ y }) => y));
    const last = body(sheet)
      .filter(({ y }) => y - low < 4)
      .map(({ text }) => text)
      .join('');
    return sheet.number > 1 && headings.has(squeezed(last))
      ? [`page ${sheet.number} ends with the heading "${last}"`]
      : [];
  });
}

export function untagged({ sheets, marked }: Document): string[] {
  const bare = sheets.filter(({ roles }) => roles.size === 0).map(({ number }) => `page ${number} has no tags`);
  const roles = new Set(sheets.flatMap((sheet) => [...sheet.roles]));
  const wanted = ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Link'];
  return [
    ...(marked ? [] : ['the document is not tagged']),
    ...bare,
    ...wanted.filter((role) => !roles.has(role)).map((role) => `nothing is tagged ${role}`),
  ];
}

/** Fonts that are not in the file, or that are not the report's own: then pages break elsewhere on another machine. */
export function foreignFonts({ raw }: Document): string[] {
  const fonts = raw.match(/<<\/Type \/FontDescriptor[\s\S]*?>>/g) ?? [];
  return fonts.flatMap((font) => {
    const name = /\/FontName \/(\S+)/.exec(font)?.[1] ?? 'a font without a name';
    // Text with a stroke becomes a font of drawings (Type 3), which is in the file by its nature.
    const drawn = font.includes('/FontFamily (');
    if (!drawn && !/\/FontFile\d? /.test(font)) return [`${name} is not embedded`];
    return /^[A-Z]{6}\+Source(Serif4|Sans3|CodePro)/.test(name) ? [] : [`${name} is not a font of the report`];
  });
}
