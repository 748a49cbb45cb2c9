import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(
  createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

type WithAxe = typeof globalThis & { axe: typeof axe };
declare global {
  interface Window {
    blocked: string[];
  }
}

/** A context in which axe is on every page, and what the content security policy blocks is written down. */
export async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ colorScheme: 'light' });
  await context.addInitScript(axeSource);
  await context.addInitScript(() => {
    window.blocked = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.blocked.push(`${event.violatedDirective} blocks ${event.blockedURI} ${event.sample}`);
    });
  });
  return context;
}

/** Contrast as WCAG asks for it at its highest level, for all text, and links that are told by more than their colour. */
const colours = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/** Everything that is wrong with a page when a browser loads it, in light, in dark, in the system's colours and as paper. */
export async function visit(page: Page, url: string): Promise<string[]> {
  const problems: string[] = [];
  listen(page, url, problems);
  try {
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.goto(url, { waitUntil: 'load' });
    problems.push(...(await axeProblems(page, 'light')));
    problems.push(...(await axeProblems(page, 'light', ['color-contrast-enhanced'])));
    await page.emulateMedia({ colorScheme: 'dark' });
    problems.push(...(await axeProblems(page, 'dark', colours)));
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    problems.push(...(await axeProblems(page, 'forced colours', ['color-contrast'])));
    await page.emulateMedia({ media: 'print', colorScheme: 'light', forcedColors: 'none' });
    problems.push(...(await hiddenOnPaper(page)));
    problems.push(...(await page.evaluate(() => window.blocked)).map((what) => `policy: ${what}`));
  } finally {
    page.removeAllListeners();
  }
  return problems.map((problem) => `${new URL(url).pathname}: ${problem}`);
}

/** Writes down what the console, the scripts and the network complain of. */
function listen(page: Page, url: string, problems: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // The icon may still be on its way when the next page is asked for.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
    if (new URL(response.url()).origin !== new URL(url).origin) problems.push(`third party: ${response.url()}`);
  });
}

/** What axe finds. Rules that do not look at colours need not be run once more in the dark. */
async function axeProblems(page: Page, theme: string, rules?: string[]): Promise<string[]> {
  const violations = await page.evaluate(async (only) => {
    const found = await (globalThis as WithAxe).axe.run(document, {
      resultTypes: ['violations'],
      ...(only ? { runOnly: only } : {}),
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.length} times, first ${nodes[0]?.html}`);
  }, rules);
  return violations.map((violation) => `axe, ${theme}: ${violation}`);
}

/** Text in the content that a screen shows and paper does not. */
async function hiddenOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hidden = [...document.querySelectorAll<HTMLElement>('main *')].filter(
      (element) =>
        element.children.length === 0 &&
        element.textContent?.trim() &&
        !element.closest(
          'svg, script, .of, [hidden], select, noscript, details.contents, .crumbs, .turn, .matrix-tools, .weigh, body:has(.plan) .lede',
        ),
    );
    return hidden
      .filter((element) => !element.checkVisibility())
      .map((element) => `not on paper: ${element.textContent?.slice(0, 60)}`);
  });
}
