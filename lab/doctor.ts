import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { cachedImage, type Image } from './image/build.ts';
import type { Accelerator } from './machine/arguments.ts';
import { withBench } from './run/bench.ts';

/** Programs that the lab calls, with the Debian package that has each. */
export const programs: Record<string, string> = {
  'qemu-system-x86_64': 'qemu-system-x86',
  'qemu-img': 'qemu-utils',
  mmdebstrap: 'mmdebstrap',
  mksquashfs: 'squashfs-tools',
  cpio: 'cpio',
  git: 'git',
  'apt-get': 'apt',
  'dpkg-deb': 'dpkg',
  setpriv: 'util-linux',
};
/** Only where the image is built without being root. */
const unprivileged: Record<string, string> = { newuidmap: 'uidmap' };

export type Complaint = { missing: string; mend: string };

/** What is missing on this host, each with how to mend it. `has` tells whether a program can be called. */
export function complaints(
  has: (program: string) => boolean,
  host: { isRoot: boolean; keyring: boolean; subordinateIds: boolean },
): Complaint[] {
  const wanted = host.isRoot ? programs : { ...programs, ...unprivileged };
  const missing = Object.entries(wanted)
    .filter(([program]) => !has(program))
    .map(([program, from]) => ({ missing: program, mend: `apt-get install ${from} (needs root)` }));
  if (!host.keyring)
    missing.push({ missing: "the archive's keyring", mend: 'apt-get install debian-archive-keyring (needs root)' });
  if (!host.isRoot && !host.subordinateIds)
    missing.push({
      missing: 'subordinate user ids, to build the image without root',
      mend: `usermod --add-subuids 100000-165535 --add-subgids 100000-165535 ${userInfo().username} (needs root)`,
    });
  return missing;
}

const isProgram = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

export function inspectHost(): Complaint[] {
  const isRoot = process.getuid?.() === 0;
  const subordinateIds =
    existsSync('/etc/subuid') && readFileSync('/etc/subuid', 'utf8').includes(`${userInfo().username}:`);
  return complaints(isProgram, {
    isRoot,
    subordinateIds,
    keyring: existsSync('/usr/share/keyrings/debian-archive-keyring.gpg'),
  });
}

const KVM_PROBE_SECONDS = 30;

/**
 * KVM if it boots the lab's own guest within half a minute, else TCG. A device file alone says little: one that is there
 * and cannot run a stock kernel was seen.
 */
export async function probeAccelerator(image: Image): Promise<{ accelerator: Accelerator; because: string }> {
  try {
    accessSync('/dev/kvm', constants.R_OK | constants.W_OK);
  } catch {
    return { accelerator: 'tcg', because: 'there is no /dev/kvm that this user may open' };
  }
  const setup = { accelerator: 'kvm', image: image.directory, kernel: '6.12', seed: 1 } as const;
  try {
    return await withBench({ ...setup, limits: { bootSeconds: KVM_PROBE_SECONDS } }, async ({ machine }) => {
      await machine.boot();
      return { accelerator: 'kvm', because: `the guest was up after ${machine.stopwatch.parts.boots[0]} s` };
    });
  } catch (error) {
    return { accelerator: 'tcg', because: `KVM was tried: ${error instanceof Error ? error.message : error}` };
  }
}

/** Prints what it found; true when an experiment can be run. */
export async function doctor(say: (text: string) => void): Promise<boolean> {
  const found = inspectHost();
  for (const { missing, mend } of found) say(`missing: ${missing}\n   mend: ${mend}`);
  if (!found.length) say('all programs are there');
  say(`scratch files go to ${tmpdir()} (about 1 GiB a run; TMPDIR names another place)`);
  if (process.getuid?.() !== 0) say('no root is needed to run experiments; the image is built in a user namespace');
  const image = cachedImage();
  if (!image) say('the image is not built yet: npm run lab -- image');
  else {
    say(
      `the image is built: kernels ${Object.values(image.lock.kernels).join(' and ')}, ${image.lock.packages.length} packages`,
    );
    const { accelerator, because } = await probeAccelerator(image);
    say(`accelerator: ${accelerator}, because ${because}`);
  }
  return found.length === 0;
}
