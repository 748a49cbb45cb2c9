import { defineRegressions } from '../src/schema/index.ts';

/** Every time that something which was claimed got worse, with the reason. Nothing is taken out again. */
export const regressions = defineRegressions([
  {
    what: 'finding',
    id: 'a-steady-cache-still-misses',
    to: 'refuted',
    reason:
      'The bound of 99 percent was taken from runs on a busy host with 6.12. Of three runs on a quiet host with 7.3 one answered more than that: what is left outside can be less than one read in a hundred.',
    on: '2026-11-22',
  },
  {
    what: 'cell',
    id: 'no-cache/cost-of-a-flush',
    to: 'mixed',
    reason:
      'The row asked which devices a flush waits for, and counted hard disks alone as good. It is judged now by whether a flush gets quicker: without a cache it waits for the disks as before.',
    on: '2026-11-22',
  },
  {
    what: 'finding',
    id: 'cow-writes-mostly-miss',
    to: 'refuted',
    reason:
      'It was concluded from the code that writes under copy-on-write mostly miss the cache. Small flushed rewrites were run: writeback took more than half of the writes off the hard disks, with copy-on-write and without.',
    on: '2026-11-22',
  },
  {
    what: 'finding',
    id: 'a-discarded-leg-takes-a-new-file-to-the-ssd',
    to: 'withdrawn',
    reason:
      'Its conditions were met, and so they were without the discard: in writeback mode a new file goes to the SSDs whole either way. What was seen stands in two other findings.',
    on: '2026-11-22',
  },
  {
    what: 'finding',
    id: 'one-ssd-for-both-legs-takes-twice-the-writes',
    to: 'withdrawn',
    reason:
      'Between 1.7 and 2.3 times was expected, and one of two runs in writeback mode exceeded it. The claim that took its place asks for one and a half times at least.',
    on: '2026-11-22',
  },
  {
    what: 'finding',
    id: 'a-shared-writethrough-bcache-goes-on',
    to: 'refuted',
    reason:
      'It was seen on 6.12 in three of three runs. On 7.3, in three of three, both legs failed the write of their superblock in the same moment, btrfs aborted, and the array was read-only. The cell, the rows and the records that leaned on it say so now.',
    on: '2026-11-22',
  },
  {
    what: 'finding',
    id: 'a-killed-machine-loses-no-flushed-write',
    to: 'inconclusive',
    reason:
      'On 6.12 three runs of three bear it out. On 7.3 two do, and in the third the kernel of the guest stopped one second after its start, before it had looked at a disk. A third run there would decide.',
    on: '2026-11-22',
  },
]);
