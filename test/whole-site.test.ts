import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { all, named, type Tree, textOf } from '../src/report/assemble/tree.ts';
import { base, origin } from '../src/site/address.ts';
import { inUnit, limits } from '../src/site/budget/limits.ts';
import { measureSite } from '../src/site/finish/figures.ts';
import { dist, pagesOf } from './support/pages.ts';

const pages = pagesOf(dist);
const paths = new Set(pages.map(({ path }) => path));
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const xml = (file: string): Tree => parseDocument(read(file), { xmlMode: true });
const texts = (tree: Tree, name: string) => all(tree, named(name)).map(textOf);
/** The path of an address of the site, with the base. */
const pathOf = (address: string) => (address.startsWith(origin) ? address.slice(origin.length) : address);

describe('the site map', () => {
  it('has every page but the one for addresses that lead nowhere', () => {
    expect(texts(xml('sitemap.xml'), 'loc').map(pathOf).sort()).toEqual(
      [...paths].filter((path) => path.endsWith('/')).sort(),
    );
  });
});

describe('the feed', () => {
  const feed = xml('feed.xml');

  it('has what Atom asks for, and leads to pages that are there', () => {
    for (const entry of all(feed, named('entry'))) {
      const [id = ''] = texts(entry, 'id');
      expect(paths, id).toContain(pathOf(id));
      expect(texts(entry, 'updated')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(texts(entry, 'title')[0]).not.toBe('');
    }
    expect(all(feed, named('author'))).toHaveLength(1);
  });

  it('has the newest first, and every decision or finding once', () => {
    const entries = all(feed, named('entry'));
    const dates = entries.flatMap((entry) => texts(entry, 'updated'));
    expect(dates).toEqual([...dates].sort().reverse());
    expect(texts(feed, 'updated')[0]).toBe(dates[0]);
    expect(new Set(entries.flatMap((entry) => texts(entry, 'id'))).size).toBe(entries.length);
  });
});

describe('llms.txt', () => {
  it('says what the site is, and leads to text that is there', () => {
    const text = read('llms.txt');
    expect(text).toMatch(/^# .+\n\n> .+\n/);
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, address = '']) => pathOf(address));
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect(read(link.slice(base.length)), link).not.toBe('');
  });
});

describe('the search', () => {
  it('knows pages that are there, and none twice', () => {
    const { entries } = JSON.parse(read('search/entries.json')) as { entries: [path: string][] };
    for (const [path] of entries) expect(paths, path).toContain(path);
    expect(new Set(entries.map(([path]) => path)).size).toBe(entries.length);
    expect(entries.length).toBeGreaterThan(paths.size * 0.9);
  });
});

describe('the budgets', () => {
  const html = new Map(pages.map(({ file, html }) => [file, html]));
  const figures = measureSite(dist, html);

  it('are kept by every page, as far as that can be told without a browser', () => {
    const beyond = limits.flatMap(({ id, what, limit, unit }) => {
      const figure = figures[id];
      return figure && figure.value > limit
        ? [`${what}: ${inUnit(figure.value, unit)} at /${figure.page}, at most ${inUnit(limit, unit)}`]
        : [];
    });
    expect(beyond).toEqual([]);
  });

  it('stand on their page beside what this build weighs', () => {
    const page = read('budgets/index.html');
    for (const id of ['html', 'register', 'matrix', 'css', 'js'])
      expect(page).toMatch(new RegExp(`data-figure="${id}">\\d+\\.\\d kB`));
  });

  it('see a page that is too large', () => {
    const noise = Array.from({ length: 4000 }, (_, i) => Math.sin(i).toString(36)).join(' ');
    const spoilt = new Map([['large/index.html', `<main>${noise}</main>`]]);
    expect(measureSite(dist, spoilt).html).toMatchObject({ page: 'large/', value: expect.toSatisfy((kB) => kB > 12) });
  });
});
