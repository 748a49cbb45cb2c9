import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultLimits, type Happening, type Limits, Watch } from './watch.ts';

/** Happenings recorded from real guests, with a shorter silence and a smaller console than usual. */
const limits: Limits = { ...defaultLimits, silenceSeconds: 15, consoleBytes: 16_384 };
const recorded = (name: string): Happening[] =>
  readFileSync(join(import.meta.dirname, 'fixtures', `${name}.ndjson`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The first reason that the watch gives, and when. */
function reasonFor(happenings: Happening[], with_ = limits): { at: number; reason: string } | undefined {
  const watch = new Watch(with_);
  for (const happening of happenings) {
    const reason = watch.see(happening);
    if (reason) return { at: happening.at, reason };
  }
  return undefined;
}

describe('Watch, on recorded machines', () => {
  it('lets a run pass that boots twice and ends as it was asked to', () => {
    expect(reasonFor(recorded('clean-end'))).toBeUndefined();
  });
  it.each([
    ['panic', /^the kernel stopped: Kernel panic - not syncing: sysrq triggered crash/],
    ['reboot', /^the guest rebooted without having been asked to$/],
    ['power-off', /^the guest powered off without having been asked to$/],
    ['hang', /^the guest was silent for 15 s$/],
    ['slow-command', /^a command did not end within its time limit: sleep 60$/],
    ['flood', /^the guest flooded its console with more than 16384 bytes$/],
  ])('says why, for a guest of the kind: %s', (name, reason) => {
    expect(reasonFor(recorded(name))?.reason).toMatch(reason);
  });
});

describe('Watch, on a clean run that is changed in one thing', () => {
  const clean = () => recorded('clean-end');
  const hello = clean().findIndex(({ type }) => type === 'hello');

  it('stops a guest that is not ready in time', () => {
    const booting = clean().slice(0, hello);
    const end: Happening = { type: 'tick', at: 91 };
    expect(reasonFor([...booting, end])?.reason).toBe('the guest was not ready within 90 s');
  });
  it('stops a run whose time is up although the guest is well', () => {
    const alive = Array.from({ length: 400 }, (_, n): Happening => ({ type: 'frame', at: 10 + 5 * n }));
    expect(reasonFor([...clean().slice(0, hello + 1), ...alive])?.reason).toBe('the run took longer than 1800 s');
  });
  it('stops at a torn frame', () => {
    const torn: Happening = { type: 'torn', at: 20, text: '0000 {"ty' };
    expect(reasonFor([...clean().slice(0, hello + 1), torn])?.reason).toMatch(/^a frame arrived damaged/);
  });
  it('takes a second greeting for a guest that started anew', () => {
    const again: Happening = { type: 'hello', at: 20 };
    expect(reasonFor([...clean().slice(0, hello + 1), again])?.reason).toMatch(/started anew/);
  });
  it('stops when the agent never answers an order although it says that it is alive', () => {
    const order: Happening = { type: 'order', at: 10, seconds: 5, command: 'true' };
    const alive = Array.from({ length: 10 }, (_, n): Happening => ({ type: 'frame', at: 12 + 5 * n }));
    const found = reasonFor([...clean().slice(0, hello + 1), order, ...alive]);
    expect(found).toEqual({ at: 37, reason: 'a command gave no answer within its time limit: true' });
  });
  it('stops a guest that does not power off', () => {
    const asked: Happening = { type: 'power-off', at: 10 };
    expect(reasonFor([...clean().slice(0, hello + 1), asked, { type: 'tick', at: 71 }])?.reason).toMatch(
      /did not power off/,
    );
  });
  it('says so when QEMU itself was killed', () => {
    const killed: Happening = { type: 'exit', at: 20, code: null, signal: 'SIGKILL' };
    expect(reasonFor([...clean().slice(0, hello + 1), killed])?.reason).toBe('QEMU ended by itself (SIGKILL)');
  });
  it('takes the end of QEMU for a crash when the host asked for it, and goes on at the next boot', () => {
    const crash: Happening[] = [
      { type: 'crash', at: 20 },
      { type: 'exit', at: 20, code: null, signal: 'SIGKILL' },
      { type: 'start', at: 21 },
      { type: 'hello', at: 25 },
    ];
    expect(reasonFor([...clean().slice(0, hello + 1), ...crash])).toBeUndefined();
  });
  it.each<[Happening, string]>([
    [{ type: 'slept', at: 20, seconds: 61.4 }, 'the host slept for 61 s'],
    [{ type: 'no-room', at: 20 }, 'the host has no room left for the disks of the machine'],
  ])('lays it on the host when it was the host: %j', (happening, reason) => {
    expect(reasonFor([...clean().slice(0, hello + 1), happening])?.reason).toBe(reason);
  });
  it('stops a flood of the kernel log', () => {
    const lines = Array.from({ length: 101 }, (_, n): Happening => ({ type: 'frame', at: 10 + n / 100, lines: 200 }));
    expect(reasonFor([...clean().slice(0, hello + 1), ...lines])?.reason).toMatch(/flooded its kernel log/);
  });
});
