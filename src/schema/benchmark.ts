import { z } from 'zod';
import { unit } from './condition.ts';
import { kernel } from './experiment.ts';
import { prose, ref, sha256 } from './ids.ts';

/** A value that a run measured: one number, and the raw samples that it was made from where there are any. */
export const measured = z.strictObject({ value: z.number(), unit, samples: z.array(z.number()).optional() });

/** What a virtual disk was told to be. */
export const diskModel = z.strictObject({
  serial: z.string(),
  is: z.enum(['HDD', 'SSD']),
  bytes: z.int().positive(),
  rotationRate: z.int(),
  iopsLimit: z.int().nullable(),
  bytesPerSecondLimit: z.int().nullable(),
  /** Size of a write cache that is lost in a power cut; absent for a disk that keeps what it was given. */
  volatileCacheBytes: z.int().positive().optional(),
});

/** Everything that is needed to run it again, or to doubt it. */
export const provenance = z.strictObject({
  lab: z.strictObject({ commit: z.string(), dirty: z.boolean() }),
  /** sha256 of lab/experiments/<id>.ts and of the image lock as they were. */
  experimentSha256: sha256,
  imageLockSha256: sha256,
  kernelRelease: z.string(),
  commandLine: z.string(),
  /** Versions of the tools in the guest, by package. */
  packages: z.record(z.string(), z.string()),
  qemu: z.strictObject({ version: z.string(), accelerator: z.enum(['tcg', 'kvm']), arguments: z.array(z.string()) }),
  host: z.strictObject({
    cpu: z.string(),
    cores: z.int(),
    memoryMiB: z.int(),
    load1: z.number(),
    /** Priority of the lab and its guests among the host's processes: 0 is the usual one, 19 gives way to all. */
    nice: z.int().optional(),
  }),
  disks: z.array(diskModel),
});

/**
 * Where the time of a run went. What is left of `total` is the lab's own: boots, forks, copies of images, searches in
 * them. Older evidence has only the first boot and the total.
 */
export const runSeconds = z.strictObject({
  /** From QEMU's start to a guest that takes commands, the first time. */
  boot: z.number(),
  total: z.number(),
  /** The same for each boot of the run, and for each fork of a saved machine. */
  boots: z.array(z.number()).optional(),
  forks: z.array(z.number()).optional(),
  /** For which the guest was up until the machine was saved, and after that; without a saved machine all is workload. */
  prepare: z.number().optional(),
  workload: z.number().optional(),
});
export type RunSeconds = z.infer<typeof runSeconds>;

const runBase = {
  number: z.int().positive(),
  seed: z.int(),
  started: z.iso.datetime(),
  seconds: runSeconds.optional(),
  transcript: z.strictObject({ file: z.string(), sha256, lines: z.int() }).optional(),
};

/** One run on a fresh machine. `incomplete` is written before it starts and only a clean end replaces it. */
export const run = z.discriminatedUnion('status', [
  z.strictObject({ ...runBase, status: z.literal('incomplete') }),
  z.strictObject({ ...runBase, status: z.literal('invalid'), reason: prose }),
  z.strictObject({
    ...runBase,
    status: z.literal('complete'),
    seconds: runSeconds,
    transcript: z.strictObject({ file: z.string(), sha256, lines: z.int() }),
    /** What was seen, raw: the judge makes the measures from this and from nothing else. */
    observations: z.record(z.string(), z.json()),
    measures: z.record(z.string(), measured),
    provenance,
  }),
]);

/** data/benchmarks/<experiment>/<kernel>.json: what the lab saw on one kernel. */
export const benchmark = z.strictObject({
  schema: z.literal(1),
  experiment: ref('experiment'),
  kernel,
  runs: z.array(run).min(1),
});
export type Benchmark = z.infer<typeof benchmark>;
export type Run = z.infer<typeof run>;
export type CompleteRun = Extract<Run, { status: 'complete' }>;
export type Provenance = z.infer<typeof provenance>;
export type Measured = z.infer<typeof measured>;
