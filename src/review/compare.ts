import type { Checked } from '../model/index.ts';
import type { Fault } from '../model/rules/rule.ts';
import type { FindingView, Model, Problem, Records } from '../model/types.ts';
import { type Cell, phrase, type Regression } from '../schema/index.ts';
import { type Affected, affected, type Change, changes, titled } from './changes.ts';
import { coverageOf } from './coverage.ts';
import { type Figure, figuresMoved } from './figures.ts';
import { unexplained } from './unexplained.ts';

/** A claim as a reviewer weighs it: what it says, on what, and what comes of it. */
export interface Claim {
  verdict: string;
  grade: string;
  claim: string;
  rests: string[];
}

/** What a change does to what the project claims. Every list is empty where nothing changed. */
export interface Review {
  unexplained: Fault[];
  /** Reasons that the change gives for what got worse. */
  reasons: Regression[];
  claims: Change<Claim>[];
  /** Verdicts, and what was declared: also a condition or an expectation that was changed after the runs. */
  experiments: Change<string>[];
  cells: Affected[];
  criteria: Affected[];
  questions: Affected[];
  decisions: Affected[];
  failures: Affected[];
  /** The verdict lines of the pages on criteria and questions. */
  answers: Change<string>[];
  evidence: Change<string>[];
  figures: Figure[];
  toReview: string[];
  /** Records that could not be compared, and why. */
  notCompared: { side: 'base' | 'head'; what: string; why: string }[];
  coverage: Change<number>[];
}

/** What differs between two states of the project. Pure. */
export function compare(base: Checked, head: Checked): Review {
  const claims = changes(claimsOf(base.model), claimsOf(head.model));
  const evidence = changes(evidenceOf(base.records), evidenceOf(head.records));
  const changed = new Set(claims.map(({ id }) => id));
  const rest = (ids: readonly string[]) => ids.filter((id) => changed.has(id)).map((id) => `rests on ${id}`);
  /** A new claim is listed by itself; what it serves is another matter only where the state changes. */
  const serve = (findings: FindingView[]) =>
    findings.filter(({ id }) => claims.some((c) => c.id === id && c.before)).map(({ id }) => `is served by ${id}`);

  const find = <T extends { id: string }>(list: T[], id: string) => list.find((item) => item.id === id);
  const criteria = affected(statesOf(base.model.criteria), statesOf(head.model.criteria), (id) =>
    serve(find(head.model.criteria, id)?.findings ?? []),
  );
  const turned = new Set(criteria.filter(({ before, after }) => before !== after).map(({ id }) => id));
  return {
    unexplained: unexplained(base, head),
    reasons: head.records.regressions.filter((r) => !base.records.regressions.some((old) => same(old, r))),
    claims,
    experiments: changes(experimentsOf(base.model), experimentsOf(head.model)),
    cells: affected(cellsOf(base.model), cellsOf(head.model), (id) => rest(cellAt(head.model, id)?.findings ?? [])),
    criteria,
    questions: affected(statesOf(base.model.questions), statesOf(head.model.questions), () => []),
    decisions: affected(decisionsOf(base.model), decisionsOf(head.model), (id) => {
      const decision = find(head.model.decisions, id);
      const drivers = decision?.drivers.filter((driver) => turned.has(driver)) ?? [];
      return [...rest(decision ? namedBy(decision) : []), ...drivers.map((driver) => `serves ${driver}`)];
    }),
    failures: affected(failuresOf(base.model), failuresOf(head.model), (id) =>
      rest(find(head.model.failures, id)?.findings ?? []),
    ),
    answers: changes(answersOf(base.records), answersOf(head.records)),
    evidence,
    figures: figuresMoved(base.records, head.records),
    toReview: toReview(base.model, head.model, new Set(evidence.map(({ id }) => id))),
    notCompared: [...notCompared('base', base.problems), ...notCompared('head', head.problems)],
    coverage: changes(coverageOf(base), coverageOf(head)),
  };
}

/** Claims that somebody must read again because of this change, and not since before. */
const toReview = (base: Model, head: Model, changedEvidence: Set<string>) =>
  head.findings
    .filter(({ id, needsReview }) => {
      const before = base.findings.find((f) => f.id === id)?.needsReview ?? [];
      return needsReview.some((key) => changedEvidence.has(key) || !before.includes(key));
    })
    .map(({ id }) => id);

