/** The parts of the report in their order. Parts with the same running head may share a page. */
export const parts = [
  { id: 'abstract', title: 'Abstract', head: 'Abstract' },
  { id: 'recommendation', title: 'Recommendation', head: 'Recommendation' },
  { id: 'criteria', title: 'The acceptance criteria', head: 'Acceptance criteria' },
  { id: 'questions', title: 'The key questions', head: 'Key questions' },
  { id: 'matrix', title: 'The comparison', head: 'Comparison' },
  { id: 'decisions', title: 'The decisions', head: 'Decisions' },
  { id: 'failures', title: 'What fails, and how', head: 'Failures' },
  { id: 'plan', title: 'Plan and runbooks', head: 'Plan, runbooks and configuration' },
  { id: 'nix', title: 'NixOS configuration', head: 'Plan, runbooks and configuration' },
  { id: 'experiments', title: 'Method and experiments', head: 'Method and experiments' },
  { id: 'surprises', title: 'Surprises', head: 'Surprises and gaps' },
  { id: 'gaps', title: 'What is not known', head: 'Surprises and gaps' },
  { id: 'glossary', title: 'Words of the field', head: 'Words and marks' },
  { id: 'words', title: 'Words by which this report judges', head: 'Words and marks' },
  { id: 'sources', title: 'Sources', head: 'Sources' },
  { id: 'findings', title: 'Index of findings', head: 'Index of findings' },
] as const;

export type Part = (typeof parts)[number];
export type PartId = Part['id'];

export const partOf = (id: PartId): Part => parts.find((part) => part.id === id) ?? parts[0];

/** The name of the pages on which a part is printed: a part with the same running head goes on on the same page. */
export const pageName = ({ head }: Part): string => head.toLowerCase().replace(/[^a-z]+/g, '-');

/**
 * A named page for each running head, since Chromium prints margin boxes and knows no `string-set`.
 * They stand in the page, not in the style sheet, because the heads are the titles above.
 */
export const pageRules = (): string =>
  [...new Map(parts.map((part) => [pageName(part), part.head]))]
    .map(([name, head]) => `@page ${name}{@top-left{content:"${head}"}}.on-${name}{page:${name}}`)
    .join('');
