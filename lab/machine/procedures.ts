import { procedures } from '../../data/procedures/index.ts';
import { type Procedure, procedure } from '../../src/schema/index.ts';

/** Every procedure by its id, as its schema has it. */
export const allProcedures: ReadonlyMap<string, Procedure> = new Map(
  Object.values(procedures).flatMap((file) =>
    Object.entries(file).map(([id, one]) => [id, procedure.parse(one)] as const),
  ),
);
