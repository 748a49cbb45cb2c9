import type { Socket } from 'node:net';
import { z } from 'zod';

const message = z.union([
  z.object({ QMP: z.json() }),
  z.object({ event: z.string(), data: z.record(z.string(), z.json()).optional() }),
  z.object({ return: z.json(), id: z.int().optional() }),
  z.object({ error: z.object({ class: z.string(), desc: z.string() }), id: z.int().optional() }),
]);
export type Json = z.core.util.JSONType;
type Waiting = { resolve: (value: Json) => void; reject: (error: Error) => void };

/** QEMU's own channel: commands with answers, and events. https://www.qemu.org/docs/master/interop/qmp-spec.html */
export class Qmp {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #pending = '';

  /** `socket` is connected. `onEvent` gets the event's name and data. */
  constructor(socket: Socket, onEvent: (event: string, data: Record<string, Json>) => void) {
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      this.#pending += text;
      const lines = this.#pending.split('\n');
      this.#pending = lines.pop() ?? '';
      for (const line of lines) this.#receive(line, onEvent);
    });
    socket.on('close', () => this.#closed());
  }

  /** Throws QEMU's description of an error, or that the channel closed. */
  execute(command: string, args: Record<string, Json> = {}): Promise<Json> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${JSON.stringify({ execute: command, arguments: args, id })}\n`);
    });
  }

  #receive(line: string, onEvent: (event: string, data: Record<string, Json>) => void) {
    const got = message.parse(JSON.parse(line));
    if ('event' in got) return onEvent(got.event, got.data ?? {});
    if (!('return' in got) && !('error' in got)) return;
    const waiting = this.#waiting.get(got.id ?? 0);
    this.#waiting.delete(got.id ?? 0);
    if ('return' in got) waiting?.resolve(got.return);
    else waiting?.reject(new Error(`QEMU: ${got.error.desc}`));
  }

  #closed() {
    for (const { reject } of this.#waiting.values()) reject(new Error('QEMU closed its channel'));
    this.#waiting.clear();
  }
}
