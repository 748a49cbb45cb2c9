import { z } from 'zod';
import { isoDate, prose, ref } from './ids.ts';

/** Frontmatter of the other pages under content/: the narrative of a criterion or a question, or a page on method. */
export const page = z.strictObject({
  title: prose,
  /** The verdict line: the answer in one sentence. */
  answer: prose,
  reviewed: isoDate,
  /** What is not known, and what it would take to know it. */
  unknown: z.array(z.strictObject({ gap: prose, takes: prose })).default([]),
  /** On a criterion's page: questions that it cannot count as answered yet, each with the reason. */
  open: z.array(z.strictObject({ question: ref('question'), why: prose })).default([]),
});
export type Page = z.infer<typeof page>;
