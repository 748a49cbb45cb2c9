import { citations } from '../link.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from './rule.ts';

export const referencesResolve: Rule = {
  name: 'references-resolve',
  check: ({ records }) =>
    citations(records)
      .filter(({ reference }) => !records.known[reference.kind].has(reference.id))
      .map(({ kind, id, file, reference }) => {
        const near = nearest(reference.id, records.known[reference.kind]);
        return {
          file,
          id: `${kind} ${id}`,
          field: reference.path,
          message: `there is no ${reference.kind} "${reference.id}"`,
          remedy: near === undefined ? `add it, or refer to one that exists` : `did you mean "${near}"?`,
        };
      }),
};
