import { z } from 'zod';
import { prose } from './ids.ts';

/** A word of the field, as this site uses it. The id is its anchor on the page of words. */
export const term = z.strictObject({
  /** As it stands in a sentence, in lower case unless it is a name. */
  term: prose,
  /** Other forms in which the text uses it; plurals in s are found without. */
  also: z.array(z.string().min(2)).default([]),
  /** One or two sentences. */
  means: prose,
  /** False where the word is too common to be linked wherever it stands. */
  linked: z.boolean().default(true),
});
export type Term = z.infer<typeof term>;
export const defineTerms = <K extends string>(entries: Record<K, z.input<typeof term>>) => entries;
