import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { imageOf, nbdSocketOf } from '../arguments.ts';
import type { Disk } from '../disks.ts';
import type { Bad, Cut } from './disk.ts';

/** A disk that the lab serves itself: its image, the socket that QEMU connects to, its size and that of its cache. */
export type Drive = { serial: string; image: string; socket: string; bytes: number; cacheBytes: number };

export type Order =
  /** From now on no drive answers: the moment at which the power goes. */
  | { type: 'darken' }
  | { type: 'cut'; seed: number; otherwise: number; survive: Record<string, number> }
  | { type: 'settle' }
  /** Every drive is honest and whole again. */
  | { type: 'renew' }
  | { type: 'lie'; serial: string; lies: boolean }
  | { type: 'fail'; serial: string; bad: readonly Bad[] }
  /** One drive alone loses its power, and what was in its cache. */
  | { type: 'lose'; serial: string; seed: number; survive: number }
  | { type: 'close' };

const cuts = z.record(z.string(), z.object({ unflushed: z.int(), survived: z.int(), lost: z.int() }));
const reply = z.union([z.object({ id: z.int(), cuts }), z.object({ id: z.int(), error: z.string() })]);
type Waiting = { resolve: (cuts: Record<string, Cut>) => void; reject: (error: Error) => void };

/** The drives with a volatile cache of one machine, served by a thread from before the first boot to the end. */
export class Drives {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;

  private constructor(drives: readonly Drive[]) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: drives });
    this.#worker.on('message', (message) => this.#receive(reply.parse(message)));
    this.#worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#end(new Error('the thread of the drives ended')));
  }

  /** Starts serving those of the disks that have a volatile cache; undefined when none has. Their images have to exist. */
  static async serve(scratch: string, disks: readonly Disk[]): Promise<Drives | undefined> {
    const list = disks.flatMap((disk): Drive[] =>
      disk.volatileCacheBytes === undefined
        ? []
        : [
            {
              serial: disk.serial,
              image: imageOf(scratch, disk),
              socket: nbdSocketOf(scratch, disk),
              bytes: disk.bytes,
              cacheBytes: disk.volatileCacheBytes,
            },
          ],
    );
    if (list.length === 0) return undefined;
    const drives = new Drives(list);
    await new Promise<void>((resolve, reject) => drives.#waiting.set(0, { resolve: () => resolve(), reject }));
    return drives;
  }

  /** Rejects with what went wrong, such as a serial that is none of these drives. */
  order(order: Order): Promise<Record<string, Cut>> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, order });
    });
  }

  /** Ends the thread. What is in the caches goes to the images first. */
  async close(): Promise<void> {
    await this.order({ type: 'close' }).catch(() => {});
    await this.#worker.terminate();
  }

  #receive(message: z.infer<typeof reply>) {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('error' in message) waiting?.reject(new Error(message.error));
    else waiting?.resolve(message.cuts);
  }

  #end(error: Error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
