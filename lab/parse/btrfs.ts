import { z } from 'zod';

/** The counters of `btrfs scrub start -B -R`, over all devices. */
export type ScrubReport = {
  dataBytes: number;
  treeBytes: number;
  readErrors: number;
  csumErrors: number;
  verifyErrors: number;
  correctedErrors: number;
  uncorrectableErrors: number;
};

/** Reads `btrfs scrub start -B -R`. Throws when a counter is missing: no counter is not a counter of zero. */
export function scrubReport(output: string): ScrubReport {
  const counter = (name: string) => {
    const found = new RegExp(`^\\s*${name}: (\\d+)$`, 'm').exec(output);
    if (!found) throw new Error(`no ${name} in what scrub reported`);
    return Number(found[1]);
  };
  if (!/^scrub done /m.test(output)) throw new Error('the scrub did not come to its end');
  return {
    dataBytes: counter('data_bytes_scrubbed'),
    treeBytes: counter('tree_bytes_scrubbed'),
    readErrors: counter('read_errors'),
    csumErrors: counter('csum_errors'),
    verifyErrors: counter('verify_errors'),
    correctedErrors: counter('corrected_errors'),
    uncorrectableErrors: counter('uncorrectable_errors'),
  };
}

const statsReport = z.object({
  'device-stats': z.array(
    z.object({
      device: z.string(),
      devid: z.coerce.number(),
      write_io_errs: z.coerce.number(),
      read_io_errs: z.coerce.number(),
      flush_io_errs: z.coerce.number(),
      corruption_errs: z.coerce.number(),
      generation_errs: z.coerce.number(),
    }),
  ),
});
export type DeviceStats = {
  devid: number;
  device: string;
  writeErrors: number;
  readErrors: number;
  flushErrors: number;
  corruptionErrors: number;
  generationErrors: number;
};

/** Reads `btrfs --format json device stats`: errors seen since the counters were last reset, by device. */
export const deviceStats = (output: string): DeviceStats[] =>
  statsReport.parse(JSON.parse(output))['device-stats'].map((device) => ({
    devid: device.devid,
    device: device.device,
    writeErrors: device.write_io_errs,
    readErrors: device.read_io_errs,
    flushErrors: device.flush_io_errs,
    corruptionErrors: device.corruption_errs,
    generationErrors: device.generation_errs,
  }));
