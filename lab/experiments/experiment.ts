import type { z } from 'zod';
import { experiments } from '../../data/experiments/index.ts';
import type { Experiment, Id, Measured, Registry } from '../../src/schema/index.ts';
import type { Variant } from '../image/variants.ts';
import type { Disk } from '../machine/disks.ts';
import type { Guest } from '../machine/guest.ts';
import type { Host } from '../machine/host.ts';
import type { Machine } from '../machine/machine.ts';
import type { Limits } from '../machine/watch.ts';

export type Json = z.core.util.JSONType;
export type MeasureOf<E extends Id<'experiment'>> = Extract<Registry['measures'][E], string>;
/** A measure's value, or its value with the raw samples that it was made from. */
export type Value = number | { value: number; samples: number[] };

/** What an experiment works with: a fresh machine that has not been booted yet. */
export type Bench = {
  machine: Pick<Machine, 'boot' | 'powerOff' | 'crash' | 'powerCut' | 'save' | 'fork' | 'forgive'>;
  guest: Guest;
  host: Host;
  /** Everything random in the run comes from it. */
  seed: number;
};

export type ExperimentCode<E extends Id<'experiment'>> = {
  limits: Partial<Limits>;
  /** The disks of the machine; two hard disks and two SSDs where it does not say. */
  disks?: readonly Disk[];
  /** The image of the guest; the common one where it does not say. */
  image?: Variant;
  /** Does the experiment and gives what was seen, raw. */
  perform(bench: Bench): Promise<Record<string, Json>>;
  /** Makes the measures from what was seen and from nothing else. Throws on observations that are not of its form. */
  measure(observations: Record<string, Json>): Record<MeasureOf<E>, Measured>;
};

/** The code of an experiment whose name does not matter. */
export type AnyExperimentCode = Omit<ExperimentCode<Id<'experiment'>>, 'measure'> & {
  measure(observations: Record<string, Json>): Record<string, Measured>;
};

/**
 * The code of a declared experiment. `observations` is the form of what `perform` gives and `measure` gets; a measure
 * that was declared and is not given, or the other way round, is a compile error.
 */
export function codeOf<E extends Id<'experiment'>, S extends z.ZodType<Record<string, Json>, Record<string, Json>>>(
  id: E,
  code: {
    observations: S;
    limits?: Partial<Limits>;
    disks?: readonly Disk[];
    image?: Variant;
    perform: (bench: Bench) => Promise<z.input<S>>;
    measure: (seen: z.output<S>) => Record<MeasureOf<E>, Value>;
  },
): ExperimentCode<E> {
  const declared: Record<string, Pick<Experiment['measures'][string], 'unit'>> = experiments[id].measures;
  return {
    limits: code.limits ?? {},
    ...(code.disks && { disks: code.disks }),
    ...(code.image && { image: code.image }),
    perform: code.perform,
    measure(observations) {
      const values: Record<MeasureOf<E>, Value> = code.measure(code.observations.parse(observations));
      const withUnit = (name: MeasureOf<E>): [string, Measured] => {
        const value = values[name];
        const unit = declared[name]?.unit;
        if (!unit) throw new Error(`${id} does not declare the measure ${name}`);
        return [name, typeof value === 'number' ? { value, unit } : { ...value, unit }];
      };
      const names = Object.keys(values).filter((name): name is MeasureOf<E> => name in values);
      return Object.fromEntries(names.map(withUnit)) as Record<MeasureOf<E>, Measured>;
    },
  };
}
