import type { Rule } from './rule.ts';

/** If one decision says that it supersedes another, the other says so too, and has the status. */
export const supersessionIsMutual: Rule = {
  name: 'supersession-is-mutual',
  check: ({ records, model }) =>
    model.decisions.flatMap((decision) => {
      const at = { file: decision.file, id: `decision ${decision.id}` };
      const oneSided = (
        [
          ['supersedes', 'supersededBy'],
          ['supersededBy', 'supersedes'],
        ] as const
      ).flatMap(([here, there]) =>
        decision[here].flatMap((other) => {
          const record = records.decision.get(other);
          if (!record || record[there].includes(decision.id)) return [];
          return {
            ...at,
            field: here,
            message: `names "${other}", which does not name it back`,
            remedy: `add "${decision.id}" to ${there} in ${record.file}`,
          };
        }),
      );
      const status = decision.supersededBy.length > 0 !== (decision.status === 'superseded');
      return status
        ? [
            ...oneSided,
            {
              ...at,
              field: 'history',
              message: decision.supersededBy.length
                ? `is superseded by ${decision.supersededBy.join(', ')}, and its status is ${decision.status}`
                : 'has the status superseded, and names no decision that supersedes it',
              remedy: 'let supersededBy and the last status in history say the same',
            },
          ]
        : oneSided;
    }),
};
