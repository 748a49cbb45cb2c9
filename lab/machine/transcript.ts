import type { Result } from './frame.ts';

/** Until then the kernel lists the hardware, which is the same at every boot. */
const BOOT_MICROS = 4e6;

/** Lines of the kernel that differ in numbers alone are told so often, up to the next title. */
const ALIKE = 40;

/**
 * Everything in the order in which the host saw it: commands, what they printed, the kernel's log, what the host did.
 * A line begins with the host's seconds since the run began and, in brackets, the guest's since its boot. What the
 * kernel says of the hardware at each boot stands once: at the later ones such lines are counted. So are lines that
 * differ from many before them in numbers alone, as those of a file system that has lost its disk.
 */
export class Transcript {
  readonly #lines: string[] = [];
  readonly #now: () => number;
  readonly #saidAtBoot = new Set<string>();
  #saidAgain = 0;
  /** By what a line of the kernel is without its numbers: how many there were since the last title, and the last one. */
  readonly #alike = new Map<string, { count: number; last: string }>();

  /** `now` gives seconds since the run began. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get text(): string {
    this.#countSaidAgain();
    return `${[...this.#lines, ...this.#restOfAlike()].join('\n')}\n`;
  }
  get length(): number {
    return this.#lines.length;
  }

  title(text: string) {
    this.#add(...this.#restOfAlike());
    this.#alike.clear();
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
    const line = `${this.#stamp(micros / 1e6)} kernel  <${level}> ${text}`;
    const shape = text.replace(/0x[0-9a-f]+|\d+/g, '#');
    const count = (this.#alike.get(shape)?.count ?? 0) + 1;
    this.#alike.set(shape, { count, last: line });
    if (count <= ALIKE) this.#add(line);
  }

  console(text: string) {
    for (const line of printed(text)) this.#add(`${this.#stamp()} console ${line}`);
  }

  #add(...lines: string[]) {
    this.#countSaidAgain();
    this.#lines.push(...lines);
  }

  /** The last line of each kind of which there were more than are told, with how many are not. */
  #restOfAlike(): string[] {
    return [...this.#alike.values()]
      .filter(({ count }) => count > ALIKE)
      .flatMap(({ count, last }) => [
        `${this.#stamp()} kernel  (${count - ALIKE} more lines of which the next is the last differ in numbers alone)`,
        last,
      ]);
  }

  #countSaidAgain() {
    if (this.#saidAgain > 0)
      this.#lines.push(`${this.#stamp()} kernel  (${this.#saidAgain} lines as at an earlier boot)`);
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
