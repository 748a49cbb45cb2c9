import type { Checked } from '../model/index.ts';
import type { Model, Problem, Records } from '../model/types.ts';
import { type Cell, type CompleteRun, median } from '../schema/index.ts';

/** A thing before and after; absent where it did not or does not exist. */
export interface Change<T> {
  id: string;
  title: string;
  before?: T;
  after?: T;
}
export interface Figure extends Change<string> {
  unit: string;
}

/** What a change does to what the project claims. Every list is empty where nothing changed. */
export interface Review {
  claims: Change<{ verdict: string; grade: string; claim: string }>[];
  cells: Change<string>[];
  criteria: Change<string>[];
  questions: Change<string>[];
  decisions: (Change<string> & { because: string[] })[];
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
  const cells = changes(cellsOf(base), cellsOf(head));
  const criteria = changes(statesOf(base.model.criteria), statesOf(head.model.criteria));
  return {
    claims,
    cells,
    criteria,
    questions: changes(statesOf(base.model.questions), statesOf(head.model.questions)),
    decisions: decisionsAffected(base.model, head.model, new Set(claims.map((c) => c.id)), criteria),
    evidence: changes(evidenceOf(base.records), evidenceOf(head.records)),
    figures: figuresMoved(base.records, head.records),
    toReview: head.model.findings.filter((f) => f.needsReview.length > 0).map((f) => f.id),
    notCompared: [...notCompared('base', base.problems), ...notCompared('head', head.problems)],
    coverage: changes(coverageOf(base), coverageOf(head)),
  };
}

/** Is there nothing to say of it? Re-review and what could not be compared count only beside a change. */
export const isSilent = (review: Review): boolean =>
  [review.claims, review.cells, review.criteria, review.questions, review.decisions].every((l) => l.length === 0) &&
  review.evidence.length === 0 &&
  review.coverage.length === 0;

type Titled<T> = Map<string, { title: string; value: T }>;

function changes<T>(before: Titled<T>, after: Titled<T>): Change<T>[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (JSON.stringify(was?.value) === JSON.stringify(is?.value)) return [];
    const title = is?.title ?? was?.title ?? id;
    return [{ id, title, ...(was && { before: was.value }), ...(is && { after: is.value }) }];
  });
}
const titled = <T>(entries: [id: string, title: string, value: T][]): Titled<T> =>
  new Map(entries.map(([id, title, value]) => [id, { title, value }]));

const claimsOf = ({ findings }: Model) =>
  titled(findings.map(({ id, claim, verdict, grade }) => [id, claim, { verdict, grade, claim }]));

const statesOf = (items: { id: string; text: string; state: string }[]) =>
  titled(items.map(({ id, text, state }) => [id, text, state]));

export const cellText = (cell: Cell) => `${cell.is}: ${cell.says}`;
const cellsOf = ({ model }: Checked) =>
  titled(
    model.systems.flatMap((system) =>
      Object.entries(system.cells ?? {}).map(([dimension, cell]): [string, string, string] => [
        `${system.id}/${dimension}`,
        `${system.name} × ${model.dimensions.find((d) => d.id === dimension)?.title ?? dimension}`,
        cellText(cell),
      ]),
    ),
  );

const evidenceOf = ({ evidence }: Records) =>
  titled(
    evidence.map(({ experiment, kernel, sha256, benchmark }) => {
      const complete = benchmark.runs.filter((run) => run.status === 'complete').length;
      const said = `${complete} of ${benchmark.runs.length} runs complete, sha256 ${sha256.slice(0, 12)}`;
      return [`${experiment}/${kernel}`, `${experiment} on Linux ${kernel}`, said];
    }),
  );

