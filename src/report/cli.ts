import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../site/chromium.ts';
import { type Paper, papers, print } from './pdf/print.ts';
import { linkFiles } from './stamp.ts';

const usage = 'npm run report [-- --paper a4|letter] [--short | --whole] [--out <folder>]';

/** The documents that there are: where the site shows each, and its file. */
const documents = {
  whole: { path: 'report/', file: 'report.pdf' },
  short: { path: 'report/short/', file: 'report-short.pdf' },
} as const;

/** Prints the built site's report, whole and short, as PDF files beside it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      paper: { type: 'string', default: 'a4' },
      short: { type: 'boolean', default: false },
      whole: { type: 'boolean', default: false },
      out: { type: 'string', default: 'dist' },
    },
  });
  const paper = values.paper.toLowerCase();
  if (!isPaper(paper)) throw new Error(`no such paper "${values.paper}"; usage: ${usage}`);
  const wanted = Object.entries(documents).filter(([name]) => values.short === values.whole || values[name as 'short']);
  const browser = await launchChromium();
  try {
    for (const [, { path, file }] of wanted) {
      const started = performance.now();
      const { pdf, pages, passes } = await print(browser, 'dist', path, paper);
      writeFileSync(join(values.out, file), pdf);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        `${join(values.out, file)}: ${pages} pages of ${papers[paper]}, ${(pdf.length / 1e6).toFixed(2)} MB, ${passes} layouts, ${seconds} s`,
      );
    }
  } finally {
    await browser.close();
  }
  if (Object.values(documents).every(({ file }) => existsSync(join('dist', file)))) linkFiles('dist');
}

const isPaper = (name: string): name is Paper => name in papers;

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 1;
}
