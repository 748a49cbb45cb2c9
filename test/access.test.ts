import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { base } from '../src/site/address.ts';
import { launchChromium } from '../src/site/chromium.ts';
import { type Server, serve } from '../src/site/serve.ts';
import { focusProblems, measureProblems, motionProblems, zoomProblems } from './support/access.ts';
import { dist, pagesOf } from './support/pages.ts';

let browser: Browser;
let context: BrowserContext;
let server: Server;

beforeAll(async () => {
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  server = await serve(dist);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** One page of each kind. */
const kinds = () => [...new Map(pagesOf(dist).map(({ path }) => [path.split('/')[2] ?? '', path])).values()];
const urlOf = (path: string) => server.url + path.slice(base.length);

async function onEach(check: (page: Page) => Promise<string[]>): Promise<string[]> {
  const problems: string[] = [];
  for (const path of kinds()) {
    const page = await context.newPage();
    await page.goto(urlOf(path));
    problems.push(...(await check(page)).map((problem) => `${path}: ${problem}`));
    await page.close();
  }
  return problems;
}

describe('each kind of page', { timeout: 300_000 }, () => {
  it('shows where the keyboard is', async () => {
    expect(await onEach((page) => focusProblems(page, 30))).toEqual([]);
  });

  it('moves nothing where less motion is asked for', async () => {
    expect(await onEach(motionProblems)).toEqual([]);
  });

  it('can be read at twice its size', async () => {
    expect(await onEach(zoomProblems)).toEqual([]);
  });

  it('keeps its lines short enough to read', async () => {
    expect(await onEach((page) => measureProblems(page))).toEqual([]);
  });
});

describe('the matrix', { timeout: 120_000 }, () => {
  const open = async (query = '') => {
    const page = await context.newPage();
    await page.goto(`${server.url}matrix/${query}`);
    return page;
  };
  const rows = (page: Page) => page.locator('tr[data-row]:visible').count();

  it('shows fewer rows when only what differs is asked for, and keeps that in its address', async () => {
    const page = await open();
    const all = await rows(page);
    await page.getByLabel('only where these systems differ').check();
    expect(await rows(page)).toBeLessThan(all);
    const again = await context.newPage();
    await again.goto(page.url());
    expect(await rows(again)).toBe(await rows(page));
    await page.getByRole('button', { name: 'Show everything' }).click();
    expect(await rows(page)).toBe(all);
    expect(new URL(page.url()).search).toBe('');
    await Promise.all([page.close(), again.close()]);
  });

  it('hides the columns that are not chosen', async () => {
    const page = await open('?systems=lvmcache,bcache');
    expect(await page.locator('thead th:visible').count()).toBe(3);
    await page.close();
  });

  it('opens a note in place by keyboard, gives it an address, and closes it with Escape', async () => {
    const page = await open();
    const cell = page.locator('tbody td > a').first();
    await cell.focus();
    await page.keyboard.press('Enter');
    expect(await cell.getAttribute('aria-expanded')).toBe('true');
    expect(new URL(page.url()).hash).toBe(await cell.getAttribute('href'));
    expect(await page.locator('.note-row').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('.note-row').count()).toBe(0);
    expect(await cell.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.close();
  });

  it('compares two systems on a narrow screen', async () => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${server.url}matrix/`);
    const cells = page.locator('tr[data-row]').first().locator('td:visible');
    expect(await cells.count()).toBe(2);
    const [one, two] = await Promise.all([cells.nth(0).boundingBox(), cells.nth(1).boundingBox()]);
    expect(one?.y).toBe(two?.y);
    await page.close();
  });

  it('is whole without JavaScript: every note stands below, and nothing is offered that does not work', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(`${server.url}matrix/`);
    const links = await page.locator('tbody td > a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const href of links.slice(0, 20))
      expect(await page.locator(`[id="${href?.slice(1)}"]`).isVisible()).toBe(true);
    expect(await page.locator('#matrix-tools').isVisible()).toBe(false);
    await plain.close();
  });
});

describe('the checks', { timeout: 60_000 }, () => {
  const spoilt = async (body: string, check: (page: Page) => Promise<string[]>) => {
    const root = mkdtempSync(join(tmpdir(), 'spoilt-'));
    const html = `<!doctype html><html lang="en"><head><title>Spoilt</title></head><body><main class="text">${body}</main></body></html>`;
    writeFileSync(join(root, 'index.html'), html);
    writeFileSync(join(root, '404.html'), html);
    const site = await serve(root);
    const page = await context.newPage();
    try {
      await page.goto(site.url);
      return (await check(page)).join('\n');
    } finally {
      await page.close();
      await site.close();
      rmSync(root, { recursive: true });
    }
  };
  const words = 'One long line of prose that goes on and on. '.repeat(20);

  it.each([
    [
      'a link without an outline',
      '<style>a:focus{outline:none}</style><a href="#x">there</a>',
      focusProblems,
      'no outline',
    ],
    [
      'a link off the screen',
      '<a href="#x" style="position:fixed;left:0;top:-99px">there</a>',
      focusProblems,
      'not on the screen',
    ],
    ['something that moves', '<p style="transition:all 1s">slow</p>', motionProblems, 'moves: <p'],
    ['a page that is too wide', '<div style="width:2000px">wide</div>', zoomProblems, 'wider than the screen'],
    [
      'text that is cut off',
      '<p style="width:50px;overflow:hidden;white-space:nowrap">cut off here</p>',
      zoomProblems,
      'cut off: cut',
    ],
    [
      'lines that are too long',
      `<p style="width:1200px;line-height:20px">${words}</p>`,
      measureProblems,
      'characters a line',
    ],
  ])('see %s', async (_, body, check, says) => {
    expect(await spoilt(body, check)).toContain(says);
  });
});
