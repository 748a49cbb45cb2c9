import type { Run } from '../../src/schema/index.ts';

/**
 * Reasons that lie with the host and say nothing of what was tried. The words are those of machine/watch.ts and
 * machine/machine.ts.
 */
const ofTheHost = /^the host |^QEMU ended by itself \(SIG(KILL|TERM)\)/;

/** Whether a run was invalid for no fault of the guest, so that another may take its place without choosing among outcomes. */
export const isOfTheHost = (run: Run): boolean => run.status === 'invalid' && ofTheHost.test(run.reason);

/**
 * Numbers of the runs that a series of so many still needs. One that was invalid for its own reasons is not tried again:
 * a guest that panics in one of four runs is a result. One that the host spoilt stays in the series and another follows.
 */
export function missing(runs: readonly Run[], repeats: number): number[] {
  const ended = runs.filter(({ status }) => status !== 'incomplete');
  const taken = new Set(ended.map(({ number }) => number));
  const wanted = repeats - ended.filter((run) => !isOfTheHost(run)).length;
  const numbers: number[] = [];
  for (let number = 1; numbers.length < wanted; number++) if (!taken.has(number)) numbers.push(number);
  return numbers;
}

/** Whether the series came to its end, whatever it says. */
export const isWhole = (runs: readonly Run[], repeats: number): boolean => missing(runs, repeats).length === 0;
