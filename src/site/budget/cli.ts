/** Prints what a built site weighs, each figure beside its limit, and puts the figures on its page. Exit 1 beyond a limit. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getModel } from '../../model/index.ts';
import { base } from '../address.ts';
import { launchChromium } from '../chromium.ts';
import { budgets, fill, measureSite, publishFigures } from '../finish/figures.ts';
import { serve } from '../serve.ts';
import { better, type Judgement, openLighthouse } from './lighthouse.ts';
import { type FigureId, type Figures, inUnit, limits, perfect, scores } from './limits.ts';
import { pagesForLighthouse } from './pages.ts';
import { firstVisit } from './visit.ts';

const root = 'dist';
/** How often Lighthouse looks at a page that is not perfect, on a host that may be busy. */
const attempts = 3;

type Judged = { name: string; path: string; judgement: Judgement };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { lighthouse: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  if (!existsSync(join(root, budgets))) throw new Error(`${root} holds no built site: run \`npm run build\` first`);
  const pages = pagesForLighthouse(await getModel());
  const server = await serve(root, { gzip: true });
  try {
    const urlOf = (path: string) => server.url + path.slice(base.length);
    const figures = { ...weights(), ...(await visits(pages, urlOf)) };
    const judged = values.lighthouse ? await judgements(pages, urlOf) : [];
    publish(figures, judged);
    const beyond = report(figures, judged);
    if (beyond > 0) process.exitCode = 1;
  } finally {
    await server.close();
  }
}

const weights = (): Figures =>
  measureSite(
    root,
    new Map(globSync('**/*.html', { cwd: root }).map((file) => [file, readFileSync(join(root, file), 'utf8')])),
  );

type Pages = readonly { name: string; path: string }[];
type UrlOf = (path: string) => string;

async function visits(pages: Pages, urlOf: UrlOf): Promise<Figures> {
  const browser = await launchChromium();
  const figures: Figures = {};
  const worst = (id: FigureId, value: number, path: string) => {
    if (value > (figures[id]?.value ?? -1)) figures[id] = { value, page: path.slice(base.length) };
  };
  try {
    for (const { path } of pages) {
      const { fonts, requests } = await firstVisit(browser, urlOf(path));
      worst('fonts', fonts, path);
      worst('requests', requests, path);
    }
  } finally {
    await browser.close();
  }
  return figures;
}

async function judgements(pages: Pages, urlOf: UrlOf): Promise<Judged[]> {
  const lighthouse = await openLighthouse();
  const judged: Judged[] = [];
  try {
    for (const { name, path } of pages) {
      let judgement = await lighthouse.judge(urlOf(path));
      for (let n = 1; n < attempts && judgement.scores.performance < perfect; n += 1)
        judgement = better(judgement, await lighthouse.judge(urlOf(path)));
      judged.push({ name, path, judgement });
    }
  } finally {
    lighthouse.close();
  }
  return judged;
}

/** Puts the figures where the built site publishes them. */
function publish(figures: Figures, judged: readonly Judged[]): void {
  const file = join(root, budgets);
  const html = judged.reduce(
    (text, { name, judgement }) =>
      scores.reduce((row, score) => fill(row, `${name}-${score}`, `${judgement.scores[score]}`), text),
    publishFigures(readFileSync(file, 'utf8'), figures),
  );
  writeFileSync(file, html);
}

/** Prints every figure beside its limit, and says how many are beyond theirs. */
function report(figures: Figures, judged: readonly Judged[]): number {
  let beyond = 0;
  const line = (what: string, figure: string, limit: string, within: boolean, where: string) => {
    if (!within) beyond += 1;
    console.log(
      `${within ? ' ' : '!'} ${what.padEnd(44)} ${figure.padStart(8)}   ${limit.padEnd(16)} ${where}`.trimEnd(),
    );
  };
  for (const { id, what, unit, limit } of limits) {
    const figure = figures[id];
    if (figure)
      line(
        what,
        inUnit(figure.value, unit),
        `at most ${inUnit(limit, unit)}`,
        figure.value <= limit,
        figure.page || 'home',
      );
  }
  for (const { name, judgement } of judged) {
    for (const score of scores)
      line(
        `Lighthouse, ${score}`,
        `${judgement.scores[score]}`,
        `has to be ${perfect}`,
        judgement.scores[score] === perfect,
        name,
      );
    for (const fault of judgement.faults) console.log(`    ${name}: ${fault}`);
  }
  console.log(beyond === 0 ? 'all within their limits' : `${beyond} beyond their limits`);
  return beyond;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 1;
}
