import { z } from 'zod';
import { marks } from './cell.ts';
import { isoDate, prose, sha256 } from './ids.ts';
import { grade, verdict } from './verdict.ts';

export const answerStates = ['answered', 'partly answered', 'open'] as const;
export const answerState = z.enum(answerStates);
export type AnswerState = z.infer<typeof answerState>;

/**
 * data/ledger.json, written by `npm run accept`: what was claimed, and on which evidence, when somebody last read it.
 * The check compares it with what is derived now, so nothing that was claimed can get worse unseen.
 */
export const ledger = z.strictObject({
  findings: z.record(
    z.string(),
    z.strictObject({
      verdict,
      grade,
      /** "experiment/kernel" → sha256 of the result file. */
      evidence: z.record(z.string(), sha256),
    }),
  ),
  /** "system/dimension" → the mark in the matrix. */
  cells: z.record(z.string(), z.enum(marks)),
  criteria: z.record(z.string(), answerState),
  /**
   * Decisions that were ever accepted, as short hashes: the lines, which stay, and the steps of the history and the
   * amendments, which may only grow.
   */
  decisions: z.record(
    z.string(),
    z.strictObject({ lines: z.array(z.string()), history: z.array(z.string()), amendments: z.array(z.string()) }),
  ),
  /**
   * "finding <id>" and the like → how many entries of data/regressions.ts were about it when it was accepted. The
   * reason for an old regression does not excuse a new one.
   */
  explained: z.record(z.string(), z.int()).default({}),
});
export type Ledger = z.infer<typeof ledger>;
export const emptyLedger: Ledger = { findings: {}, cells: {}, criteria: {}, decisions: {}, explained: {} };

/** Why something that was claimed got worse. Kept for good: it is part of the history that the site tells. */
export const regression = z.strictObject({
  what: z.enum(['finding', 'grade', 'cell', 'criterion']),
  /** Id of the finding or the criterion, or "system/dimension". */
  id: z.string(),
  /** What it is now: a verdict, a grade, a mark or a state; "withdrawn" where the record is gone. */
  to: z.string(),
  reason: prose,
  on: isoDate,
});
export type Regression = z.infer<typeof regression>;
export const defineRegressions = (entries: z.input<typeof regression>[]) => entries;
