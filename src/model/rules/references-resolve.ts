import { citations } from '../link.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from './rule.ts';

export const referencesResolve: Rule = {
  name: 'references-resolve',
  check: ({ records }) =>
    citations(records)
      .filter(({ reference }) => !records.known[reference.kind].has(reference.id))
      .map(({ kind, id, file, reference }) => {
        const draft = records.drafts.find((d) => d.kind === reference.kind && d.id === reference.id);
        if (draft)
          return {
            file,
            id: `${kind} ${id}`,
            field: reference.path,
            message: `the ${reference.kind} "${reference.id}" is a draft, and nothing may rest on it`,
            remedy: `finish it in ${draft.file} and take out "draft: true", or refer to another`,
          };
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
