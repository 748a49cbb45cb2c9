import type { Browser, Response } from 'playwright-core';

/** What a first visit to a page asks for. */
export interface Visit {
  requests: number;
  /** Kilobytes of fonts. */
  fonts: number;
}

/** Visits a page with nothing stored, and waits until it asks for nothing more. */
export async function firstVisit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(url, { waitUntil: 'networkidle' });
    const fonts = responses.filter((response) => response.request().resourceType() === 'font');
    const sizes = await Promise.all(fonts.map(async (font) => (await font.body()).length));
    return { requests: responses.length, fonts: sizes.reduce((sum, size) => sum + size, 0) / 1000 };
  } finally {
    await context.close();
  }
}
