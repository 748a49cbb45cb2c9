import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, getPriority, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Provenance } from '../../src/schema/index.ts';
import type { Image } from '../image/build.ts';
import { named, root, sha256Of } from '../image/recipe.ts';
import { variants } from '../image/variants.ts';
import { commandLine, type Hardware, qemuArguments } from '../machine/arguments.ts';
import { Invalid } from '../machine/machine.ts';

/** Paths of what decides what a run does: a change there that is not committed makes the lab dirty. */
const decisive = [
  ...['lab', 'data/procedures', 'data/experiments', 'src/schema/procedure.ts'],
  ...Object.values(variants).map(({ lockName }) => lockName),
];

export const experimentFile = (id: string): string => join(root, 'lab', 'experiments', `${id}.ts`);

/** What the lab's code was. Taken when a series starts, since that is when the code was loaded. */
export type Source = Pick<Provenance, 'lab' | 'experimentSha256'>;

export function sourceOf(id: string): Source {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  return {
    lab: { commit: git('rev-parse', 'HEAD'), dirty: git('status', '--porcelain', '--', ...decisive) !== '' },
    experimentSha256: sha256Of(readFileSync(experimentFile(id))),
  };
}

/** What the guest says it is made of: what `dpkg-query --show` printed (name, tab, version a line), and its kernel. */
export type Installed = { packages: string; kernel: string };

/** Throws Invalid when the guest is not what the lock says. */
export function provenanceOf(source: Source, image: Image, hardware: Hardware, installed: Installed): Provenance {
  const locked = image.lock.kernels[hardware.kernel];
  if (installed.kernel !== locked)
    throw new Invalid(`the guest runs ${installed.kernel}, the image lock has ${locked}`);
  const version = /version (\S+)/.exec(execFileSync('qemu-system-x86_64', ['--version'], { encoding: 'utf8' }))?.[1];
  return {
    ...source,
    imageLockSha256: sha256Of(image.lockText),
    kernelRelease: locked,
    commandLine,
    packages: packagesOf(image, installed.packages),
    qemu: { version: version ?? 'unknown', accelerator: hardware.accelerator, arguments: withoutPaths(hardware) },
    host: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryMiB: Math.round(totalmem() / 2 ** 20),
      load1: Number((loadavg()[0] ?? 0).toFixed(2)),
      nice: getPriority(),
    },
    disks: [...hardware.disks],
  };
}

/** The directories of this machine do not matter to anybody else. */
const withoutPaths = (hardware: Hardware): string[] =>
  qemuArguments(hardware).map((word) =>
    word.replaceAll(hardware.image, '$IMAGE').replaceAll(hardware.scratch, '$SCRATCH'),
  );

function packagesOf({ lock }: Image, installed: string): Record<string, string> {
  const versions = new Map<string, string>();
  for (const line of installed.trim().split('\n')) {
    const [name = '', version = ''] = line.split('\t');
    versions.set(name.replace(/:.*/, ''), version);
  }
  for (const { name, version } of lock.packages)
    if (versions.get(name) !== version)
      throw new Invalid(`the guest has ${name} ${versions.get(name) ?? 'not at all'}, the image lock ${version}`);
  const more = Object.values(variants)
    .flatMap((variant) => variant.packages)
    .filter((name) => versions.has(name));
  return Object.fromEntries([...named, ...more].map((name) => [name, versions.get(name) ?? 'none']));
}
