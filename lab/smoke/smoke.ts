import { fourDisks, withVolatileCache } from '../machine/disks.ts';
import { Transcript } from '../machine/transcript.ts';
import { clock, withBench } from '../run/bench.ts';
import type { Equipment } from '../run/run.ts';
import { type Case, cases, prepareSmoke } from './cases.ts';

const SEED = 7;
/** Of the transcript, where a case failed. */
const LINES_SHOWN = 40;

type Say = (text: string) => void;
export type Outcome = { name: string; passed: boolean; said: string };

/** Does each case; one that fails does not keep the others from it. */
export async function performAll(
  all: readonly Case[],
  perform: (one: Case) => Promise<string>,
  say: Say,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of all) {
    const { name } = one;
    const outcome = await perform(one).then(
      (said) => ({ name, passed: true, said }),
      (error: unknown) => ({ name, passed: false, said: error instanceof Error ? error.message : String(error) }),
    );
    say(`${outcome.passed ? 'passed' : 'failed'}: ${name}: ${outcome.said}`);
    outcomes.push(outcome);
  }
  return outcomes;
}

/** The last line of the smoke profile, which `.ci/run` counts. */
export const lastLine = (outcomes: readonly Outcome[]): string => {
  const passed = outcomes.filter((one) => one.passed).length;
  return `${passed} passed, ${outcomes.length - passed} failed`;
};

/**
 * Whether the lab works: a machine is prepared once, and each case is forked from it. Nothing of it is kept, and nothing
 * is evidence.
 */
export async function smoke({ image, kernel, accelerator }: Equipment, say: Say): Promise<boolean> {
  const now = clock();
  const transcript = new Transcript(now);
  const disks = fourDisks.map((disk) => withVolatileCache(disk));
  const setup = { accelerator, kernel, image: image.directory, seed: SEED, disks };
  const outcomes = await withBench(
    setup,
    async (bench) => {
      try {
        await prepareSmoke(bench);
        say(`prepared once after ${Math.round(now())} s`);
      } catch (error) {
        const why = `the machine was not prepared: ${error instanceof Error ? error.message : error}`;
        return cases.map(({ name }): Outcome => ({ name, passed: false, said: why }));
      }
      return await performAll(
        cases,
        async (one) => {
          const from = transcript.length;
          try {
            return `${await one.perform(bench)} (after ${Math.round(now())} s)`;
          } catch (error) {
            say(transcript.text.split('\n').slice(from).slice(-LINES_SHOWN).join('\n'));
            await bench.machine.forgive();
            throw error;
          }
        },
        say,
      );
    },
    now,
    transcript,
  );
  if (outcomes.every(({ said }) => said.startsWith('the machine was not prepared'))) say(outcomes[0]?.said ?? '');
  say(`Linux ${kernel}, ${Math.round(now())} s. Nothing of this is kept, and nothing of it is evidence.`);
  say(lastLine(outcomes));
  return outcomes.every(({ passed }) => passed);
}
