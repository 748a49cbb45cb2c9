import { figure } from '../model/derive/values.ts';
import { cached } from '../site/cache.ts';
import drawing from './draw.ts?raw';
import type { Panel } from './series.ts';

/** A panel as inline SVG. Drawn once for the same figures and the same drawing code; Plot is loaded only to draw. */
export function chart(panel: Panel, title: string): Promise<string> {
  const text = description(panel, title);
  return cached('charts', [drawing, panel, text], async () => (await import('./draw.ts')).draw(panel, text, figure));
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
