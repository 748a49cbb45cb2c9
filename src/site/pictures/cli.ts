/** Draws a picture for each page of a built site, for those who show a link to it, and has the page name it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { base, href, whole } from '../address.ts';
import { launchChromium } from '../chromium.ts';
import { bodyOf, type Card, frame, size } from './card.ts';
import { withPicture } from './stamp.ts';

const root = 'dist';
const kept = '.cache/pictures';
type Entry = [path: string, title: string, kind: string, mark: string, says: string];

async function main(): Promise<void> {
  const index = join(root, 'search/entries.json');
  if (!existsSync(index)) throw new Error(`${root} holds no built site: run \`npm run build\` first`);
  const { entries } = JSON.parse(readFileSync(index, 'utf8')) as { entries: Entry[] };
  const template = frame();
  for (const folder of [kept, join(root, 'pictures')]) mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: size });
    await page.setContent(template);
    let drawn = 0;
    for (const [path, title, kind, mark, says] of entries) {
      // A run is one of many: its page shows no picture of its own.
      if (kind === 'transcript') continue;
      const card: Card = { kind: kind === 'page' ? '' : kind, title, mark };
      const key = createHash('sha256').update(template).update(JSON.stringify(card)).digest('hex').slice(0, 20);
      const file = join(kept, `${key}.png`);
      if (!existsSync(file)) {
        writeFileSync(file, await draw(page, card));
        drawn += 1;
      }
      writeFileSync(join(root, 'pictures', `${key}.png`), readFileSync(file));
      const html = join(root, path.slice(base.length), 'index.html');
      const shown = { title, says, url: whole(path), picture: whole(href(`/pictures/${key}.png`)) };
      writeFileSync(html, withPicture(readFileSync(html, 'utf8'), shown));
    }
    console.log(`${drawn} pictures drawn, the others were there`);
  } finally {
    await browser.close();
  }
}

async function draw(page: Page, card: Card): Promise<Buffer> {
  await page.evaluate(async (body) => {
    document.body.innerHTML = body;
    await document.fonts.ready;
  }, bodyOf(card));
  return page.screenshot({ type: 'png' });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 1;
}
