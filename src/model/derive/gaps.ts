import type { Page } from '../../schema/index.ts';
import type { ExperimentView, FindingView, Model, Prose } from '../types.ts';
import { hasRun } from './has-run.ts';

/** What is not known, by how it was found out that it is not. Nothing here is written twice: all of it is derived. */
export interface Gaps {
  /** Questions that a criterion does not count as answered. */
  open: { criterion: { id: string; short: string }; question: { id: string; text: string }; why: string }[];
  /** Gaps that pages name, each with what it would take. */
  named: { of: 'criterion' | 'question' | 'method'; id: string; title: string; gap: string; takes: string }[];
  /** Declared experiments without a single complete run. */
  notRun: ExperimentView[];
  /** Experiments that ran and decide nothing, with the reason for each kernel. */
  undecided: ExperimentView[];
  /** Declared kernels of an experiment that ran on another one only. */
  otherKernels: { experiment: ExperimentView; kernels: string[] }[];
  /** Claims that wait for evidence, or have some that decides nothing. */
  waiting: FindingView[];
  /** Cells that nobody tested, by system, each with its reason. */
  cells: {
    system: { id: string; name: string };
    dimension: { id: string; title: string };
    is: 'not tested' | 'cannot be tested here';
    says: string;
    reason: string;
  }[];
}

type Known = Pick<Model, 'criteria' | 'questions' | 'method' | 'experiments' | 'findings' | 'systems' | 'dimensions'>;

/** Every gap of the model, in the order in which the parts of the site stand. */
export function gapsOf(model: Known): Gaps {
  const without = ({ results }: ExperimentView) => results.filter(({ n }) => n === 0).map(({ kernel }) => kernel);
  const pages = [
    ...model.criteria.map(({ id, short, page }) => ({ of: 'criterion' as const, id, title: short, page })),
    ...model.questions.map(({ id, text, page }) => ({ of: 'question' as const, id, title: text, page })),
    ...model.method.map((page) => ({ of: 'method' as const, id: page.id, title: page.frontmatter.title, page })),
  ];
  return {
    open: model.criteria.flatMap((criterion) =>
      criterion.open.map(({ question, why }) => ({
        criterion: { id: criterion.id, short: criterion.short },
        question: { id: question, text: model.questions.find(({ id }) => id === question)?.text ?? question },
        why,
      })),
    ),
    named: pages.flatMap(({ page, ...of }) => unknownOf(page).map((entry) => ({ ...of, ...entry }))),
    notRun: model.experiments.filter((experiment) => !hasRun(experiment)),
    undecided: model.experiments.filter(
      (experiment) => hasRun(experiment) && (experiment.verdict === 'inconclusive' || experiment.verdict === 'invalid'),
    ),
    otherKernels: model.experiments
      .filter((experiment) => hasRun(experiment) && without(experiment).length > 0)
      .map((experiment) => ({ experiment, kernels: without(experiment) })),
    waiting: model.findings.filter(({ verdict }) => verdict !== 'holds' && verdict !== 'refuted'),
    cells: model.systems.flatMap((system) =>
      model.dimensions.flatMap((dimension) => {
        const cell = system.cells?.[dimension.id];
        return cell && (cell.is === 'not tested' || cell.is === 'cannot be tested here')
          ? [
              {
                system: { id: system.id, name: system.name },
                dimension: { id: dimension.id, title: dimension.title },
                is: cell.is,
                says: cell.says,
                reason: cell.reason,
              },
            ]
          : [];
      }),
    ),
  };
}

const unknownOf = (page: Prose<Page> | undefined) => page?.frontmatter.unknown ?? [];
