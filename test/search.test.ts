import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../src/site/chromium.ts';
import { type Server, serve } from '../src/site/serve.ts';
import { openContext } from './support/browser.ts';
import { dist } from './support/pages.ts';

let browser: Browser;
let server: Server;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  server = await serve(dist);
  page = await (await openContext(browser)).newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const results = () => page.locator('#results li');
/** Types a query, and waits until the page has said what was found. */
async function ask(query: string): Promise<string> {
  await page.fill('#q', query);
  await page.waitForFunction(() => /found\./.test(document.querySelector('#found')?.textContent ?? ''));
  return (await page.textContent('#found')) ?? '';
}

describe('the search', () => {
  it('is one key away from every page, and takes words at once', async () => {
    await page.goto(`${server.url}criteria/`);
    await page.keyboard.press('/');
    await page.waitForURL(`${server.url}search/`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
  });

  it('finds findings, and says where the words stand', async () => {
    await page.goto(`${server.url}search/`);
    expect(await ask('scrub cache')).toMatch(/^\d+ found\./);
    await page.waitForFunction(() => document.querySelectorAll('#results p mark').length > 2);
    expect(await results().first().textContent()).toMatch(/scrub/i);
  });

  it('finds transcripts by what was typed and said in them', async () => {
    await page.goto(`${server.url}search/?type=transcript`);
    await ask('lvconvert');
    expect(await results().count()).toBeGreaterThan(0);
    for (const meta of await page.locator('#results .meta').allTextContents()) expect(meta).toMatch(/^transcript/);
  });

  it('shows only what has the kind and the verdict that are asked for, and keeps that in the address', async () => {
    await page.goto(`${server.url}search/`);
    await ask('cache');
    await page.selectOption('#type', 'finding');
    await page.selectOption('#verdict', 'refuted');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#results .meta')].every(({ textContent }) => textContent === 'finding · refuted'),
    );
    expect(await results().count()).toBeGreaterThan(0);
    const address = page.url();
    expect(address).toMatch(/\?q=cache&type=finding&verdict=refuted$/);
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForFunction(() => document.querySelectorAll('#results li').length > 0);
    expect(await page.inputValue('#q')).toBe('cache');
  });

  it('goes through what was found by the arrows, and starts anew by Escape', async () => {
    await page.goto(`${server.url}search/`);
    await ask('flush');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.closest('li')?.previousElementSibling !== null)).toBe(
      true,
    );
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('#results li').length === 0);
  });

  it('says that nothing was found', async () => {
    await page.goto(`${server.url}search/`);
    expect(await ask('xylophone')).toMatch(/^Nothing found\./);
  });

  it('asks for nothing before somebody types', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.url}search/`, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => url.endsWith('.json'))).toEqual([]);
    page.removeAllListeners('request');
  });

  it('leads to lists of everything where there is no JavaScript', async () => {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${server.url}search/`);
    expect(await plain.isVisible('#search')).toBe(false);
    expect(await plain.locator('#registers ~ ul a').count()).toBeGreaterThan(8);
  });
});
