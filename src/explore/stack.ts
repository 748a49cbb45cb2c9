import { escapeHtml } from '../site/html.ts';
import { list } from '../site/words.ts';
import type { Combo } from './combos.ts';
import { layoutViews } from './layouts.ts';

type Kind = 'fs' | 'leg' | 'pool' | 'hdd' | 'ssd' | 'idle';
type Box = { x: number; y: number; w: number; kind: Kind; name: string; says?: string };
type Link = { from: Box; to: Box; kind: 'disk' | 'cache' };
export type Stack = { boxes: Box[]; links: Link[] };

const width = 440;
const boxHeight = 50;
const rows = { fs: 2, leg: 94, disk: 190 } as const;

/** Widths and places of so many boxes side by side, within a part of the drawing. */
function across(n: number, from = 0, to = width, gap = 14): { x: number; w: number }[] {
  const w = (to - from - gap * (n - 1)) / n;
  return Array.from({ length: n }, (_, i) => ({ x: from + i * (w + gap), w }));
}

const put = (place: { x: number; w: number } | undefined, y: number, kind: Kind, name: string, says?: string): Box => ({
  x: place?.x ?? 0,
  w: place?.w ?? width,
  y,
  kind,
  name,
  ...(says === undefined ? {} : { says }),
});

const raid1 = (says = 'two copies of everything') => put(undefined, rows.fs, 'fs', 'btrfs RAID1', says);
const shortNames: Partial<Record<Combo['system'], string>> = { 'mirrored-cache': 'lvmcache' };

/** What stands on what. Disks lie at the bottom, the file system on top; between them is whatever the layout puts there. */
export function stackOf({ layout, system, mode, hdds }: Combo): Stack {
  const cache = `${shortNames[system] ?? system}${mode ? `, ${mode}` : ''}`;
  // Without legs the disks stand right below the file system.
  const plain = (n: number, from?: number, to?: number) =>
    across(n, from, to).map((place, i) => put(place, rows.leg, 'hdd', `HDD ${i + 1}`));
  const joined = (top: Box, disks: Box[], kind: Link['kind'] = 'disk'): Link[] =>
    disks.map((to) => ({ from: top, to, kind }));

  if (layout === 'no-cache') {
    const disks = plain(hdds, 0, 300);
    const idle = across(2, 330, width).map((place, i) => put(place, rows.leg, 'idle', `SSD ${i + 1}`, 'idle'));
    const fs = { ...raid1(), w: 300 };
    return { boxes: [fs, ...disks, ...idle], links: joined(fs, disks) };
  }
  if (layout === 'separate-pool') {
    const disks = plain(hdds, 0, 250);
    const ssds = across(2, 280, width).map((place, i) => put(place, rows.leg, 'ssd', `SSD ${i + 1}`));
    const fs = { ...raid1('the array'), w: 250 };
    const pool = put({ x: 280, w: 160 }, rows.fs, 'fs', 'btrfs RAID1', 'a pool of its own');
    return { boxes: [fs, pool, ...disks, ...ssds], links: [...joined(fs, disks), ...joined(pool, ssds)] };
  }
  if (layout === 'over-mirror') {
    const fs = put(undefined, rows.fs, 'fs', 'btrfs', 'one device, one copy of data');
    const leg = put(undefined, rows.leg, 'leg', 'mirror of md or LVM', cache);
    const [a, b, c] = across(3);
    const disks = [put(a, rows.disk, 'hdd', 'HDD 1'), put(c, rows.disk, 'hdd', 'HDD 2')];
    const ssd = put(b, rows.disk, 'ssd', 'SSD 1');
    return {
      boxes: [fs, leg, ...disks, ssd],
      links: [...joined(fs, [leg]), ...joined(leg, disks), ...joined(leg, [ssd], 'cache')],
    };
  }
  if (layout === 'bcachefs-cache' || layout === 'bcachefs-foreground') {
    const says = layout === 'bcachefs-cache' ? 'cached copies on the SSDs' : 'new data on the SSDs first';
    const fs = put(undefined, rows.fs, 'fs', 'bcachefs', says);
    const places = across(4);
    const disks = places.slice(0, 2).map((place, i) => put(place, rows.leg, 'hdd', `HDD ${i + 1}`));
    const ssds = places.slice(2).map((place, i) => put(place, rows.leg, 'ssd', `SSD ${i + 1}`));
    return { boxes: [fs, ...disks, ...ssds], links: [...joined(fs, disks), ...joined(fs, ssds, 'cache')] };
  }

  const fs = raid1(layout === 'four-legs' ? 'two copies, on two of four legs' : 'one copy on each leg');
  const legs = across(layout === 'four-legs' ? 4 : 2).map((place, i) =>
    put(place, rows.leg, 'leg', `leg ${i + 1}`, layout === 'four-legs' ? (mode ?? '') : cache),
  );
  const [hddPlaces, ssdPlaces] = disksOf(layout);
  const disks = hddPlaces.map((place, i) => put(place, rows.disk, 'hdd', `HDD ${i + 1}`));
  const pooled = layout === 'mirrored-ssds';
  const ssds = ssdPlaces.map((place, i) => put(place, rows.disk, 'ssd', `SSD ${i + 1}`));
  const mirror = pooled ? [put({ x: 104, w: 232 }, rows.disk + 72, 'pool', 'LVM mirror of the SSDs')] : [];
  const perLeg = disks.length / legs.length;
  const links = legs.flatMap((leg, i): Link[] => [
    { from: fs, to: leg, kind: 'disk' },
    ...joined(leg, disks.slice(i * perLeg, (i + 1) * perLeg)),
    ...joined(leg, pooled ? ssds.slice(i, i + 1) : ssdOf(layout, ssds, i), 'cache'),
  ]);
  return { boxes: [fs, ...legs, ...disks, ...ssds, ...mirror], links };
}

