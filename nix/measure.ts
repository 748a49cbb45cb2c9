/**
 * How much there is to each topology, counted from the files: `node nix/measure.ts` writes nix/complexity.json, and
 * with --check it fails when the file says something else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { filesEnding, here, type Topology, topologies } from './nix.ts';

const read = (file: string): string => readFileSync(join(here, file), 'utf8');
const readJson = (file: string): unknown => JSON.parse(read(file));
const isCode = (line: string): boolean => line.trim() !== '' && !line.trim().startsWith('#');
const linesOf = (file: string): number => read(file).split('\n').filter(isCode).length;
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The files that a topology uses: what they import or read, from the layout and the parts of the module on. */
function filesOf(topology: Topology): { layout: string[]; hooks: string[]; module: string[]; scripts: string[] } {
  const layout = reachable([`layouts/${topology}.nix`]).filter((file) => file.endsWith('.nix'));
  const hooks = reachable([`layouts/${topology}.nix`]).filter((file) => file.startsWith('hooks/'));
  const own: Partial<Record<Topology, string>> = { lvmcache: 'module/lvmcache.nix' };
  const others = Object.values(own).filter((file) => file !== own[topology]);
  const module = filesEnding('.nix').filter((file) => file.startsWith('module/') && !others.includes(file));
  const scrub = ['lvmcache', 'bcache'].includes(topology) ? `scripts/scrub-${topology}.sh` : 'scripts/scrub-plain.sh';
  const common = filesEnding('.sh').filter((file) => file.startsWith('scripts/') && !file.startsWith('scripts/scrub-'));
  return { layout, hooks, module, scripts: [...common, scrub] };
}

/** Files named by a file, and by those, as paths of Nix; the file with all topologies and that of the checks are not followed. */
function reachable(files: string[]): string[] {
  const seen = new Set(files);
  for (const file of seen) {
    for (const [, path = ''] of read(file).matchAll(/(?<=[\s(])(\.\.?\/[\w./-]+\.(?:nix|sh))/g))
      seen.add(join(file, '..', path));
  }
  return [...seen].sort();
}

/** Values in a layout that are not sets themselves; a hook counts as one. */
function settingsIn(value: unknown): number {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return 1;
  return sum(Object.values(value).map(settingsIn));
}

/** Lines of shell in the hooks of a layout, as disko gets them: once for each leg. */
function hookLinesIn(value: unknown, key = ''): number {
  if (typeof value === 'string') return key.endsWith('Hook') ? value.split('\n').filter(isCode).length : 0;
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return 0;
  return sum(Object.entries(value).map(([name, inner]) => hookLinesIn(inner, name)));
}

/** Lines below a heading: numbered ones, or others that begin so. */
function stepsBelow(heading: string, text: string, begin = /^\d+\. /): number {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`there is no section "${heading}"`);
  return section.split('\n').filter((line) => begin.test(line)).length;
}

function measure(topology: Topology) {
  const { layout, hooks, module, scripts } = filesOf(topology);
  const built = readJson(`expected/layout-${topology}-2-hdd.json`);
  const commands = readJson(`expected/commands-${topology}-2-hdd.json`) as { create: string[] };
  const table = readJson('options.json') as { nixos: { topologies: string[] }[]; disko: { topologies: string[] }[] };
  const steps = read(`steps/${topology}.md`);
  const uses = (each: { topologies: string[] }) => each.topologies.includes(topology);
  return {
    files: layout.length + hooks.length + module.length + scripts.length,
    layoutLines: sum(layout.map(linesOf)),
    layoutSettings: settingsIn(built),
    hookLines: sum(hooks.map(linesOf)),
    hookLinesGenerated: hookLinesIn(built),
    moduleLines: sum(module.map(linesOf)),
    scriptLines: sum(scripts.map(linesOf)),
    nixosOptions: table.nixos.filter(uses).length,
    diskoOptions: table.disko.filter(uses).length,
    commandsToCreate: commands.create.length,
    stepsToCreate: stepsBelow('Create', steps),
    stepsAfterSsdDeath: stepsBelow('An SSD died', steps),
    commandsAfterSsdDeath: stepsBelow('An SSD died', steps, /^\d+\. `/),
    startsAfterSsdDeath: stepsBelow('An SSD died', steps, /^\d+\. Power off/),
    silentFailures: stepsBelow('Says nothing by itself', steps, /^- /),
  };
}

export const complexity = () => ({
  about: {
    of: 'Two hard disks and two SSDs. Lines are neither empty nor comments.',
    files: 'Files of layout, hooks, module and scripts that the topology uses; the module is one for all topologies.',
    hookLinesGenerated: 'Lines of shell in what disko gets, once for each leg.',
    nixosOptions: 'Options of NixOS that the module sets or reads for the topology.',
    commandsToCreate: 'Commands that disko calls on empty disks, hooks included, as in nix/expected.',
    stepsToCreate: 'Numbered steps in nix/steps.',
    commandsAfterSsdDeath: 'Those of them that are commands.',
    startsAfterSsdDeath: 'Those of them for which the machine is powered off and started.',
    silentFailures: 'What nix/steps lists under "Says nothing by itself"; the checks of the module look for them.',
    stepsAfterSsdDeath: 'The same; of the array where the SSDs are a pool of their own there are none.',
  },
  topologies: Object.fromEntries(topologies.map((topology) => [topology, measure(topology)])),
});

if (process.argv[1] === import.meta.filename) {
  const path = join(here, 'complexity.json');
  const seen = complexity();
  if (!process.argv.includes('--check')) writeFileSync(path, `${JSON.stringify(seen, null, 2)}\n`);
  else if (!isDeepStrictEqual(readJson('complexity.json'), seen)) {
    console.error('nix/complexity.json is not what the files say. Run: node nix/measure.ts');
    process.exitCode = 1;
  }
}
