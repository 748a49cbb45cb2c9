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
 * Finishes a site: writes its pages, each as soon as it was rendered; and at the end the index of the search, a site map,
 * and on the page of the budgets what the site weighs. A page that was rendered as the last time, and is still as it was
 * written then, is not finished again: what is known of it is kept in the file `memory`, which must not outlive the code.
 */
export class Finisher {
  private readonly output: Output;
  private readonly memory: string;
  private readonly before: Partial<Record<string, Kept>>;
  private readonly pages: Record<string, Kept> = {};
  /** The page of the budgets, as it was rendered: it waits for what the others weigh. */
  private budgets: string | undefined;

  constructor(output: Output, memory: string) {
    this.output = output;
    this.memory = memory;
    this.before = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  }

  add(file: string, html: string): void {
    if (file === budgets) {
      this.budgets = html;
      return;
    }
    const of = hash('sha1', html);
    const known = this.before[file];
    const same = known?.of === of && known.files.every((written) => this.output.keeps(written));
    this.pages[file] = same ? known : { of, ...finishPage(this.output, file, html) };
  }

  async done(): Promise<void> {
    const kept = JSON.stringify(this.pages);
    const all: Record<string, FinishedPage> = { ...this.pages };
    if (this.budgets !== undefined) {
      const own = weightOf(budgets, publishedOf(budgets, this.budgets));
      const weights = Object.values(all).flatMap(({ weight }) => weight ?? []);
      const figures = figuresOf(this.output.directory, own ? [...weights, own] : weights);
      all[budgets] = finishPage(this.output, budgets, publishFigures(this.budgets, figures));
    }
    const pages = Object.keys(all)
      .sort()
      .flatMap((file) => all[file] ?? []);
    const found = pages.flatMap(({ path, searchable }) => (searchable ? [[path, searchable] as const] : []));
    for (const [name, text] of await searchOf(found, await getModel())) this.output.put(`search/${name}`, text);
    this.output.put('sitemap.xml', sitemapOf(pages.map(({ path }) => path)));
    mkdirSync(dirname(this.memory), { recursive: true });
    writeFileSync(this.memory, kept);
  }
}
