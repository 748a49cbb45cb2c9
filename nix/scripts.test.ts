import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { here } from './nix.ts';

/** A clean cache, as the guest of the lab printed it. */
const clean =
  '0 6283264 cache 8 25/2048 128 591/6144 581 1573 492 1686 0 591 0 3 metadata2 writethrough no_discard_passdown 2 migration_threshold 2048 smq 0 rw -';
const dirty = clean.replace(' 591 0 3 ', ' 591 7 3 ');
const scratches: string[] = [];
afterEach(() => {
  for (const scratch of scratches.splice(0)) rmSync(scratch, { recursive: true, force: true });
});

/** Runs scripts as one, with strict options as NixOS does. `fakes` are the bodies of commands that stand in. */
function run(
  files: string[],
  arguments_: string[],
  environment: Record<string, string>,
  fakes: Record<string, string>,
) {
  const scratch = mkdtempSync(join(tmpdir(), 'array-scripts-'));
  scratches.push(scratch);
  const bin = join(scratch, 'bin');
  mkdirSync(bin);
  for (const [name, body] of Object.entries(fakes)) {
    writeFileSync(join(bin, name), `#!/bin/bash\necho "${name} $*" >>${scratch}/calls\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  writeFileSync(join(scratch, 'calls'), '');
  const text = ['set -euo pipefail\n', ...files.map((file) => readFileSync(join(here, 'scripts', file), 'utf8'))].join(
    '',
  );
  const env = { ...environment, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', text, 'script', ...arguments_], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, calls: readFileSync(join(scratch, 'calls'), 'utf8').trim().split('\n') };
}

const legs = {
  ARRAY_LEGS: 'leg1 leg2',
  ARRAY_MODE: 'writethrough',
  ARRAY_BYPASS: 'detach',
  ARRAY_DIRECTORY: '/srv/data',
};
const healthy = {
  dmsetup: `echo "${clean}"`,
  mountpoint: '',
  btrfs: 'if [ "$1 $2" = "scrub start" ]; then echo scrubbed; fi',
  lvconvert: '',
  lvchange: '',
};
const scrub = (word: string, environment: Record<string, string> = {}, fakes: Record<string, string> = {}) =>
  run(['cache-status.sh', 'scrub-lvmcache.sh'], [word], { ...legs, ...environment }, { ...healthy, ...fakes });

describe('scrub of cached legs', () => {
  it('detaches one leg, scrubs its device, and goes on to the next', () => {
    const { status, calls } = scrub('run');
    expect(status).toBe(0);
    expect(calls.filter((call) => /^(lvconvert|btrfs scrub)/.test(call))).toEqual([
      'lvconvert --yes --splitcache leg1/data',
      'btrfs scrub start -B -R /dev/leg1/data',
      'lvconvert --yes --splitcache leg2/data',
      'btrfs scrub start -B -R /dev/leg2/data',
    ]);
  });

  it('attaches a cache that was detached, over whatever it held', () => {
    const { calls } = scrub('restore', {}, { dmsetup: 'echo "0 6283264 linear"' });
    expect(calls).toContain(
      'lvconvert --yes --type cache --cachepool leg1/fast --cachemode writethrough --zero y leg1/data',
    );
  });

  it('leaves a cache alone that is as configured', () => {
    expect(scrub('restore').calls.filter((call) => call.startsWith('lv'))).toEqual([]);
  });

  it('takes a cache out of passthrough', () => {
    const { calls } = scrub('restore', {}, { dmsetup: `echo "${clean.replace('writethrough', 'passthrough')}"` });
    expect(calls).toContain('lvchange --yes --cachemode writethrough leg1/data');
  });

  it.each([
    ['a dirty chunk', { dmsetup: `echo "${dirty}"` }, 'refused: leg1 has 7 dirty chunks'],
    ['a failed cache', { dmsetup: 'echo "0 6283264 cache Fail"' }, 'refused: the cache of leg1 has failed'],
    ['metadata to check', { dmsetup: `echo "${clean.replace('rw -', 'ro needs_check')}"` }, 'say ro needs_check'],
    ['no cache', { dmsetup: 'echo "0 6283264 linear"' }, 'refused: leg1 has no cache'],
    ['an inactive leg', { dmsetup: 'exit 1' }, 'refused: leg1 is not active'],
    ['an unmounted array', { mountpoint: 'exit 1' }, 'refused: /srv/data is not mounted'],
    ['a missing member', { btrfs: 'echo "*** Some devices missing"' }, 'refused: a member is missing'],
    ['a balance', { btrfs: '[ "$1" != balance ]' }, 'refused: a balance is under way'],
  ])('refuses with %s, and touches nothing', (_, fakes, message) => {
    const { status, stderr, calls } = scrub('run', {}, fakes);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(calls.filter((call) => call.startsWith('lv') || call.startsWith('btrfs scrub'))).toEqual([]);
  });

  it('scrubs the second leg when the first had errors, and fails', () => {
    const { status, calls } = scrub('run', {}, { btrfs: '[ "$1 $2" != "scrub start" ]' });
    expect(status).toBe(1);
    expect(calls).toContain('btrfs scrub start -B -R /dev/leg2/data');
  });

  it('plans without touching anything', () => {
    const { status, stdout, calls } = scrub('plan');
    expect(status).toBe(0);
    expect(stdout).toContain('leg1 leg2');
    expect(calls.filter((call) => call.startsWith('lv') || call.startsWith('btrfs scrub'))).toEqual([]);
  });
});

describe('check of the array', () => {
  const environment = {
    ...{ ARRAY_TOPOLOGY: 'lvmcache', ARRAY_LEGS: 'leg1', ARRAY_MODE: 'writethrough', ARRAY_DIRTY: '0' },
    ...{ ARRAY_WEAR: '20', ARRAY_DISKS: '/dev/disk/by-id/ata-SSD_1', ARRAY_DIRECTORIES: '/srv/data' },
  };
  const smart = (wear: number, passed = true, reallocated = 0) => {
    const table = [
      { id: 5, value: 100, raw: { value: reallocated } },
      { id: 177, value: wear, raw: { value: 120 } },
    ];
    return `echo '${JSON.stringify({ smart_status: { passed }, ata_smart_attributes: { table } })}'`;
  };
  const fakes = { ...healthy, btrfs: '', findmnt: 'echo rw,noatime', smartctl: smart(93) };
  const check = (more: Record<string, string> = {}, settings: Record<string, string> = {}) =>
    run(['cache-status.sh', 'check-array.sh'], [], { ...environment, ...settings }, { ...fakes, ...more });

  it('is content with a healthy array, and says how warm the cache is', () => {
    const { status, stdout, stderr } = check();
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('leg1: 591/6144 chunks used, 0 dirty, 27.0 % of reads from the cache');
  });

  it.each([
    ['dirty chunks', { dmsetup: `echo "${dirty}"` }, 'leg1 has 7 dirty chunks'],
    ['another mode', { dmsetup: `echo "${clean.replace('writethrough', 'writeback')}"` }, 'leg1 is in mode writeback'],
    ['a leg without its cache', { dmsetup: 'echo "0 1 linear"' }, 'leg1 has no cache'],
    ['a leg that is down', { dmsetup: 'exit 1' }, 'leg1 is not active'],
    ['a worn SSD', { smartctl: smart(12) }, 'its indicator is at 12 of 100'],
    ['reallocated sectors', { smartctl: smart(93, true, 3) }, 'has reallocated 3 sectors'],
    ['a failing self-assessment', { smartctl: smart(93, false) }, 'does not pass its self-assessment'],
    ['a silent disk', { smartctl: 'exit 2' }, 'or does not answer'],
    ['counted errors', { btrfs: '[ "$1 $2" != "device stats" ]' }, 'btrfs has counted errors'],
    ['a missing member', { btrfs: '[ "$1" != filesystem ] || echo "*** Some devices missing"' }, 'is missing'],
    ['a read-only mount', { findmnt: 'echo ro,noatime' }, '/srv/data is read-only'],
    ['no mount', { mountpoint: 'exit 1' }, '/srv/data is not mounted'],
  ])('reports %s', (_, more, message) => {
    const { status, stderr } = check(more);
    expect(status).toBe(1);
    expect(stderr).toContain(`PROBLEM: `);
    expect(stderr).toContain(message);
  });

  it('does not ask for a cache where there is none', () => {
    expect(check({ dmsetup: 'exit 1' }, { ARRAY_TOPOLOGY: 'plain' }).status).toBe(0);
  });
});

describe('bringing up the members', () => {
  const environment = { ARRAY_MEMBERS: '/dev/leg1/data /dev/leg2/data', ARRAY_GROUPS: 'leg1 leg2', ARRAY_SECONDS: '0' };
  const fakes = { modprobe: '', vgchange: 'exit 5', pvs: '' };

  it('tries every leg even when the first stays down, and names what is missing', () => {
    const { status, stderr, calls } = run(['bring-up.sh'], [], environment, fakes);
    expect(status).toBe(1);
    expect(calls.slice(0, 3)).toEqual([
      'modprobe --all dm-cache dm-cache-smq',
      'vgchange --activate y leg1',
      'vgchange --activate y leg2',
    ]);
    expect(stderr).toContain('Missing: /dev/leg1/data /dev/leg2/data');
  });

  it('loads nothing and activates nothing where there are no groups', () => {
    const { calls } = run(['bring-up.sh'], [], { ...environment, ARRAY_GROUPS: '' }, fakes);
    expect(calls).toEqual(['']);
  });
});

describe('shutting down', () => {
  it('fails and says so when a group stays in use', () => {
    const fakes = { vgchange: 'exit 5', udevadm: '', sleep: '' };
    const { status, stderr } = run(['shut-down.sh'], [], { ARRAY_GROUPS: 'leg1' }, fakes);
    expect(status).toBe(1);
    expect(stderr).toContain('leg1 is still in use');
  });
});

describe('alerting', () => {
  it('tells every terminal, and the command for mail', () => {
    const fakes = { wall: '', journalctl: 'echo "PROBLEM: leg1 has no cache"', mailer: 'cat >&2' };
    const { status, stderr, calls } = run(['alert.sh'], ['array-check.service'], { ARRAY_MAIL: 'mailer root' }, fakes);
    expect(status).toBe(0);
    expect(calls.join('\n')).toContain('wall -- ARRAY: array-check.service failed');
    expect(stderr).toContain('PROBLEM: leg1 has no cache');
  });
});
