import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { launchChromium } from '../site/chromium.ts';
import { keyOf } from './cache.ts';
import { config } from './theme.ts';
import { tidy } from './tidy.ts';

const bundle = join(dirname(createRequire(import.meta.url).resolve('mermaid/package.json')), 'dist/mermaid.min.js');

type Mermaid = {
  initialize(config: object): void;
  render(id: string, source: string): Promise<{ svg: string }>;
};

export type Renderer = { render(source: string): Promise<string>; close(): Promise<void> };

/** A browser with Mermaid in it. Throws when there is no Chromium. */
export async function openRenderer(): Promise<Renderer> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.setContent('<!doctype html><title>Mermaid</title>');
  await page.addScriptTag({ path: bundle });
  await page.evaluate((given) => {
    (globalThis as typeof globalThis & { mermaid: Mermaid }).mermaid.initialize(given);
  }, config);
  return {
    async render(source) {
      const id = `d${keyOf(source)}`;
      const svg = await page.evaluate(
        async ([name, text]) =>
          (await (globalThis as typeof globalThis & { mermaid: Mermaid }).mermaid.render(name, text)).svg,
        [id, source] as const,
      );
      return tidy(svg, id);
    },
    close: () => browser.close(),
  };
}
