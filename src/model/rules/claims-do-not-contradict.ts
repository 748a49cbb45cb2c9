import type { Fault, Rule } from './rule.ts';

/** Two claims that hold, about the same subject and metric, say the same. */
export const claimsDoNotContradict: Rule = {
  name: 'claims-do-not-contradict',
  check: ({ model }) => {
    const holding = model.findings.filter((finding) => finding.verdict === 'holds' && finding.about);
    return holding.flatMap((finding, i): Fault[] =>
      holding.slice(0, i).flatMap((earlier) => {
        const [a, b] = [finding.about, earlier.about];
        if (!a || !b || a.subject !== b.subject || a.metric !== b.metric || a.says === b.says) return [];
        return {
          file: finding.file,
          id: `finding ${finding.id}`,
          field: 'about',
          message: `says ${a.metric} of ${a.subject} is "${a.says}", and the finding "${earlier.id}" says "${b.says}"; both hold`,
          remedy:
            'narrow one of the claims, or say in "disagreement" which wins and bind its condition so that the other is refuted',
        };
      }),
    );
  },
};
