import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { judgeReport } from '../src/model/reported.ts';

/** What readers run on their own machines, with a stand-in for fio that answers at once. */
const all = mkdtempSync(join(tmpdir(), 'measure-'));
afterAll(() => rmSync(all, { recursive: true, force: true }));
let folder: string;
let number = 0;

const answer = {
  jobs: [
    { error: 0, read: { iops: 151.5, clat_ns: { percentile: { '50.000000': 6_500_000, '99.000000': 21_000_000 } } } },
  ],
};
function standIn(script: string): void {
  const file = join(folder, 'bin/fio');
  writeFileSync(
    file,
    `#!/bin/sh\n[ "$1" = --version ] && echo fio-3.33 && exit\necho "$TARGET $SPAN $*" >> "$LOG"\n${script}\n`,
  );
  chmodSync(file, 0o755);
}
beforeEach(() => {
  folder = join(all, String(++number));
  mkdirSync(join(folder, 'bin'), { recursive: true });
  mkdirSync(join(folder, 'scratch'));
  standIn(`cat <<'JSON'\n${JSON.stringify(answer)}\nJSON`);
});

const told = ['--system', 'no-cache', '--disk', 'hard disk, 4 TB', '--seconds', '1', '--passes', '2', '--size', '16M'];
function measure(...args: string[]) {
  const done = spawnSync('python3', [resolve('public/measure/measure.py'), ...told, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, LOG: join(folder, 'calls') },
  });
  return { status: done.status, said: done.stdout + done.stderr };
}
const left = () => readdirSync(join(folder, 'scratch'));

describe('measure.py', { timeout: 60_000 }, () => {
  it('writes a report that the schema takes, and leaves nothing behind', () => {
    expect(measure('--scratch', 'scratch', '--yes').status).toBe(0);
    const bytes = readFileSync(join(folder, 'measurement.json'));
    expect(judgeReport({ size: bytes.length, bytes })).toMatchObject({
      report: { on: 'scratch file', spanBytes: 16 << 20, jobs: [{ rate: { passes: [151.5, 151.5] } }, {}] },
    });
    expect(left()).toEqual([]);
    const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
    expect(calls).toHaveLength(4);
    for (const call of calls) expect(call).toContain(' --readonly ');
  });

  it('deletes the scratch file also when fio fails', () => {
    standIn('echo "no such engine" >&2; exit 1');
    expect(measure('--scratch', 'scratch', '--yes')).toMatchObject({
      status: 1,
      said: expect.stringContaining('fio did not answer as expected: no such engine'),
    });
    expect(left()).toEqual([]);
  });

  it.each([
    [['--scratch', '/dev/null', '--yes'], 'nothing is ever written to a device'],
    [['--scratch', 'scratch'], 'nobody is there to agree to a scratch file'],
    [['--device', 'scratch'], 'is no block device'],
    [['--scratch', 'scratch', '--yes', '--size', '900G'], '900G is not between 16M and 64G'],
    [['--scratch', 'scratch', '--yes', '--disk', '<script>'], 'has some that a report may not have'],
    [['--scratch', 'scratch', '--yes', '--out', 'bin/fio'], 'bin/fio is there already'],
    [['--scratch', 'scratch', '--yes', '--system', '../x'], 'is no id'],
  ])('refuses %j', (args, why) => {
    const { status, said } = measure(...args);
    expect(status).not.toBe(0);
    expect(said).toContain(why);
    expect(left()).toEqual([]);
  });

  it('has jobs that only read', () => {
    const modes = [...readFileSync('public/measure/reads.fio', 'utf8').matchAll(/^rw=(.*)$/gm)].map(([, mode]) => mode);
    expect(modes).toEqual(['randread', 'read']);
  });
});
