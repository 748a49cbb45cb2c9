import { figure } from '../model/derive/values.ts';
import { cached } from '../site/cache.ts';
import drawing from './draw.ts?raw';
import image from './image.ts?raw';
import type { Panel } from './series.ts';

/** A panel as inline SVG. Drawn once for the same figures and the same drawing code; Plot is loaded only to draw. */
export function chart(panel: Panel, title: string): Promise<string> {
  const text = description(panel, title);
  return cached('charts', [drawing, image, panel, text], async () =>
    (await import('./draw.ts')).draw(panel, text, figure),
  );
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

/** What a panel shows, as the finding that stands above it: the medians, or the least and the greatest of many. */
export function found({ unit, rows }: Panel, title: string): string {
  const said = rows.flatMap(({ label, series }) => series.slice(-1).map((one) => ({ label, ...one })));
  const [first] = said;
  if (!first) return title;
  const where = rows.some(({ series }) => series.length > 1) ? `, Linux ${first.kernel}` : '';
  const measured = unit === 'ratio' ? 'in the median' : `${unit} in the median`;
  const sorted = [...said].sort((a, b) => a.median - b.median);
  const [low = first, high = first] = [sorted[0], sorted.at(-1)];
  if (said.length > 1 && low.median === high.median)
    return `${title}: ${figure(low.median)} ${measured}, all the same${where}`;
  if (said.length < 4)
    return `${said.map(({ label, median }) => `${label}: ${figure(median)}`).join('; ')} ${measured}${where}`;
  return `${title}: from ${figure(low.median)} (${low.label}) to ${figure(high.median)} (${high.label}) ${measured}${where}`;
}
