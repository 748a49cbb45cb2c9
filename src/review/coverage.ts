import type { Checked } from '../model/index.ts';
import { type Titled, titled } from './changes.ts';

const kilobytes = (characters: number) => Math.round(characters / 1000);

/** How much is claimed, how much of it is borne out, and how large the site gets by it. */
export function coverageOf({ model, records }: Checked): Titled<number> {
  const cells = model.systems.flatMap((system) => Object.values(system.cells ?? {}));
  const prose = Object.values(records.prose).flatMap((pages) => pages.map(({ text }) => text.length));
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
  return titled([
    ['findings', 'findings', model.findings.length],
    ['holding', 'findings that hold', model.findings.filter((f) => f.verdict === 'holds').length],
    ['measured', 'findings that were measured', model.findings.filter((f) => f.grade.startsWith('measured')).length],
    ['judged', 'matrix cells that are judged', cells.filter((c) => ['good', 'mixed', 'poor'].includes(c.is)).length],
    ['answered', 'criteria answered', model.criteria.filter((c) => c.state === 'answered').length],
    ['sources', 'sources', model.sources.length],
    ['reports', 'reports from readers', model.reports.length],
    ['pages', 'pages of the site', pagesOf(model)],
    ['prose', 'kB of prose', kilobytes(sum(prose))],
    ['results', 'kB of result files', kilobytes(sum(records.evidence.map((e) => JSON.stringify(e.benchmark).length)))],
    ['transcripts', 'lines of transcripts', sum([...records.transcripts.values()].map(({ lines }) => lines))],
  ]);
}

/** One page for each record that has one, and for each run; lists and indexes do not count, since they stay. */
function pagesOf(model: Checked['model']): number {
  const runs = model.experiments.flatMap((e) => e.results.flatMap((r) => r.evidence?.benchmark.runs ?? []));
  return [
    runs,
    model.criteria,
    model.questions,
    model.systems,
    model.experiments,
    model.findings,
    model.decisions,
    model.procedures,
    model.method,
  ].reduce((total, list) => total + list.length, 0);
}
