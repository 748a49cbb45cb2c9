import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preconditions, procedure } from './procedure.ts';
import { scriptOf } from './script.ts';

const one = procedure.parse({
  title: 'Make a directory',
  purpose: 'To have one.',
  parameters: { place: 'where', name: "what it's called" },
  destroys: 'nothing',
  requires: [
    { so: '{place} is there', check: 'test -d {place}', refuses: 'there is no {place}.' },
    { so: 'the name is free', check: '! test -e {place}/{name}', refuses: "there's a {name} already." },
  ],
  steps: [
    { run: 'mkdir {place}/{name}', why: 'The directory itself.' },
    { run: "echo 'it''s made' | awk '{ print $1 }'", why: 'Says so.' },
    { run: 'test -e {place}/nothing', why: 'May fail.', expect: 'any' },
    { run: 'test -e {place}/nothing', why: 'Has to fail.', expect: 'fail' },
    { run: 'test ! -e {place}/stop', why: 'Stops where somebody says so.' },
    { run: 'touch {place}/{name}/done', why: 'The end.' },
  ],
});

describe('the script of a procedure', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'script-'));
  const script = join(scratch, 'make.sh');
  beforeAll(() => writeFileSync(script, scriptOf('make', one)));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const call = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync('bash', [script, ...words], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const here = `place=${scratch}`;

  it('checks and prints, and runs nothing, when it is a dry run', () => {
    const { status, stdout } = call('--dry-run', here, 'name=a');
    expect(status).toBe(0);
    expect(stdout).toContain(`# The directory itself.\n$ mkdir ${scratch}/a\n`);
    expect(stdout).toContain('Nothing was run.');
    expect(existsSync(join(scratch, 'a'))).toBe(false);
  });

  it('runs its steps, each after it was printed', () => {
    const { status, stdout } = call(here, 'name=b');
    expect(status).toBe(0);
    expect(stdout).toContain('# Says so.');
    expect(stdout).toContain('\nits\n');
    expect(stdout).toMatch(/Done\.\n$/);
    expect(existsSync(join(scratch, 'b', 'done'))).toBe(true);
  });

  it('refuses with the reason and status 3 when a precondition does not hold', () => {
    expect(call(here, 'name=b')).toMatchObject({ status: 3, stdout: '', stderr: "Refused: there's a b already.\n" });
    expect(call('place=/nowhere', 'name=b').stderr).toBe('Refused: there is no /nowhere.\n');
  });

  it('stops at a command that fails, and says so', () => {
    writeFileSync(join(scratch, 'stop'), '');
    const { status, stderr } = call(here, 'name=c');
    expect(status).toBe(1);
    expect(stderr).toBe('Stopped: that command failed with status 1.\n');
    expect(existsSync(join(scratch, 'c', 'done'))).toBe(false);
    rmSync(join(scratch, 'stop'));
  });

  it('stops where a command should have failed', () => {
    writeFileSync(join(scratch, 'nothing'), '');
    expect(call(here, 'name=d')).toMatchObject({ status: 1, stderr: 'Stopped: that command should have failed.\n' });
    rmSync(join(scratch, 'nothing'));
  });

  it('asks for a parameter that is missing, and knows no other', () => {
    expect(call(here)).toMatchObject({ status: 2, stderr: 'say name=…\n' });
    expect(call(here, 'nmae=e')).toMatchObject({ status: 2, stderr: 'there is no parameter nmae\n' });
  });

  it('takes values with spaces and signs as they are', () => {
    expect(call('--dry-run', here, "name='a & b'").stdout).toContain(`$ mkdir ${scratch}/'a & b'`);
  });
});

describe('preconditions', () => {
  it('have their parameters filled in', () => {
    expect(preconditions(one, { place: '/srv', name: 'x' })[0]).toEqual({
      so: '/srv is there',
      check: 'test -d /srv',
      refuses: 'there is no /srv.',
    });
  });
  it('throw for a parameter that is missing', () => {
    expect(() => preconditions(one, { place: '/srv' })).toThrow('"Make a directory" needs the parameter name');
  });
});
