import type { Fault, Rule } from './rule.ts';

/** An accepted decision rests on findings that hold, its drivers are answered, and it says what was chosen. */
export const acceptedDecisionsStand: Rule = {
  name: 'accepted-decisions-stand',
  check: ({ model }) =>
    model.decisions.flatMap((decision): Fault[] => {
      const at = { file: decision.file, id: `decision ${decision.id}` };
      const unchosen =
        decision.chosen !== undefined && !decision.options.some((option) => option.id === decision.chosen);
      const faults: Fault[] = unchosen
        ? [
            {
              ...at,
              field: 'chosen',
              message: `"${decision.chosen}" is none of its options`,
              remedy: `choose one of ${decision.options.map((option) => option.id).join(', ')}`,
            },
          ]
        : [];
      if (decision.status !== 'accepted') return faults;
      if (decision.chosen === undefined)
        faults.push({ ...at, field: 'chosen', message: 'is accepted and chooses nothing', remedy: 'name the option' });
      if (decision.restsOn.length === 0)
        faults.push({
          ...at,
          field: 'restsOn',
          message: 'is accepted and rests on no finding',
          remedy: 'name the findings that carry it, or take it back to proposed',
        });
      for (const id of decision.restsOn) {
        const finding = model.findings.find((f) => f.id === id);
        if (!finding || finding.verdict === 'holds') continue;
        faults.push({
          ...at,
          field: 'restsOn',
          message: `is accepted and rests on the finding "${id}", whose verdict is ${finding.verdict}`,
          remedy: 'supersede the decision by one that the evidence carries',
        });
      }
      for (const id of decision.drivers) {
        const criterion = model.criteria.find((c) => c.id === id);
        if (!criterion || criterion.state === 'answered') continue;
        faults.push({
          ...at,
          field: 'drivers',
          message: `is accepted, and its driver "${id}" is ${criterion.state}`,
          remedy: 'answer the criterion first, or take the decision back to proposed',
        });
      }
      return faults;
    }),
};
