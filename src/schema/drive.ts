import { z } from 'zod';
import { prose, ref } from './ids.ts';

/** A drive that the idle SSDs could be: which one the machine has is not known. */
export const drive = z.strictObject({
  line: prose,
  /** Terabytes written up to which it is under warranty; left out where the maker names none. */
  ratedTerabytes: z.number().positive().optional(),
  /** Years of warranty. */
  years: z.int().positive(),
  source: ref('source'),
  /** Whose figure it is, where sources differ. */
  note: prose.optional(),
});
export type Drive = z.infer<typeof drive>;
export const defineDrives = (entries: z.input<typeof drive>[]) => entries;
