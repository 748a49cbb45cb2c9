/**
 * What a change does to what is claimed: `npm run review -- --base REV [--head REV] [--format markdown|json] [--strict]`.
 * Silent where nothing changed. With --strict, exit 1 when something got worse since the base and no reason is given.
 */
import { parseArgs } from 'node:util';
import { readProject } from '../model/index.ts';
import { compare, isSilent } from '../review/compare.ts';
import { markdown } from '../review/markdown.ts';
import { commitOf, forkPoint, isShallow, RevisionError, readRevision } from '../review/revision.ts';

const usage = 'npm run review -- --base REV [--head REV] [--format markdown|json] [--strict]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      base: { type: 'string' },
      head: { type: 'string' },
      format: { type: 'string', default: 'markdown' },
      strict: { type: 'boolean', default: false },
    },
  });
  if (!values.base || !['markdown', 'json'].includes(values.format)) throw new RevisionError(usage);
  const root = process.cwd();
  const base = commitOf(root, values.base);
  const head = commitOf(root, values.head ?? 'HEAD');
  const parted = forkPoint(root, base, head);
  const deepen = isShallow(root) ? ' This clone is shallow: git fetch --unshallow may find where they parted.' : '';
  const notes = parted
    ? []
    : [`${values.base} and ${values.head ?? 'HEAD'} have no history in common here: compared as they stand.${deepen}`];

  const before = await readRevision(root, parted ?? base);
  const after = values.head ? await readRevision(root, head) : await readProject(root);
  const review = compare(before, after);
  if (values.format === 'json') console.log(JSON.stringify(isSilent(review) ? {} : { notes, ...review }, null, 2));
  else if (!isSilent(review)) console.log(markdown(review, notes));
  if (values.strict && review.unexplained.length) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof RevisionError) && !(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
