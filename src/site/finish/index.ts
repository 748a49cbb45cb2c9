import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getModel } from '../../model/index.ts';
import { withPolicy } from '../policy.ts';
import { measureSite, publishFigures } from './figures.ts';
import { indexOf } from './search-index.ts';
import { entriesOf, pageOf } from './searchable.ts';
import { sitemapOf } from './sitemap.ts';

/**
 * Writes the pages of a site, given by their files, each with its own content security policy; and beside them a
 * Markdown twin of each, the index of the search, a site map, and on the page of the budgets what the site weighs.
 */
export async function finishSite(out: string, html: ReadonlyMap<string, string>): Promise<void> {
  const model = await getModel();
  const made = new Set<string>();
  const write = (file: string, text: string) => {
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(join(out, folder), { recursive: true });
    made.add(folder);
    writeFileSync(join(out, file), text);
  };
  const pages = [...html].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, text]) => pageOf(file, text));
  const finished = new Map(
    pages.map(({ file, html, twin }) => [file, withPolicy(twin ? linkTwin(html, twin) : html, file)]),
  );
  const figures = measureSite(out, finished);
  for (const [file, text] of finished) write(file, publishFigures(file, text, figures));
  for (const { markdown, twin, file } of pages) if (markdown && twin) write(join(dirname(file), twin), markdown);
  for (const [name, text] of indexOf(entriesOf(pages, model))) write(join('search', name), text);
  write('sitemap.xml', sitemapOf(pages));
}

/** Says in the head of a page where the same stands as text. */
const linkTwin = (html: string, twin: string): string =>
  html.replace(
    '</head>',
    `<link rel="alternate" type="${twin.endsWith('.md') ? 'text/markdown' : 'text/plain'}" href="${twin}"></head>`,
  );
