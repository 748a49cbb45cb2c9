/** The text of a new decision in the sections of MADR. */
export const decisionBody = (number: string): string => `## Context and problem statement

{/* What makes a decision necessary? Link the criteria and questions that it serves. */}

## Decision drivers

{/* What weighs, and why. The criteria themselves stand in the frontmatter. */}

## Decision outcome

{/* Nothing is decided yet: record ${number} is a draft. */}

## Consequences

{/* What gets better, what gets worse, and who has to do something. */}

## How it is confirmed

{/* Which experiments must keep their verdict. */}
`;

/** What the generated file imports, as it is seen from lab/experiments/. */
const lab = { machine: '../machine/machine.ts', code: './experiment.ts' };

/** The code of an experiment that is declared and cannot run yet: it says so, and its runs are invalid. */
export const experimentCode = (id: string, measures: string[]): string => `import { z } from 'zod';
import { Invalid } from '${lab.machine}';
import { codeOf } from '${lab.code}';

export default codeOf('${id}', {
  /** What a run saw, raw; the measures are made from it. */
  observations: z.strictObject({ ${measures.map((name) => `${name}: z.number()`).join(', ')} }),

  async perform() {
    throw new Invalid('how this experiment is done has not been written yet');
  },

  measure: (seen) => ({ ${measures.map((name) => `${name}: seen.${name}`).join(', ')} }),
});
`;
