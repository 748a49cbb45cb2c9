import { z } from 'zod';
import { prose, ref, slug } from './ids.ts';

/** A step on the way from what is there to what was decided. What its runbooks say of themselves is not said again. */
export const phase = z.strictObject({
  title: prose,
  /** What is so when it is done. */
  aim: prose,
  /** Runbooks, in the order in which they are followed. */
  runbooks: z.array(ref('procedure')),
  /** What is done by hand beside them: cables, configuration, waiting. */
  byHand: z.array(prose).default([]),
  /** Where it ends here and now, with good reason. */
  stopIf: prose,
});
export type Phase = z.infer<typeof phase>;

/** One way from today to done. */
export const path = z.strictObject({
  id: z.string().regex(slug),
  title: prose,
  /** For whom it is. */
  when: prose,
  /** Options of the decision on storage that it carries out; it is shown first when one of them was chosen. */
  carriesOut: z.array(z.string().regex(slug)).min(1),
  phases: z.array(phase).min(1),
});
export type PlanPath = z.infer<typeof path>;
export const definePlan = (paths: z.input<typeof path>[]) => paths;
