import { z } from 'zod';
import { prose } from './ids.ts';

/** One command. `{name}` stands for a parameter. The lab runs it as written and the site prints it. */
export const procedureStep = z.strictObject({
  run: z.string().min(1),
  why: prose,
  expect: z.enum(['ok', 'fail', 'any']).default('ok'),
});

/** What has to be so before the first step. */
export const precondition = z.strictObject({
  /** What is so when it holds, in few words. */
  so: prose,
  /** A command that changes nothing and succeeds when it is so. */
  check: z.string().min(1),
  /** What is said when it is not so, and nothing is run. May name parameters. */
  refuses: prose,
});
export type Precondition = z.infer<typeof precondition>;

/** What makes a procedure a runbook: something that an owner does by the book, at once or at night. */
export const runbook = z.strictObject({
  /** When it is wanted. */
  when: prose,
  /** How long it takes on disks of this size, and what that hangs on. */
  takes: prose,
  /** After which step there is no way back, or that there is one throughout. */
  pointOfNoReturn: prose,
  /** How to stop half-way and be whole. */
  abort: prose,
  /** How to see that it did what it should. */
  verify: prose,
});
export type Runbook = z.infer<typeof runbook>;

export const procedure = z.strictObject({
  title: prose,
  purpose: prose,
  /** Each parameter with what it stands for. */
  parameters: z.record(z.string(), prose),
  /** What is destroyed, or "nothing". */
  destroys: prose,
  /** Checked in this order before the first step; the first that fails is the reason for the refusal. */
  requires: z.array(precondition).default([]),
  steps: z.array(procedureStep).min(1),
  runbook: runbook.optional(),
});
export type Procedure = z.infer<typeof procedure>;
export const defineProcedures = <K extends string>(entries: Record<K, z.input<typeof procedure>>) => entries;

/**
 * The commands of a procedure with its parameters filled in.
 * Throws when a parameter is missing, or is not one of the procedure's.
 */
export function commands(procedure: Procedure, values: Record<string, string>): Procedure['steps'] {
  const fill = filler(procedure, values);
  return procedure.steps.map((step) => ({ ...step, run: fill(step.run) }));
}

/** The preconditions of a procedure with its parameters filled in. Throws as `commands` does. */
export function preconditions(procedure: Procedure, values: Record<string, string>): Precondition[] {
  const fill = filler(procedure, values);
  return procedure.requires.map(({ so, check, refuses }) => ({
    so: fill(so),
    check: fill(check),
    refuses: fill(refuses),
  }));
}

function filler(procedure: Procedure, values: Record<string, string>): (text: string) => string {
  const unknown = Object.keys(values).filter((name) => !(name in procedure.parameters));
  if (unknown.length) throw new Error(`"${procedure.title}" has no parameter ${unknown.join(', ')}`);
  return (text) =>
    text.replace(placeholder, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`"${procedure.title}" needs the parameter ${name}`);
      return value;
    });
}

/** A parameter as it stands in a command. */
export const placeholder = /\{([a-zA-Z]\w*)\}/g;
