/** Kinds of things that a search finds, in the order in which it offers them. */
export const types = [
  'page',
  'finding',
  'experiment',
  'transcript',
  'criterion',
  'question',
  'decision',
  'system',
  'runbook',
] as const;
export type Type = (typeof types)[number];

/** By the folder of the address; what stands elsewhere is a page. */
export const typeOfFolder: Readonly<Record<string, Type>> = {
  criteria: 'criterion',
  questions: 'question',
  systems: 'system',
  experiments: 'experiment',
  decisions: 'decision',
  findings: 'finding',
  procedures: 'runbook',
};
