import { execFileSync, spawnSync } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newerSuite, preferences, suite, trimScript } from './recipe.ts';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * root.tar, lab/ (kernels, what the initrds are made of, the inventory) and debs/ in `work`, from the
 * packages or patterns of apt in `wanted` and what they depend on. Needs no root where unshare works.
 */
export function bootstrap(work: string, wanted: readonly string[], sources: readonly string[]): void {
  const script = (path: string) => [
    `--customize-hook=copy-in ${path} /tmp`,
    `--customize-hook=chroot "$1" sh /tmp/${path.split('/').at(-1)}`,
  ];
  const log = openSync(join(work, 'log'), 'w');
  const done = spawnSync(
    'mmdebstrap',
    [
      ...['--variant=minbase', '--format=tar', ...wanted.map((one) => `--include=${one}`)],
      ...['--skip=download/empty', '--skip=essential/unlink', '--skip=cleanup/apt/cache'],
      `--setup-hook=printf '${preferences}' > "$1"/etc/apt/preferences.d/newer-kernel`,
      ...script(join(import.meta.dirname, 'inventory.sh')),
      `--customize-hook=sync-out /var/cache/apt/archives ${join(work, 'debs')}`,
      ...script(trimScript),
      `--customize-hook=copy-out /boot/lab ${work}`,
      '--customize-hook=rm -rf "$1"/boot/lab "$1"/tmp/*.sh',
      ...[suite, join(work, 'root.tar'), ...sources],
    ],
    { stdio: ['ignore', log, log] },
  );
  if (done.status === 0) return;
  const tail = readFileSync(join(work, 'log'), 'utf8').trim().split('\n').slice(-12).join('\n');
  throw new Error(`mmdebstrap failed (${done.error?.message ?? `status ${done.status}`}):\n${tail}`);
}

/**
 * The lines for apt that name the suites in the archive from which this host itself is installed, or in LAB_MIRROR;
 * `more` are suites beside those of the common image.
 */
export function archive(more: readonly string[] = []): string[] {
  const known = execFileSync('apt-get', ['indextargets', '--format', '$(ORIGIN)|$(LABEL)|$(REPO_URI)'], {
    encoding: 'utf8',
  });
  const debian = known.split('\n').find((line) => line.startsWith('Debian|Debian|'));
  const mirror = process.env['LAB_MIRROR'] ?? debian?.split('|')[2];
  if (!mirror) throw new Error('This host knows no archive of Debian: name one in LAB_MIRROR.');
  const line = (one: string, options: string) => `deb [signed-by=${keyring}${options}] ${mirror} ${one} main`;
  return [
    ...[suite, newerSuite].map((one) => line(one, '')),
    // Signed all the same. A mirror can be behind with such a suite, and the lock names each package by its sha256.
    ...more.map((one) => line(one, ' check-valid-until=no')),
  ];
}
