import { z } from 'zod';
import { prose, ref } from './ids.ts';

/** A key question of the task. */
export const question = z.strictObject({ number: z.int().positive(), text: prose });
export const area = z.strictObject({ number: z.int().positive(), text: prose });
export const success = z.strictObject({ number: z.int().positive(), text: prose });

/** An acceptance criterion, and what of the task it takes care of. */
export const criterion = z.strictObject({
  number: z.int().positive(),
  text: prose,
  /** A few words for headings and menus. */
  short: prose,
  questions: z.array(ref('question')),
  areas: z.array(ref('area')),
  success: z.array(ref('success')),
});

/** The task as it was given, less its lists. */
export const task = z.strictObject({
  title: prose,
  goal: prose,
  created: z.iso.date(),
  priority: z.enum(['low', 'medium', 'high']),
  dependsOn: z.array(z.string()),
  labels: z.array(z.string()),
  context: z.array(prose),
  /** How many items each of its lists had, so that none is dropped unseen. */
  has: z.strictObject({ criteria: z.int(), questions: z.int(), areas: z.int(), success: z.int() }),
  /** What the machine is given to be: the only figures that prose may state without a measurement. */
  given: z.record(z.string(), z.strictObject({ value: z.number(), unit: z.string(), text: prose })),
});

export type Task = z.infer<typeof task>;
export type Question = z.infer<typeof question>;
export type Area = z.infer<typeof area>;
export type Success = z.infer<typeof success>;
export type Criterion = z.infer<typeof criterion>;

export const defineTask = <const T extends z.input<typeof task>>(entry: T) => entry;
export const defineQuestions = <K extends string>(entries: Record<K, z.input<typeof question>>) => entries;
export const defineAreas = <K extends string>(entries: Record<K, z.input<typeof area>>) => entries;
export const defineSuccess = <K extends string>(entries: Record<K, z.input<typeof success>>) => entries;
export const defineCriteria = <K extends string>(entries: Record<K, z.input<typeof criterion>>) => entries;
