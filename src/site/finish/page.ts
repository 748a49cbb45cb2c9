import { join } from 'node:path';
import { base } from '../address.ts';
import type { Output, Written } from '../output.ts';
import { withPolicy } from '../policy.ts';
import { type Weight, weightOf } from './figures.ts';
import { markdownOf } from './markdown.ts';
import { type Searchable, searchableOf } from './searchable.ts';

/** What the rest of a site has to know of a page that was written. */
export interface FinishedPage {
  /** Its address, with the base. */
  path: string;
  /** The page, and its twin where that is a file of its own. */
  files: Written[];
  searchable?: Searchable | undefined;
  weight?: Weight | undefined;
}

/** Its address, with the base. */
export const pathOf = (file: string): string => base + file.replace(/(^|\/)index\.html$/, '$1');

/** The page as it is published: with its own content security policy, and in its head where the same stands as text. */
export function publishedOf(file: string, html: string): string {
  const twin = twinOf(file, html);
  return withPolicy(twin ? linkTwin(html, twin) : html, file);
}

/** Writes a rendered page, and beside it a Markdown twin where nothing says the same as text already. */
export function finishPage(output: Output, file: string, html: string): FinishedPage {
  const path = pathOf(file);
  const published = publishedOf(file, html);
  const page = { path, weight: weightOf(file, published) };
  const written = output.put(file, published);
  if (twinOf(file, html) !== own) return { ...page, files: [written] };
  const markdown = markdownOf(html);
  return {
    ...page,
    files: markdown ? [written, output.put(join(file, '..', own), markdown)] : [written],
    searchable: searchableOf(path, html, markdown),
  };
}

const own = 'index.md';

/** The file that says the same as text, from the page. The page of a transcript is the raw file with colours. */
function twinOf(file: string, html: string): string | undefined {
  if (!pathOf(file).endsWith('/')) return undefined;
  const raw = /<a href="([^"]*\/evidence\/[^"]*\.txt)"/;
  return (html.includes('<pre class="transcript"') && raw.exec(html)?.[1]) || own;
}

const linkTwin = (html: string, twin: string): string =>
  html.replace(
    '</head>',
    `<link rel="alternate" type="${twin.endsWith('.md') ? 'text/markdown' : 'text/plain'}" href="${twin}"></head>`,
  );
