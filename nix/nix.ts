import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export const here = import.meta.dirname;
/** Another nix-instantiate than that of the system, for trying versions. */
const program = process.env['NIX_INSTANTIATE'] ?? 'nix-instantiate';

export const topologies = ['plain', 'separate-pool', 'lvmcache', 'bcache'] as const;
export type Topology = (typeof topologies)[number];
export const diskSets = ['2-hdd', '4-hdd'] as const;
export type DiskSet = (typeof diskSets)[number];

/** Every layout that can be built: bcache takes one hard disk a leg. */
export const layouts: readonly { topology: Topology; disks: DiskSet; name: string }[] = topologies.flatMap((topology) =>
  diskSets
    .filter((disks) => topology !== 'bcache' || disks === '2-hdd')
    .map((disks) => ({ topology, disks, name: `${topology}-${disks}` })),
);

/** Files below nix/ that end so, relative to it, in order. */
export function filesEnding(end: string): string[] {
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end) && statSync(join(here, file)).isFile())
    .map((file) => relative(here, join(here, file)))
    .sort();
}

/** Runs nix-instantiate. Throws with what it printed; without Nix, with how to get it. */
export function nixInstantiate(...words: string[]): string {
  try {
    // A store that keeps nothing, so that no daemon, no network and no /nix is needed.
    const options = { encoding: 'utf8', cwd: here, maxBuffer: 64 * 1024 * 1024, stdio: 'pipe' } as const;
    return execFileSync(program, ['--store', 'dummy://', ...words], options);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error('nix-instantiate is missing: apt-get install nix-bin');
    if (error instanceof Error && 'stderr' in error) throw new Error(String(error.stderr).trim());
    throw error;
  }
}

export const parse = (file: string): string => nixInstantiate('--parse', join(here, file));

/** The value of an expression, in which paths are relative to nix/. */
export function evaluate(expression: string): unknown {
  return JSON.parse(nixInstantiate('--eval', '--strict', '--json', '--expr', expression));
}

/** What evaluation fails with. Throws when it does not fail. */
export function refusal(expression: string): string {
  let value: unknown;
  try {
    value = evaluate(expression);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error(`evaluated to ${JSON.stringify(value)}`);
}

export const layout = (topology: Topology, disks: DiskSet, more = ''): string =>
  `(import ./layouts).${topology} { legs = import ./disks/${disks}.nix; ${more} }`;
