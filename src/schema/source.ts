import { z } from 'zod';
import { draft, isoDate, prose } from './ids.ts';
import type { Grade } from './verdict.ts';

export const sourceKinds = ['code', 'documentation', "maintainer's word", 'measurement', 'user report'] as const;

/** How strong a claim can be that rests on a source of this kind alone. */
export const gradeOfSource: Record<(typeof sourceKinds)[number], Grade> = {
  code: 'upstream code or documentation',
  documentation: 'upstream code or documentation',
  "maintainer's word": 'upstream code or documentation',
  measurement: 'reported by users',
  'user report': 'reported by users',
};

/** Something that was read. */
export const source = z.strictObject({
  title: prose,
  publisher: prose,
  url: z.url({ protocol: /^https?$/, error: 'a source needs the public URL at which it can be read' }),
  /** Date or version of what was read, in the source's own terms. */
  version: z.string().trim().min(1),
  read: isoDate,
  kind: z.enum(sourceKinds),
  /** What it supports, in our words. */
  supports: prose,
  draft,
});
export type Source = z.infer<typeof source>;
export const defineSources = <K extends string>(entries: Record<K, z.input<typeof source>>) => entries;
