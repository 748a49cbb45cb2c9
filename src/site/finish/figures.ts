import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { base } from '../address.ts';
import { type FigureId, type Figures, inUnit, limits, registers } from '../budget/limits.ts';

const kilobytes = (content: string | Buffer): number => gzipSync(content).length / 1000;

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
  for (const [file, html] of pages) {
    const kind = kindOf(file);
    if (!kind) continue;
    const page = file.replace(/index\.html$/, '');
    worst(kind, kilobytes(html), page);
    worst(
      'css',
      total(
        html,
        /<link [^>]*rel="stylesheet"[^>]* href="([^"]+)"|<link [^>]*href="([^"]+)"[^>]* rel="stylesheet"/g,
        sizeOf,
      ),
      page,
    );
    worst('js', total(html, /<script [^>]*src="([^"]+)"/g, sizeOf), page);
  }
  return figures;
}

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