type Place = { x: number; w: number };
/** Where hard disks and SSDs lie under the legs, so that what belongs together stands together. */
function disksOf(layout: Combo['layout']): [hdds: Place[], ssds: Place[]] {
  const pick = (places: { x: number; w: number }[], at: number[]) => at.flatMap((i) => places[i] ?? []);
  const order: Record<string, [number, number[], number[]]> = {
    'own-ssd': [4, [0, 3], [1, 2]],
    'mirrored-ssds': [4, [0, 3], [1, 2]],
    'shared-ssd': [3, [0, 2], [1]],
    'four-legs': [6, [0, 2, 3, 5], [1, 4]],
    'two-long-legs': [6, [0, 1, 4, 5], [2, 3]],
  };
  const [n, hdds, ssds] = order[layout] ?? [4, [0, 3], [1, 2]];
  const places = across(n, 0, width, n === 6 ? 8 : 14);
  return [pick(places, hdds), pick(places, ssds)];
}

const ssdOf = (layout: Combo['layout'], ssds: Box[], leg: number): Box[] => {
  const index = layout === 'shared-ssd' ? 0 : layout === 'four-legs' ? Math.floor(leg / 2) : leg;
  return ssds.slice(index, index + 1);
};

/** The stack in words, for who does not see it. */
export function described(combo: Combo): string {
  const { boxes, links } = stackOf(combo);
  const over = (kind: Link['kind'], top: Box) =>
    links.filter((link) => link.from === top && link.kind === kind).map(({ to }) => to.name);
  const legs = boxes
    .filter(({ kind }) => kind === 'leg')
    .map((leg) => {
      const [disks, ssds] = [over('disk', leg), over('cache', leg)];
      return `${leg.name} stands on ${list(disks)}${ssds.length ? ` with its cache on ${list(ssds)}` : ''}`;
    });
  const view = layoutViews[combo.layout];
  return [view.title, `${view.is.replace(/\.$/, '')}`, ...legs].join('. ').concat('.');
}

/** The drawing. It has no colours of its own: its classes are styled for light, dark and paper. */
export function drawn(combo: Combo): string {
  const { boxes, links } = stackOf(combo);
  const height = Math.max(...boxes.map(({ y }) => y)) + boxHeight + 4;
  const lines = links.map(({ from, to, kind }) => {
    const x = to.x + to.w / 2;
    const start = Math.min(Math.max(x, from.x + 8), from.x + from.w - 8);
    const [y1, y2] = [from.y + boxHeight, to.y];
    const bend = y2 - 16;
    return `<path class="link-${kind}" d="M${round(start)} ${y1}V${bend}H${round(x)}V${y2}"/>`;
  });
  const drawnBoxes = boxes.map(({ x, y, w, kind, name, says }) => {
    const middle = round(x + w / 2);
    const texts = says
      ? `<text x="${middle}" y="${y + 21}">${escapeHtml(name)}</text><text class="says" x="${middle}" y="${y + 39}">${escapeHtml(says)}</text>`
      : `<text x="${middle}" y="${y + 30}">${escapeHtml(name)}</text>`;
    const radius = kind === 'hdd' ? 12 : kind === 'pool' ? 0 : 2;
    const h = kind === 'pool' ? 26 : boxHeight;
    const label = kind === 'pool' ? `<text class="says" x="${middle}" y="${y + 17}">${escapeHtml(name)}</text>` : texts;
    return `<g class="box-${kind}"><rect x="${round(x + 1)}" y="${y}" width="${round(w - 2)}" height="${h}" rx="${radius}"/>${label}</g>`;
  });
  return `<svg class="stack" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(described(combo))}">${lines.join('')}${drawnBoxes.join('')}</svg>`;
}

const round = (n: number) => Math.round(n * 10) / 10;
