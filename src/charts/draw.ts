import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { asImage } from './image.ts';
import { isLogarithmic, type Panel, valuesOf } from './series.ts';

const width = 560;
const labelHeight = 24;
const rowHeight = 24;
/** A crowd of samples says no more than a part of it does, and costs a node each. */
const samplesShown = 240;

type Dot = { label: string; kernel: string; value: number };

/**
 * A panel as SVG: a ring for each run on a line from the lowest to the highest, faint dots for raw samples, a stroke and
 * the figure for the median.
 * Colours are CSS variables and the text is the page's, so it serves light, dark and paper.
 */
export function draw(panel: Panel, describedAs: string, figure: (value: number) => string): string {
  const { document } = parseHTML('<html></html>');
  const kernels = [...new Set(panel.rows.flatMap(({ series }) => series.map(({ kernel }) => `Linux ${kernel}`)))];
  const dots = (pick: (series: Panel['rows'][number]['series'][number]) => number[]): Dot[] =>
    panel.rows.flatMap(({ label, series }) =>
      series.flatMap((one) => pick(one).map((value) => ({ label, kernel: `Linux ${one.kernel}`, value }))),
    );
  const at = { fy: 'label', y: 'kernel', x: 'value' } as const;
  const medians = dots(({ median }) => [median]);
  const ticks = isLogarithmic(panel) ? 4 : 5;
  const spans = panel.rows.flatMap(({ label, series }) =>
    series.map(({ kernel, runs }) => ({
      label,
      kernel: `Linux ${kernel}`,
      low: Math.min(...runs),
      high: Math.max(...runs),
    })),
  );
  const plot = Plot.plot({
    document,
    width,
    height: panel.rows.length * (labelHeight + kernels.length * rowHeight) + 44,
    marginTop: 4,
    marginBottom: 40,
    marginLeft: 78,
    marginRight: 78,
    style: { fontSize: '13px', background: 'none' },
    fy: { axis: null, domain: panel.rows.map(({ label }) => label), padding: 0 },
    y: { axis: null, domain: ['', ...kernels], padding: 0 },
    x: { type: isLogarithmic(panel) ? 'log' : 'linear', domain: domainOf(panel), nice: true, ticks },
    marks: [
      Plot.gridX({ stroke: 'var(--hairline)', strokeOpacity: 1, ticks }),
      Plot.axisX({
        ticks,
        tickFormat: (value: number) => figure(value),
        tickSize: 0,
        label: panel.unit === 'ratio' ? 'ratio; at 1 there is no difference' : panel.unit,
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 36,
        fill: 'var(--quiet)',
      }),
      // What a ratio is held against: no difference.
      Plot.ruleX(panel.unit === 'ratio' ? [1] : [], { stroke: 'var(--ink)', strokeWidth: 1.2 }),
      Plot.ruleY(spans, {
        fy: 'label',
        y: 'kernel',
        x1: 'low',
        x2: 'high',
        stroke: 'var(--quiet)',
        strokeWidth: 1.2,
      }),
      Plot.dot(
        dots(({ samples }) => thinned(samples)),
        { ...at, r: 1.7, fill: 'var(--quiet)', fillOpacity: 0.3 },
      ),
      Plot.tickX(medians, { ...at, stroke: 'var(--accent)', strokeWidth: 2.5, insetTop: 3, insetBottom: 3 }),
      Plot.dot(
        dots(({ runs }) => runs),
        { ...at, r: 3.6, fill: 'var(--ground)', stroke: 'var(--ink)', strokeWidth: 1.3 },
      ),
      Plot.text(medians, {
        fy: 'label',
        y: 'kernel',
        frameAnchor: 'right',
        dx: 12,
        textAnchor: 'start',
        text: ({ value }: Dot) => figure(value),
        fontWeight: 600,
        fill: 'currentColor',
      }),
      Plot.text(medians, {
        fy: 'label',
        y: 'kernel',
        frameAnchor: 'left',
        dx: -8,
        textAnchor: 'end',
        text: 'kernel',
        fill: 'var(--quiet)',
      }),
      Plot.text(panel.rows, {
        fy: 'label',
        frameAnchor: 'top-left',
        dx: -78,
        dy: 6,
        text: 'label',
        stroke: 'var(--ground)',
        strokeWidth: 5,
        fontWeight: 600,
        fill: 'currentColor',
      }),
    ],
  });
  return asImage(plot, describedAs);
}

/** From zero, or from the lowest power of ten on a logarithmic axis; never a domain without extent. */
function domainOf(panel: Panel): [number, number] {
  const values = valuesOf(panel);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (isLogarithmic(panel)) return [10 ** Math.floor(Math.log10(low)), high * 1.1];
  const least = panel.unit === 'ratio' ? 1.1 : 0;
  return [Math.min(0, low), Math.max(least, high, low < 0 ? 0 : high || 1)];
}

const thinned = (samples: number[]) => {
  const step = Math.ceil(samples.length / samplesShown);
  return [...samples].sort((a, b) => a - b).filter((_, i) => i % step === 0);
};
