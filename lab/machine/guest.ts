import { commands, type Id, type Precondition, type Procedure, preconditions } from '../../src/schema/index.ts';
import type { Result } from './frame.ts';
import { Invalid, type Machine } from './machine.ts';
import { allProcedures } from './procedures.ts';
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

  /**
   * Runs a procedure as the site prints it. Gives the result of each step. A precondition that does not hold makes the
   * run invalid.
   */
  async procedure(id: Id<'procedure'>, values: Record<string, string>, options: Options = {}): Promise<Result[]> {
    const found = procedureCalled(id);
    this.#transcript.title(`${found.title} (procedure ${id})`);
    const unmet = await this.#firstUnmet(preconditions(found, values), options);
    if (unmet) throw new Invalid(`${id} refuses: ${unmet.refuses}`);
    const results: Result[] = [];
    for (const step of commands(found, values)) {
      this.#transcript.host(`# ${step.why}`);
      results.push(await this.#run(step.run, step.expect, options));
    }
    return results;
  }

  /**
   * Runs a procedure as the shell script that the site offers, which checks the preconditions by itself. Its status is an
   * observation: a script that refuses has 3, one that stopped half-way 1.
   */
  async runbook(id: Id<'procedure'>, values: Record<string, string>, options: Options = {}): Promise<Result> {
    this.#transcript.title(`${procedureCalled(id).title} (procedure ${id})`);
    return await this.run(scriptCall(id, values, ''), options);
  }

  /** The same script with --dry-run. Gives whether it ended well and left volumes, mounts and disks as they were. */
  async dryRun(id: Id<'procedure'>, values: Record<string, string>, options: Options = {}): Promise<boolean> {
    this.#transcript.title(`Dry run: ${procedureCalled(id).title} (dry run of ${id})`);
    const before = await this.succeed(stateOfDisks);
    const { status } = await this.run(scriptCall(id, values, ' --dry-run'), options);
    return status === 0 && before === (await this.succeed(stateOfDisks));
  }

  /** The same script where a precondition does not hold. Gives the reason that it states, or null when it does not refuse. */
  async refusal(id: Id<'procedure'>, values: Record<string, string>, options: Options = {}): Promise<string | null> {
    this.#transcript.title(`Refusal: ${procedureCalled(id).title} (refusal of ${id})`);
    const { status, stdout } = await this.run(scriptCall(id, values, ''), options);
    return status === REFUSED ? (/^Refused: (.*)$/m.exec(stdout)?.[1] ?? null) : null;
  }

  async #firstUnmet(list: readonly Precondition[], options: Options): Promise<Precondition | undefined> {
    for (const one of list) if ((await this.run(one.check, options)).status !== 0) return one;
    return undefined;
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

/** Status with which the script of a procedure refuses. */
const REFUSED = 3;
/** The scripts lie beside the agent, packed with it when the machine is made. */
const scriptCall = (id: string, values: Record<string, string>, flag: string) =>
  `bash /lab/${id}.sh${flag}${Object.entries(values)
    .map(([name, value]) => ` ${name}='${value}'`)
    .join('')} 2>&1`;
/**
 * Everything that a dry run has to leave alone, as one text: the head of each disk, where labels, signatures and the
 * metadata of LVM stand, what is mapped and what is mounted.
 */
const stateOfDisks =
  'sync; for disk in /dev/disk/by-id/scsi-*_[HS]?; do head --bytes=128K $disk | cksum; done; dmsetup table; findmnt --noheadings --output SOURCE,TARGET,OPTIONS --types btrfs || true';

function procedureCalled(id: string): Procedure {
  const found = allProcedures.get(id);
  if (!found) throw new Invalid(`there is no procedure ${id}`);
  return found;
}
