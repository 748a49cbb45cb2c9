import { describe, expect, it } from 'vitest';
import { drawTimeline, foundIn, timelineOf } from './timeline.ts';

const run = {
  observations: {
    load: {
      writer: {
        records: [
          [0, 9, 9.1],
          [1, 9.2, 9.3],
          [2, 9.4, 12],
        ],
        errors: [],
      },
      readers: [{ parity: 0, good: [9.5, 11], errors: [11.5] }],
      gone: 10,
    },
  },
};
const transcript = `== boot 1
    1.0  [0.9] kernel  <3> an older fault
== boot 2
    9.9            host    pulled out S1
   10.0  [10.1] kernel  <3> sector 12 is lost
   10.0  [10.2] kernel  <3> sector 13 is lost
   10.1  [10.3] kernel  <6> nothing to worry about
`;
const timeline = timelineOf(run, () => transcript) ?? expect.fail('no timeline');

describe('timelineOf', () => {
  it('counts from the moment at which the disk was gone', () => {
    expect(timeline.lanes.map(({ good }) => good.map((at) => Math.round(at * 10) / 10))).toEqual([
      [-0.9, -0.7, 2],
      [-0.5, 1],
    ]);
  });

  it('tells like lines of the kernel once, of the boot in which it happened, faults only', () => {
    expect(timeline.log.map(({ text, times }) => [text, times])).toEqual([['sector 12 is lost', 2]]);
  });

  it('says what went on, what failed and the longest wait', () => {
    expect(foundIn(timeline)).toBe(
      '1 record flushed and 1 read answered after the disk was gone, with 1 error; the longest wait between two records was 2.7 s',
    );
  });

  it('is none for a run without such a load', () => {
    expect(timelineOf({ observations: {} }, () => transcript)).toBeUndefined();
  });
});

it('drawTimeline draws a lane for each, the moment, and no style of its own', () => {
  const svg = drawTimeline(timeline, 'A timeline');
  expect(svg.match(/class="lane"/g)).toHaveLength(2);
  expect(svg).toContain('the disk is gone');
  expect(svg).not.toMatch(/style=|NaN/);
});
