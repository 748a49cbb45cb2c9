import { z } from 'zod';

const report = z.object({
  report: z.array(z.object({ lv: z.array(z.record(z.string(), z.string())) })).length(1),
});

/** Reads `lvs --reportformat json`: one record a volume, its fields by the names that lvs gives them. */
export const logicalVolumes = (output: string): Record<string, string>[] =>
  report.parse(JSON.parse(output)).report.flatMap(({ lv }) => lv);
