import { spawnSync } from 'node:child_process';
import type { Checked } from '../model/index.ts';
import type { Edition, EditionChange } from '../schema/index.ts';
import type { Change } from './changes.ts';
import { compare } from './compare.ts';
import { coverageOf } from './coverage.ts';
import { RevisionError, readRevision } from './revision.ts';
import type { Claim } from './said.ts';

export interface Tag {
  name: string;
  commit: string;
  on: string;
}

/** The tags `edition-…` that are in this clone's history, in the order of their commits. */
export function editionTags(root: string): Tag[] {
  const format = '%(refname:short)%09%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)';
  const lines = git(root, 'for-each-ref', `--format=${format}`, 'refs/tags/edition-*').split('\n').filter(Boolean);
  return lines
    .map((line) => {
      const [name = '', commit = ''] = line.split('\t');
      const [seconds = '', on = ''] = git(root, 'log', '-1', '--format=%ct %cs', commit).trim().split(' ');
      return { name, commit, on, seconds: Number(seconds) };
    })
    .sort((a, b) => a.seconds - b.seconds || a.name.localeCompare(b.name))
    .map(({ name, commit, on }) => ({ name, commit, on }));
}

function git(root: string, ...args: string[]): string {
  const done = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new RevisionError(`git ${args[0]}: ${done.stderr.trim()}`);
  return done.stdout;
}

/** Every edition with what it changed, read from history with the schema of today. */
export async function readEditions(root: string): Promise<Edition[]> {
  const editions: Edition[] = [];
  let before: { tag: Tag; checked: Checked } | undefined;
  for (const tag of editionTags(root)) {
    const checked = await readRevision(root, tag.commit);
    editions.push(editionOf(tag, checked, before));
    before = { tag, checked };
  }
  return editions;
}

/** What one edition says otherwise than the one before. Pure. The first is not compared: all of it is new. */
export function editionOf(tag: Tag, checked: Checked, before?: { tag: Tag; checked: Checked }): Edition {
  const counts = Object.fromEntries([...coverageOf(checked).values()].map(({ title, value }) => [title, value]));
  const first = { ...tag, since: null, changes: [], regressions: [...checked.records.regressions], counts };
  if (!before) return { ...first, notCompared: 0 };
  const review = compare(before.checked, checked);
  const claims = review.claims.map(({ before, after, ...rest }) => {
    /** The title says what is claimed; here it is said again only where the words changed. */
    const reworded = before && after && before.claim !== after.claim;
    const say = ({ claim, verdict, grade }: Claim) => `${verdict}, ${grade}${reworded ? `: ${claim}` : ''}`;
    return { ...rest, ...(before && { before: say(before) }), ...(after && { after: say(after) }) };
  });
  return {
    ...first,
    since: before.tag.name,
    changes: [
      ...changed('claim', claims),
      ...changed('cell', review.cells),
      ...changed('criterion', review.criteria),
      ...changed('decision', review.decisions),
      ...changed('evidence', review.evidence),
    ],
    regressions: review.reasons,
    notCompared: review.notCompared.length,
  };
}

const changed = (what: EditionChange['what'], changes: Change<string>[]): EditionChange[] =>
  changes
    .filter(({ before, after }) => before !== after)
    .map(({ id, title, before, after }) => ({ what, id, title, before: before ?? null, after: after ?? null }));

/**
 * What data/changes.json shall be. An edition that was written down when its data could still be read stands as it was
 * written, where today's schema reads less of it.
 */
export function settled(read: Edition[], written: Edition[]): Edition[] {
  return read.map((edition) => {
    const earlier = written.find(({ name, commit }) => name === edition.name && commit === edition.commit);
    return earlier && earlier.notCompared < edition.notCompared ? earlier : edition;
  });
}
