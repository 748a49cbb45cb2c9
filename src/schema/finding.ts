import { z } from 'zod';
import { type ConditionInput, condition } from './condition.ts';
import { draft, type Id, isoDate, prose, type Registry, ref, selfRef } from './ids.ts';

/** The claim holds when the experiment's runs meet these conditions, on every kernel that was run. */
export const byExperiment = z.strictObject({
  experiment: ref('experiment'),
  holdsWhen: z.array(condition).min(1),
});
/** Something that was read says so. */
export const bySource = z.strictObject({
  source: ref('source'),
  /** Where in it: a section, a function, a comment. */
  at: prose,
  /** What it says there, in our words. */
  says: prose,
});
/** We conclude it from other findings. */
export const byInference = z.strictObject({
  from: z.array(selfRef('finding')).min(1),
  because: prose,
});

/** A claim, with the evidence that must bear it out. */
export const finding = z.strictObject({
  /** One sentence that can be true or false. */
  claim: prose,
  criteria: z.array(ref('criterion')).min(1),
  questions: z.array(ref('question')),
  systems: z.array(ref('system')).min(1),
  evidence: z.array(z.union([byExperiment, bySource, byInference])).min(1),
  /** Versions that it holds for. */
  versions: prose,
  falsifiedBy: prose,
  /** When it should be looked at again. */
  reviewBy: isoDate,
  /** Claims with the same subject and metric must say the same. */
  about: z.strictObject({ subject: z.string(), metric: z.string(), says: z.string() }).optional(),
  /** Where sources and experiments disagree: which wins, and why. */
  disagreement: prose.optional(),
  draft,
});
export type Finding = z.infer<typeof finding>;
export type ExperimentEvidence = z.infer<typeof byExperiment>;
export type SourceEvidence = z.infer<typeof bySource>;
export type InferenceEvidence = z.infer<typeof byInference>;

/** The names of an experiment's measures, from the registry. */
type MeasureOf<E extends Id<'experiment'>> = Registry extends { measures: infer M }
  ? E extends keyof M
    ? Extract<M[E], string>
    : string
  : string;
type TypedExperimentEvidence = {
  [E in Id<'experiment'>]: { experiment: E; holdsWhen: ConditionInput<MeasureOf<E>>[] };
}[Id<'experiment'>];
type FindingInput = Omit<z.input<typeof finding>, 'evidence'> & {
  evidence: (TypedExperimentEvidence | z.input<typeof bySource> | z.input<typeof byInference>)[];
};

export const defineFindings = <K extends string>(entries: Record<K, FindingInput>) => entries;
