/** Parts of `seconds` in a run, see runSeconds in src/schema/benchmark.ts. */
type Parts = { boots: number[]; forks: number[]; prepare: number; workload: number };

/** Where the time of a run goes: what the guest was up for, and what it took to get it there. Pure but for the clock. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #boots: number[] = [];
  readonly #forks: number[] = [];
  /** Seconds for which the guest was up, before and after the machine was saved for the first time. */
  #before = 0;
  #after = 0;
  #saved = false;
  #upSince: number | undefined;

  /** `now` gives seconds since the run began. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The guest takes commands after a boot or a fork that was begun at `started`. */
  up(how: 'boot' | 'fork', started: number): number {
    const seconds = round(this.#now() - started);
    (how === 'boot' ? this.#boots : this.#forks).push(seconds);
    this.#upSince = this.#now();
    return seconds;
  }

  /** What the lab does in the guest for itself, before the experiment's own work, does not count as its work. */
  beginsOwnWork(): void {
    if (this.#upSince !== undefined) this.#upSince = this.#now();
  }

  /** The guest is on its way down, or is saved. */
  down(): void {
    if (this.#upSince === undefined) return;
    const seconds = this.#now() - this.#upSince;
    if (this.#saved) this.#after += seconds;
    else this.#before += seconds;
    this.#upSince = undefined;
  }

  saved(): void {
    this.down();
    this.#saved = true;
  }

  /** Without a saved machine all of it is the workload. */
  get parts(): Parts {
    const [prepare, workload] = this.#saved ? [this.#before, this.#after] : [0, this.#before];
    return { boots: [...this.#boots], forks: [...this.#forks], prepare: round(prepare), workload: round(workload) };
  }
}

const round = (seconds: number): number => Number(seconds.toFixed(2));
