import type { Model } from '../types.ts';

/** What somebody should look at again, as a list in Markdown; empty where nothing is due. */
export function dueText(model: Model, on: string): string {
  const past = model.findings
    .filter(({ reviewBy }) => reviewBy < on)
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy))
    .map(
      ({ id, claim, reviewBy, versions, file }) =>
        `- \`${id}\`, due ${reviewBy} (${versions}): ${claim} In \`${file}\`.`,
    );
  const changed = model.findings
    .filter(({ needsReview }) => needsReview.length > 0)
    .map(({ id, needsReview }) => `- \`${id}\`: ${needsReview.join(', ')} changed since it was accepted.`);
  const section = (title: string, lines: string[], then: string) =>
    lines.length ? [`### ${title}\n\n${lines.join('\n')}\n\n${then}`] : [];
  return [
    ...section(
      'Past their date',
      past,
      'Read the sources again or run the experiment again; then move `reviewBy` on, with what was found.',
    ),
    ...section(
      'On evidence that changed',
      changed,
      'Read the claim against its evidence; then `npm run accept -- <finding>`.',
    ),
  ].join('\n\n');
}
