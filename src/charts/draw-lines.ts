import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { asImage } from './image.ts';
import type { Trace } from './traces.ts';

/** How the lines of the first few kinds are told apart without colour. */
const dashes = ['none', '6 3', '2 3', '9 3 2 3'];

/** Lines over a common axis, as SVG in the colours of the page; each is named at its end. */
export function drawLines(trace: Trace, describedAs: string, figure: (value: number) => string): string {
  const { document } = parseHTML('<html></html>');
  const kinds = [...new Set(trace.lines.map(({ of }) => of))];
  const points = trace.lines.flatMap(({ of, run, points }) => points.map((point) => ({ ...point, of, run })));
  const most = Math.max(...points.map(({ y }) => y), 1);
  const ends = kinds.map((of) => {
    const last = trace.lines.filter((line) => line.of === of).flatMap(({ points }) => points.slice(-1));
    return { of, x: Math.max(...last.map(({ x }) => x)), y: last.reduce((sum, { y }) => sum + y, 0) / last.length };
  });
  const whole = trace.doubling || points.every(({ x }) => Number.isInteger(x));
  const spaced = spread(ends, most / 9);
  const plot = Plot.plot({
    document,
    width: 560,
    height: 250,
    marginTop: 24,
    marginRight: 110,
    marginBottom: 44,
    marginLeft: 46,
    style: { fontSize: '13px', background: 'none' },
    x: {
      type: trace.doubling ? 'log' : 'linear',
      domain: [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))],
    },
    y: { domain: [0, trace.percent ? 100 : most * 1.05] },
    marks: [
      Plot.gridY({ stroke: 'var(--hairline)', strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({
        ...(whole ? { ticks: [...new Set(points.map(({ x }) => x))] } : { ticks: 6 }),
        tickFormat: figure,
        tickSize: 0,
        label: trace.x,
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 38,
        fill: 'var(--quiet)',
      }),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        tickFormat: figure,
        label: trace.y,
        labelAnchor: 'top',
        labelArrow: 'none',
        fill: 'var(--quiet)',
      }),
      ...kinds.map((kind, i) =>
        Plot.line(
          points.filter(({ of }) => of === kind),
          {
            x: 'x',
            y: 'y',
            z: 'run',
            stroke: i % 2 ? 'var(--ink)' : 'var(--accent)',
            strokeDasharray: dashes[i % dashes.length] ?? 'none',
            strokeWidth: 1.7,
          },
        ),
      ),
      Plot.dot(points.length < 240 ? points : [], { x: 'x', y: 'y', r: 2.2, fill: 'var(--quiet)' }),
      Plot.text(spaced, {
        x: 'x',
        y: 'y',
        text: 'of',
        dx: 10,
        textAnchor: 'start',
        fontWeight: 600,
        fill: 'currentColor',
      }),
    ],
  });
  return asImage(plot, describedAs);
}

/** Names at the ends of lines, moved apart where they would lie on each other. */
function spread<T extends { y: number }>(ends: T[], apart: number): T[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  let floor = Number.NEGATIVE_INFINITY;
  return sorted.map((end) => {
    const y = Math.max(end.y, floor + apart);
    floor = y;
    return { ...end, y };
  });
}
