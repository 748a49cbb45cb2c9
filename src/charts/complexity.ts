import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { cached } from '../site/cache.ts';
import type { Bars } from './bars.ts';
import drawing from './bars.ts?raw';

const counts = z.record(z.string(), z.int());
const complexityFile = z.object({
  about: z.record(z.string(), z.string()),
  topologies: z.record(z.string(), counts),
});

/** What is counted, with what a reader calls it. */
const measures: [string, string][] = [
  ['files', 'Files of layout, hooks, module and scripts'],
  ['layoutSettings', 'Settings in the layout, two hard disks and two SSDs'],
  ['layoutLines', 'Lines of the layout'],
  ['hookLines', 'Lines of shell that disko cannot say'],
  ['nixosOptions', 'Options of NixOS that have to be set or read'],
  ['commandsToCreate', 'Commands on empty disks'],
  ['stepsAfterSsdDeath', 'Steps by hand after an SSD died'],
  ['commandsAfterSsdDeath', 'Commands among them'],
  ['startsAfterSsdDeath', 'Starts of the machine until all is whole again'],
  ['silentFailures', 'Failures that say nothing by themselves'],
];

export type Complexity = { bars: Bars; names: string[]; about: Record<string, string> };

/** The counts of nix/complexity.json, measure by measure. What the file does not have is left out. */
export function complexity(file = 'nix/complexity.json'): Complexity {
  const { about, topologies } = complexityFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const names = Object.keys(topologies);
  const bars = measures.flatMap(([measure, label]) => {
    const all = names.flatMap((name) => {
      const count = topologies[name]?.[measure];
      return count === undefined ? [] : [{ name, count }];
    });
    return all.length === names.length ? [{ label, counts: all }] : [];
  });
  return { bars, names, about };
}

/** The chart as SVG, with its text. Drawn once for the same counts and drawing code. */
export function complexityChart({ bars }: Complexity): Promise<string> {
  const text = bars
    .map(({ label, counts }) => `${label}: ${counts.map(({ name, count }) => `${name} ${count}`).join(', ')}`)
    .join('. ');
  return cached('charts', [drawing, text], async () => (await import('./bars.ts')).drawBars(bars, text));
}
