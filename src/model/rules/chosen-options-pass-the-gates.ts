import { ballotOf, gatesIn, givenGates, usualCase } from '../derive/ranking.ts';
import type { Rule } from './rule.ts';

/** What a decision about storage chooses passes every gate that is shut, in the usual case at least. */
export const chosenOptionsPassTheGates: Rule = {
  name: 'chosen-options-pass-the-gates',
  check: ({ model }) => {
    const ballot = ballotOf(model);
    const active = gatesIn(ballot, usualCase(ballot), givenGates(ballot));
    return model.decisions
      .filter(({ about, status }) => about === 'storage' && (status === 'proposed' || status === 'accepted'))
      .flatMap(({ id, file, options, chosen }) =>
        options
          .filter((option) => option.id === chosen)
          .flatMap(({ systems }) => ballot.contenders.filter(({ id }) => systems.some((system) => system === id)))
          .flatMap(({ id: system, trips }) =>
            ballot.gates
              .filter((gate) => active.includes(gate.id) && trips.includes(gate.id))
              .map((gate) => ({
                file,
                id: `decision ${id}`,
                field: 'chosen',
                message: `chooses "${system}", which does not pass the gate "${gate.id}": ${gate.title}`,
                remedy: 'choose another option, or argue in data/drivers.ts why the gate should stand open',
              })),
          ),
      );
  },
};
