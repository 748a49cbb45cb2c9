import { z } from 'zod';
import { type Id, prose, ref } from './ids.ts';

export const judgements = ['good', 'mixed', 'poor'] as const;
export const unknowns = ['fails', 'not supported', 'not tested', 'cannot be tested here'] as const;
export const marks = [...judgements, ...unknowns] as const;
export type Mark = (typeof marks)[number];

/** A judged cell: a mark, a few words, and the findings that it rests on. */
export const judged = z.strictObject({
  is: z.enum(judgements),
  /** At most twelve words: what stands in the table. */
  says: prose.max(90),
  note: prose.optional(),
  findings: z.array(ref('finding')).min(1, 'a judged cell rests on at least one finding'),
});

/** A cell without a judgement: which of the four kinds, and why. */
export const unjudged = z.strictObject({
  is: z.enum(unknowns),
  says: prose.max(90),
  reason: prose,
  findings: z.array(ref('finding')).default([]),
});

export const cell = z.discriminatedUnion('is', [judged, unjudged]);
export type Cell = z.infer<typeof cell>;

/** One column of the matrix: a cell for each dimension. A missing one is a compile error. */
export const defineColumn = (system: Id<'system'>, cells: Record<Id<'dimension'>, z.input<typeof cell>>) => ({
  system,
  cells,
});
