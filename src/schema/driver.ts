import { z } from 'zod';
import { prose, ref, slug } from './ids.ts';

/** What an owner wants of the SSDs, in one phrase, with how much it weighs where nobody says otherwise. */
export const driver = z.strictObject({
  title: prose,
  /** The question that its rows of the matrix answer together. */
  asks: prose,
  /** A share of no unit: twice the number weighs twice as much. */
  weight: z.number().positive(),
  /** Why it weighs that much. */
  because: prose,
});
export type Driver = z.infer<typeof driver>;
export const defineDrivers = <K extends string>(entries: Record<K, z.input<typeof driver>>) => entries;

/** In which of a situation's choices something counts. */
const choice = z.strictObject({ situation: z.string().regex(slug), choice: z.string().regex(slug) });

/**
 * What excludes an option, however much speaks for it. It trips where a row of the matrix is worse than mixed, or where
 * a finding holds that says so of the systems named.
 */
export const gate = z.strictObject({
  title: prose,
  /** Why no advantage outweighs it. */
  because: prose,
  /** Whether it is shut where the reader does not say otherwise. */
  shut: z.boolean(),
  /** Only in this situation; in every one where it is left out. */
  when: choice.optional(),
  trips: z.union([
    z.strictObject({ dimension: ref('dimension') }),
    z.strictObject({ finding: ref('finding'), systems: z.array(ref('system')).min(1) }),
  ]),
});
export type Gate = z.infer<typeof gate>;
export const defineGates = <K extends string>(entries: Record<K, z.input<typeof gate>>) => entries;

/** Something about the owner's case that makes drivers weigh more or less. The first choice is the usual one. */
export const situation = z.strictObject({
  title: prose,
  choices: z
    .record(
      z.string().regex(slug),
      z.strictObject({
        title: prose,
        weighs: z.array(z.strictObject({ driver: ref('driver'), times: z.number().nonnegative() })).default([]),
      }),
    )
    .refine((choices) => Object.keys(choices).length > 1, 'a situation has at least two choices'),
});
export type Situation = z.infer<typeof situation>;
export const defineSituations = <K extends string>(entries: Record<K, z.input<typeof situation>>) => entries;
