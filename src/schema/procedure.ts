import { z } from 'zod';
import { prose } from './ids.ts';

/** One command. `{name}` stands for a parameter. The lab runs it as written and the site prints it. */
export const procedureStep = z.strictObject({
  run: z.string().min(1),
  why: prose,
  expect: z.enum(['ok', 'fail', 'any']).default('ok'),
});

export const procedure = z.strictObject({
  title: prose,
  purpose: prose,
  /** Each parameter with what it stands for. */
  parameters: z.record(z.string(), prose),
  /** What is destroyed, or "nothing". */
  destroys: prose,
  steps: z.array(procedureStep).min(1),
});
export type Procedure = z.infer<typeof procedure>;
export const defineProcedures = <K extends string>(entries: Record<K, z.input<typeof procedure>>) => entries;

/**
 * The commands of a procedure with its parameters filled in.
 * Throws when a parameter is missing, or is not one of the procedure's.
 */
export function commands(procedure: Procedure, values: Record<string, string>): Procedure['steps'] {
  const unknown = Object.keys(values).filter((name) => !(name in procedure.parameters));
  if (unknown.length) throw new Error(`"${procedure.title}" has no parameter ${unknown.join(', ')}`);
  return procedure.steps.map((step) => ({
    ...step,
    run: step.run.replace(/\{([a-zA-Z]\w*)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`"${procedure.title}" needs the parameter ${name}`);
      return value;
    }),
  }));
}
