import { z } from 'zod';
import { layouts } from './failure.ts';
import { isoDate, prose, ref, slug } from './ids.ts';

export const statuses = ['draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded'] as const;
export type Status = (typeof statuses)[number];

/** From each status, where a decision may go next. A new record starts as a draft. */
export const nextStatus: Record<Status, readonly Status[]> = {
  draft: ['proposed', 'rejected'],
  proposed: ['accepted', 'rejected', 'draft'],
  accepted: ['deprecated', 'superseded'],
  rejected: [],
  deprecated: ['superseded'],
  superseded: [],
};

const argument = z.strictObject({ text: prose, findings: z.array(ref('finding')).default([]) });

export const option = z.strictObject({
  id: z.string().regex(slug),
  title: prose,
  systems: z.array(ref('system')).default([]),
  good: z.array(argument).default([]),
  bad: z.array(argument).default([]),
});

/** Frontmatter of content/decisions/*.mdx, in the sections of MADR. The id is the file name. */
export const decision = z.strictObject({
  title: prose,
  /** Every status it has had, oldest first; the last is what it is. */
  history: z.array(z.strictObject({ status: z.enum(statuses), on: isoDate })).min(1),
  /** One sentence: what is decided, or what is leaned to. */
  outcome: prose,
  /** Decision drivers: the criteria that it serves. */
  drivers: z.array(ref('criterion')),
  /** Findings that carry it. */
  restsOn: z.array(ref('finding')),
  /** Considered options; `no-cache` and `separate-ssd-pool` are among them unless the decision is about method. */
  about: z.enum(['method', 'storage']),
  options: z.array(option).min(2),
  chosen: z.string().optional(),
  /** On the one decision that answers the question of the site: what a reader who must decide today needs. */
  recommends: z
    .strictObject({
      layout: z.enum(layouts),
      reasons: z.array(argument).length(3),
      /** What it will not do for you. */
      willNot: z.array(argument).min(1),
    })
    .optional(),
  /** Experiments that must keep the verdict they have. */
  confirmation: z.array(ref('experiment')).default([]),
  supersedes: z.array(ref('decision')).default([]),
  supersededBy: z.array(ref('decision')).default([]),
  amendments: z.array(z.strictObject({ on: isoDate, text: prose })).default([]),
});
export type Decision = z.infer<typeof decision>;
export type Option = z.infer<typeof option>;
