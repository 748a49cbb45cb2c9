import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { base, site } from '../../site/address.ts';
import { amend, type Facts, steady } from './amend.ts';
import { hostIn, urlOf } from './host.ts';
import { pagesOf } from './objects.ts';
import { namePages, preparePage, roundSizes } from './page.ts';

export const papers = { a4: 'A4', letter: 'Letter' } as const;
export type Paper = keyof typeof papers;

export interface Printed {
  pdf: Buffer;
  pages: number;
  /** How often it was laid out until every number was true. */
  passes: number;
}

/** Milliseconds: a document of hundreds of pages on a machine that does much else. */
const patience = 600_000;

/** Layouts at the most: a document whose numbers move its own pages for ever is given up. */
const attempts = 8;

/**
 * A page of the built site as a PDF. Chromium can count pages and cannot say where something lies, so the document is
 * printed, read, given the numbers that were found, and printed again until none of them changes.
 */
export async function print(browser: Browser, root: string, path: string, paper: Paper): Promise<Printed> {
  if (!existsSync(join(root, path, 'index.html')))
    throw new Error(`${root} holds no ${path}: run \`npm run build\` first`);
  // Each in a context, and so in a process, of its own: what one of them prints is held against the other.
  const contexts = await Promise.all([1, 2].map(() => browser.newContext({ bypassCSP: true, colorScheme: 'light' })));
  try {
    const pages = await Promise.all(contexts.map((context) => prepared(context, root, path, paper)));
    const [page] = pages;
    if (!page) throw new Error('there is no page to print');
    const facts = await factsOf(page);
    const { pdf, passes } = await settle(pages, path);
    return { pdf: amend(pdf, facts), pages: pagesOf(pdf).count, passes };
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

/** The page as it is printed, with room for the numbers that are not known yet. */
async function prepared(context: BrowserContext, root: string, path: string, paper: Paper): Promise<Page> {
  await hostIn(context, root);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(urlOf(path), { waitUntil: 'load' });
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.evaluate(preparePage, { site, base });
  await page.addStyleTag({ content: `@page{size:${papers[paper]}}@page lying{size:${papers[paper]} landscape}` });
  await page.evaluate(roundSizes);
  await page.evaluate(namePages, undefined);
  // The fonts are for paper alone, so nothing has asked for them before.
  await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())).then(() => undefined));
  return page;
}

const layout = (page: Page, tagged: boolean) =>
  page.pdf({ preferCSSPageSize: true, printBackground: true, outline: tagged, tagged });

/**
 * Laid out until the numbers in it are those that it was given, and two pages side by side have the same bytes: then
 * what Chromium does one way today and another way tomorrow (now and then it makes two areas of one link) has not
 * happened. The first two layouts only find the pages: one page makes them, and they need no tags.
 */
async function settle(pages: readonly Page[], path: string): Promise<{ pdf: Buffer; passes: number }> {
  let given = '';
  for (let passes = 1; passes <= attempts; passes += 1) {
    const full = passes > 2;
    const made = await Promise.all((full ? pages : pages.slice(0, 1)).map((page) => layout(page, full)));
    const [pdf] = made;
    if (!pdf) break;
    const numbers = [...pagesOf(pdf).of];
    const found = JSON.stringify(numbers);
    if (full && found === given && new Set(made.map((one) => steady(one.toString('latin1')))).size === 1)
      return { pdf, passes };
    given = found;
    await Promise.all(pages.map((page) => page.evaluate(namePages, numbers)));
  }
  throw new Error(`${path}: after ${attempts} layouts its page numbers still change`);
}

const factsOf = (page: Page): Promise<Facts> =>
  page.evaluate(() => {
    const content = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
    return {
      title: document.title,
      author: content('author'),
      subject: content('description'),
      date: content('dcterms.modified'),
      headings: [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
        .filter((heading) => heading.checkVisibility())
        .map((heading) => (heading.textContent ?? '').replace(/\s+/g, ' ').trim()),
    };
  });
