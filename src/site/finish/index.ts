import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { getModel } from '../../model/index.ts';
import type { Output } from '../output.ts';
import { budgets, figuresOf, publishFigures, weightOf } from './figures.ts';
import { type FinishedPage, finishPage, publishedOf } from './page.ts';
import { searchOf } from './searchable.ts';
import { sitemapOf } from './sitemap.ts';

/** A finished page, with the hash of what was rendered. */
type Kept = FinishedPage & { of: string };

/**
 * Writes the pages of a site, given as they were rendered, by their files; and beside them the index of the search, a
 * site map, and on the page of the budgets what the site weighs. A page that was rendered as the last time, and is still
 * as it was written then, is not made again: what is known of it is in the file `memory`, which must not outlive the code.
 */
export async function finishSite(output: Output, html: ReadonlyMap<string, string>, memory: string): Promise<void> {
  const before: Partial<Record<string, Kept>> = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  const kept: Record<string, Kept> = {};
  for (const [file, rendered] of [...html].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (file === budgets) continue;
    const of = hash('sha1', rendered);
    const known = before[file];
    const same = known?.of === of && known.files.every((written) => output.keeps(written));
    kept[file] = same ? known : { of, ...finishPage(output, file, rendered) };
  }
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify(kept));

  const pages: FinishedPage[] = [...Object.values(kept), ...finishBudgets(output, html.get(budgets), kept)];
  const found = pages.flatMap(({ path, searchable }) => (searchable ? [[path, searchable] as const] : []));
  for (const [name, text] of await searchOf(found, await getModel())) output.put(`search/${name}`, text);
  output.put('sitemap.xml', sitemapOf(pages.map(({ path }) => path)));
}

/** The page that says what all of them weigh, itself included. */
function finishBudgets(output: Output, html: string | undefined, others: Record<string, Kept>): FinishedPage[] {
  if (html === undefined) return [];
  const weights = [...Object.values(others).map(({ weight }) => weight), weightOf(budgets, publishedOf(budgets, html))];
  const figures = figuresOf(
    output.directory,
    weights.flatMap((weight) => weight ?? []),
  );
  return [finishPage(output, budgets, publishFigures(html, figures))];
}
