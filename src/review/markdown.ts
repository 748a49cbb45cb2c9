import type { Change, Review } from './compare.ts';

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

/** A review as Markdown for a comment or a job summary; empty where nothing changed. `notes` come first. */
export function markdown(review: Review, notes: string[] = []): string {
  const claims = review.claims.map(({ id, title, before, after }) => {
    const say = (side: typeof before, none: string) => (side ? `${side.verdict}, ${side.grade}` : none);
    return [`\`${id}\``, title, say(before, '(new)'), say(after, '(withdrawn)')];
  });
  const affected = review.decisions.map(({ id, title, before, after, because }) => {
    const moved = before === after ? '' : `${before ?? '(new)'} → ${after ?? '(gone)'}`;
    return [`\`${id}\``, title, [moved, ...because].filter(Boolean).join('; ')];
  });
  const sections = [
    ...section('Claims', claims, () => table(['finding', 'claim', 'before', 'after'], claims)),
    ...section('Comparison', review.cells, () => beforeAfter('cell', review.cells)),
    ...section('Criteria', review.criteria, () => beforeAfter('criterion', review.criteria)),
    ...section('Questions', review.questions, () => beforeAfter('question', review.questions)),
    ...section('Decisions affected', affected, () => table(['decision', 'title', 'how'], affected)),
    ...section('Evidence', review.evidence, () => beforeAfter('result', review.evidence)),
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
    ...section('Coverage', review.coverage, () => beforeAfter('what', review.coverage)),
  ];
  return [`## What changes in what we claim`, ...notes.map((note) => `> ${note}`), ...sections]
    .join('\n\n')
    .concat('\n');
}
