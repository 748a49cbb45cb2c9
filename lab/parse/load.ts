import { z } from 'zod';

/** What lab/agent/load.py prints. Times are seconds of the guest's monotonic clock. */
export const load = z.strictObject({
  writer: z.strictObject({
    /** Number of the record, when its write began, when its flush had returned. */
    records: z.array(z.tuple([z.int(), z.number(), z.number()])),
    errors: z.array(z.tuple([z.int(), z.number(), z.string()])),
  }),
  readers: z.array(
    z.strictObject({
      parity: z.int(),
      good: z.array(z.number()),
      wrong: z.array(z.number()),
      errors: z.array(z.number()),
    }),
  ),
  /** When the kernel took the disk out of its list. */
  gone: z.number(),
});
export type Load = z.infer<typeof load>;

/** Counts of a load before and after the disk was gone. */
export function aroundLoss({ writer, readers, gone: moment }: Load) {
  const after = (times: readonly number[]) => times.filter((at) => at > moment).length;
  const all = (which: 'good' | 'wrong' | 'errors') => readers.flatMap((reader) => reader[which]);
  return {
    acknowledgedBefore: writer.records.filter(([, , done]) => done <= moment).length,
    acknowledgedAfter: writer.records.filter(([, , done]) => done > moment).length,
    writeErrors: writer.errors.length,
    readErrors: all('errors').length,
    wrongReads: all('wrong').length,
    readsAfter: after(all('good')),
    longestStall: longestStall(writer),
  };
}

/** The longest time between two finished records, up to the first error. */
function longestStall({ records, errors }: Load['writer']): number {
  const firstError = errors[0]?.[1] ?? Number.POSITIVE_INFINITY;
  const ends = records.map(([, , done]) => done).filter((done) => done <= firstError);
  const gaps = ends.slice(1).map((done, index) => done - (ends[index] ?? done));
  return Number(Math.max(0, ...gaps).toFixed(2));
}
