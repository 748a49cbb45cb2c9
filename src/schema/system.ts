import { z } from 'zod';
import { draft, prose, ref } from './ids.ts';

/** A thing that could be done with the SSDs: one of the four candidates, or a baseline they must beat. */
export const system = z.strictObject({
  name: prose,
  role: z.enum(['candidate', 'baseline']),
  /** One line: what it is. */
  summary: prose,
  /** Where it sits in the storage stack, and how its cache is shaped. */
  layer: prose,
  /** Modes in which it can run, in its own words. */
  modes: z.array(z.string()),
  /** Who keeps it, and where it lives. */
  upkeep: prose,
  sources: z.array(ref('source')).min(1),
  draft,
});
export type System = z.infer<typeof system>;
export const defineSystems = <K extends string>(entries: Record<K, z.input<typeof system>>) => entries;
