import { z } from 'zod';
import { isoDate, prose } from './ids.ts';

/** Frontmatter of the other pages under content/: the narrative of a criterion or a question, or a page on method. */
export const page = z.strictObject({
  title: prose,
  /** The verdict line: the answer in one sentence. */
  answer: prose,
  reviewed: isoDate,
  /** What is not known, one entry a gap. */
  unknown: z.array(prose).default([]),
});
export type Page = z.infer<typeof page>;
