import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { type Cut, DiskError, type Platter, VolatileDisk } from './disk.ts';
import type { Drive, Order } from './drives.ts';
import { NbdSession } from './nbd.ts';

/** A thread of its own: a guest's disks go on while the lab searches the images of another guest. */

type Served = { disk: VolatileDisk; file: number; server: Server; sockets: Set<Socket> };
const drives: readonly Drive[] = workerData;
const served = new Map<string, Served>();
/** Drives without power: they answer nothing, and what arrives is forgotten. */
const dark = new Set<string>();

function platterOf(file: number): Platter {
  return {
    read(offset, length) {
      const data = Buffer.alloc(length);
      readSync(file, data, 0, length, offset);
      return data;
    },
    write(offset, data) {
      writeSync(file, data, 0, data.length, offset);
    },
  };
}

function serve({ serial, image, socket, bytes, cacheBytes }: Drive): Promise<void> {
  const file = openSync(image, 'r+');
  const disk = new VolatileDisk(platterOf(file), bytes, cacheBytes);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    const session = new NbdSession({
      bytes,
      send: (data) => client.write(data),
      end: () => client.end(),
      answer({ command, offset, length, data }) {
        try {
          if (command === 'read') return disk.read(offset, length);
          if (command === 'write') disk.write(offset, data);
          else disk.flush();
          return Buffer.alloc(0);
        } catch (error) {
          if (error instanceof DiskError) return undefined;
          throw error;
        }
      },
    });
    client.on('data', (chunk) => {
      if (!dark.has(serial)) session.push(Buffer.from(chunk));
    });
    client.on('error', () => client.destroy()); // QEMU was killed
    client.on('close', () => sockets.delete(client));
  });
  served.set(serial, { disk, file, server, sockets });
  return new Promise((resolve) => server.listen(socket, resolve));
}

function of(serial: string): VolatileDisk {
  const one = served.get(serial);
  if (!one) throw new Error(`${serial} has no volatile cache: give the experiment such a disk`);
  return one.disk;
}

function obey(order: Order): Record<string, Cut> {
  switch (order.type) {
    case 'darken':
      for (const serial of served.keys()) dark.add(serial);
      return {};
    case 'cut': {
      const cuts = [...served].map(([serial, { disk }], index): [string, Cut] => [
        serial,
        disk.cut(order.seed + 7919 * index, order.survive[serial] ?? order.otherwise),
      ]);
      dark.clear();
      return Object.fromEntries(cuts);
    }
    case 'settle':
      for (const { disk } of served.values()) disk.settle();
      return {};
    case 'renew':
      for (const { disk } of served.values()) {
        disk.lies = false;
        disk.fail([]);
      }
      return {};
    case 'lie':
      of(order.serial).lies = order.lies;
      return {};
    case 'fail':
      of(order.serial).fail(order.bad);
      return {};
    case 'lose':
      return { [order.serial]: of(order.serial).cut(order.seed, order.survive) };
    case 'close':
      for (const { disk, file, server, sockets } of served.values()) {
        for (const socket of sockets) socket.destroy();
        server.close();
        disk.settle();
        closeSync(file);
      }
      for (const { socket } of drives) rmSync(socket, { force: true });
      return {};
  }
}

for (const drive of drives) await serve(drive);
parentPort?.on('message', ({ id, order }: { id: number; order: Order }) => {
  try {
    parentPort?.postMessage({ id, cuts: obey(order) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
  if (order.type === 'close') parentPort?.close();
});
parentPort?.postMessage({ id: 0, cuts: {} });
