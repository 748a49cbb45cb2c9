import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { base } from '../src/site/address.ts';
import { findChromium, howToGetChromium, launchChromium } from '../src/site/chromium.ts';
import { type Server, serve } from '../src/site/serve.ts';
import { openContext, visit } from './support/browser.ts';
import { dist, pagesOf } from './support/pages.ts';

let browser: Browser;
let context: BrowserContext;
let server: Server;

beforeAll(async () => {
  browser = await launchChromium();
  context = await openContext(browser);
  server = await serve(dist);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const urlOf = (path: string) => server.url + path.slice(base.length);

/** What is wrong with the pages, two of which are open at a time: the machine may be small. */
async function visitAll(urls: string[]): Promise<string[]> {
  const waiting = [...urls];
  const problems: string[] = [];
  const worker = async () => {
    const page = await context.newPage();
    for (let url = waiting.shift(); url; url = waiting.shift()) problems.push(...(await visit(page, url)));
    await page.close();
  };
  await Promise.all([worker(), worker()]);
  return problems;
}

describe('every page in a browser', () => {
  it('loads without an error, breaks no rule of axe in light and in dark, and is whole on paper', {
    // Half a thousand pages, on a machine that may do much else.
    timeout: 1_500_000,
  }, async () => {
    expect(await visitAll(pagesOf(dist).map(({ path }) => urlOf(path)))).toEqual([]);
  });

  it('shows its content without JavaScript', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await plain.newPage();
    for (const path of ['', 'matrix/', 'findings/', 'experiments/']) {
      await page.goto(server.url + path);
      const main = page.locator('main');
      expect(await main.isVisible(), path).toBe(true);
      expect((await main.textContent())?.length, path).toBeGreaterThan(200);
    }
    await plain.close();
  });

  it.each([320, 390, 640, 768, 1280])('is no wider than a screen of %i pixels', async (width) => {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 800 });
    const samples = new Map(pagesOf(dist).map(({ path }) => [path.split('/')[2] ?? '', path]));
    const wider: string[] = [];
    for (const path of samples.values()) {
      await page.goto(urlOf(path));
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wider.push(path);
    }
    await page.close();
    expect(wider).toEqual([]);
  });

  it('keeps the theme that was chosen', async () => {
    const page = await context.newPage();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto(server.url);
    const light = await ground();
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.goto(urlOf(`${base}criteria/`));
    expect(await ground()).toBe(dark);
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });

  it('lets the keyboard reach the content first', async () => {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.close();
  });
});

describe('the checks', () => {
  const htmlOf = (body: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Spoilt</title></head><body><main><h1>Spoilt</h1>${body}</main></body></html>`;

  it.each([
    ['a picture without a text', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', 'image-alt'],
    ['a field without a label', '<input type="text">', 'label'],
    ['text that is hard to see', '<p><font color="#cccccc">pale</font></p>', 'color-contrast'],
    ['a file that is not there', '<img alt="" src="nowhere.png">', 'status 404'],
    ['a script that fails', '<script>throw new Error("broken")</script>', 'broken'],
    [
      'text that is not printed',
      '<style>@media print{.x{display:none}}</style><p class="x">gone</p>',
      'not on paper: gone',
    ],
  ])('see %s', async (_, body, says) => {
    const root = mkdtempSync(join(tmpdir(), 'spoilt-'));
    writeFileSync(join(root, 'index.html'), htmlOf(body));
    writeFileSync(join(root, '404.html'), htmlOf('Nothing here.'));
    const spoilt = await serve(root);
    try {
      const page = await context.newPage();
      expect((await visit(page, spoilt.url)).join('\n')).toContain(says);
      await page.close();
    } finally {
      await spoilt.close();
      rmSync(root, { recursive: true });
    }
  });

  it('fail in one line that says what to do where there is no Chromium', () => {
    expect(() => findChromium({ CHROMIUM: '/nowhere/chromium' })).toThrow(howToGetChromium);
    expect(howToGetChromium).not.toContain('\n');
  });
});
