import type { AnswerState, Criterion, Page, Question } from '../../schema/index.ts';
import type { FindingView, Located, Prose, Records } from '../types.ts';

/** Findings that answer a question for the sake of a criterion: they serve both, and they hold. */
export const answering = (findings: Iterable<FindingView>, criterion: string, question: string): FindingView[] =>
  [...findings].filter(
    (finding) =>
      finding.verdict === 'holds' && includes(finding.criteria, criterion) && includes(finding.questions, question),
  );

const includes = (ids: readonly string[], id: string) => ids.includes(id);

export interface OpenQuestion {
  question: string;
  why: string;
  /** Said by the criterion's page, not only found by the machine. */
  declared: boolean;
}

/** The questions of a criterion that are not answered: those its page leaves open, and those no finding answers. */
export function openQuestions(
  criterion: Located<Criterion>,
  findings: Iterable<FindingView>,
  page: Prose<Page> | undefined,
): OpenQuestion[] {
  const all = [...findings];
  return criterion.questions.flatMap((question): OpenQuestion[] => {
    const declared = page?.frontmatter.open.find((open) => open.question === question);
    if (declared) return [{ question, why: declared.why, declared: true }];
    if (answering(all, criterion.id, question).length) return [];
    return [{ question, why: 'no finding that holds answers it', declared: false }];
  });
}

export const stateOf = (asked: number, open: number): AnswerState =>
  open === 0 && asked > 0 ? 'answered' : open < asked ? 'partly answered' : 'open';

/** A question is answered when every criterion that asks it counts it as answered. */
export function questionState(
  question: Located<Question>,
  criteria: Iterable<Located<Criterion>>,
  openOf: (criterion: Located<Criterion>) => OpenQuestion[],
): AnswerState {
  const asking = [...criteria].filter((criterion) => includes(criterion.questions, question.id));
  const open = asking.filter((criterion) => openOf(criterion).some((o) => o.question === question.id));
  return stateOf(asking.length, open.length);
}

export const pageOf = (pages: Records['prose']['criteria'], id: string) => pages.find((page) => page.id === id);
