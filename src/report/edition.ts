import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Which state of the record the report is of. */
export const editionShape = z.strictObject({
  version: z.string(),
  /** The whole hash; absent outside of a repository. */
  commit: z.string().optional(),
  /** There were changes that no commit has. */
  changed: z.boolean(),
  /** When the commit was made, in UTC: `2026-11-22T09:15:24Z`. */
  date: z.string(),
});
export type Edition = z.infer<typeof editionShape>;

/** Whom the document names as its author. */
export const author = 'The ssd-cache-decision project';

type Git = (...args: string[]) => string;
const git: Git = (...args) =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

let known: Edition | undefined;
/**
 * The edition that this process builds, asked for once: every page is of the same state, also when a commit is made
 * meanwhile. `BUILD_EDITION` (as JSON) says it in place of the repository, so that a build can be made again.
 */
export function currentEdition(otherwise: string): Edition {
  const given = process.env['BUILD_EDITION'];
  if (given) return editionShape.parse(JSON.parse(given));
  known ??= edition(otherwise);
  return known;
}

/**
 * The edition of the files in the current directory. Where there is no repository the date is `SOURCE_DATE_EPOCH`, or
 * the day that is given.
 */
export function edition(otherwise: string, ask: Git = git, env: NodeJS.ProcessEnv = process.env): Edition {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  try {
    const [commit = '', date = ''] = ask('log', '-1', '--format=%H %cI').split(' ');
    const changed = ask('status', '--porcelain', '--untracked-files=no') !== '';
    return { version, commit, changed, date: utc(new Date(date)) };
  } catch {
    const epoch = env['SOURCE_DATE_EPOCH'];
    const date = epoch ? new Date(Number(epoch) * 1000) : new Date(`${otherwise}T00:00:00Z`);
    return { version, commit: undefined, changed: false, date: utc(date) };
  }
}

const utc = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
