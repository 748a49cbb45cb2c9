import type { FindingView, Model, Records } from '../model/types.ts';
import { type Cell, phrase } from '../schema/index.ts';
import { titled } from './changes.ts';

/** What each kind of thing says, in the words in which a reviewer compares it before and after. */

/** A claim as a reviewer weighs it: what it says, on what, and what comes of it. */
export interface Claim {
  verdict: string;
  grade: string;
  claim: string;
  rests: string[];
}

export const claimsOf = ({ findings }: Model) =>
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

export const experimentsOf = ({ experiments }: Model) =>
  titled(
    experiments.map(({ id, question, verdict, expected, holdsWhen, needs }) => [
      id,
      question,
      `${verdict}; expected: ${expected.verdict}; holds when ${[...needs, ...holdsWhen].map(phrase).join(', ')}`,
    ]),
  );

export const statesOf = (items: { id: string; text: string; state: string }[]) =>
  titled(items.map(({ id, text, state }) => [id, text, state]));

const cellText = (cell: Cell) => `${cell.is}: ${cell.says}`;
export const cellsOf = (model: Model) =>
  titled(
    model.systems.flatMap((system) =>
      Object.entries(system.cells ?? {}).map(([dimension, cell]): [string, string, string] => [
        `${system.id}/${dimension}`,
        `${system.name} × ${model.dimensions.find((d) => d.id === dimension)?.title ?? dimension}`,
        cellText(cell),
      ]),
    ),
  );

export const decisionsOf = ({ decisions }: Model) =>
  titled(
    decisions.map(({ id, title, status, outcome, amendments }) => {
      const amended = amendments.length ? ` (amended ${amendments.at(-1)?.on})` : '';
      return [id, title, `${status}: ${outcome}${amended}`];
    }),
  );

export const failuresOf = ({ failures }: Model) =>
  titled(
    failures.map(({ id, fault, topology, mode, lost, stops }) => [
      id,
      `${fault}, ${topology}, ${mode}`,
      `${lost} ${stops}`,
    ]),
  );

export const answersOf = ({ prose }: Records) =>
  titled([...prose.criteria, ...prose.questions].map(({ id, file, frontmatter }) => [file, id, frontmatter.answer]));

/** What claims can rest on: result files of the lab, and sources. */
export const evidenceOf = ({ evidence, source }: Records) =>
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
