import { z } from 'zod';
import { condition, unit } from './condition.ts';
import { draft, prose, ref, selfRef } from './ids.ts';
import { verdict } from './verdict.ts';

export const kernels = ['6.12', '7.3'] as const;
export const kernel = z.enum(kernels);
export type Kernel = z.infer<typeof kernel>;

/** One thing that a run measures, a single number each run. */
export const measure = z.strictObject({
  /** What a chart or a table calls it. */
  label: prose,
  unit,
});
export type Measure = z.infer<typeof measure>;

/** An experiment as it is declared before it runs. How it runs is in lab/experiments/<id>.ts. */
export const experiment = z.strictObject({
  question: prose,
  /** The claim that the rule tests. */
  hypothesis: prose,
  why: prose,
  kind: z.enum(['control', 'performance', 'policy', 'failure', 'crash', 'corruption', 'boot', 'backup', 'lifecycle']),
  criteria: z.array(ref('criterion')),
  questions: z.array(ref('question')),
  /** How the disks are put together: names used in the text and in charts. */
  stacks: z.array(z.strictObject({ name: prose, is: prose })).min(1),
  procedures: z.array(ref('procedure')),
  kernels: z.array(kernel).min(1),
  repeats: z.int().min(1),
  measures: z.record(z.string(), measure),
  /** What must be so for a run to mean anything. Not met: the run is inconclusive. */
  needs: z.array(condition).default([]),
  /** The hypothesis holds when every one is met, and is refuted otherwise. */
  holdsWhen: z.array(condition).min(1),
  /** The verdict that was expected before the first run, and why. */
  expected: z.strictObject({ verdict, because: prose }),
  /** The positive control: the experiment in which the same check was seen to find arranged loss. */
  control: selfRef('experiment').optional(),
  /** What it cannot say. */
  limits: z.array(prose).min(1),
  /** Measures that the page draws, by chart. */
  charts: z
    .array(
      z.strictObject({
        title: prose,
        measures: z.array(z.string()).min(1),
        /** The measures are of one thing at several sizes: what the size is, and which each measure has. */
        over: z.strictObject({ label: prose, at: z.array(z.number().positive()).min(2) }).optional(),
      }),
    )
    .default([]),
  /** What the experiment answers, in plain words, by the verdict that it comes to. */
  answers: z.partialRecord(verdict, prose).optional(),
  draft,
});
export type Experiment = z.infer<typeof experiment>;
type ExperimentInput = z.input<typeof experiment>;

/** Keeps the literal names of the measures, so that a claim on a measure that does not exist is a compile error. */
export const defineExperiments = <const T extends Record<string, ExperimentInput>>(entries: T) => entries;

/** What several declarations have in common, to be spread into each. */
export const inCommon = <T extends Partial<ExperimentInput>>(piece: T): T => piece;
