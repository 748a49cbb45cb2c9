/**
 * Checks the Nix files with Nix itself: `node nix/check.ts`. With --accept it writes down what it sees as expected.
 * With NIXPKGS_LIB and DISKO in the environment it also evaluates the module and runs disko over the layouts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { generate, generatedFile, generatedNames, inputsHash } from './generated.ts';
import { evaluate, filesEnding, here, layout, layouts, nixInstantiate, parse } from './nix.ts';
import { commandsOf, evaluateModule, type Upstream, upstream } from './upstream.ts';

const accept = process.argv.includes('--accept');
let failures = 0;

function step(name: string, run: () => void): void {
  try {
    run();
    console.log(`ok       ${name}`);
  } catch (error) {
    failures += 1;
    console.error(`FAILED   ${name}\n${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Compares values, not texts: the formatter lays the expected files out. */
function expect(file: string, seen: unknown): void {
  const path = join(here, 'expected', `${file}.json`);
  if (existsSync(path) && isDeepStrictEqual(JSON.parse(readFileSync(path, 'utf8')), seen)) return;
  if (!accept) throw new Error(`differs from nix/expected/${file}.json. If it is meant: node nix/check.ts --accept`);
  writeFileSync(path, `${JSON.stringify(seen, null, 2)}\n`);
}

function withUpstream(given: Upstream): void {
  for (const { topology, disks, name } of layouts) {
    step(`the module evaluates: ${name}`, () =>
      expect(`system-${name}`, evaluateModule(given, { topology, disks }, 'system')),
    );
    step(`disko makes of it what is expected: ${name}`, () =>
      expect(`commands-${name}`, {
        wipedByDestroy: evaluateModule(given, { topology, disks }, 'wiped'),
        create: commandsOf(String(evaluateModule(given, { topology, disks }, 'create'))),
        mount: commandsOf(String(evaluateModule(given, { topology, disks }, 'mount'))),
      }),
    );
  }
}

/** The texts of disko that the lab runs. Without disko only whether their inputs are the same as when they were made. */
function generated(given: Upstream | null): void {
  const made = given ? generate(given) : {};
  for (const name of generatedNames)
    step(`the text for the lab is current: ${name}`, () => {
      const file = generatedFile(name);
      const there = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const text = made[name];
      if (text === undefined ? there.includes(inputsHash()) : there === text) return;
      if (!accept || text === undefined)
        throw new Error(
          `lab/agent/${name} was made of other files. With NIXPKGS_LIB and DISKO set: node nix/check.ts --accept`,
        );
      writeFileSync(file, text);
    });
}

/** Mistakes that the module must name: what is set beside it, and a part of what it says then. */
const mistakes = [
  [
    'root on a leg',
    { extra: '{ fileSystems."/" = { device = "/dev/leg1/root"; fsType = "btrfs"; options = [ ]; }; }' },
    'is not to lie on a leg',
  ],
  [
    'LUKS in stage 1 without LVM there',
    { extra: '{ boot.initrd.luks.devices.root = { }; }' },
    'set lvmInInitrd = true',
  ],
  [
    'passthrough on a kernel that is not known',
    { more: 'scrub.bypass = "passthrough";' },
    'use scrub.bypass = "detach"',
  ],
  ['a scrub through the caches', { extra: '{ services.btrfs.autoScrub.enable = true; }' }, 'scrubs through the caches'],
] as const;

function refusals(given: Upstream): void {
  const base = { topology: 'lvmcache', disks: '2-hdd' } as const;
  for (const [mistake, settings, message] of mistakes)
    step(`the module refuses ${mistake}`, () => {
      const { failedAssertions } = evaluateModule(given, { ...base, ...settings }, 'system') as SystemPart;
      if (failedAssertions.length !== 1 || !failedAssertions[0]?.includes(message))
        throw new Error(`it says: ${JSON.stringify(failedAssertions)}`);
    });
  step('LVM in stage 1 brings the modules of the cache along', () => {
    const settings = { ...base, more: 'lvmInInitrd = true;' };
    const { initrdKernelModules } = evaluateModule(given, settings, 'system') as SystemPart;
    if (!['dm-cache', 'dm-cache-smq'].every((name) => initrdKernelModules.includes(name)))
      throw new Error(`stage 1 loads ${initrdKernelModules.join(', ')}`);
  });
}
type SystemPart = { failedAssertions: string[]; initrdKernelModules: string[] };

console.log(nixInstantiate('--version').trim());
for (const file of filesEnding('.nix')) step(`parses: ${file}`, () => void parse(file));
for (const { topology, disks, name } of layouts)
  step(`layout: ${name}`, () => expect(`layout-${name}`, evaluate(layout(topology, disks))));
step('shellcheck finds nothing in scripts and hooks', () => {
  const files = filesEnding('.sh').filter((file) => /^(hooks|scripts)\//.test(file));
  // The variables of a hook are put in front of it by the layout.
  const words = ['--shell=bash', '--exclude=SC2154', ...files];
  const { error, status, stdout } = spawnSync('shellcheck', words, { cwd: here, encoding: 'utf8' });
  if (error) throw new Error('shellcheck is missing: apt-get install shellcheck');
  if (status !== 0) throw new Error(stdout);
});
const given = upstream();
generated(given);
if (given) {
  withUpstream(given);
  refusals(given);
} else
  console.log(
    'not run  the module and disko: set NIXPKGS_LIB to the directory lib of nixpkgs and DISKO to a checkout of disko',
  );
console.log('not run  tests/cached-array.nix, a test in virtual machines: it needs all of nixpkgs (nix flake check)');
process.exitCode = failures ? 1 : 0;
