import { createHash } from 'node:crypto';
import { existsSync, globSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { readTranscript, recordOf, transcriptsOf } from '../evidence/transcripts.ts';
import { largestReport } from '../schema/index.ts';

/** Reads the files of a project, for the whole of the model. It interprets nothing beyond syntax. */

export interface Unreadable {
  file: string;
  line?: number;
  message: string;
}
export interface ReadEvidence {
  file: string;
  sha256: string;
  json: unknown;
}
export interface ReadProse {
  file: string;
  frontmatter: unknown;
  body: string;
  bodyLine: number;
  text: string;
}
export interface Transcript {
  sha256: string;
  lines: number;
}
/** A file that a stranger made: its bytes, unless it is too large to be worth reading, or no plain file. */
export interface ReadReport {
  file: string;
  size: number;
  bytes: Uint8Array | undefined;
}
/** Everything under data/ and content/ as it stands in the files. */
export interface Files {
  root: string;
  modules: Record<string, Record<string, unknown>>;
  /** Data files that an index should know, by folder. */
  listed: Record<'experiments' | 'findings' | 'matrix' | 'procedures', string[]>;
  evidence: ReadEvidence[];
  reports: ReadReport[];
  /** By path: what transcripts there are. */
  transcripts: Map<string, Transcript>;
  prose: Record<'decisions' | 'criteria' | 'questions' | 'method', ReadProse[]>;
  ledger: unknown;
  changes: unknown;
  /** sha256 of files that evidence names as its origin, by path; absent where there is no such file. */
  origins: Map<string, string>;
  unreadable: Unreadable[];
}

const dataModules = [
  'data/task.ts',
  'data/systems.ts',
  'data/dimensions.ts',
  'data/drivers.ts',
  'data/drives.ts',
  'data/sources.ts',
  'data/failures.ts',
  'data/glossary.ts',
  'data/experiments/index.ts',
  'data/regressions.ts',
  'data/findings/index.ts',
  'data/matrix/index.ts',
  'data/procedures/index.ts',
  'data/plan.ts',
];

export const ledgerFile = 'data/ledger.json';
export const changesFile = 'data/changes.json';
const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** Reads a project. Never throws for what a file says: what cannot be read is listed in `unreadable`. */
export async function readFiles(root: string): Promise<Files> {
  const unreadable: Unreadable[] = [];
  const list = (pattern: string) => globSync(pattern, { cwd: root }).sort();
  const text = (file: string) => readFileSync(join(root, file), 'utf8');

  /** A file that need not be there. */
  const json = (file: string) =>
    existsSync(join(root, file)) ? readJson(file, text(file), unreadable)[0]?.json : undefined;

  const modules: Files['modules'] = {};
  for (const file of dataModules) {
    try {
      modules[file] = await import(/* @vite-ignore */ pathToFileURL(join(root, file)).href);
    } catch (error) {
      unreadable.push({ file, message: (error as Error).message });
    }
  }
  const listed = (folder: string) => list(`data/${folder}/*.ts`).filter((file) => !/(\/index|\.test)\.ts$/.test(file));

  return {
    root,
    modules,
    listed: {
      experiments: listed('experiments'),
      findings: listed('findings'),
      matrix: listed('matrix'),
      procedures: listed('procedures'),
    },
    evidence: list('data/benchmarks/*/*.json').flatMap((file) => readJson(file, text(file), unreadable)),
    reports: list('data/reported/*').map((file) => readReport(root, file)),
    transcripts: readTranscripts(root, unreadable),
    prose: {
      decisions: list('content/decisions/*.mdx').flatMap((file) => readProse(file, text(file), unreadable)),
      criteria: list('content/criteria/*.mdx').flatMap((file) => readProse(file, text(file), unreadable)),
      questions: list('content/questions/*.mdx').flatMap((file) => readProse(file, text(file), unreadable)),
      method: list('content/method/*.mdx').flatMap((file) => readProse(file, text(file), unreadable)),
    },
    ledger: json(ledgerFile),
    changes: json(changesFile),
    origins: new Map(
      [...list('lab/experiments/*.ts'), ...list('data/image*.lock.json')].map((file) => [
        file,
        hash(readFileSync(join(root, file))),
      ]),
    ),
    unreadable,
  };
}

/** What the transcripts are, by path. */
function readTranscripts(root: string, unreadable: Unreadable[]): Files['transcripts'] {
  const transcripts: Files['transcripts'] = new Map();
  for (const path of transcriptsOf(root))
    try {
      if (transcripts.has(path)) throw new Error('it stands there twice, packed and as text; delete one of them');
      transcripts.set(path, recordOf(readTranscript(join(root, path))));
    } catch (error) {
      unreadable.push({ file: path, message: (error as Error).message });
    }
  return transcripts;
}

/** A report as bytes, which nobody has judged yet. */
export function readReport(root: string, file: string): ReadReport {
  const stat = lstatSync(join(root, file));
  const readable = stat.isFile() && stat.size <= largestReport;
  return { file, size: stat.size, bytes: readable ? readFileSync(join(root, file)) : undefined };
}

/** The JSON of a file, or nothing and a problem that says where it breaks off. */
export function readJson(file: string, content: string, unreadable: Unreadable[]): ReadEvidence[] {
  try {
    return [{ file, sha256: hash(content), json: JSON.parse(content) }];
  } catch (error) {
    const message = (error as Error).message;
    const at = /position (\d+)/.exec(message);
    const line = lineAt(content, at ? Number(at[1]) : content.length);
    unreadable.push({ file, line, message: `not whole JSON: ${message}` });
    return [];
  }
}

/** Frontmatter and body of an MDX file. */
export function readProse(file: string, content: string, unreadable: Unreadable[]): ReadProse[] {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(content);
  if (!parts) {
    unreadable.push({ file, line: 1, message: 'no frontmatter between two lines of ---' });
    return [];
  }
  const counter = new LineCounter();
  const yaml = parseDocument(parts[1] ?? '', { lineCounter: counter, uniqueKeys: true });
  for (const error of yaml.errors)
    unreadable.push({
      file,
      line: counter.linePos(error.pos[0]).line + 1,
      message: `frontmatter is not YAML: ${error.message.split('\n')[0]}`,
    });
  if (yaml.errors.length) return [];
  return [
    {
      file,
      frontmatter: yaml.toJS(),
      body: content.slice(parts[0].length),
      bodyLine: lineAt(content, parts[0].length),
      text: content,
    },
  ];
}
