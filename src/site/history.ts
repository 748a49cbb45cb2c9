import { execFileSync } from 'node:child_process';
import { type Grade, ledger, type Verdict } from '../schema/index.ts';

/** What a finding was, from when on. */
export interface Step {
  /** When it was accepted as that: `2026-11-22T11:05:21Z`. */
  on: string;
  verdict: Verdict;
  grade: Grade;
}
/** One acceptance of the claims as they stood: the findings that were new or other than before. */
export interface Acceptance {
  on: string;
  commit: string;
  changes: { id: string; before: Step | undefined; after: Step | undefined }[];
}

const file = 'data/ledger.json';
type Git = (args: string[], input?: string) => string;
const git: Git = (args, input) =>
  execFileSync('git', args, { encoding: 'utf8', input, maxBuffer: 1e9, stdio: ['pipe', 'pipe', 'ignore'] });

/**
 * The history of all findings, oldest first, out of the states of the ledger that the repository holds up to a commit.
 * Empty without a repository; of a shallow copy it is as long as the copy is deep.
 */
export function acceptances(commit: string | undefined, ask: Git = git): Acceptance[] {
  if (commit === undefined) return [];
  const commits = ask(['log', '--format=%H %cI', '--reverse', commit, '--', file])
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '));
  const states = contentsOf(
    ask,
    commits.map(([hash = '']) => `${hash}:${file}`),
  );
  let before = new Map<string, Step>();
  return commits.flatMap(([hash = '', date = ''], i): Acceptance[] => {
    const state = ledger.safeParse(JSON.parse(states[i] ?? 'null'));
    if (!state.success) return [];
    const on = `${new Date(date).toISOString().slice(0, 19)}Z`;
    const after = new Map<string, Step>();
    for (const [id, { verdict, grade }] of Object.entries(state.data.findings)) {
      const was = before.get(id);
      after.set(id, was && was.verdict === verdict && was.grade === grade ? was : { on, verdict, grade });
    }
    const changes = [...new Set([...before.keys(), ...after.keys()])]
      .sort()
      .filter((id) => before.get(id) !== after.get(id))
      .map((id) => ({ id, before: before.get(id), after: after.get(id) }));
    before = after;
    return changes.length > 0 ? [{ on, commit: hash, changes }] : [];
  });
}

/** The contents of several files of the repository, asked for in one go. */
function contentsOf(ask: Git, names: readonly string[]): string[] {
  const answer = Buffer.from(ask(['cat-file', '--batch'], `${names.join('\n')}\n`));
  const contents: string[] = [];
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf('\n', at);
    const size = Number(answer.subarray(at, end).toString().split(' ')[2] ?? Number.NaN);
    if (Number.isNaN(size)) break;
    contents.push(answer.subarray(end + 1, end + 1 + size).toString());
    at = end + size + 2;
  }
  return contents;
}

/** Each state that one finding was in, oldest first. */
export const stepsOf = (history: readonly Acceptance[], id: string): Step[] =>
  history.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.id === id && change.after ? [change.after] : [])),
  );
