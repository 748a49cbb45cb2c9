import type { Affected, Change } from './changes.ts';
import type { Review } from './compare.ts';
import type { Claim } from './said.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const section = (title: string, rows: unknown[], body: () => string) =>
  rows.length === 0 ? [] : [`### ${title}\n\n${body()}`];

const beforeAfter = (head: string, changes: Change<unknown>[]) =>
  table(
    [head, 'before', 'after'],
    changes.map(({ title, before, after }) => [title, String(before ?? '(new)'), String(after ?? '(gone)')]),
  );
const affectedTable = (head: string, changes: Affected[]) =>
  table(
    [head, 'before', 'after', 'why'],
    changes.map(({ title, before, after, because }) => [
      title,
      before ?? '(new)',
      before === after ? '(the same)' : (after ?? '(gone)'),
      because.join('; '),
    ]),
  );

/** Claims whose verdict or grade is another, or that are new or gone. */
function verdicts(claims: Change<Claim>[]): string[][] {
  const say = (side: Claim | undefined, none: string) => (side ? `${side.verdict}, ${side.grade}` : none);
  return claims
    .map(({ id, title, before, after }) => [`\`${id}\``, title, say(before, '(new)'), say(after, '(withdrawn)')])
    .filter(([, , before, after]) => before !== after);
}

/** Claims that say something else than before, or that other evidence would bear out: easily the more weighty change. */
function rewordings(claims: Change<Claim>[]): string[][] {
  return claims.flatMap(({ id, before, after }) => {
    if (!before || !after) return [];
    const rests = (side: Claim) => side.rests.join('; ');
    return [
      ...(before.claim === after.claim ? [] : [[`\`${id}\``, 'claim', before.claim, after.claim]]),
      ...(rests(before) === rests(after) ? [] : [[`\`${id}\``, 'rests on', rests(before), rests(after)]]),
    ];
  });
}

/** A review as Markdown for a comment or a job summary, weightiest first. `notes` come before everything. */
export function markdown(review: Review, notes: string[] = []): string {
  const moved = verdicts(review.claims);
  const reworded = rewordings(review.claims);
  const sections = [
    ...section('Worse, or rewritten, and no reason given', review.unexplained, () =>
      review.unexplained
        .map(({ file, line, id, field, message, remedy }) => {
          const where = line === undefined ? file : `${file}:${line}`;
          return `- \`${where}\` ${[id, field].filter(Boolean).join(' · ')}: ${message}. ${remedy}`;
        })
        .join('\n'),
    ),
    ...section('Worse, and why', review.reasons, () =>
      table(
        ['what', 'is now', 'reason', 'on'],
        review.reasons.map(({ what, id, to, reason, on }) => [`${what} \`${id}\``, to, reason, on]),
      ),
    ),
    ...section('Claims', moved, () => table(['finding', 'claim', 'before', 'after'], moved)),
    ...section('Claims in other words, or on other evidence', reworded, () =>
      table(['finding', 'what', 'before', 'after'], reworded),
    ),
    ...section('Experiments', review.experiments, () => beforeAfter('experiment', review.experiments)),
    ...section('Comparison', review.cells, () =>
      [
        ...review.columns.map(({ title, changed, of }) => `${title}: ${changed} of ${of} cells changed.\n`),
        affectedTable('cell', review.cells),
      ].join('\n'),
    ),
    ...section('Criteria', review.criteria, () => affectedTable('criterion', review.criteria)),
    ...section('Questions', review.questions, () => affectedTable('question', review.questions)),
    ...section('Decisions affected', review.decisions, () => affectedTable('decision', review.decisions)),
    ...section('Failure modes affected', review.failures, () => affectedTable('failure', review.failures)),
    ...section('Answers of the pages', review.answers, () => beforeAfter('page', review.answers)),
    ...section('Evidence', review.evidence, () => beforeAfter('result or source', review.evidence)),
    ...section('Figures that moved by more than their spread', review.figures, () =>
      table(
        ['measure', 'before (median)', 'after (median)', 'unit'],
        review.figures.map(({ id, before, after, unit }) => [`\`${id}\``, before ?? '', after ?? '', unit]),
      ),
    ),
    ...section('To be read again', review.toReview, () => review.toReview.map((id) => `- \`${id}\``).join('\n')),
    ...section('Could not be compared', review.notCompared, () =>
      review.notCompared.map(({ side, what, why }) => `- ${side}: ${what}: ${why}`).join('\n'),
    ),
    ...section('Coverage and size', review.coverage, () => beforeAfter('what', review.coverage)),
  ];
  return [`## What changes in what we claim`, ...notes.map((note) => `> ${note}`), ...sections]
    .join('\n\n')
    .concat('\n');
}
