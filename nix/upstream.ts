import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DiskSet, evaluate, here, type Topology } from './nix.ts';

/** Directories of what is not part of this repository, from the environment. */
export type Upstream = { nixpkgsLib: string; disko: string };

/** NIXPKGS_LIB is the directory `lib` of nixpkgs, DISKO a checkout of disko. Null when one is not given. */
export function upstream(): Upstream | null {
  const { NIXPKGS_LIB: nixpkgsLib, DISKO: disko } = process.env;
  return nixpkgsLib && disko ? { nixpkgsLib, disko } : null;
}

/** A part of what tests/evaluate.nix gives: the text of a script of disko, or what the module makes of NixOS. */
export function evaluateModule(
  { nixpkgsLib, disko }: Upstream,
  {
    topology,
    disks,
    more = '',
    extra = '{ }',
    settings: given = `legs = import ./disks/${disks}.nix;`,
  }: { topology: Topology; disks: DiskSet; more?: string; extra?: string; settings?: string },
  part: 'create' | 'mount' | 'wiped' | 'system',
): unknown {
  const settings = `{ topology = "${topology}"; ${given} ${more} }`;
  return evaluate(
    `(import ./tests/evaluate.nix { nixpkgsLib = ${nixpkgsLib}; disko = ${disko}; settings = ${settings}; extra = ${extra}; }).${part}`,
  );
}

/**
 * The commands that a script of disko calls on empty disks, with their arguments: the script is run, and every tool
 * that would touch a disk only writes down how it was called.
 */
export function commandsOf(script: string): string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'disko-commands-'));
  try {
    const prelude = readFileSync(join(here, 'tests', 'recorder.sh'), 'utf8');
    // bcache is spoken to in files of /sys: those are made in the scratch directory.
    const text = script.replaceAll('/sys/', `${scratch}/sys/`).replaceAll('/stub/', '/nonexistent/');
    const file = join(scratch, 'script.sh');
    writeFileSync(file, `${prelude}\n${text}`);
    execFileSync('bash', ['--norc', file], {
      env: { PATH: process.env['PATH'], SCRATCH: scratch, TMPDIR: scratch },
      stdio: 'pipe',
    });
    return readFileSync(join(scratch, 'commands'), 'utf8')
      .replaceAll(scratch, '')
      .replace(/\/tmp\.\w+/g, '/TEMPORARY')
      .trimEnd()
      .split('\n');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
