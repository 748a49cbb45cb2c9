import type { Result } from './frame.ts';

/** Until then the kernel lists the hardware, which is the same at every boot. */
const BOOT_MICROS = 4e6;

/**
 * Everything in the order in which the host saw it: commands, what they printed, the kernel's log, what the host did.
 * A line begins with the host's seconds since the run began and, in brackets, the guest's since its boot. What the
 * kernel says of the hardware at each boot stands once: at the later ones such lines are counted.
 */
export class Transcript {
  readonly #lines: string[] = [];
  readonly #now: () => number;
  readonly #saidAtBoot = new Set<string>();
  #saidAgain = 0;

  /** `now` gives seconds since the run began. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get text(): string {
    this.#countSaidAgain();
    return `${this.#lines.join('\n')}\n`;
  }
  get length(): number {
    return this.#lines.length;
  }

  title(text: string) {
    this.#add('', `== ${text}`);
  }

  /** Something that the host did to the machine or its disks. */
  host(text: string) {
    for (const line of text.split('\n')) this.#add(`${this.#stamp()} host    ${line}`);
  }

  command(command: string) {
    for (const [index, line] of command.split('\n').entries())
      this.#add(index ? `${' '.repeat(28)}> ${line}` : `${this.#stamp()} guest   $ ${line}`);
  }

  result({ stdout, stderr, status, seconds, started, truncated, timedOut }: Result) {
    for (const line of printed(stdout)) this.#add(`    ${line}`);
    for (const line of printed(stderr)) this.#add(`  ! ${line}`);
    const note = `${timedOut ? ', killed at its time limit' : ''}${truncated ? ', output cut off' : ''}`;
    this.#add(`${this.#stamp(started + seconds)} guest   = ${status} after ${seconds.toFixed(3)} s${note}`);
  }

  kernel(micros: number, level: number, text: string) {
    if (micros < BOOT_MICROS) {
      if (this.#saidAtBoot.has(text)) {
        this.#saidAgain += 1;
        return;
      }
      this.#saidAtBoot.add(text);
    }
    this.#add(`${this.#stamp(micros / 1e6)} kernel  <${level}> ${text}`);
  }

  console(text: string) {
    for (const line of printed(text)) this.#add(`${this.#stamp()} console ${line}`);
  }

  #add(...lines: string[]) {
    this.#countSaidAgain();
    this.#lines.push(...lines);
  }

  #countSaidAgain() {
    if (this.#saidAgain > 0)
      this.#lines.push(`${' '.repeat(21)}kernel  (${this.#saidAgain} lines as at an earlier boot)`);
    this.#saidAgain = 0;
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
