// A registry that lacks some platform's build of an optional package makes npm leave that package out of the lock
// file, and `npm ci` then refuses the lock. This writes the missing entries (version, os, cpu), so that one lock file
// serves every platform. It is run by `npm run relock`.
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  linuxmusl: 'linux',
  macos: 'darwin',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  aix: 'aix',
  win: 'win32',
  win32: 'win32',
  windows: 'win32',
};
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

/** Where Node would find a package from inside another: the key in the lock, or nothing. */
function resolve(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const key = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[key]) return key;
    if (!at) return undefined;
  }
}

let added = 0;
for (const [path, parent] of Object.entries({ ...packages }))
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) continue;
    const key = resolve(path, name);
    if (key && packages[key].version === version) continue;
    const words = name.split('/').at(-1).split('-');
    const os = words.map((word) => systems[word]).find(Boolean);
    const cpu = words.find((word) => processors.includes(word));
    if (!os && cpu !== 'wasm32') {
      console.error(`left alone: ${name}@${version}, whose name tells no platform`);
      continue;
    }
    packages[key ? `${path}/node_modules/${name}` : `node_modules/${name}`] = {
      version,
      ...(cpu && { cpu: [cpu] }),
      ...(parent.dev && { dev: true }),
      optional: true,
      ...(os && { os: [os] }),
    };
    added++;
  }

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);
