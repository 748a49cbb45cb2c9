import { z } from 'zod';
import { prose, ref } from './ids.ts';

/** What one fault does to one arrangement of disks and cache. */
export const failure = z.strictObject({
  fault: prose,
  topology: prose,
  mode: z.enum(['writethrough', 'writeback', 'any']),
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
