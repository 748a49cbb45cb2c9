import type { Benchmark, CompleteRun, Run } from './benchmark.ts';
import { type Condition, meets } from './condition.ts';
import type { Experiment } from './experiment.ts';
import type { Verdict } from './verdict.ts';

/** One condition held against a run: `met` is null where the run has no usable value. */
export type Checked = { condition: Condition; seen: number | null; met: boolean | null };
/** One run by itself. Conditions over the median are checked here too, for the reader; the verdict uses the series. */
export type RunJudgement = {
  number: number;
  status: Run['status'];
  /** Why an invalid run is invalid. */
  reason?: string;
  needs: Checked[];
  holdsWhen: Checked[];
};
export type Judgement = { verdict: Verdict; reason: string; runs: RunJudgement[] };

type Judged = Pick<Experiment, 'repeats' | 'needs' | 'holdsWhen' | 'measures'>;

/**
 * What the evidence says about an experiment's hypothesis. Pure; never throws.
 * Not run: no benchmark. Invalid: no run came to a clean end, or a measure is missing, NaN or of another unit.
 * Inconclusive: fewer complete runs than were declared, or one that does not meet `needs`.
 */
export function judge(experiment: Judged, benchmark?: Benchmark): Judgement {
  const runs = (benchmark?.runs ?? []).map((run) => judgeRun(experiment, run));
  const complete = (benchmark?.runs ?? []).filter((run): run is CompleteRun => run.status === 'complete');
  if (!benchmark) return { verdict: 'not run', reason: 'There is no run.', runs };
  if (complete.length === 0)
    return { verdict: 'invalid', reason: `None of ${count(runs.length)} came to a clean end.`, runs };
  try {
    return { ...judgeSeries(experiment, complete), runs };
  } catch (error) {
    return { verdict: 'invalid', reason: error instanceof Error ? error.message : String(error), runs };
  }
}

function judgeSeries(experiment: Judged, complete: CompleteRun[]): Omit<Judgement, 'runs'> {
  const test = (condition: Condition) =>
    meets(
      condition,
      complete.map((run) => seenIn(experiment, condition, run)),
    );
  const unmetNeeds = experiment.needs.filter((condition) => !test(condition));
  const unmet = experiment.holdsWhen.filter((condition) => !test(condition));
  if (complete.length < experiment.repeats)
    return { verdict: 'inconclusive', reason: `${count(complete.length)} of the ${experiment.repeats} declared.` };
  if (unmetNeeds.length) return { verdict: 'inconclusive', reason: `Needed, and not so: ${list(unmetNeeds)}.` };
  if (unmet.length) return { verdict: 'refuted', reason: `Not met: ${list(unmet)}.` };
  return { verdict: 'holds', reason: `Met in ${count(complete.length)}: ${list(experiment.holdsWhen)}.` };
}

function judgeRun(experiment: Judged, run: Run): RunJudgement {
  const check = (condition: Condition): Checked => {
    try {
      if (run.status !== 'complete') return { condition, seen: null, met: null };
      const seen = seenIn(experiment, condition, run);
      return { condition, seen, met: meets(condition, [seen]) };
    } catch {
      return { condition, seen: null, met: null };
    }
  };
  return {
    number: run.number,
    status: run.status,
    ...(run.status === 'invalid' ? { reason: run.reason } : {}),
    needs: experiment.needs.map(check),
    holdsWhen: experiment.holdsWhen.map(check),
  };
}

/** Throws where a run cannot answer the condition, so that nothing missing is ever read as met. */
function seenIn(experiment: Judged, condition: Condition, run: CompleteRun): number {
  const seen = run.measures[condition.measure];
  if (!experiment.measures[condition.measure])
    throw new Error(`The condition names ${condition.measure}, which the experiment does not measure.`);
  if (!seen || !Number.isFinite(seen.value)) throw new Error(`Run ${run.number} has no value of ${condition.measure}.`);
  if (seen.unit !== condition.unit)
    throw new Error(`Run ${run.number} has ${condition.measure} in ${seen.unit}, not in ${condition.unit}.`);
  return seen.value;
}

/** A condition as a reader says it: `blocksLost exactly 0 blocks`. */
export const phrase = ({ measure, is, value, unit, over }: Condition): string =>
  `${measure} ${is} ${value}${unit === 'ratio' ? '' : ` ${unit}`}${over === 'the median' ? ' in the median' : ''}`;

const list = (conditions: Condition[]) => conditions.map(phrase).join(', ');
const count = (runs: number) => `${runs} ${runs === 1 ? 'run' : 'runs'}`;
