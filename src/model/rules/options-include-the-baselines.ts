import type { Rule } from './rule.ts';

const baselines = ['no-cache', 'separate-ssd-pool'];

/** A decision about storage weighs doing nothing, and the simplest other use of the SSDs. */
export const optionsIncludeTheBaselines: Rule = {
  name: 'options-include-the-baselines',
  check: ({ records }) =>
    [...records.decision.values()]
      .filter((decision) => decision.about === 'storage')
      .flatMap(({ id, file, options }) =>
        baselines
          .filter((baseline) => !options.some((option) => option.id === baseline))
          .map((baseline) => ({
            file,
            id: `decision ${id}`,
            field: 'options',
            message: `does not consider the option "${baseline}"`,
            remedy: `add an option with the id ${baseline}, with what speaks for and against it`,
          })),
      ),
};
