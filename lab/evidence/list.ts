import { experiments } from '../../data/experiments/index.ts';
import { type Benchmark, experiment, judge } from '../../src/schema/index.ts';
import type { Earlier } from '../campaign/estimate.ts';
import type { Series } from '../campaign/series.ts';
import { isWhole } from '../run/resume.ts';
import { overheadOf, ownShare } from './overhead.ts';

const DAY = 86_400_000;

/** `3 runs, 2 days old`; the age is that of the last run. */
function ageOf(benchmark: Benchmark, now: Date): string {
  const last = Math.max(...benchmark.runs.map(({ started }) => Date.parse(started)));
  const days = Math.floor((now.getTime() - last) / DAY);
  return days <= 0 ? 'of today' : days === 1 ? '1 day old' : `${days} days old`;
}

/** What an experiment asks and why, and under it what is known on each kernel: verdict, n, age. */
export function listing(series: readonly Series[], earlier: Earlier, now = new Date()): string {
  const ids = [...new Set(series.map(({ id }) => id))];
  const blocks = ids.map((id) => {
    const record = experiment.parse(experiments[id]);
    const states = series
      .filter((one) => one.id === id)
      .map((one) => `  ${one.kernel.padEnd(5)} ${state(one, earlier, now)}`);
    return [`${id} (${record.kind})`, `  ${record.question}`, `  ${record.why}`, ...states].join('\n');
  });
  const known = series.filter((one) => attempt(() => earlier(one))).length;
  const counts = `${ids.length} experiments; ${known} of ${series.length} series have evidence, ${series.length - known} were not run`;
  return [...blocks, [counts, ...overhead(series, earlier)].join('\n')].join('\n\n');
}

/** How much of the time of all runs went to the lab itself, where they say. */
function overhead(series: readonly Series[], earlier: Earlier): string[] {
  const benchmarks = series.map((one) => attempt(() => earlier(one))).filter((one) => typeof one === 'object');
  const all = overheadOf(benchmarks);
  const share = ownShare(all);
  return share === undefined
    ? []
    : [
        `${share} % of the ${(all.total / 60).toFixed(0)} minutes of ${all.runs} runs were the lab's own: boots, forks, copies of images, searches`,
      ];
}

function state(series: Series, earlier: Earlier, now: Date): string {
  const record = experiment.parse(experiments[series.id]);
  const benchmark = attempt(() => earlier(series));
  if (typeof benchmark === 'string') return benchmark;
  if (!benchmark) return `not run (expected: ${record.expected.verdict})`;
  const { verdict } = judge(record, benchmark);
  const complete = benchmark.runs.filter(({ status }) => status === 'complete').length;
  const n = complete === benchmark.runs.length ? `n = ${complete}` : `n = ${complete} of ${benchmark.runs.length} runs`;
  const surprise = verdict === record.expected.verdict ? 'as expected' : `expected: ${record.expected.verdict}`;
  const rest = isWhole(benchmark.runs, series.repeats) ? '' : '; interrupted, see `lab resume`';
  const share = ownShare(overheadOf([benchmark]));
  const own = share === undefined ? '' : `, ${share} % of the time the lab's own`;
  return `${verdict} (${surprise}), ${n}, ${ageOf(benchmark, now)}${own}${rest}`;
}

/** One result file that cannot be read does not hide what the others say. */
function attempt<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
