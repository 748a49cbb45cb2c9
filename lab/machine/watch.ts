/** What happens on the way of a machine, as the host sees it; `at` in seconds on the host's clock. */
export type Happening = { at: number } & (
  | { type: 'start' }
  | { type: 'hello' }
  /** Any other frame from the agent. `lines` counts kernel records. */
  | { type: 'frame'; lines?: number }
  | { type: 'torn'; text: string }
  | { type: 'console'; text: string }
  | { type: 'order'; seconds: number; command: string }
  | { type: 'result'; timedOut: boolean }
  | { type: 'power-off' }
  /** The host ends QEMU on purpose, as a crash of the guest. */
  | { type: 'crash' }
  /** QEMU says why the guest stopped: `guest-shutdown`, `guest-reset`, `guest-panic` … */
  | { type: 'shutdown'; reason: string }
  | { type: 'exit'; code: number | null; signal: string | null }
  | { type: 'tick' }
  /** Nothing of the lab ran for so long: the host was suspended, or the lab was stopped. */
  | { type: 'slept'; seconds: number }
  /** A disk of the machine could not grow. */
  | { type: 'no-room' }
);

export type Limits = {
  bootSeconds: number;
  /** The agent says that it is alive every 5 seconds; nothing for this long is a hang. */
  silenceSeconds: number;
  powerOffSeconds: number;
  /** From the first start to the end of the run, over all boots. */
  runSeconds: number;
  /** Time on top of a command's own limit, for the way there and back. */
  graceSeconds: number;
  consoleBytes: number;
  kernelLines: number;
};

export const defaultLimits: Limits = {
  bootSeconds: 90,
  silenceSeconds: 60,
  powerOffSeconds: 60,
  runSeconds: 1800,
  graceSeconds: 20,
  consoleBytes: 256 * 1024,
  kernelLines: 20_000,
};

const accident = /Kernel panic - not syncing: .*|BUG: .*|Oops: .*|kernel BUG at .*/;

type Phase = 'off' | 'booting' | 'ready' | 'stopping' | 'crashing';

/**
 * Decides, from happenings alone, when a run can no longer mean anything. Pure: the same happenings give the same
 * answer, so that recorded ones test it without a machine.
 */
export class Watch {
  readonly #limits: Limits;
  #phase: Phase = 'off';
  #phaseSince = 0;
  #begun: number | undefined;
  #lastFrame = 0;
  #order: { deadline: number; command: string } | undefined;
  #console = '';
  #consoleBytes = 0;
  #kernelLines = 0;
  #shutdown: string | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The reason why the run is invalid, once there is one. */
  see(happening: Happening): string | undefined {
    const { at } = happening;
    switch (happening.type) {
      case 'start':
        this.#begun ??= at;
        this.#enter('booting', at);
        this.#shutdown = undefined;
        this.#lastFrame = at;
        break;
      case 'hello':
        if (this.#phase !== 'booting') return 'the guest started anew without having been asked to';
        this.#enter('ready', at);
        this.#lastFrame = at;
        break;
      case 'frame':
        this.#lastFrame = at;
        this.#kernelLines += happening.lines ?? 0;
        break;
      case 'torn':
        return `a frame arrived damaged: ${JSON.stringify(happening.text.slice(0, 60))}`;
      case 'console':
        this.#consoleBytes += happening.text.length;
        this.#console = (this.#console + happening.text).slice(-4096);
        break;
      case 'order':
        this.#order = { deadline: at + happening.seconds + this.#limits.graceSeconds, command: happening.command };
        break;
      case 'result':
        this.#lastFrame = at;
        if (happening.timedOut) return `a command did not end within its time limit: ${this.#order?.command}`;
        this.#order = undefined;
        break;
      case 'power-off':
        this.#enter('stopping', at);
        break;
      case 'crash':
        this.#enter('crashing', at);
        break;
      case 'shutdown':
        this.#shutdown = happening.reason;
        break;
      case 'exit':
        return this.#exited(happening.code, happening.signal, at);
      case 'slept':
        return `the host slept for ${Math.round(happening.seconds)} s`;
      case 'no-room':
        return 'the host has no room left for the disks of the machine';
      case 'tick':
        break;
    }
    return this.#overdue(at);
  }

  #enter(phase: Phase, at: number) {
    this.#phase = phase;
    this.#phaseSince = at;
    this.#order = undefined;
  }

  #exited(code: number | null, signal: string | null, at: number): string | undefined {
    const phase = this.#phase;
    this.#enter('off', at);
    const crash = accident.exec(this.#console);
    if (crash) return `the kernel stopped: ${crash[0].trim()}`;
    if (phase === 'stopping' && code === 0) return undefined;
    if (phase === 'crashing') return undefined;
    if (this.#shutdown === 'guest-reset') return 'the guest rebooted without having been asked to';
    if (this.#shutdown === 'guest-shutdown') return 'the guest powered off without having been asked to';
    return `QEMU ended by itself (${signal ?? `status ${code}`})`;
  }

  #overdue(at: number): string | undefined {
    const { bootSeconds, silenceSeconds, powerOffSeconds, runSeconds, consoleBytes, kernelLines } = this.#limits;
    const inPhase = at - this.#phaseSince;
    const crash = accident.exec(this.#console);
    if (crash) return `the kernel stopped: ${crash[0].trim()}`;
    if (this.#consoleBytes > consoleBytes) return `the guest flooded its console with more than ${consoleBytes} bytes`;
    if (this.#kernelLines > kernelLines) return `the guest flooded its kernel log with more than ${kernelLines} lines`;
    if (this.#phase === 'booting' && inPhase > bootSeconds) return `the guest was not ready within ${bootSeconds} s`;
    if (this.#phase === 'stopping' && inPhase > powerOffSeconds)
      return `the guest did not power off within ${powerOffSeconds} s`;
    if (this.#phase === 'ready' && at - this.#lastFrame > silenceSeconds)
      return `the guest was silent for ${silenceSeconds} s`;
    if (this.#order && at > this.#order.deadline)
      return `a command gave no answer within its time limit: ${this.#order.command}`;
    if (this.#begun !== undefined && at - this.#begun > runSeconds) return `the run took longer than ${runSeconds} s`;
    return undefined;
  }
}
