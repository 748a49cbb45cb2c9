import { z } from 'zod';

const direction = z.object({
  total_ios: z.number(),
  io_bytes: z.number(),
  runtime: z.number(),
  iops: z.number(),
  clat_ns: z.object({ mean: z.number(), percentile: z.record(z.string(), z.number()).optional() }),
});
const report = z.object({
  jobs: z.array(z.object({ error: z.number(), read: direction, write: direction })).length(1),
});

/** What one job of fio did in one direction. */
export type FioReads = {
  operations: number;
  bytes: number;
  milliseconds: number;
  iops: number;
  meanLatencyMicros: number;
};

/** Reads `fio --output-format=json` of one job that reads. Throws on more jobs, on an error, on no reads. */
export function fioReads(output: string): FioReads {
  const [job] = report.parse(JSON.parse(output)).jobs;
  if (job?.error !== 0) throw new Error(`fio ended with error ${job?.error}`);
  if (job.read.total_ios === 0) throw new Error('fio read nothing');
  const { total_ios, io_bytes, runtime, iops, clat_ns } = job.read;
  return {
    operations: total_ios,
    bytes: io_bytes,
    milliseconds: runtime,
    iops,
    meanLatencyMicros: Number((clat_ns.mean / 1000).toFixed(1)),
  };
}

/** IOPS by interval from a log of `--write_iops_log` with `--log_avg_msec`: `time, value, direction, …` a line. */
export const fioIops = (log: string): number[] =>
  log
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Number(line.split(',')[1]));
