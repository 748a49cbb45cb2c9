import { z } from 'zod';

const report = z.object({
  jobs: z
    .array(
      z.object({
        error: z.number(),
        write: z.object({ total_ios: z.number(), io_bytes: z.number(), runtime: z.number() }),
        sync: z.object({ total_ios: z.number(), lat_ns: z.object({ mean: z.number() }) }),
      }),
    )
    .length(1),
});

/** What one job of fio wrote and flushed. */
export type FlushedWrites = { writes: number; bytes: number; milliseconds: number; meanFlushMicros: number };

/**
 * Reads `fio --output-format=json` of one job that flushes after each write. Throws on more jobs, on an error, and when it
 * flushed less often than it wrote, but for the last.
 */
export function flushedWrites(output: string): FlushedWrites {
  const [job] = report.parse(JSON.parse(output.slice(output.indexOf('{')))).jobs;
  if (job?.error !== 0) throw new Error(`fio ended with error ${job?.error}`);
  const { total_ios: writes, io_bytes: bytes, runtime: milliseconds } = job.write;
  if (writes === 0 || job.sync.total_ios < writes - 1)
    throw new Error(`fio wrote ${writes} times and flushed ${job.sync.total_ios} times`);
  return { writes, bytes, milliseconds, meanFlushMicros: Number((job.sync.lat_ns.mean / 1000).toFixed(1)) };
}