/** Decisions that changed, and those that rest on something that did. */
function decisionsAffected(base: Model, head: Model, claims: Set<string>, criteria: Change<string>[]) {
  const said = (model: Model) =>
    titled(model.decisions.map(({ id, title, status, outcome }) => [id, title, `${status}: ${outcome}`]));
  const own = new Map(changes(said(base), said(head)).map((change) => [change.id, change]));
  return [...new Set([...own.keys(), ...head.decisions.map((d) => d.id)])].flatMap((id) => {
    const decision = head.decisions.find((d) => d.id === id);
    const named = decision ? [...decision.restsOn, ...argued(decision)] : [];
    const because = [
      ...new Set(named.filter((finding) => claims.has(finding)).map((finding) => `rests on ${finding}`)),
      ...(decision?.drivers ?? [])
        .filter((driver) => criteria.some((c) => c.id === driver))
        .map((driver) => `serves ${driver}`),
    ];
    const change = own.get(id);
    if (!change && because.length === 0) return [];
    return [{ ...(change ?? { id, title: decision?.title ?? id }), because }];
  });
}
const argued = ({ options }: Model['decisions'][number]): string[] =>
  options.flatMap((option) => [...option.good, ...option.bad].flatMap((argument) => argument.findings));

/** Measures whose runs before and after do not overlap: they moved by more than their own spread. */
function figuresMoved(base: Records, head: Records): Figure[] {
  const series = (records: Records) =>
    new Map(
      records.evidence.flatMap(({ experiment, kernel, benchmark }) => {
        const runs = benchmark.runs.filter((run): run is CompleteRun => run.status === 'complete');
        const names = new Set(runs.flatMap((run) => Object.keys(run.measures)));
        return [...names].map((name) => {
          const seen = runs.flatMap((run) => run.measures[name] ?? []);
          const numbers = seen.map((measured) => measured.value);
          return [`${experiment}/${kernel}/${name}`, { numbers, unit: seen[0]?.unit ?? '' }] as const;
        });
      }),
    );
  const [before, after] = [series(base), series(head)];
  return [...after].flatMap(([id, is]) => {
    const was = before.get(id);
    if (!was || was.numbers.length === 0 || is.numbers.length === 0) return [];
    const apart =
      Math.min(...is.numbers) > Math.max(...was.numbers) || Math.max(...is.numbers) < Math.min(...was.numbers);
    if (!apart) return [];
    return [{ id, title: id, unit: is.unit, before: String(median(was.numbers)), after: String(median(is.numbers)) }];
  });
}

/** Faults of reading and of form: what they keep out of the model was not compared. */
const notCompared = (side: 'base' | 'head', problems: Problem[]) =>
  problems
    .filter(({ rule }) => rule === 'files-can-be-read' || rule === 'records-fit-their-schema')
    .map(({ file, id, field, message }) => ({
      side,
      what: [file, id, field].filter(Boolean).join(' · '),
      why: message,
    }));

function coverageOf({ model, records }: Checked): Titled<number> {
  const cells = model.systems.flatMap((system) => Object.values(system.cells ?? {}));
  const bytes = records.evidence.reduce((sum, file) => sum + JSON.stringify(file.benchmark).length, 0);
  return titled([
    ['findings', 'findings', model.findings.length],
    ['holding', 'findings that hold', model.findings.filter((f) => f.verdict === 'holds').length],
    ['measured', 'findings that were measured', model.findings.filter((f) => f.grade.startsWith('measured')).length],
    ['judged', 'matrix cells that are judged', cells.filter((c) => ['good', 'mixed', 'poor'].includes(c.is)).length],
    ['answered', 'criteria answered', model.criteria.filter((c) => c.state === 'answered').length],
    ['sources', 'sources', model.sources.length],
    ['pages', 'pages of records', pagesOf(model)],
    ['evidence', 'kB of result files', Math.round(bytes / 1000)],
  ]);
}
const pagesOf = (model: Model) =>
  [model.criteria, model.questions, model.systems, model.experiments, model.findings, model.decisions].reduce(
    (sum, list) => sum + list.length,
    model.procedures.length + model.method.length,
  );
