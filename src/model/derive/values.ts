import { type CompleteRun, type Kernel, median, type Unit } from '../../schema/index.ts';
import { nearest } from '../nearest.ts';
import type { Model } from '../types.ts';

/** A figure, ready for prose. */
export interface Value {
  /** The figure with its unit, as `12 blocks` or `3.4 times`. */
  text: string;
  numbers: number[];
  n: number;
  kernel: Kernel;
  experiment: string;
  measure: string;
  label: string;
  unit: Unit;
  caveat: string;
}

export const caveat =
  'From a machine with emulated processors and throttled virtual disks: ratios and counts carry over, times do not.';

/**
 * The figure that an experiment measured, named `experiment/measure`.
 * The median of the runs unless `show` asks for their range or for each of them.
 * Throws where there is no such measure, or where nothing has been run.
 */
export function valueFor(
  model: Pick<Model, 'experiments'>,
  name: string,
  { kernel, show = 'median' }: { kernel?: Kernel | undefined; show?: 'median' | 'range' | 'each' | undefined } = {},
): Value {
  const [id, measure] = split(name);
  const experiment = model.experiments.find((e) => e.id === id);
  if (!experiment)
    throw new Error(
      `no experiment "${id}"${hint(
        id,
        model.experiments.map((e) => e.id),
      )}`,
    );
  const declared = experiment.measures[measure];
  if (!declared) throw new Error(`${id} measures no "${measure}"${hint(measure, Object.keys(experiment.measures))}`);
  const result = experiment.results.find((r) => (kernel ? r.kernel === kernel : r.n > 0));
  const runs = (result?.evidence?.benchmark.runs ?? []).filter((run): run is CompleteRun => run.status === 'complete');
  const numbers = runs.flatMap((run) => run.measures[measure]?.value ?? []);
  if (!result || numbers.length === 0)
    throw new Error(`${name} has not been measured${kernel ? ` on Linux ${kernel}` : ''}: run the experiment first`);
  return {
    text: `${shown(numbers, show)}${unitText(declared.unit, show === 'median' ? median(numbers) : Number.NaN)}`,
    numbers,
    n: numbers.length,
    kernel: result.kernel,
    experiment: id,
    measure,
    label: declared.label,
    unit: declared.unit,
    caveat,
  };
}

const split = (name: string): [string, string] => {
  const slash = name.indexOf('/');
  return slash < 0 ? [name, ''] : [name.slice(0, slash), name.slice(slash + 1)];
};
const hint = (word: string, words: string[]) => {
  const near = nearest(word, words);
  return near === undefined ? '' : `; did you mean "${near}"?`;
};

function shown(numbers: number[], show: 'median' | 'range' | 'each'): string {
  if (show === 'each') return numbers.map(figure).join(', ');
  const [low, high] = [figure(Math.min(...numbers)), figure(Math.max(...numbers))];
  return show === 'median' || low === high ? figure(median(numbers)) : `${low} to ${high}`;
}

/** Three significant digits below a thousand, whole numbers above, with a space between the thousands. */
export function figure(value: number): string {
  const rounded = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  const [whole = '', fraction] = String(rounded).split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

function unitText(unit: Unit, value: number): string {
  if (unit === 'ratio') return '\u00a0times';
  if (unit === 'percent') return '\u00a0%';
  return `\u00a0${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

/** A figure of the task itself, such as the capacity of an SSD. Throws when the task gives no such figure. */
export function given(model: Pick<Model, 'task'>, name: string): { text: string; means: string } {
  const entry = model.task.given[name];
  if (!entry) throw new Error(`the task gives no "${name}"${hint(name, Object.keys(model.task.given))}`);
  return { text: [figure(entry.value), entry.unit].filter(Boolean).join('\u00a0'), means: entry.text };
}
