import { z } from 'zod';

/** What the evidence says about a claim or a hypothesis. Always derived, never written by hand. */
export const verdicts = ['holds', 'refuted', 'inconclusive', 'not run', 'invalid'] as const;
export const verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof verdict>;

/** What a claim rests on, strongest first. Derived, capped by the weakest premise. */
export const grades = [
  'measured on two kernels',
  'measured on one kernel',
  'upstream code or documentation',
  'reported by users',
  'inferred',
] as const;
export const grade = z.enum(grades);
export type Grade = z.infer<typeof grade>;

/** The weaker of two grades: a chain of reasoning is as strong as its weakest link. */
export const weaker = (a: Grade, b: Grade): Grade => (grades.indexOf(a) >= grades.indexOf(b) ? a : b);
export const stronger = (a: Grade, b: Grade): Grade => (weaker(a, b) === a ? b : a);
