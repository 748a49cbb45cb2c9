import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { findChromium } from '../chromium.ts';
import { perfect, scores } from './limits.ts';

export type Scores = Record<(typeof scores)[number], number>;
/** What Lighthouse says of a page: its scores, and why those that are not perfect are not. */
export interface Judgement {
  scores: Scores;
  faults: string[];
}

/** Lighthouse brings a hundred packages that the site does not need, so it is installed beside the benchmarks. */
const folder = 'bench/node_modules';
const missing = `Lighthouse is not installed: run \`npm ci --prefix bench\` first, or leave it out with --no-lighthouse`;

const audit = z.object({
  id: z.string(),
  title: z.string(),
  score: z.number().nullable(),
  displayValue: z.string().optional(),
});
const result = z.object({
  lhr: z.object({
    runtimeError: z.object({ message: z.string() }).optional(),
    categories: z.record(
      z.string(),
      z.object({ score: z.number().nullable(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) }),
    ),
    audits: z.record(z.string(), audit),
  }),
});

type Lighthouse = (url: string, flags: object) => Promise<unknown>;
type Launcher = { launch(options: object): Promise<{ port: number; kill(): void }> };

/** Opens Lighthouse with a browser of its own. Its mobile preset throttles by simulation, so a busy host disturbs it little. */
export async function openLighthouse(): Promise<{ judge(url: string): Promise<Judgement>; close(): void }> {
  const load = async (file: string) => {
    if (!existsSync(join(folder, file))) throw new Error(missing);
    return import(pathToFileURL(join(folder, file)).href);
  };
  const { default: lighthouse }: { default: Lighthouse } = await load('lighthouse/core/index.js');
  const launcher: Launcher = await load('chrome-launcher/dist/index.js');
  const chrome = await launcher.launch({
    chromePath: findChromium(),
    chromeFlags: ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const flags = { port: chrome.port, output: 'json', logLevel: 'silent', onlyCategories: [...scores] };
  return {
    judge: async (url) => judgementOf(await lighthouse(url, flags)),
    close: () => chrome.kill(),
  };
}

function judgementOf(said: unknown): Judgement {
  const { lhr } = result.parse(said);
  if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
  const score = (id: string) => Math.round((lhr.categories[id]?.score ?? 0) * perfect);
  const faults = scores.flatMap((id) =>
    score(id) === perfect
      ? []
      : (lhr.categories[id]?.auditRefs ?? []).flatMap(({ id: name, weight }) => {
          const { score: own, title, displayValue = '' } = lhr.audits[name] ?? { score: null, title: name };
          return weight > 0 && own !== null && own < 0.995 ? [`${id}: ${title} ${displayValue}`.trim()] : [];
        }),
  );
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    faults,
  };
}

/** The better of two judgements: noise of the host can only make a page slower than it is. */
export const better = (a: Judgement, b: Judgement): Judgement => (b.scores.performance > a.scores.performance ? b : a);
