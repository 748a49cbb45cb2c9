import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, filesEnding, here } from './nix.ts';
import { evaluateModule, type Upstream } from './upstream.ts';

/** The disks of the lab, as legs; sizes that fit on them. */
const legs = [1, 2].map((n) => `leg${n} = { hdds = [ "${byId(`H${n}`)}" ]; ssd = "${byId(`S${n}`)}"; };`).join(' ');
const settings = `legs = { ${legs} }; cacheSize = "384M"; chunkSize = "64K";`;

function byId(serial: string): string {
  return `/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_${serial}`;
}

/** Shell text of disko that the lab runs, by its name under lab/agent/. */
const texts: Record<string, (given: Upstream) => string> = {
  'disko-lvmcache.sh': (given) => createOf(given, 'lvmcache'),
  'disko-separate-pool.sh': (given) => createOf(given, 'separate-pool'),
  'disko-spread.sh': ({ nixpkgsLib, disko }) =>
    String(evaluate(`import ./tests/spread.nix { nixpkgsLib = ${nixpkgsLib}; disko = ${disko}; }`)),
  'disko-deactivate.sh': ({ disko }) => deactivateOf(disko),
};
export const generatedNames = Object.keys(texts);

function createOf(given: Upstream, topology: 'lvmcache' | 'separate-pool'): string {
  // What evaluateModule takes as the legs of the files is overruled by those of the lab.
  return String(evaluateModule(given, { topology, disks: '2-hdd', settings }, 'create'));
}

/** The destroy step for one disk: disko's script with the program for jq that it reads from beside it. */
function deactivateOf(disko: string): string {
  const read = (name: string) => readFileSync(join(disko, 'disk-deactivate', name), 'utf8');
  const script = read('disk-deactivate').split('\n').slice(1).join('\n');
  const swaps = /^.*zfs-swap-deactivate\.jq.*\n/m;
  return `here=$(mktemp -d)
cat >"$here/disk-deactivate.jq" <<'PROGRAM'
${read('disk-deactivate.jq')}PROGRAM
${script.replace(swaps, '').replace('$(dirname "$0")', '$here')}`;
}

/** sha256 of everything of ours that the texts are made from: when it changes they have to be made again. */
export function inputsHash(): string {
  const files = [...filesEnding('.nix'), ...filesEnding('.sh')].filter((file) =>
    /^(layouts|hooks|module)\/|^tests\/(spread|evaluate|stub)\.nix$/.test(file),
  );
  const hash = createHash('sha256').update(settings);
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(here, file)));
  return hash.digest('hex');
}

/** The files as they have to be: a head that says what they are, and the text of disko as it comes. */
export function generate(given: Upstream): Record<string, string> {
  const head = [
    '# Made by `node nix/check.ts --accept`; not to be edited. Text of disko at commit 878ec37, which has this notice:',
    '# MIT License. Copyright (c) 2018, 2019, 2022-2024 Nix community projects. The licence stands in nix/LICENSE-disko.',
    `# From files with sha256 ${inputsHash()}`,
    '',
  ].join('\n');
  return Object.fromEntries(Object.entries(texts).map(([name, make]) => [name, `${head}${make(given).trimEnd()}\n`]));
}

/** Where the lab takes them from: what lies there is packed into the guest. */
export const generatedFile = (name: string): string => join(here, '..', 'lab', 'agent', name);
