import { crc32 } from 'node:zlib';
import { z } from 'zod';

/**
 * What the agent in the guest says. `mono` is the guest's monotonic clock in seconds.
 * One frame a line: the CRC-32 of the JSON in eight hexadecimal digits, a space, the JSON.
 */
export const frame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), mono: z.number(), kernel: z.string(), commandLine: z.string() }),
  z.object({ type: z.literal('alive'), mono: z.number() }),
  /** Records of the kernel log: microseconds since boot, level, text. */
  z.object({
    type: z.literal('kernel'),
    mono: z.number(),
    lines: z.array(z.tuple([z.number(), z.number(), z.string()])),
  }),
  z.object({
    type: z.literal('result'),
    mono: z.number(),
    id: z.int(),
    status: z.int(),
    stdout: z.string(),
    stderr: z.string(),
    truncated: z.boolean(),
    timedOut: z.boolean(),
    started: z.number(),
    seconds: z.number(),
  }),
  /** A frame from the host that arrived damaged. */
  z.object({ type: z.literal('torn'), mono: z.number(), text: z.string() }),
  z.object({ type: z.literal('bye'), mono: z.number() }),
]);
export type Frame = z.infer<typeof frame>;
export type Result = Extract<Frame, { type: 'result' }>;
export type Order = { type: 'run'; id: number; command: string; seconds: number } | { type: 'power-off' };

export function encode(order: Order): string {
  const text = JSON.stringify(order);
  return `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
}

/** Puts frames together from what arrives in pieces. A line that fails its checksum or its schema comes out as torn. */
export class FrameReader {
  #pending = Buffer.alloc(0);

  push(chunk: Buffer): ({ frame: Frame } | { torn: string })[] {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const frames = [];
    for (let end = this.#pending.indexOf(10); end >= 0; end = this.#pending.indexOf(10)) {
      frames.push(decode(this.#pending.subarray(0, end).toString('utf8')));
      this.#pending = this.#pending.subarray(end + 1);
    }
    return frames;
  }

  /** What is left when the channel closes: the beginning of a frame that never came to its end, or nothing. */
  get rest(): string {
    return this.#pending.toString('utf8');
  }
}

function decode(line: string): { frame: Frame } | { torn: string } {
  const text = line.slice(9);
  if (Number.parseInt(line.slice(0, 8), 16) !== crc32(text)) return { torn: line.slice(0, 200) };
  const parsed = frame.safeParse(JSON.parse(text));
  return parsed.success ? { frame: parsed.data } : { torn: line.slice(0, 200) };
}