/** Is there nothing to say of it? */
export const isSilent = (review: Review): boolean => Object.values(review).every((list) => list.length === 0);

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const claimsOf = ({ findings }: Model) =>
  titled(
    findings.map(({ id, claim, verdict, grade, evidence }): [string, string, Claim] => [
      id,
      claim,
      { verdict, grade, claim, rests: evidence.map(restsOn) },
    ]),
  );
function restsOn(evidence: FindingView['evidence'][number]): string {
  if ('experiment' in evidence) return `${evidence.experiment}: ${evidence.holdsWhen.map(phrase).join(', ')}`;
  if ('source' in evidence) return `${evidence.source}, ${evidence.at}`;
  return `inferred from ${evidence.from.join(', ')}`;
}

const experimentsOf = ({ experiments }: Model) =>
  titled(
    experiments.map(({ id, question, verdict, expected, holdsWhen, needs }) => [
      id,
      question,
      `${verdict}; expected: ${expected.verdict}; holds when ${[...needs, ...holdsWhen].map(phrase).join(', ')}`,
    ]),
  );

const statesOf = (items: { id: string; text: string; state: string }[]) =>
  titled(items.map(({ id, text, state }) => [id, text, state]));

export const cellText = (cell: Cell) => `${cell.is}: ${cell.says}`;
const cellAt = (model: Model, id: string): Cell | undefined => {
  const [system, dimension = ''] = id.split('/');
  return model.systems.find((s) => s.id === system)?.cells?.[dimension];
};
const cellsOf = (model: Model) =>
  titled(
    model.systems.flatMap((system) =>
      Object.entries(system.cells ?? {}).map(([dimension, cell]): [string, string, string] => [
        `${system.id}/${dimension}`,
        `${system.name} × ${model.dimensions.find((d) => d.id === dimension)?.title ?? dimension}`,
        cellText(cell),
      ]),
    ),
  );

const decisionsOf = ({ decisions }: Model) =>
  titled(
    decisions.map(({ id, title, status, outcome, amendments }) => {
      const amended = amendments.length ? ` (amended ${amendments.at(-1)?.on})` : '';
      return [id, title, `${status}: ${outcome}${amended}`];
    }),
  );
const namedBy = ({ restsOn, options }: Model['decisions'][number]): string[] => [
  ...restsOn,
  ...options.flatMap((option) => [...option.good, ...option.bad].flatMap((argument) => argument.findings)),
];

const failuresOf = ({ failures }: Model) =>
  titled(
    failures.map(({ id, fault, topology, mode, lost, stops }) => [
      id,
      `${fault}, ${topology}, ${mode}`,
      `${lost} ${stops}`,
    ]),
  );

const answersOf = ({ prose }: Records) =>
  titled([...prose.criteria, ...prose.questions].map(({ id, file, frontmatter }) => [file, id, frontmatter.answer]));

/** What claims can rest on: result files of the lab, and sources. */
const evidenceOf = ({ evidence, source }: Records) =>
  titled([
    ...evidence.map(({ experiment, kernel, sha256, benchmark }): [string, string, string] => {
      const complete = benchmark.runs.filter((run) => run.status === 'complete').length;
      const said = `${complete} of ${benchmark.runs.length} runs complete, sha256 ${sha256.slice(0, 12)}`;
      return [`${experiment}/${kernel}`, `${experiment} on Linux ${kernel}`, said];
    }),
    ...[...source.values()].map(({ id, title, version, url, kind }): [string, string, string] => [
      `source ${id}`,
      title,
      `${kind}, ${version}, ${url}`,
    ]),
  ]);

/** Faults of reading and of form: what they keep out of the model was not compared. */
const notCompared = (side: 'base' | 'head', problems: Problem[]) =>
  problems
    .filter(({ rule }) => rule === 'files-can-be-read' || rule === 'records-fit-their-schema')
    .map(({ file, id, field, message }) => ({
      side,
      what: [file, id, field].filter(Boolean).join(' · '),
      why: message,
    }));
