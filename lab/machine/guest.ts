import { procedures } from '../../data/procedures/index.ts';
import { commands, type Id, procedure } from '../../src/schema/index.ts';
import type { Result } from './frame.ts';
import { Invalid, type Machine } from './machine.ts';
import type { Transcript } from './transcript.ts';

export type Expectation = 'ok' | 'fail' | 'any';
type Options = { seconds?: number };

const DEFAULT_SECONDS = 60;

/** The guest as an experiment sees it. A command that does not end as expected makes the run invalid. */
export class Guest {
  readonly #machine: Machine;
  readonly #transcript: Transcript;

  constructor(machine: Machine, transcript: Transcript) {
    this.#machine = machine;
    this.#transcript = transcript;
  }

  /** Runs a command whose exit status is an observation. */
  run(command: string, options: Options = {}): Promise<Result> {
    return this.#run(command, 'any', options);
  }

  /** Runs a command that has to succeed. Gives what it printed. */
  async succeed(command: string, options: Options = {}): Promise<string> {
    return (await this.#run(command, 'ok', options)).stdout;
  }

  /** Runs a command that has to fail. Gives what it printed as its error. */
  async fail(command: string, options: Options = {}): Promise<string> {
    return (await this.#run(command, 'fail', options)).stderr;
  }

  /** Runs a procedure as the site prints it. Gives the result of each step. */
  async procedure(id: Id<'procedure'>, values: Record<string, string>, options: Options = {}): Promise<Result[]> {
    const found = allProcedures.get(id);
    if (!found) throw new Invalid(`there is no procedure ${id}`);
    this.#transcript.title(`${found.title} (procedure ${id})`);
    const results: Result[] = [];
    for (const step of commands(found, values)) {
      this.#transcript.host(`# ${step.why}`);
      results.push(await this.#run(step.run, step.expect, options));
    }
    return results;
  }

  async #run(command: string, expect: Expectation, { seconds = DEFAULT_SECONDS }: Options): Promise<Result> {
    const result = await this.#machine.run(command, seconds);
    const ended = result.status === 0 ? 'ok' : 'fail';
    if (expect === 'any' || expect === ended) return result;
    const said = result.stderr.trim().split('\n').at(-1) ?? '';
    throw new Invalid(
      `a command had to ${expect === 'ok' ? 'succeed' : 'fail'} and ended with status ${result.status}: ${command} (${said})`,
    );
  }
}

const allProcedures = new Map(
  Object.values(procedures).flatMap((file) =>
    Object.entries(file).map(([id, one]) => [id, procedure.parse(one)] as const),
  ),
);
