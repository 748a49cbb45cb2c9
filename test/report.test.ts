import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getModel } from '../src/model/index.ts';
import { type Printed, print } from '../src/report/pdf/print.ts';
import { linkFiles } from '../src/report/stamp.ts';
import { howToGetChromium, launchChromium } from '../src/site/chromium.ts';
import * as check from './report/checks.ts';
import { type Document, read } from './report/read.ts';
import { spoilt, stripped } from './report/spoil.ts';
import { linkedIn, numberedIn, textsIn } from './report/web.ts';
import { dist } from './support/pages.ts';

/** Milliseconds: on a machine that does much else at the same time, a hundred pages take their time. */
const patience = 1_200_000;

let browser: Browser;
let printed: Record<'whole' | 'short' | 'letter', Printed>;
let whole: Document;
let short: Document;

beforeAll(async () => {
  browser = await launchChromium();
  printed = {
    whole: await print(browser, dist, 'report/', 'a4'),
    short: await print(browser, dist, 'report/short/', 'a4'),
    letter: await print(browser, dist, 'report/short/', 'letter'),
  };
  whole = await read(printed.whole.pdf);
  short = await read(printed.short.pdf);
}, patience);
afterAll(async () => {
  await browser?.close();
});

describe('the report as a PDF', () => {
  it('has the text of each criterion', async () => {
    const { criteria } = await getModel();
    expect(
      check.missing(
        whole,
        criteria.map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  it('numbers as the web page does, and says what it says', () => {
    const web = numberedIn(dist, 'report');
    expect(whole.bookmarks).toEqual(web.headings);
    expect(check.missing(whole, Object.values(web).flat())).toEqual([]);
    const shortly = numberedIn(dist, 'report/short');
    expect(check.missing(short, Object.values(shortly).flat())).toEqual([]);
  });

  it('leaves out no text of the page', () => {
    expect(check.missing(whole, textsIn(dist, 'report'))).toEqual([]);
    expect(check.missing(short, textsIn(dist, 'report/short'))).toEqual([]);
  });

  it('has no link within it that leads nowhere', () => {
    expect(whole.sheets.flatMap(({ links }) => links).length).toBeGreaterThan(100);
    expect(check.danglingLinks(whole, linkedIn(dist, 'report'))).toEqual([]);
    expect(check.danglingLinks(short, linkedIn(dist, 'report/short'))).toEqual([]);
  });

  it('names true pages: in the contents, in references and at the foot', () => {
    expect([whole, short].flatMap(check.wrongPages)).toEqual([]);
    expect([whole, short].flatMap(check.wrongFeet)).toEqual([]);
  });

  it('keeps its margins, on A4 and on Letter', async () => {
    const letter = await read(printed.letter.pdf);
    expect([whole, short, letter].flatMap(check.outsideMargins)).toEqual([]);
    expect([whole, letter].map(({ sheets }) => sheets[0]?.width.toFixed(0))).toEqual(['595', '612']);
  });

  it('has no page that is nearly empty, and no heading alone at the foot of one', () => {
    expect([whole, short].flatMap(check.thinPages)).toEqual([]);
    expect([whole, short].flatMap(check.orphanHeads)).toEqual([]);
  });

  it('is tagged, has a bookmark for every heading, and says its title, author and language', () => {
    expect(check.untagged(whole)).toEqual([]);
    for (const { title, author, language } of [whole, short]) {
      expect(title).toContain('SSDs');
      expect(author).not.toBe('');
      expect(language).toBe('en');
    }
  });

  it('brings its fonts, and is small', () => {
    expect([whole, short].flatMap(check.foreignFonts)).toEqual([]);
    expect(printed.whole.pdf.length).toBeLessThan(6_000_000);
    expect(printed.short.pages).toBeLessThanOrEqual(6);
  });

  it('has the same bytes when it is printed again', { timeout: patience }, async () => {
    const [again, shortAgain] = [
      await print(browser, dist, 'report/', 'a4'),
      await print(browser, dist, 'report/short/', 'a4'),
    ];
    expect(again.pdf.equals(printed.whole.pdf)).toBe(true);
    expect(shortAgain.pdf.equals(printed.short.pdf)).toBe(true);
  });
});

describe('the checks', () => {
  it('see a wrong page in the contents, a link to nowhere, lost text, text in the margin, a thin page and a strange font', async () => {
    const root = spoilt(dist);
    try {
      const bad = await read((await print(browser, root, 'report/short/', 'a4')).pdf);
      expect(check.wrongPages(bad).join('\n')).toMatch(
        /"Plan 3" is on page \d+\n.*"No page" names no page\n.*p\. 999" is on/,
      );
      expect(check.danglingLinks(bad, linkedIn(root, 'report/short'))).toEqual(['nothing is at #nowhere']);
      expect(check.outsideMargins(bad)).toContainEqual(expect.stringMatching(/margin" stands in the margin/));
      expect(check.thinPages(bad)).toContainEqual(expect.stringMatching(/has 1 lines/));
      expect(check.foreignFonts(bad)).not.toEqual([]);
      // What overlaps a margin is cut off there.
      expect(check.missing(bad, textsIn(root, 'report/short'))).toEqual([
        'not printed: Beside the margin',
        'not printed: A line that paper does not have.',
      ]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('see that tags, bookmarks and language are gone', async () => {
    const bare = await read(stripped(printed.short.pdf));
    expect(check.untagged(bare)).toContain('the document is not tagged');
    expect(check.untagged(bare)).toContain('page 1 has no tags');
    expect(bare.bookmarks).toEqual([]);
    expect(bare.language).not.toBe('en');
  });
});

describe('npm run report', () => {
  it('fails in one line that says what to do where there is no Chromium', () => {
    const env = { ...process.env, CHROMIUM: '/nowhere/chromium' };
    const run = () => execFileSync(process.execPath, ['src/report/cli.ts'], { env, stdio: 'pipe', encoding: 'utf8' });
    expect(run).toThrow(expect.objectContaining({ status: 1, stderr: `${howToGetChromium}\n` }));
  });

  it('has every page of the site lead to the files, once', () => {
    const root = mkdtempSync(join(tmpdir(), 'linked-'));
    try {
      cpSync(join(dist, 'index.html'), join(root, 'index.html'));
      expect([linkFiles(root), linkFiles(root)]).toEqual([
        readFileSync(join(dist, 'index.html'), 'utf8').includes('report.pdf') ? 0 : 1,
        0,
      ]);
      expect(readFileSync(join(root, 'index.html'), 'utf8').match(/report(-short)?\.pdf/g)).toHaveLength(2);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
