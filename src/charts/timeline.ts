import { z } from 'zod';
import type { CompleteRun } from '../schema/index.ts';
import { escapeHtml } from '../site/html.ts';
import { count } from '../site/words.ts';

/** A load that wrote and read while something was taken away. Times are seconds of the guest's clock. */
const load = z.object({
  writer: z.object({
    records: z.array(z.tuple([z.number(), z.number(), z.number()])).min(2),
    errors: z.array(z.tuple([z.number(), z.number(), z.string()])),
  }),
  readers: z.array(z.object({ parity: z.number(), good: z.array(z.number()), errors: z.array(z.number()) })),
  gone: z.number(),
});

export type LogLine = { at: number; text: string; times: number };
type Lane = { name: string; good: number[]; errors: number[] };
/** What happened in a run around the moment at which a disk was gone. Seconds count from that moment. */
export type Timeline = {
  lanes: Lane[];
  log: LogLine[];
  from: number;
  to: number;
  stall: { at: number; seconds: number };
};

/** The timeline of a run with such a load; undefined for any other, whose transcript is not read. */
export function timelineOf(run: Pick<CompleteRun, 'observations'>, transcript: () => string): Timeline | undefined {
  const seen = load.safeParse(run.observations['load']);
  if (!seen.success) return undefined;
  const { writer, readers, gone } = seen.data;
  const since = (time: number) => time - gone;
  const done = writer.records.map(([, , end]) => since(end));
  const lanes: Lane[] = [
    { name: 'Flushed records', good: done, errors: writer.errors.map(([, time]) => since(time)) },
    ...readers.map(({ good, errors }, i) => ({
      name: `Reads, reader ${i + 1}`,
      good: good.map(since),
      errors: errors.map(since),
    })),
  ];
  const all = lanes.flatMap(({ good, errors }) => [...good, ...errors]);
  const gaps = done.slice(1).map((at, i) => ({ at: done[i] ?? at, seconds: at - (done[i] ?? at) }));
  const stall = gaps.reduce((a, b) => (b.seconds > a.seconds ? b : a));
  return { lanes, log: logOf(transcript(), gone), from: Math.min(...all), to: Math.max(...all), stall };
}

/** The kernel's lines after the disk was gone, like ones told once, the first dozen kinds. */
function logOf(transcript: string, gone: number): LogLine[] {
  const boot = transcript.split(/^== boot /m).find((part) => /^\s*[\d.]+\s+host\s+pulled out/m.test(part)) ?? '';
  const kinds = new Map<string, LogLine>();
  for (const [, time = '', text = ''] of boot.matchAll(/^\s*[\d.]+\s+\[([\d.]+)\]\s+kernel\s+<[0-4]>\s(.*)$/gm)) {
    const at = Number(time) - gone;
    if (at < -1 || !text.trim()) continue;
    const kind = text.replace(/[\d.]+/g, '#');
    const known = kinds.get(kind);
    if (known) known.times++;
    else kinds.set(kind, { at, text: text.replaceAll('\\x0a', ' '), times: 1 });
  }
  return [...kinds.values()].slice(0, 12);
}

/** What the timeline shows, in one sentence. */
export function foundIn({ lanes, stall }: Timeline): string {
  const [writer, ...readers] = lanes;
  const after = writer?.good.filter((at) => at > 0).length ?? 0;
  const errors = lanes.reduce((sum, lane) => sum + lane.errors.length, 0);
  const reads = readers.reduce((sum, lane) => sum + lane.good.filter((at) => at > 0).length, 0);
  return `${count(after, 'record')} flushed and ${count(reads, 'read')} answered after the disk was gone, with ${count(errors, 'error')}; the longest wait between two records was ${stall.seconds.toFixed(1)} s`;
}

const [width, left, right, laneHeight, top] = [560, 118, 12, 46, 26] as const;

/** Lanes of what was done in each half second, the moment of the fault, and where the kernel spoke. */
export function drawTimeline(timeline: Timeline, describedAs: string): string {
  const { lanes, log, from, to } = timeline;
  const x = (at: number) => Math.round((left + ((at - from) / (to - from)) * (width - left - right)) * 10) / 10;
  const bottom = top + laneHeight * (lanes.length + 1);
  const drawn = lanes.map(({ name, good, errors }, i) => {
    const base = top + laneHeight * (i + 1) - 10;
    const bins = binned(good, from, to);
    const most = Math.max(...bins, 1);
    const steps = bins.map(
      (n, j) => `V${Math.round(base - (n / most) * (laneHeight - 18))}H${x(Math.min(to, from + (j + 1) / 2))}`,
    );
    const crosses = errors.slice(0, 40).map((at) => `M${x(at) - 4} ${base - 20}l8 8m0-8l-8 8`);
    return `<text x="${left - 10}" y="${base - 6}" text-anchor="end">${escapeHtml(name)}</text><path class="lane" d="M${x(from)} ${base}${steps.join('')}V${base}Z"/><path class="rule" d="M${left} ${base}H${width - right}"/>${errors.length ? `<path class="fault" d="${crosses.join('')}"/>` : ''}`;
  });
  const kernel = top + laneHeight * (lanes.length + 1) - 22;
  const marks = log.filter(({ at }) => at >= from && at <= to).map(({ at }) => `M${x(at)} ${kernel - 9}v18`);
  const ticks = steps(from, to).map(
    (at) => `<text class="tick" x="${x(at)}" y="${bottom + 16}" text-anchor="middle">${at}</text>`,
  );
  return [
    `<svg class="timeline" viewBox="0 0 ${width} ${bottom + 40}" role="img" aria-label="${escapeHtml(describedAs)}">`,
    ...drawn,
    `<text x="${left - 10}" y="${kernel + 5}" text-anchor="end">Kernel log</text><path class="log" d="${marks.join('')}"/>`,
    `<path class="moment" d="M${x(0)} 16V${bottom}"/><text class="moment-label" x="${x(0) + 6}" y="16">the disk is gone</text>`,
    ...ticks,
    `<text class="tick" x="${(left + width - right) / 2}" y="${bottom + 35}" text-anchor="middle">seconds from that moment, by the clock of the guest</text>`,
    '</svg>',
  ].join('');
}

function binned(times: readonly number[], from: number, to: number): number[] {
  const bins = Array.from({ length: Math.ceil((to - from) * 2) }, () => 0);
  for (const at of times) {
    const i = Math.min(bins.length - 1, Math.floor((at - from) * 2));
    bins[i] = (bins[i] ?? 0) + 1;
  }
  return bins;
}

/** Ticks every five or ten seconds, zero among them. */
function steps(from: number, to: number): number[] {
  const step = to - from > 40 ? 10 : 5;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}
