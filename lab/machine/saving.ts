import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Qmp } from './qmp.ts';

/** Nothing is sent over a network: no limit of QEMU's is wanted. */
const BYTES_PER_SECOND = 2 ** 40;
const migration = z.object({ status: z.string().optional(), 'error-desc': z.string().optional() });
const machineState = z.object({ status: z.string() });

const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;
/** The argument of QEMU's -incoming that reads what `saveState` wrote. */
export const incomingFrom = (path: string): string => `exec:cat ${quoted(path)}`;

/** Stops the machine, flushes its disks and writes memory and devices to a file. It stays stopped. */
export async function saveState(qmp: Qmp, path: string): Promise<void> {
  await qmp.execute('stop');
  await qmp.execute('migrate-set-parameters', { 'max-bandwidth': BYTES_PER_SECOND });
  await qmp.execute('migrate', { uri: `exec:cat > ${quoted(path)}` });
  for (;;) {
    const { status, 'error-desc': why } = migration.parse(await qmp.execute('query-migrate'));
    if (status === 'completed') return;
    if (status === 'failed' || status === 'cancelled')
      throw new Error(`the machine could not be saved: ${why ?? status}`);
    await sleep(20);
  }
}

/** Lets a machine that was started with -incoming run on, once it has read all. */
export async function resumeState(qmp: Qmp): Promise<void> {
  for (;;) {
    const { status } = machineState.parse(await qmp.execute('query-status'));
    if (status === 'paused') break;
    await sleep(20);
  }
  await qmp.execute('cont');
}
