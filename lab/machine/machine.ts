import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Kernel } from '../../src/schema/index.ts';
import { packInitrd } from '../image/initrd.ts';
import { type Hardware, sockets } from './arguments.ts';
import type { Disk } from './disks.ts';
import { encode, type Frame, FrameReader, type Result } from './frame.ts';
import { copyImages } from './images.ts';
import { connectTo, launch } from './launch.ts';
import { type Json, Qmp } from './qmp.ts';
import { incomingFrom, resumeState, saveState } from './saving.ts';
import { Stopwatch } from './stopwatch.ts';
import { SLEPT_SECONDS } from './ticking.ts';
import type { Transcript } from './transcript.ts';
import type { Cut } from './volatile/disk.ts';
import type { Drives } from './volatile/drives.ts';
import { type Happening, type Limits, Watch } from './watch.ts';

/** The run cannot mean anything any more; the message says why. */
export class Invalid extends Error {}

/** A forked guest that does not answer within this time is no guest. */
const FIRST_ANSWER_SECONDS = 30;

type Waiting<T> = { resolve: (value: T) => void; reject: (error: Error) => void };

/** `survive`: the share of unflushed blocks that a disk keeps, for all or by serial. */
export type PowerCut = { seed: number; survive?: number | Record<string, number> };

/** A virtual machine that is booted and powered off any number of times on the same disks. */
export class Machine {
  readonly #hardware: Hardware;
  readonly #transcript: Transcript;
  readonly #limits: Limits;
  #watch: Watch;
  readonly #now: () => number;
  readonly #record: ((happening: Happening) => void) | undefined;
  readonly #drives: Drives | undefined;
  #process: ChildProcess | undefined;
  #agent: Socket | undefined;
  #qmp: Qmp | undefined;
  #hello: Waiting<void> | undefined;
  #off: Waiting<void> | undefined;
  #result: Waiting<Result> | undefined;
  #invalid: string | undefined;
  #nextId = 1;
  #leftOut = 0;
  #consoleLine = '';
  #ready = false;
  #boots = 0;
  #forks = 0;
  #plugged: readonly Disk[] = [];
  #initrdIsOf: Kernel | undefined;
  /** The disks that each saved machine had, by its name. */
  readonly #saved = new Map<string, readonly Disk[]>();
  readonly #atFirstBoot: (() => Promise<void>) | undefined;
  readonly stopwatch: Stopwatch;

  constructor(parts: {
    hardware: Hardware;
    transcript: Transcript;
    limits: Limits;
    /** Seconds since the run began. */
    now: () => number;
    record?: (happening: Happening) => void;
    /** Its disks with a volatile cache, where it has any. */
    drives?: Drives | undefined;
    /** Done once, when the guest takes commands for the first time. */
    atFirstBoot?: () => Promise<void>;
  }) {
    this.#hardware = parts.hardware;
    this.#transcript = parts.transcript;
    this.#limits = parts.limits;
    this.#watch = new Watch(parts.limits);
    this.#now = parts.now;
    this.#record = parts.record;
    this.#drives = parts.drives;
    this.#atFirstBoot = parts.atFirstBoot;
    this.stopwatch = new Stopwatch(parts.now);
  }

  get running(): boolean {
    return this.#process !== undefined;
  }

