import { join } from 'node:path';
import type { Kernel } from '../../src/schema/index.ts';
import type { Accelerator, Hardware } from '../machine/arguments.ts';
import { type Disk, fourDisks } from '../machine/disks.ts';
import { Guest } from '../machine/guest.ts';
import { Host } from '../machine/host.ts';
import { Machine } from '../machine/machine.ts';
import { Transcript } from '../machine/transcript.ts';
import { Drives } from '../machine/volatile/drives.ts';
import { defaultLimits, type Limits } from '../machine/watch.ts';
import { atInterrupt } from './cleanup.ts';
import { makeDisks, makeScratch, removeScratch } from './scratch.ts';

type Setup = {
  accelerator: Accelerator;
  /** Directory of the image. */
  image: string;
  kernel: Kernel;
  disks?: readonly Disk[] | undefined;
  limits?: Partial<Limits>;
  seed: number;
  /** Whether there is a second serial line for a person; its socket is `line` in the scratch directory. */
  terminal?: boolean;
  /** Done when the guest takes commands for the first time. */
  atFirstBoot?: (parts: { guest: Guest; hardware: Hardware }) => Promise<void>;
};
export type WholeBench = { machine: Machine; guest: Guest; host: Host; seed: number; hardware: Hardware };

/** Seconds from when it was called. */
export function clock(): () => number {
  const zero = performance.now();
  return () => (performance.now() - zero) / 1000;
}

export const lineOf = (scratch: string): string => join(scratch, 'line');

/** A machine on empty disks that has not been booted yet, for as long as it is used; nothing of it is left behind. */
export async function withBench<T>(
  { accelerator, image, kernel, disks = fourDisks, limits, seed, terminal, atFirstBoot }: Setup,
  use: (bench: WholeBench) => Promise<T>,
  now = clock(),
  transcript = new Transcript(now),
): Promise<T> {
  const scratch = makeScratch();
  const hardware: Hardware = {
    ...{ accelerator, image, kernel, scratch, disks },
    ...(terminal && { terminal: lineOf(scratch) }),
  };
  let drives: Drives | undefined;
  let machine: Machine | undefined;
  const tidy = async () => {
    await machine?.kill();
    await drives?.close();
    removeScratch(scratch);
  };
  const forget = atInterrupt(tidy);
  try {
    makeDisks(scratch, disks);
    drives = await Drives.serve(scratch, disks);
    const first = async () => await atFirstBoot?.({ guest, hardware });
    machine = new Machine({
      ...{ hardware, transcript, now, drives },
      limits: { ...defaultLimits, ...limits },
      atFirstBoot: first,
    });
    const guest = new Guest(machine, transcript);
    const host = new Host({ machine, transcript, scratch, disks, seed, drives });
    return await use({ machine, guest, host, seed, hardware });
  } finally {
    await tidy();
    forget();
  }
}
