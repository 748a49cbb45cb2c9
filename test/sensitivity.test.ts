import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../src/site/chromium.ts';
import { type Server, serve } from '../src/site/serve.ts';
import { dist } from './support/pages.ts';

let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await launchChromium();
  server = await serve(dist);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const order = (page: Page) => page.locator('#ranks th').allInnerTexts();

describe('the page on how firm the ranking is', () => {
  it('ranks again when a weight is moved, and the link gives the same view', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}sensitivity/`);
    const given = await order(page);
    await page.getByLabel('Nobody has to choose the data').fill('10');
    await page.getByLabel('Whether the hot data can be named').selectOption('unknown');
    const moved = await order(page);
    expect(moved).not.toEqual(given);
    const link = await page.locator('#weigh-link').getAttribute('href');
    await page.goto(new URL(link ?? '', page.url()).href);
    expect(await order(page)).toEqual(moved);
    await page.getByRole('button', { name: 'As given' }).click();
    await expect.poll(() => order(page)).toEqual(given);
    await page.close();
  });

  it('takes nothing from an address that it does not know', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}sensitivity/`);
    const given = await order(page);
    await page.goto(`${server.url}sensitivity/?fast-reads=&load=nothing&nobody=3&lasts=many`);
    expect(await order(page)).toEqual(given);
    await page.close();
  });

  it('shows the ranking as given without JavaScript, and no control that would do nothing', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}sensitivity/`);
    expect((await order(page)).length).toBeGreaterThan(4);
    expect(await page.locator('#weigh').isVisible()).toBe(false);
    await context.close();
  });
});
