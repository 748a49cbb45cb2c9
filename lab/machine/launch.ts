import { type ChildProcess, spawn } from 'node:child_process';
import { createConnection, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Hardware, qemuArguments } from './arguments.ts';
import { everySecond } from './ticking.ts';

type Listeners = {
  console: (text: string) => void;
  complaint: (text: string) => void;
  failure: (reason: string) => void;
  exit: (code: number | null, signal: NodeJS.Signals | null) => void;
  /** Each second, with the seconds by which it comes late. */
  tick: (lateSeconds: number) => void;
};

/** Starts QEMU as its own process group, which ends with the lab: the kernel sees to it when the lab is killed outright. */
export function launch(hardware: Hardware, on: Listeners): ChildProcess {
  const process = spawn('setpriv', ['--pdeathsig', 'KILL', '--', 'qemu-system-x86_64', ...qemuArguments(hardware)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a Ctrl-C is for the lab, which then ends QEMU in good order
  });
  process.stdout.on('data', (text: Buffer) => on.console(text.toString('utf8')));
  process.stderr.on('data', (text: Buffer) => on.complaint(text.toString('utf8').trim()));
  process.on('error', (error) => on.failure(`QEMU did not start: ${error.message}`));
  process.on('exit', on.exit);
  process.on('exit', everySecond(on.tick));
  return process;
}

/** Connects to a socket of QEMU's, which appears a moment after it was started. `mayGoOn` throws when it never will. */
export async function connectTo(path: string, mayGoOn: () => void): Promise<Socket> {
  for (;;) {
    mayGoOn();
    const socket = createConnection(path);
    const open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (open) return socket;
    await sleep(20);
  }
}
