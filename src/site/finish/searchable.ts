import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTranscript } from '../../evidence/transcripts.ts';
import type { Model } from '../../model/types.ts';
import { base } from '../address.ts';
import { cached } from '../cache.ts';
import { transcribedRuns } from '../lookup.ts';
import { evidencePath, transcriptPath } from '../paths.ts';
import { decoded } from './markdown.ts';
import { indexOf, type Listed, placesIn, termsIn } from './search-index.ts';
import { type Type, typeOfFolder } from './types.ts';

/** What the search knows of a page. */
export interface Searchable {
  title: string;
  says: string;
  terms: [string, number][];
}

/** A page as the search finds it; undefined for the report, which says again what the others say, and the search. */
export function searchableOf(path: string, html: string, markdown: string): Searchable | undefined {
  if (['report', 'search'].includes(partsOf(path)[0] ?? '')) return undefined;
  const title = textOf(html, /<h1\b[^>]*>([\s\S]*?)<\/h1>/);
  const sentence = textOf(html, /<meta name="description" content="([^"]*)"/);
  const says = sentence.includes(title) ? '' : sentence;
  return { title, says, terms: [...termsIn({ title, says, text: withoutLinks(markdown) })] };
}

const partsOf = (path: string) => path.slice(base.length).split('/');

const textOf = (html: string, pattern: RegExp): string =>
  decoded((pattern.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

/** Words of an address are not words of the text. */
const withoutLinks = (markdown: string): string => markdown.replace(/\]\([^)]*\)/g, ']');

/** The files of the search, by name. It finds pages, given by their addresses, and every transcript. */
export async function searchOf(pages: readonly (readonly [string, Searchable])[], model: Model) {
  const verdicts = verdictsOf(model);
  const listed = pages.map(([path, { title, says }]): Listed => {
    const [folder = '', id, below] = partsOf(path);
    const type: Type = (id && !below ? typeOfFolder[folder] : undefined) ?? 'page';
    return { path, title, type, verdict: verdicts.get(`${type} ${id}`) ?? '', says };
  });
  const runs = transcripts(model);
  // Most of all words stand in transcripts, which no edit of a record changes.
  const places = await cached('search', [code, runs.map(({ entry, sha256 }) => [entry, sha256])], async () =>
    JSON.stringify([...placesIn(runs.map(({ entry, text }) => termsIn({ ...entry, text: text() })))]),
  );
  return indexOf([
    { entries: listed, places: placesIn(pages.map(([, { terms }]) => terms)) },
    { entries: runs.map(({ entry }) => entry), places: JSON.parse(places) },
  ]);
}

const here = dirname(fileURLToPath(import.meta.url));
const code = ['index-terms.ts', 'search-index.ts', 'searchable.ts'].map((file) =>
  readFileSync(join(here, file), 'utf8'),
);

function transcripts({ experiments }: Model): { entry: Listed; sha256: string; text: () => string }[] {
  return experiments.flatMap((experiment) =>
    transcribedRuns(experiment).map(({ kernel, run, transcript }) => ({
      entry: {
        path: transcriptPath(experiment.id, kernel, run.number),
        title: `${experiment.question} Linux ${kernel}, run ${run.number}`,
        type: 'transcript',
        verdict: run.status === 'complete' ? '' : run.status,
        says: evidencePath(transcript.file),
      },
      sha256: transcript.sha256,
      text: () => readTranscript(transcript.file).replace(boot, ''),
    })),
  );
}

/** What a kernel says of itself before the first command: the same in every run. */
const boot = /^.*\[\s*[0-4]\.\d+\]\s+kernel .*\n/gm;

function verdictsOf({ findings, experiments, criteria, questions, decisions }: Model): Map<string, string> {
  return new Map([
    ...findings.map(({ id, verdict }): [string, string] => [`finding ${id}`, verdict]),
    ...experiments.map(({ id, verdict }): [string, string] => [`experiment ${id}`, verdict]),
    ...criteria.map(({ id, state }): [string, string] => [`criterion ${id}`, state]),
    ...questions.map(({ id, state }): [string, string] => [`question ${id}`, state]),
    ...decisions.map(({ id, status }): [string, string] => [`decision ${id}`, status]),
  ]);
}
