import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { base } from '../address.ts';
import { type FigureId, type Figures, inUnit, limits, registers } from '../budget/limits.ts';

const kilobytes = (content: string | Buffer): number => gzipSync(content).length / 1000;

/** What so many bytes weigh at the most: what gets no shorter is stored, with a few bytes more for each block of it. */
const mostKilobytes = (bytes: number): number => (bytes + 5 * Math.ceil(bytes / 16_383) + 18) / 1000;

/** What the pages of a built site weigh, as far as that can be told without a browser. */
export function measureSite(out: string, pages: ReadonlyMap<string, string>): Figures {
  const figures: Figures = {};
  const sizes = new Map<string, number>();
  const sizeOf = (url: string) => {
    const known = sizes.get(url) ?? kilobytes(readFileSync(join(out, url.slice(base.length))));
    sizes.set(url, known);
    return known;
  };
  const worst = (id: FigureId, value: number, page: string) => {
    if (value > (figures[id]?.value ?? -1)) figures[id] = { value, page };
  };
  const weighed = [...pages].flatMap(([file, html]) => {
    const kind = kindOf(file);
    return kind ? [{ kind, html, page: file.replace(/index\.html$/, ''), bytes: Buffer.byteLength(html) }] : [];
  });
  // The longest first, so that of most short ones it is plain that they are not the heaviest.
  for (const { kind, html, page, bytes } of weighed.toSorted((a, b) => b.bytes - a.bytes))
    if (mostKilobytes(bytes) > (figures[kind]?.value ?? 0)) worst(kind, kilobytes(html), page);
  for (const { html, page } of weighed) {
    worst('css', total(html, stylesheets, sizeOf), page);
    worst('js', total(html, scripts, sizeOf), page);
  }
  return figures;
}

const stylesheets = /<link [^>]*rel="stylesheet"[^>]* href="([^"]+)"|<link [^>]*href="([^"]+)"[^>]* rel="stylesheet"/g;
const scripts = /<script [^>]*src="([^"]+)"/g;

const total = (html: string, pattern: RegExp, sizeOf: (url: string) => number): number =>
  [...html.matchAll(pattern)].reduce((sum, [, first, second]) => sum + sizeOf(first ?? second ?? ''), 0);

/** Which limit a page comes under. The report is a document of a hundred pages, a transcript is as long as its run. */
function kindOf(file: string): 'html' | 'register' | 'matrix' | undefined {
  const [folder = '', ...rest] = file.split('/');
  if (folder === 'report' || /-run\d+\/index\.html$/.test(file)) return undefined;
  if (folder === 'matrix') return 'matrix';
  const isRegister = (rest.length === 1 && registers.has(folder)) || rest.at(-2) === 'findings';
  return isRegister ? 'register' : 'html';
}

/** Puts figures into the page that publishes them. */
export function publishFigures(file: string, html: string, figures: Figures): string {
  if (file !== 'budgets/index.html') return html;
  return limits.reduce((text, { id, unit, limit }) => {
    const figure = figures[id];
    if (!figure) return text;
    const page = figure.page ? ` (<code>${figure.page}</code>)` : ' (the first page)';
    return fill(
      fill(text, id, inUnit(figure.value, unit) + page),
      `${id}-within`,
      figure.value <= limit ? 'within' : 'beyond',
    );
  }, html);
}

/** Sets what stands in the cell of a name; the cell keeps its name, so that it can be set again. */
export const fill = (html: string, name: string, content: string): string =>
  html.replace(
    new RegExp(`(<(t[dh])\\b[^>]* data-figure="${name}"[^>]*>)[\\s\\S]*?(</\\2>)`),
    (_, open: string, _tag, close: string) => open + content + close,
  );
