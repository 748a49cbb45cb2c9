import { z } from 'zod';
import { prose, ref } from './ids.ts';

/** How hard disks and SSDs can be put together, by the names that the explorer uses in its addresses. */
export const layouts = [
  'no-cache',
  'separate-pool',
  'own-ssd',
  'shared-ssd',
  'mirrored-ssds',
  'four-legs',
  'two-long-legs',
  'over-mirror',
  'bcachefs-cache',
  'bcachefs-foreground',
] as const;
export type Layout = (typeof layouts)[number];

/** What a fault costs at its worst, mildest first; what is not known stands last. */
export const costs = ['nothing', 'one leg', 'the array', 'data', 'not known'] as const;
export type Cost = (typeof costs)[number];

/** What one fault does to one arrangement of disks and cache. */
export const failure = z.strictObject({
  fault: prose,
  topology: prose,
  mode: z.enum(['writethrough', 'writeback', 'any']),
  /** The layouts in which it can happen so, for the explorer and the map of failures. */
  layouts: z.array(z.enum(layouts)).min(1),
  /** The systems that it is about; all that the layouts can be made with where it is left out. */
  systems: z.array(ref('system')).optional(),
  /** At its worst: nothing; a leg, which the other covers; the array, until it is mended; data. */
  costs: z.enum(costs),
  /** The same in writeback mode, where that is another. */
  costsInWriteback: z.enum(costs).optional(),
  lost: prose,
  stops: prose,
  seen: prose,
  detect: prose,
  recover: prose,
  runbook: ref('procedure').optional(),
  findings: z.array(ref('finding')).min(1),
});
export type Failure = z.infer<typeof failure>;
export const defineFailures = <K extends string>(entries: Record<K, z.input<typeof failure>>) => entries;
