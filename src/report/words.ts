import type { Grade } from '../schema/index.ts';
import { type AnswerState, answerStates, grades, type Mark, marks, type Verdict, verdicts } from '../schema/index.ts';
import type { Marked } from '../site/marks.ts';

const ofVerdict: Record<Verdict, string> = {
  holds: 'The evidence meets the condition that was set before.',
  refuted: 'The evidence is sound and does not meet the condition.',
  inconclusive: 'A run did not meet what it needs in order to count.',
  'not run': 'There is no complete run.',
  invalid: 'The judge failed or the evidence is broken. It never counts as a success.',
};
const ofGrade: Record<Grade, string> = {
  'measured on two kernels': 'Experiments ran on two kernels.',
  'measured on one kernel': 'Experiments ran on one kernel.',
  'upstream code or documentation': 'Source code, a manual or the word of a maintainer was read.',
  'reported by users': 'Others measured it or wrote about it.',
  inferred: 'It follows from other findings, and is no stronger than they are.',
};
const ofMark: Record<Mark, string> = {
  good: 'It does what the row asks.',
  mixed: 'It does so with a cost or a condition.',
  poor: 'It does not do so well.',
  fails: 'It was tried and it broke.',
  'not supported': 'It was not made for this.',
  'not tested': 'It could be tried and was not.',
  'cannot be tested here': 'This lab cannot tell.',
};
const ofState: Record<AnswerState, string> = {
  answered: 'Each question that is asked has a finding that holds.',
  'partly answered': 'Some have.',
  open: 'None has.',
};

type Entry = readonly [word: string, means: string, marked?: Marked];
const marked = <W extends Marked>(all: readonly W[], means: Record<W, string>): Entry[] =>
  all.map((word) => [word, means[word], word]);

/** The words by which the report judges, each with what it means. */
export const words = [
  {
    id: 'words-verdicts',
    title: 'Verdicts',
    lead: 'On a claim or a hypothesis, derived from its evidence. A claim that rests on several pieces gets the worst.',
    entries: marked(verdicts, ofVerdict),
  },
  {
    id: 'words-grades',
    title: 'Grades',
    lead: 'What a claim rests on, the strongest first.',
    entries: grades.map((grade): Entry => [grade, ofGrade[grade]]),
  },
  {
    id: 'words-cells',
    title: 'Cells of the comparison',
    lead: 'How a system does what a row asks.',
    entries: marked(marks, ofMark),
  },
  {
    id: 'words-states',
    title: 'States',
    lead: 'How far a criterion or a question is.',
    entries: marked(answerStates, ofState),
  },
];