  /**
   * Starts QEMU and waits until the guest takes commands. Disks in `without`, by serial, are not plugged in. With
   * `kernel` it is another kernel of the image than that of the run.
   */
  async boot({ without = [], kernel }: { without?: readonly string[]; kernel?: Kernel } = {}): Promise<void> {
    const isFirst = this.#boots === 0;
    this.#transcript.title(
      `boot ${++this.#boots}${kernel ? `, Linux ${kernel}` : ''}${without.length ? `, without ${without.join(', ')}` : ''}`,
    );
    const started = this.#now();
    const disks = this.#hardware.disks.filter(({ serial }) => !without.includes(serial));
    const hello = new Promise<void>((resolve, reject) => {
      this.#hello = { resolve, reject };
    });
    this.#start({ ...this.#hardware, disks, kernel: kernel ?? this.#hardware.kernel });
    await Promise.all([hello, this.#connect()]);
    const seconds = this.stopwatch.up('boot', started);
    if (this.#leftOut)
      this.#transcript.host(`${this.#leftOut} kernel lines of this boot left out: the first boot has their like`);
    this.#transcript.host(`the guest takes commands ${seconds.toFixed(2)} s after QEMU was started`);
    if (isFirst) await this.#atFirstBoot?.();
    this.stopwatch.beginsOwnWork();
  }

  /**
   * Saves the running machine with its disks under a name, and ends it: `fork` goes on from there any number of times.
   * Nothing may be in the making in the guest.
   */
  async save(name: string): Promise<void> {
    this.#mayGoOn();
    if (!this.#qmp) throw new Invalid('the machine is off');
    this.stopwatch.saved();
    const started = this.#now();
    this.#saved.set(name, [...this.#plugged]);
    await saveState(this.#qmp, this.#stateOf(name));
    await this.#end(`saves the machine as ${name}`);
    await this.#drives?.order({ type: 'settle' });
    copyImages(this.#hardware.scratch, this.#hardware.disks, '', `.${name}`);
    const { size } = statSync(this.#stateOf(name));
    this.#transcript.host(
      `saved after ${(this.#now() - started).toFixed(2)} s, memory and devices in ${Math.round(size / 2 ** 20)} MiB`,
    );
  }

  /** Goes on with a machine as it was saved, and with its disks as they were then. */
  async fork(name: string): Promise<void> {
    const disks = this.#saved.get(name);
    this.#mayGoOn();
    if (!disks || this.running) throw new Invalid(`${disks ? 'the machine runs' : `no machine was saved as ${name}`}`);
    this.#transcript.title(`fork ${++this.#forks} of ${name}`);
    const started = this.#now();
    await this.#drives?.order({ type: 'renew' });
    copyImages(this.#hardware.scratch, this.#hardware.disks, `.${name}`, '');
    this.#start({ ...this.#hardware, disks, incoming: incomingFrom(this.#stateOf(name)) });
    await this.#connect();
    if (!this.#qmp) throw new Invalid(this.#invalid ?? 'the machine is off');
    await resumeState(this.#qmp);
    this.#ready = true;
    this.#see({ type: 'hello', at: this.#now() });
    await this.run('true', FIRST_ANSWER_SECONDS);
    const seconds = this.stopwatch.up('fork', started);
    this.#transcript.host(`the guest takes commands ${seconds.toFixed(2)} s after the fork was begun`);
  }

  readonly #stateOf = (name: string): string => join(this.#hardware.scratch, `${name}.state`);

  #start(hardware: Hardware) {
    this.#leftOut = 0;
    this.#ready = false;
    this.#plugged = hardware.disks;
    if (hardware.kernel !== this.#initrdIsOf) packInitrd(hardware);
    this.#initrdIsOf = hardware.kernel;
    this.#see({ type: 'start', at: this.#now() });
    this.#process = launch(hardware, {
      console: (text) => this.#console(text),
      complaint: (text) => this.#transcript.host(`QEMU says: ${text}`),
      failure: (reason) => this.#fail(reason),
      exit: (code, signal) => this.#exited(code, signal),
      tick: (lateSeconds) => {
        if (lateSeconds > SLEPT_SECONDS) this.#see({ type: 'slept', at: this.#now(), seconds: lateSeconds });
        this.#see({ type: 'tick', at: this.#now() });
      },
    });
  }

  /** Runs a command line in the guest's shell. Rejects with Invalid when the guest cannot answer. */
  run(command: string, seconds: number): Promise<Result> {
    if (this.#invalid) return Promise.reject(new Invalid(this.#invalid));
    this.#transcript.command(command);
    this.#see({ type: 'order', at: this.#now(), seconds, command });
    return new Promise((resolve, reject) => {
      this.#result = { resolve, reject };
      this.#agent?.write(encode({ type: 'run', id: this.#nextId++, command, seconds }));
    });
  }

  /** Asks the guest to power off as it is: whatever should be unmounted or deactivated is a command before. */
  async powerOff(): Promise<void> {
    this.#mayGoOn();
    this.#transcript.host('powers the guest off');
    this.stopwatch.down();
    this.#see({ type: 'power-off', at: this.#now() });
    const off = new Promise<void>((resolve, reject) => {
      this.#off = { resolve, reject };
    });
    this.#agent?.write(encode({ type: 'power-off' }));
    await off;
    await this.#drives?.order({ type: 'settle' });
  }

  /**
   * Ends QEMU at once, as a crash of the guest. Not a power cut: what the disks had been given stays on them, flushed
   * or not.
   */
  async crash(): Promise<void> {
    await this.#end('kills QEMU: the guest crashes');
    await this.#drives?.order({ type: 'settle' });
  }

  /**
   * The power goes, for all disks at one moment: of what was written and not flushed since, each block of 4 KiB comes to
   * its disk with the probability `survive` (0 is none, 1 all; by serial or for all), as the seed decides. A disk without
   * a volatile cache keeps what it was given. Gives what was lost, by serial.
   */
  async powerCut({ seed, survive = 0.5 }: PowerCut): Promise<Record<string, Cut>> {
    const drives = this.#drives;
    if (!drives) throw new Invalid('a power cut needs disks with a volatile cache');
    await drives.order({ type: 'darken' });
    await this.#end('cuts the power');
    const [otherwise, bySerial] = typeof survive === 'number' ? [survive, {}] : [1, survive];
    const cuts = await drives.order({ type: 'cut', seed, otherwise, survive: bySerial });
    for (const [serial, { unflushed, lost }] of Object.entries(cuts))
      this.#transcript.host(`${serial} had ${unflushed} unflushed blocks and lost ${lost} of them`);
    return cuts;
  }

  async #end(how: string): Promise<void> {
    this.#mayGoOn();
    const process = this.#process;
    if (!process) throw new Invalid('the machine is off');
    this.#transcript.host(how);
    this.stopwatch.down();
    this.#see({ type: 'crash', at: this.#now() });
    const exited = once(process, 'exit');
    process.kill('SIGKILL');
    await exited;
  }

  /** Asks QEMU itself. */
  async query(command: string, args: Record<string, Json> = {}) {
    if (!this.#qmp) throw new Invalid('the machine is off');
    return await this.#qmp.execute(command, args);
  }

  /**
   * Forgets why the run is invalid, so that it can go on from a boot or a fork: only for the experiment that arranges
   * such accidents to see whether they are named. Gives the reason; undefined when there is none.
   */
  async forgive(): Promise<string | undefined> {
    await this.kill();
    const reason = this.#invalid;
    this.#invalid = undefined;
    this.#watch = new Watch(this.#limits);
    return reason;
  }

  /** Ends QEMU, if it runs, by its own process id. Never throws. */
  async kill(): Promise<void> {
    const process = this.#process;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const exited = once(process, 'exit');
    process.kill('SIGTERM');
    const late = setTimeout(() => process.kill('SIGKILL'), 3000);
    await exited;
    clearTimeout(late);
  }

  async #connect(): Promise<void> {
    const { agent, qmp } = sockets(this.#hardware.scratch);
    const channel = await connectTo(qmp, () => this.#mayGoOn());
    this.#qmp = new Qmp(channel, (event, data) => {
      if (event === 'SHUTDOWN') this.#see({ type: 'shutdown', at: this.#now(), reason: String(data['reason']) });
      if (event === 'BLOCK_IO_ERROR' && data['nospace'] === true) this.#see({ type: 'no-room', at: this.#now() });
    });
    await this.#qmp.execute('qmp_capabilities');
    const reader = new FrameReader();
    this.#agent = await connectTo(agent, () => this.#mayGoOn());
    this.#agent.on('data', (chunk) => {
      for (const got of reader.push(Buffer.from(chunk)))
        if ('torn' in got) this.#see({ type: 'torn', at: this.#now(), text: got.torn });
        else this.#take(got.frame);
    });
    this.#agent.on('error', () => {}); // QEMU's exit says it better
  }

  #mayGoOn() {
    if (this.#invalid) throw new Invalid(this.#invalid);
  }

  #take(frame: Frame) {
    const at = this.#now();
    switch (frame.type) {
      case 'hello':
        this.#ready = true;
        this.#see({ type: 'hello', at });
        return this.#hello?.resolve();
      case 'kernel':
        this.#see({ type: 'frame', at, lines: frame.lines.length });
        for (const [micros, level, text] of frame.lines) this.#kernel(micros, level, text);
        return;
      case 'result':
        this.#transcript.result(frame);
        this.#see({ type: 'result', at, timedOut: frame.timedOut });
        return this.#invalid ? undefined : this.#result?.resolve(frame);
      case 'torn':
        return this.#see({ type: 'torn', at, text: frame.text });
      default:
        return this.#see({ type: 'frame', at });
    }
  }

  /** Of a later boot only what the kernel calls a warning or worse is kept, and the rest counted. */
  #kernel(micros: number, level: number, text: string) {
    if (this.#boots > 1 && !this.#ready && level > 4) this.#leftOut++;
    else this.#transcript.kernel(micros, level, text);
  }

  #console(text: string) {
    const lines = (this.#consoleLine + text).split('\n');
    this.#consoleLine = lines.pop() ?? '';
    for (const line of lines) this.#transcript.console(line);
    this.#see({ type: 'console', at: this.#now(), text });
  }

  #exited(code: number | null, signal: NodeJS.Signals | null) {
    this.#process = undefined;
    this.#qmp = undefined;
    this.#agent?.destroy();
    this.#transcript.host(`QEMU ended (${signal ?? `status ${code}`})`);
    this.#see({ type: 'exit', at: this.#now(), code, signal });
    if (!this.#invalid) this.#off?.resolve();
  }

  #see(happening: Happening) {
    this.#record?.(happening);
    const reason = this.#watch.see(happening);
    if (reason) this.#fail(reason);
  }

  #fail(reason: string) {
    if (this.#invalid) return;
    this.#invalid = reason;
    this.#transcript.host(`ends the run: ${reason}`);
    for (const waiting of [this.#hello, this.#result, this.#off]) waiting?.reject(new Invalid(reason));
    void this.kill();
  }
}
