import { describe, expect, it } from 'vitest';
import { flushedWrites } from './fio-flushes.ts';

const said = (writes: number, flushes: number, error = 0) =>
  JSON.stringify({
    jobs: [
      {
        error,
        write: { total_ios: writes, io_bytes: writes * 4096, runtime: 5000 },
        sync: { total_ios: flushes, lat_ns: { mean: 1_234_567 } },
      },
    ],
  });

describe('flushedWrites', () => {
  it('reads writes, their bytes and the mean time of a flush', () => {
    expect(flushedWrites(said(200, 200))).toEqual({
      writes: 200,
      bytes: 819_200,
      milliseconds: 5000,
      meanFlushMicros: 1234.6,
    });
  });
  it('passes over what stands before the report', () => {
    expect(flushedWrites(`note: both iodepth >= 1\n${said(2, 1)}`).writes).toBe(2);
  });
  it('refuses a job that flushed less often than it wrote', () => {
    expect(() => flushedWrites(said(200, 20))).toThrow('fio wrote 200 times and flushed 20 times');
  });
  it('refuses a job that failed', () => {
    expect(() => flushedWrites(said(200, 200, 5))).toThrow('fio ended with error 5');
  });
});
