import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Faults that a check must see, each as a piece of the page. */
const faults = {
  contents:
    '<nav class="contents"><ol><li><a href="#plan"><span class="words">Plan</span> <span class="page-of" data-page="abstract"></span></a></li><li><a href="#abstract"><span class="words">No page</span></a></li></ol></nav>',
  link: '<p>See <a href="#nowhere">what is not there</a>, <a href="#plan">the plan, p. 999</a>.</p>',
  margin: '<p style="position:relative;left:-8mm;width:60mm">Beside the margin</p>',
  gone: '<style>@media print{.gone{display:none}}</style><p class="gone">A line that paper does not have.</p>',
  thin: '<section style="break-before:page;break-after:page"><p>A line by itself.</p></section>',
  font: '<p style="font-family:\'DejaVu Sans\',monospace">Another font</p>',
} as const;

/** A copy of a built site in which the short report has all faults, and the plan's criterion is gone. */
export function spoilt(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'spoilt-report-'));
  cpSync(join(root, '_astro'), join(copy, '_astro'), { recursive: true });
  cpSync(join(root, 'theme.js'), join(copy, 'theme.js'));
  mkdirSync(join(copy, 'report/short'), { recursive: true });
  const html = readFileSync(join(root, 'report/short/index.html'), 'utf8');
  const abstract = html.indexOf('<section class="part');
  const plan = html.lastIndexOf('<section class="part');
  const { contents, ...rest } = faults;
  writeFileSync(
    join(copy, 'report/short/index.html'),
    html.slice(0, abstract) + contents + html.slice(abstract, plan) + Object.values(rest).join('') + html.slice(plan),
  );
  return copy;
}

/** The same file without the keys by which a reader finds tags and bookmarks. */
export const stripped = (pdf: Buffer): Buffer =>
  Buffer.from(
    pdf
      .toString('latin1')
      .replaceAll('/StructTreeRoot ', '/StructTreeNone ')
      .replaceAll('/Outlines ', '/Outlined ')
      .replaceAll('/Marked true', '/Marked null')
      .replaceAll('/Lang (', '/Long ('),
    'latin1',
  );
