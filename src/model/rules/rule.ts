import type { Model, Problem, Records } from '../types.ts';

export interface Context {
  records: Records;
  model: Model;
}

/** One rule of the model, in a file of its own, with a failing fixture in its test. */
export interface Rule {
  /** As a sentence: what is so when nothing is wrong. */
  name: string;
  check(context: Context): Fault[];
}

/** A problem, less the name of the rule that found it. */
export type Fault = Omit<Problem, 'rule'>;

export const quoted = (ids: Iterable<string>) => [...ids].map((id) => `"${id}"`).join(', ');
