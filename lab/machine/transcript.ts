import type { Result } from './frame.ts';

/**
 * Everything in the order in which the host saw it: commands, what they printed, the kernel's log, what the host did.
 * A line begins with the host's seconds since the run began and, in brackets, the guest's since its boot.
 */
export class Transcript {
  readonly #lines: string[] = [];
  readonly #now: () => number;

  /** `now` gives seconds since the run began. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
  get length(): number {
    return this.#lines.length;
  }

  title(text: string) {
    this.#lines.push('', `== ${text}`);
  }

  /** Something that the host did to the machine or its disks. */
  host(text: string) {
    for (const line of text.split('\n')) this.#lines.push(`${this.#stamp()} host    ${line}`);
  }

  command(command: string) {
    for (const [index, line] of command.split('\n').entries())
      this.#lines.push(index ? `${' '.repeat(28)}> ${line}` : `${this.#stamp()} guest   $ ${line}`);
  }

  result({ stdout, stderr, status, seconds, started, truncated, timedOut }: Result) {
    for (const line of printed(stdout)) this.#lines.push(`    ${line}`);
    for (const line of printed(stderr)) this.#lines.push(`  ! ${line}`);
    const note = `${timedOut ? ', killed at its time limit' : ''}${truncated ? ', output cut off' : ''}`;
    this.#lines.push(`${this.#stamp(started + seconds)} guest   = ${status} after ${seconds.toFixed(3)} s${note}`);
  }

  kernel(micros: number, level: number, text: string) {
    this.#lines.push(`${this.#stamp(micros / 1e6)} kernel  <${level}> ${text}`);
  }

  console(text: string) {
    for (const line of printed(text)) this.#lines.push(`${this.#stamp()} console ${line}`);
  }

  #stamp(guest?: number): string {
    const inGuest = guest === undefined ? '' : `[${guest.toFixed(3)}]`;
    return `${this.#now().toFixed(3).padStart(9)} ${inGuest.padStart(10)}`;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours and other controls of a terminal are what it removes
const controls = /\x1b\[[0-9;?]*[a-zA-Z]|[\x00-\x08\x0b-\x1f\x7f]/g;
const printed = (output: string): string[] => {
  const clean = output.replaceAll('\r\n', '\n').replace(controls, '');
  return clean === '' ? [] : clean.replace(/\n$/, '').split('\n');
};
