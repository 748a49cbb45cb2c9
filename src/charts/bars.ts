import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** Counts of several things by name: each group has an axis of its own, from nothing to its largest. */
export type Bars = { label: string; counts: { name: string; count: number }[] }[];

const rowHeight = 20;
const labelHeight = 26;

/** Bars as SVG. Colours are CSS variables and the text is the page's, so it serves light, dark and paper. */
export function drawBars(groups: Bars, describedAs: string): string {
  const { document } = parseHTML('<html></html>');
  const names = groups[0]?.counts.map(({ name }) => name) ?? [];
  const rows = groups.flatMap(({ label, counts }) => {
    const most = Math.max(1, ...counts.map(({ count }) => count));
    return counts.map(({ name, count }) => ({ label, name, count, share: count / most }));
  });
  const plot = Plot.plot({
    document,
    width: 560,
    height: groups.length * (labelHeight + names.length * rowHeight) + 8,
    marginLeft: 110,
    marginRight: 50,
    marginTop: 0,
    marginBottom: 4,
    style: { fontSize: '13px', background: 'none' },
    fy: { axis: null, domain: groups.map(({ label }) => label), padding: 0 },
    y: { axis: null, domain: ['', ...names], padding: 0.25 },
    x: { axis: null, domain: [0, 1] },
    marks: [
      Plot.barX(rows, { fy: 'label', y: 'name', x: 'share', fill: 'var(--accent)', fillOpacity: 0.75 }),
      Plot.text(rows, {
        ...{ fy: 'label', y: 'name', x: 'share', text: ({ count }: { count: number }) => `${count}` },
        ...{ dx: 6, textAnchor: 'start', fontWeight: 600, fill: 'currentColor' },
      }),
      Plot.text(rows, {
        ...{ fy: 'label', y: 'name', frameAnchor: 'left', text: 'name' },
        ...{ dx: -8, textAnchor: 'end', fill: 'var(--quiet)' },
      }),
      Plot.text(groups, {
        ...{ fy: 'label', frameAnchor: 'top-left', text: 'label' },
        ...{ dx: -110, dy: 8, fontWeight: 600, fill: 'currentColor' },
      }),
    ],
  });
  for (const style of plot.querySelectorAll('style')) style.remove();
  for (const part of [plot, ...plot.querySelectorAll('[style], [aria-label], [aria-hidden]')])
    for (const name of ['style', 'aria-label', 'aria-hidden']) part.removeAttribute(name);
  plot.removeAttribute('class');
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', describedAs);
  return plot.outerHTML;
}
