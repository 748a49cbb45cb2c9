import { readTranscript } from '../../evidence/transcripts.ts';
import type { Model } from '../../model/types.ts';
import { base } from '../address.ts';
import { transcribedRuns } from '../lookup.ts';
import { evidencePath, transcriptPath } from '../paths.ts';
import { decoded, markdownOf } from './markdown.ts';
import type { Entry } from './search-index.ts';
import { type Type, typeOfFolder } from './types.ts';

/** A page of the built site. */
export interface BuiltPage {
  file: string;
  /** Its address, with the base. */
  path: string;
  html: string;
  /** The same as text; undefined where another file is that already. */
  markdown: string | undefined;
  /** The file that says the same as text, from the page; undefined where there is none. */
  twin: string | undefined;
}

/** The page of a transcript is the raw file with colours. */
const rawOf = (html: string): string | undefined =>
  html.includes('<pre class="transcript"') ? /<a href="([^"]*\/evidence\/[^"]*\.txt)"/.exec(html)?.[1] : undefined;

export function pageOf(file: string, html: string): BuiltPage {
  const path = base + file.replace(/(^|\/)index\.html$/, '$1');
  const raw = rawOf(html);
  if (raw !== undefined || !path.endsWith('/')) return { file, path, html, markdown: undefined, twin: raw };
  return { file, path, html, markdown: markdownOf(html), twin: 'index.md' };
}

/** What the search finds: every page but the report, which says again what they say, and every transcript. */
export function entriesOf(pages: readonly BuiltPage[], model: Model): Entry[] {
  const verdicts = verdictsOf(model);
  return [
    ...pages.flatMap(({ path, html, markdown }): Entry[] => {
      const [folder = '', id, below] = path.slice(base.length).split('/');
      if (markdown === undefined || folder === 'report' || folder === 'search') return [];
      const title = textOf(html, /<h1\b[^>]*>([\s\S]*?)<\/h1>/);
      const says = textOf(html, /<meta name="description" content="([^"]*)"/);
      const type: Type = (id && !below ? typeOfFolder[folder] : undefined) ?? 'page';
      const verdict = verdicts.get(`${type} ${id}`) ?? '';
      return [{ path, title, type, verdict, says: says.includes(title) ? '' : says, text: withoutLinks(markdown) }];
    }),
    ...transcriptsOf(model),
  ];
}

const textOf = (html: string, pattern: RegExp): string =>
  decoded((pattern.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

/** Words of an address are not words of the text. */
const withoutLinks = (markdown: string): string => markdown.replace(/\]\([^)]*\)/g, ']');

function transcriptsOf({ experiments }: Model): Entry[] {
  return experiments.flatMap((experiment) =>
    transcribedRuns(experiment).map(({ kernel, run, transcript }): Entry => {
      const path = transcriptPath(experiment.id, kernel, run.number);
      const title = `${experiment.question} Linux ${kernel}, run ${run.number}`;
      const text = readTranscript(transcript.file).replace(boot, '');
      return {
        path,
        title,
        type: 'transcript',
        verdict: run.status === 'complete' ? '' : run.status,
        says: evidencePath(transcript.file),
        text,
      };
    }),
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
