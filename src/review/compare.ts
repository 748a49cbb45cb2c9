import type { Checked } from '../model/index.ts';
import type { Fault } from '../model/rules/rule.ts';
import type { FindingView, Model, Problem } from '../model/types.ts';
import type { Cell, Regression } from '../schema/index.ts';
import { type Affected, affected, type Change, changes } from './changes.ts';
import { coverageOf } from './coverage.ts';
import { type Figure, figuresMoved } from './figures.ts';
import {
  answersOf,
  type Claim,
  cellsOf,
  claimsOf,
  decisionsOf,
  evidenceOf,
  experimentsOf,
  failuresOf,
  statesOf,
} from './said.ts';
import { unexplained } from './unexplained.ts';

/** What a change does to what the project claims. Every list is empty where nothing changed. */
export interface Review {
  unexplained: Fault[];
  /** Reasons that the change gives for what got worse. */
  reasons: Regression[];
  claims: Change<Claim>[];
  /** Verdicts, and what was declared: also a condition or an expectation that was changed after the runs. */
  experiments: Change<string>[];
  cells: Affected[];
  /** For each column of the matrix in which a cell changed: how many of how many. */
  columns: { title: string; changed: number; of: number }[];
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
  const cells = affected(cellsOf(base.model), cellsOf(head.model), (id) =>
    rest(cellAt(head.model, id)?.findings ?? []),
  );
  const turned = new Set(criteria.filter(({ before, after }) => before !== after).map(({ id }) => id));
  return {
    unexplained: unexplained(base, head),
    reasons: head.records.regressions.filter((r) => !base.records.regressions.some((old) => same(old, r))),
    claims,
    experiments: changes(experimentsOf(base.model), experimentsOf(head.model)),
    cells,
    columns: columnsTouched(head.model, cells),
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

const cellAt = (model: Model, id: string): Cell | undefined => {
  const [system, dimension = ''] = id.split('/');
  return model.systems.find((s) => s.id === system)?.cells?.[dimension];
};

const namedBy = ({ restsOn, options }: Model['decisions'][number]): string[] => [
  ...restsOn,
  ...options.flatMap((option) => [...option.good, ...option.bad].flatMap((argument) => argument.findings)),
];

const columnsTouched = ({ systems }: Model, cells: Affected[]) =>
  systems.flatMap(({ id, name, cells: column = {} }) => {
    const changed = cells.filter((cell) => cell.before !== cell.after && cell.id.startsWith(`${id}/`)).length;
    return changed ? [{ title: name, changed, of: Object.keys(column).length }] : [];
  });

/** Faults of reading and of form: what they keep out of the model was not compared. */
const notCompared = (side: 'base' | 'head', problems: Problem[]) =>
  problems
    .filter(({ rule }) => rule === 'files-can-be-read' || rule === 'records-fit-their-schema')
    .map(({ file, id, field, message }) => ({
      side,
      what: [file, id, field].filter(Boolean).join(' · '),
      why: message,
    }));
