/**
 * Asks every link that leads outside, of the sources and of the built site where there is one:
 * `npm run links -- [--dist dist] [--report FILE]`. Exit 1 when one is broken. It needs the network, and so is no test.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { check, polite } from '../links/check.ts';
import { collect } from '../links/collect.ts';
import { report } from '../links/report.ts';
import { suppressed } from '../links/suppressed.ts';
import { readProject } from '../model/index.ts';

const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' }, report: { type: 'string' } } });
const { model } = await readProject(process.cwd());
const own = process.env['SITE_URL'];
const links = collect(model.sources, existsSync(values.dist) ? values.dist : undefined).filter(
  ({ url }) => !own || !url.startsWith(own),
);
const { asked = [], left = [] } = Object.groupBy(links, ({ url }) =>
  suppressed[new URL(url).host] === undefined ? 'asked' : 'left',
);
const repository = process.env['GITHUB_REPOSITORY'];
const broken = await check(asked, { ...polite, agent: [polite.agent, repository].filter(Boolean).join(' of ') });
const reasons: Record<string, { links: number; reason: string }> = {};
for (const [host, of] of Map.groupBy(left, ({ url }) => new URL(url).host))
  reasons[host] = { links: of.length, reason: suppressed[host] ?? '' };

const text = report(broken, asked.length, reasons);
if (values.report) writeFileSync(values.report, text);
console.log(text || `${asked.length} links answer; ${left.length} were not asked`);
process.exitCode = broken.length ? 1 : 0;
