import { z } from 'zod';
import { isoDate, ref } from './ids.ts';

/** Larger than any report that public/measure/measure.py can write, and small enough to read at once. */
export const largestReport = 200_000;

/** One line that a reader of ours typed: letters, digits and a few signs; no markup, no control characters. */
const line = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\p{L}\p{M}\p{N} .,;:()[\]/+_'&#%=*~!?×–-]+$/u, 'has characters that a report may not have');

const positive = (most: number) => z.number().positive().max(most);
/** One value a pass, in the order in which they ran. */
const passes = (most: number) => z.array(positive(most)).min(1).max(20);

const job = z
  .strictObject({
    name: z.enum(['random reads', 'sequential reads']),
    blockBytes: z
      .int()
      .min(512)
      .max(1 << 26),
    rate: z.strictObject({ unit: z.literal('IOPS'), passes: passes(1e8) }),
    latency: z.strictObject({
      unit: z.literal('milliseconds'),
      median: passes(3_600_000),
      /** One read in a hundred took longer than this. */
      worst1percent: passes(3_600_000),
    }),
  })
  .refine(
    ({ rate, latency }) =>
      latency.median.length === rate.passes.length && latency.worst1percent.length === rate.passes.length,
    { error: 'has not as many latencies as rates', path: ['latency'] },
  );

/**
 * data/reported/<id>.json: what a reader measured on hardware of their own, as public/measure/measure.py writes it. It
 * stands beside the evidence of the lab and is never part of it: no claim can rest on it.
 */
export const reported = z.strictObject({
  schema: z.literal(1),
  taken: isoDate,
  system: ref('system'),
  on: z.enum(['device', 'scratch file']),
  kernelRelease: line(80),
  fio: z.string().regex(/^fio-\d[\w.-]{0,20}$/, 'expected what fio --version says'),
  fileSystem: line(40).nullable(),
  /** In the reader's own words. */
  disks: z.array(line(120)).min(1).max(16),
  note: line(120).optional(),
  /** How much was read from: the size of the device or of the scratch file. */
  spanBytes: z
    .int()
    .min(1 << 24)
    .max(2 ** 50),
  secondsEach: z.int().min(1).max(600),
  jobs: z.array(job).min(1).max(8),
});
export type Reported = z.infer<typeof reported>;
