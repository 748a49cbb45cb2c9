import type { Kind } from '../schema/index.ts';
import { openQuestions, pageOf, questionState, stateOf } from './derive/criteria.ts';
import { deriveFindings } from './derive/findings.ts';
import { hasRun } from './derive/has-run.ts';
import { overall, resultsOf } from './derive/results.ts';
import { citations } from './link.ts';
import type {
  CriterionView,
  DecisionView,
  ExperimentView,
  FindingView,
  Model,
  PlanPathView,
  ProcedureView,
  QuestionView,
  Records,
  SourceView,
} from './types.ts';

const byNumber = <T extends { number: number }>(entries: Iterable<T>) =>
  [...entries].sort((a, b) => a.number - b.number);
const has = (ids: readonly string[], id: string) => ids.includes(id);

/** The model that the pages read: everything linked, everything derived. Pure; bears records that break the rules. */
export function build(records: Records): Model {
  const byId = deriveFindings(records);
  const findings = [...byId.values()];

  const experiments: ExperimentView[] = [...records.experiment.values()].map((experiment) => {
    const results = resultsOf(records, experiment);
    const verdict = overall(results.map((result) => result.verdict));
    return {
      ...experiment,
      results,
      verdict,
      surprise: (verdict === 'holds' || verdict === 'refuted') && verdict !== experiment.expected.verdict,
      findings: findings.filter((f) => f.evidence.some((e) => 'experiment' in e && e.experiment === experiment.id)),
    };
  });

  const decisions: DecisionView[] = records.prose.decisions
    .map(({ id, file, frontmatter, body }) => ({
      ...frontmatter,
      id,
      file,
      body,
      number: Number.parseInt(id, 10),
      status: frontmatter.history.at(-1)?.status ?? 'draft',
    }))
    .sort((a, b) => a.id.localeCompare(b.id));

  const openOf = (criterion: Parameters<typeof openQuestions>[0]) =>
    openQuestions(criterion, findings, pageOf(records.prose.criteria, criterion.id));

  const questions: QuestionView[] = byNumber(records.question.values()).map((question) => ({
    ...question,
    state: questionState(question, records.criterion.values(), openOf),
    criteria: byNumber([...records.criterion.values()].filter((c) => has(c.questions, question.id))),
    findings: findings.filter((f) => has(f.questions, question.id)),
    page: pageOf(records.prose.questions, question.id),
  }));

  const criteria: CriterionView[] = byNumber(records.criterion.values()).map((criterion) => {
    const open = openOf(criterion);
    return {
      ...criterion,
      state: stateOf(criterion.questions.length, open.length),
      open: open.map(({ question, why }) => ({ question, why })),
      asks: questions.filter((q) => has(criterion.questions, q.id)),
      findings: findings.filter((f) => has(f.criteria, criterion.id)),
      decisions: decisions.filter((d) => has(d.drivers, criterion.id)),
      page: pageOf(records.prose.criteria, criterion.id),
    };
  });

  const procedures: ProcedureView[] = [...records.procedure.values()].map((procedure) => ({
    ...procedure,
    ranIn: experiments.filter((e) => has(e.procedures, procedure.id) && hasRun(e)),
  }));

  return {
    task: records.task,
    criteria,
    questions,
    areas: byNumber(records.area.values()),
    success: byNumber(records.success.values()),
    systems: [...records.system.values()].map((system) => ({
      ...system,
      cells: records.columns.get(system.id)?.cells,
      findings: findings.filter((f) => has(f.systems, system.id)),
    })),
    dimensions: [...records.dimension.values()],
    drivers: [...records.driver.values()],
    gates: [...records.gate.values()],
    situations: [...records.situation.values()],
    findings,
    experiments,
    decisions,
    sources: sourcesOf(records, byId),
    procedures,
    plan: planOf(records, procedures, decisions),
    failures: [...records.failure.values()],
    glossary: records.glossary,
    drives: records.drives,
    method: records.prose.method,
    reports: [...records.reports].sort(
      (a, b) => a.system.localeCompare(b.system) || a.taken.localeCompare(b.taken) || a.id.localeCompare(b.id),
    ),
    editions: [...records.editions].reverse(),
    regressions: [...records.regressions].sort((a, b) => b.on.localeCompare(a.on)),
  };
}

/** The paths of the plan, that of the decision on storage first. A runbook that there is not is left out. */
function planOf({ plan }: Records, procedures: ProcedureView[], decisions: DecisionView[]): PlanPathView[] {
  const byId = new Map(procedures.map((procedure) => [procedure.id, procedure]));
  const standing = decisions.filter(({ about, status }) => about === 'storage' && isStanding(status));
  const paths = plan.map((path) => ({
    ...path,
    chosen: standing.some(({ chosen }) => chosen !== undefined && has(path.carriesOut, chosen)),
    phases: path.phases.map((phase) => ({ ...phase, runbooks: phase.runbooks.flatMap((id) => byId.get(id) ?? []) })),
  }));
  return paths.sort((a, b) => Number(b.chosen) - Number(a.chosen));
}

const isStanding = (status: DecisionView['status']) => status === 'accepted' || status === 'proposed';

/** Sources in alphabetical order, each with the records that cite it. */
function sourcesOf(records: Records, findings: Map<string, FindingView>): SourceView[] {
  const cited = new Map<string, { kind: Kind; id: string; title: string }[]>();
  for (const { kind, id, reference } of citations(records))
    if (reference.kind === 'source') {
      const title = kind === 'finding' ? findings.get(id)?.claim : records.system.get(id)?.name;
      const list = cited.get(reference.id) ?? [];
      if (!list.some((c) => c.kind === kind && c.id === id)) list.push({ kind, id, title: title ?? id });
      cited.set(reference.id, list);
    }
  return [...records.source.values()]
    .sort((a, b) => a.title.localeCompare(b.title))
    .map((source) => ({ ...source, citedBy: cited.get(source.id) ?? [] }));
}
