import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { href } from '../site/address.ts';

/** Where every page leads to the report as a page. */
const toReport = `<a href="${href('/report/')}">The whole report</a>`;

const files = [
  [href('/report.pdf'), 'PDF'],
  [href('/report-short.pdf'), 'short PDF'],
] as const;
const toFiles = ` (${files.map(([to, label]) => `<a href="${to}">${label}</a>`).join(', ')})`;

/**
 * Has every page of a built site lead to the PDF files too. It is done when they are there and not before: a site can
 * be built without a browser, and then no link of it may lead nowhere. Doing it twice changes nothing.
 */
export function linkFiles(root: string): number {
  const pages = globSync('**/*.html', { cwd: root });
  let changed = 0;
  for (const page of pages) {
    const html = readFileSync(join(root, page), 'utf8');
    const plain = html.replace(toFiles, '');
    // At the foot, where every page leads to the report: what it says of it elsewhere is its own affair.
    const end = plain.lastIndexOf(toReport) + toReport.length;
    const linked = end < toReport.length ? plain : plain.slice(0, end) + toFiles + plain.slice(end);
    if (linked === html) continue;
    writeFileSync(join(root, page), linked);
    changed += 1;
  }
  return changed;
}
