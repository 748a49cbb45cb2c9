import { z } from 'zod';
import { prose, ref } from './ids.ts';

export const dimensionGroups = [
  'fit with btrfs RAID1',
  'failure and recovery',
  'performance and policy',
  'operations',
  'NixOS and disko',
  'backup and snapshots',
  'life and maintenance',
  'cost in RAM and wear',
] as const;

/** A row of the comparison matrix: a question asked of every system. */
export const dimension = z.strictObject({
  title: prose,
  group: z.enum(dimensionGroups),
  /** The question that the row asks. */
  asks: prose,
  /** What makes a cell good, mixed or poor. */
  judged: prose,
  criteria: z.array(ref('criterion')).min(1),
  /** What of the owner's wishes it is a part of. */
  driver: ref('driver'),
});
export type Dimension = z.infer<typeof dimension>;
export const defineDimensions = <K extends string>(entries: Record<K, z.input<typeof dimension>>) => entries;
