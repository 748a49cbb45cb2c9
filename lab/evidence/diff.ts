import { experiments } from '../../data/experiments/index.ts';
import { type Benchmark, type CompleteRun, experiment, judge, median } from '../../src/schema/index.ts';

/** Result files by `experiment/kernel`. */
export type ResultSet = Map<string, Benchmark>;

/** What changed from one set of results to another: a line for each series that did, and a count. */
export function diff(old: ResultSet, now: ResultSet): string {
  const [one, other] = [[...old.values()], [...now.values()]];
  const [first, second] = [one[0], other[0]];
  if (one.length === 1 && other.length === 1 && first && second && first.experiment === second.experiment)
    return compare(new Map([[pair(first, second), first]]), new Map([[pair(first, second), second]]));
  return compare(old, now);
}

/** Two results of one experiment are held against each other whatever kernels they ran on. */
const pair = (old: Benchmark, now: Benchmark): string =>
  old.kernel === now.kernel ? `${old.experiment}/${old.kernel}` : `${old.experiment}, ${old.kernel} and ${now.kernel}`;

function compare(old: ResultSet, now: ResultSet): string {
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  const blocks = names.flatMap((name) => {
    const lines = between(old.get(name), now.get(name));
    return lines.length ? [[name, ...lines.map((line) => `  ${line}`)].join('\n')] : [];
  });
  const both = names.filter((name) => old.has(name) && now.has(name));
  const verdicts = both.filter((name) => verdictOf(old.get(name)) !== verdictOf(now.get(name))).length;
  const counts = `${blocks.length} of ${names.length} series differ; ${verdicts} of the ${both.length} in both have another verdict`;
  return [...blocks, counts].join('\n\n');
}

function between(old: Benchmark | undefined, now: Benchmark | undefined): string[] {
  if (!old) return [`new: ${standing(now)}`];
  if (!now) return [`gone; it was ${standing(old)}`];
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  const head =
    standing(old) === standing(now) ? `still ${standing(now)}, of other runs` : `${standing(old)} → ${standing(now)}`;
  return [
    head,
    ...measures(completeRuns(old), completeRuns(now)),
    ...circumstances(completeRuns(old), completeRuns(now)),
  ];
}

const completeRuns = ({ runs }: Benchmark) => runs.filter((run): run is CompleteRun => run.status === 'complete');

/** The verdict by the rule as it is declared today; both sides are judged by the same. */
function verdictOf(benchmark: Benchmark | undefined): string {
  const declared = Object.entries(experiments).find(([id]) => id === benchmark?.experiment)?.[1];
  return declared ? judge(experiment.parse(declared), benchmark).verdict : 'of no declared experiment';
}

const standing = (benchmark: Benchmark | undefined): string =>
  benchmark
    ? `${verdictOf(benchmark)}, ${completeRuns(benchmark).length} of ${benchmark.runs.length} runs complete`
    : 'nothing';

/** The measures whose values differ, and whether the runs of the two sides overlap. */
function measures(old: readonly CompleteRun[], now: readonly CompleteRun[]): string[] {
  const names = [...new Set([...old, ...now].flatMap((run) => Object.keys(run.measures)))];
  return names.flatMap((name) => {
    const [before, after] = [old, now].map((runs) => runs.flatMap((run) => run.measures[name]?.value ?? []));
    if (!before || !after || before.join() === after.join()) return [];
    if (before.length === 0 || after.length === 0) return [`${name}: ${before.length ? 'no longer measured' : 'new'}`];
    const apart = Math.max(...before) < Math.min(...after) || Math.max(...after) < Math.min(...before);
    return [`${name}: ${spread(before)} → ${spread(after)}${apart ? ', apart' : ', overlapping'}`];
  });
}

const figure = (value: number) => `${Number(value.toPrecision(5))}`;
const spread = (values: readonly number[]) =>
  `${figure(median(values))} (${figure(Math.min(...values))} to ${figure(Math.max(...values))})`;

/** What the runs were made with, where it is not the same. */
function circumstances(old: readonly CompleteRun[], now: readonly CompleteRun[]): string[] {
  const parts: [string, (run: CompleteRun) => string][] = [
    ['kernel', ({ provenance }) => provenance.kernelRelease],
    ['image lock', ({ provenance }) => provenance.imageLockSha256.slice(0, 12)],
    ['source of the experiment', ({ provenance }) => provenance.experimentSha256.slice(0, 12)],
    ['QEMU', ({ provenance }) => `${provenance.qemu.version} ${provenance.qemu.accelerator}`],
    ['processor', ({ provenance }) => provenance.host.cpu],
  ];
  return parts.flatMap(([what, of]) => {
    const [before, after] = [old, now].map((runs) => [...new Set(runs.map(of))].join(', '));
    return before === after ? [] : [`${what}: ${before || 'none'} → ${after || 'none'}`];
  });
}
