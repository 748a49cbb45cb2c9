import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Which state of the record the report is of. */
export interface Edition {
  version: string;
  /** The whole hash; undefined outside of a repository. */
  commit: string | undefined;
  /** There were changes that no commit has. */
  changed: boolean;
  /** When the commit was made, in UTC: `2026-11-22T09:15:24Z`. */
  date: string;
}

/** Whom the document names as its author. */
export const author = 'The ssd-cache-decision project';

type Git = (...args: string[]) => string;
const git: Git = (...args) =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

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
