import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { base } from '../address.ts';
import { type FigureId, type Figures, inUnit, limits, registers } from '../budget/limits.ts';

const kilobytes = (content: string | Buffer): number => gzipSync(content).length / 1000;

/** What a page weighs: its HTML, and what it loads. */
export interface Weight {
  kind: 'html' | 'register' | 'matrix';
  page: string;
  kilobytes: number;
  stylesheets: string[];
  scripts: string[];
}

/** Undefined for what has no limit. */
export function weightOf(file: string, html: string): Weight | undefined {
  const kind = kindOf(file);
  if (!kind) return undefined;
  return {
    kind,
    page: file.replace(/index\.html$/, ''),
    kilobytes: kilobytes(html),
    stylesheets: urlsIn(html, stylesheets),
    scripts: urlsIn(html, scripts),
  };
}

/** What the pages of a built site weigh, as far as that can be told without a browser. */
export const measureSite = (out: string, pages: ReadonlyMap<string, string>): Figures =>
  figuresOf(
    out,
    [...pages].flatMap(([file, html]) => weightOf(file, html) ?? []),
  );

export function figuresOf(out: string, weights: readonly Weight[]): Figures {
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
  const total = (urls: readonly string[]) => urls.reduce((sum, url) => sum + sizeOf(url), 0);
  for (const weight of weights) {
    worst(weight.kind, weight.kilobytes, weight.page);
    worst('css', total(weight.stylesheets), weight.page);
    worst('js', total(weight.scripts), weight.page);
  }
  return figures;
}

const stylesheets = /<link [^>]*rel="stylesheet"[^>]* href="([^"]+)"|<link [^>]*href="([^"]+)"[^>]* rel="stylesheet"/g;
const scripts = /<script [^>]*src="([^"]+)"/g;

const urlsIn = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, first, second]) => first ?? second ?? '');

/** Which limit a page comes under. The report is a document of a hundred pages, a transcript is as long as its run. */
function kindOf(file: string): Weight['kind'] | undefined {
  const [folder = '', ...rest] = file.split('/');
  if (folder === 'report' || /-run\d+\/index\.html$/.test(file)) return undefined;
  if (folder === 'matrix') return 'matrix';
  const isRegister = (rest.length === 1 && registers.has(folder)) || rest.at(-2) === 'findings';
  return isRegister ? 'register' : 'html';
}

/** The page that publishes the figures. */
export const budgets = 'budgets/index.html';

/** Puts figures into the page that publishes them. */
export function publishFigures(html: string, figures: Figures): string {
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
