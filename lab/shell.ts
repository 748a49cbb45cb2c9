import { createConnection } from 'node:net';
import type { Kernel } from '../src/schema/index.ts';
import type { Guest } from './machine/guest.ts';
import { lineOf, withBench } from './run/bench.ts';
import type { Equipment } from './run/run.ts';
import { attachCaches, makeArray } from './stacks/legs.ts';

/** What a shell can be opened on, with what is prepared. */
const stacks: Record<string, { is: string; prepare: (guest: Guest) => Promise<unknown> }> = {
  disks: { is: 'two empty hard disks and two empty SSDs', prepare: async () => {} },
  bare: { is: 'btrfs RAID1 on two hard disks, mounted on /mnt', prepare: makeArray },
  lvmcache: {
    is: 'the same, each leg behind a writethrough lvmcache on an SSD of its own',
    prepare: async (guest) => {
      await makeArray(guest);
      await attachCaches(guest);
    },
  },
};
const names = () => Object.entries(stacks).map(([name, { is }]) => `  ${name.padEnd(10)} ${is}`);
/** A week: the agent's way of waiting knows no longer time. */
const FOREVER_SECONDS = 604_800;
const LEAVE = '\x1d';

/** A guest with a stack to play in, on this terminal, until its shell ends or Ctrl-] is pressed. Nothing of it is kept. */
export async function shell(name: string | undefined, { image, kernel, accelerator }: Equipment): Promise<void> {
  const stack = stacks[name ?? ''];
  if (!stack) throw new Error(`There is no stack ${name ?? 'without a name'}. There are:\n${names().join('\n')}`);
  const setup = {
    ...{ accelerator, kernel, image: image.directory, seed: 1, terminal: true },
    limits: { runSeconds: FOREVER_SECONDS },
  };
  await withBench(setup, async ({ machine, guest, hardware }) => {
    console.log(`boots Linux ${kernel} and makes: ${stack.is} …`);
    await machine.boot();
    await stack.prepare(guest);
    console.log(
      'The disks are /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1, …_H2, …_S1 and …_S2. Ctrl-] or `exit` ends it.',
    );
    await converse(lineOf(hardware.scratch), () =>
      guest.run(`${shellOn(kernel)} < /dev/ttyS1 > /dev/ttyS1 2>&1`, { seconds: FOREVER_SECONDS }),
    );
  });
}

const size = () => `stty rows ${process.stdout.rows ?? 24} cols ${process.stdout.columns ?? 80} sane`;
const shellOn = (kernel: Kernel) =>
  `TERM=linux setsid --ctty --wait bash -c '${size()}; PS1="linux-${kernel}# " exec bash --norc -i'`;

/** Joins this terminal and the guest's second serial line until one of them has enough. */
async function converse(path: string, run: () => Promise<unknown>): Promise<void> {
  const socket = createConnection(path);
  const { stdin, stdout } = process;
  const left = new Promise<void>((resolve) => {
    stdin.on('data', (typed: Buffer) => {
      if (stdin.isTTY && typed.toString().includes(LEAVE)) resolve();
      else socket.write(typed);
    });
    socket.on('error', () => resolve());
  });
  if (stdin.isTTY) stdin.setRawMode(true);
  socket.pipe(stdout, { end: false });
  try {
    await Promise.race([left, run()]);
  } finally {
    if (stdin.isTTY) stdin.setRawMode(false);
    stdin.pause();
    socket.destroy();
  }
}
