import { z } from 'zod';
import type { CriterionView, ExperimentView, FindingView, Model, QuestionView } from '../../model/types.ts';
import { citationNumber, completeRuns, transcriptFile } from '../lookup.ts';
import { evidencePath, pathOf } from '../paths.ts';
import { type Served, served } from './records.ts';

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);

const criterion = ({ file: _, asks: __, page, findings, decisions, ...view }: CriterionView) => ({
  ...view,
  url: pathOf('criterion', view.id),
  answer: page?.frontmatter.answer ?? null,
  findings: ids(findings),
  decisions: ids(decisions),
});

const question = ({ file: _, page, findings, criteria, ...view }: QuestionView) => ({
  ...view,
  url: pathOf('question', view.id),
  answer: page?.frontmatter.answer ?? null,
  findings: ids(findings),
  criteria: ids(criteria),
});

const finding = ({ file: _, ...view }: FindingView) => ({ ...view, url: pathOf('finding', view.id) });

const runsOf = (view: ExperimentView) =>
  completeRuns(view).map((one) => ({
    kernel: one.kernel,
    run: one.run.number,
    seed: one.run.seed,
    measures: one.run.measures,
    result: {
      url: evidencePath(one.file),
      sha256: view.results.find(({ kernel }) => kernel === one.kernel)?.evidence?.sha256 ?? '',
    },
    transcript: {
      url: evidencePath(transcriptFile(one)),
      sha256: one.run.transcript.sha256,
      lines: one.run.transcript.lines,
    },
    experimentSha256: one.run.provenance.experimentSha256,
    imageLockSha256: one.run.provenance.imageLockSha256,
  }));

const experiment = (whole: ExperimentView) => {
  const { file: _, findings, results, ...view } = whole;
  return {
    ...view,
    url: pathOf('experiment', view.id),
    findings: ids(findings),
    results: results.map(({ kernel, verdict, reason, n }) => ({ kernel, verdict, reason, n })),
    runs: runsOf(whole),
  };
};

const records: Record<Served, (model: Model) => unknown[]> = {
  criteria: ({ criteria }) => criteria.map(criterion),
  questions: ({ questions }) => questions.map(question),
  systems: ({ systems }) =>
    systems.map(({ file: _, cells: __, findings, ...view }) => ({
      ...view,
      url: pathOf('system', view.id),
      findings: ids(findings),
    })),
  matrix: ({ dimensions, systems }) =>
    dimensions.map(({ file: _, ...dimension }) => ({
      dimension,
      cells: Object.fromEntries(systems.map(({ id, cells }) => [id, cells?.[dimension.id] ?? null])),
    })),
  findings: ({ findings }) => findings.map(finding),
  experiments: ({ experiments }) => experiments.map(experiment),
  decisions: ({ decisions }) =>
    decisions.map(({ file: _, body: __, ...view }) => ({ ...view, url: pathOf('decision', view.id) })),
  sources: (model) =>
    model.sources.map(({ file: _, ...view }) => ({
      ...view,
      url: pathOf('source', view.id),
      number: citationNumber(model, view.id),
    })),
};

export const names = Object.keys(served) as Served[];

/** The records of one file, held against the schema that describes them. Throws when they differ. */
export const serve = (model: Model, name: Served): unknown[] => z.array(served[name]).parse(records[name](model));

/** What the schema of that name says, as JSON Schema. */
export const describe = (name: Served) =>
  z.toJSONSchema(z.array(served[name]), { io: 'output', unrepresentable: 'any' });

export const json = (value: unknown): Response =>
  new Response(`${JSON.stringify(value, null, 1)}\n`, { headers: { 'content-type': 'application/json' } });
