import { openQuestions } from '../derive/criteria.ts';
import type { Fault, Rule } from './rule.ts';

/** Every question of a criterion has a finding that holds, or the criterion's page says why it is open. */
export const criteriaAreAnswered: Rule = {
  name: 'criteria-are-answered',
  check: ({ records, model }) =>
    model.criteria.flatMap((criterion) => {
      const page = criterion.page;
      const at = { file: page?.file ?? criterion.file, id: `criterion ${criterion.id}` };
      const unanswered = openQuestions(criterion, model.findings, page)
        .filter((open) => !open.declared)
        .map(
          ({ question }): Fault => ({
            ...at,
            field: 'questions',
            message: `no finding that holds answers its question "${question}"`,
            remedy: `write a finding with this criterion and this question, or add the question to "open" in content/criteria/${criterion.id}.mdx with the reason`,
          }),
        );
      const foreign = (page?.frontmatter.open ?? [])
        .filter(({ question }) => records.known.question.has(question))
        .filter(({ question }) => !criterion.questions.some((asked) => asked === question))
        .map(
          ({ question }): Fault => ({
            ...at,
            field: 'open',
            message: `leaves "${question}" open, which is none of its questions`,
            remedy: `its questions are ${criterion.questions.join(', ')}`,
          }),
        );
      return [...unanswered, ...foreign];
    }),
};
