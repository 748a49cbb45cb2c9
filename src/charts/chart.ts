import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figure } from '../model/derive/values.ts';
import drawing from './draw.ts?raw';
import type { Panel } from './series.ts';

const cache = '.cache/charts';

/** A panel as inline SVG. Drawn once for the same figures and the same drawing code; Plot is loaded only to draw. */
export async function chart(panel: Panel, title: string): Promise<string> {
  const text = description(panel, title);
  const key = createHash('sha256')
    .update(JSON.stringify([drawing, panel, text]))
    .digest('hex')
    .slice(0, 24);
  const file = join(cache, `${key}.svg`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { draw } = await import('./draw.ts');
  const svg = draw(panel, text, figure);
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, svg);
  return svg;
}

/** The chart in words: each measure on each kernel with its median, its range and how often it was run. */
export function description({ unit, rows }: Panel, title: string): string {
  const parts = rows.flatMap(({ label, series }) =>
    series.map(({ kernel, runs, median }) => {
      const [low, high] = [figure(Math.min(...runs)), figure(Math.max(...runs))];
      const spread = low === high ? 'the same in every run' : `from ${low} to ${high}`;
      return `${label}, Linux ${kernel}: median ${figure(median)} ${unit}, ${spread} (${runs.length} runs)`;
    }),
  );
  return `${title}. ${parts.join('. ')}.`;
}
