import { z } from 'zod';

/** Units that a measure may have. Lab times come from emulated machines: prefer counts and ratios. */
export const units = [
  'blocks',
  'errors',
  'operations',
  'operations per 1000 reads',
  'IOPS',
  'bytes',
  'MiB',
  'seconds',
  'milliseconds',
  'ratio',
  'percent',
  'chunks',
  'files',
  'legs',
  'runbooks',
  'commands',
  'disks',
  'differences',
] as const;
export const unit = z.enum(units);
export type Unit = z.infer<typeof unit>;

export const comparisons = ['at least', 'at most', 'above', 'below', 'exactly'] as const;

/** A test on one measure of an experiment. `over` says whether each run must meet it or the median of the runs. */
export const condition = z.strictObject({
  measure: z.string(),
  is: z.enum(comparisons),
  value: z.number(),
  unit,
  over: z.enum(['every run', 'the median']).default('every run'),
});
export type Condition = z.infer<typeof condition>;
export type ConditionInput<Measure extends string = string> = Omit<z.input<typeof condition>, 'measure'> & {
  measure: Measure;
};

const tests: Record<Condition['is'], (seen: number, bound: number) => boolean> = {
  'at least': (seen, bound) => seen >= bound,
  'at most': (seen, bound) => seen <= bound,
  above: (seen, bound) => seen > bound,
  below: (seen, bound) => seen < bound,
  exactly: (seen, bound) => seen === bound,
};

/** The middle of the values; the mean of the two middle ones when they are even in number. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/** Does the series (one value a run) meet the condition? A series with no value, or with NaN, throws. */
export function meets(condition: Condition, series: readonly number[]): boolean {
  if (series.length === 0 || series.some(Number.isNaN))
    throw new Error(`no usable value of ${condition.measure} in ${series.length} runs`);
  const test = (seen: number) => tests[condition.is](seen, condition.value);
  return condition.over === 'the median' ? test(median(series)) : series.every(test);
}
