import { z } from 'zod';

const report = z.array(
  z.object({
    qdev: z.string().optional(),
    'node-name': z.string().optional(),
    stats: z.object({
      rd_operations: z.number(),
      wr_operations: z.number(),
      flush_operations: z.number(),
      rd_bytes: z.number(),
      wr_bytes: z.number(),
    }),
  }),
);
/** What a virtual disk was asked to do since its machine started, counted by QEMU. */
export type Counters = {
  reads: number;
  writes: number;
  flushes: number;
  readBytes: number;
  writtenBytes: number;
};

/** Reads QMP's `query-blockstats`: the counters of each disk by serial, for devices called `disk-<serial>`. */
export function blockCounters(answer: unknown): Record<string, Counters> {
  return Object.fromEntries(
    report.parse(answer).flatMap(({ qdev, stats }) => {
      const serial = /(?:^|\/)disk-(\w+)(?:\/|$)/.exec(qdev ?? '')?.[1];
      if (!serial) return [];
      const counters: Counters = {
        reads: stats.rd_operations,
        writes: stats.wr_operations,
        flushes: stats.flush_operations,
        readBytes: stats.rd_bytes,
        writtenBytes: stats.wr_bytes,
      };
      return [[serial, counters]];
    }),
  );
}

/** What was done between two readings. */
export const since = (before: Counters, after: Counters): Counters => ({
  reads: after.reads - before.reads,
  writes: after.writes - before.writes,
  flushes: after.flushes - before.flushes,
  readBytes: after.readBytes - before.readBytes,
  writtenBytes: after.writtenBytes - before.writtenBytes,
});
