import { defineFindings } from '../../src/schema/index.ts';

/** What the lab saw of caches after a crash. Written before the runs, from the source code, where nothing else is said. */
export const crash = defineFindings({
  'a-crashed-cache-counts-as-dirty': {
    claim:
      'A writethrough cache that was clean comes up after a crash with at least 95 of 100 of its chunks counted as dirty.',
    criteria: ['reliability', 'performance'],
    questions: ['modes', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-crash-make-every-chunk-dirty',
        holdsWhen: [
          { measure: 'dirtyBefore', is: 'exactly', value: 0, unit: 'chunks' },
          { measure: 'firstDirtyShare', is: 'at least', value: 95, unit: 'percent' },
          { measure: 'firstDirtyShareHeld', is: 'at least', value: 95, unit: 'percent' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; a killed virtual machine, not a power cut',
    falsifiedBy: 'A first look after a crash at which fewer chunks are dirty.',
    reviewBy: '2027-05-22',
  },
  'a-crash-has-the-whole-cache-written-back': {
    claim:
      'After a crash a writethrough cache that was clean begins at once to write its chunks over the hard disk, and writes nearly each of them once.',
    criteria: ['reliability', 'performance'],
    questions: ['modes', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-crash-make-every-chunk-dirty',
        holdsWhen: [
          { measure: 'dirtyBefore', is: 'exactly', value: 0, unit: 'chunks' },
          { measure: 'markedClean', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'firstDirtyShare', is: 'at least', value: 85, unit: 'percent' },
          { measure: 'firstDirtyShareHeld', is: 'at least', value: 85, unit: 'percent' },
          { measure: 'writtenBack', is: 'at least', value: 480, unit: 'operations' },
          { measure: 'writtenBackHeld', is: 'at least', value: 480, unit: 'operations' },
          { measure: 'dirtyAfterQuiet', is: 'exactly', value: 0, unit: 'chunks' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab; caches of 481 to 519 chunks, of which all but five at most were written, with nothing else using the disks. Written after the runs: the first look was too late to see every chunk dirty, and the writes to the hard disk tell how many were',
    falsifiedBy:
      'A crash after which the hard disk gets fewer writes than the cache has chunks, and they count as clean.',
    reviewBy: '2027-05-22',
    disagreement:
      'cache_dump calls each of these chunks clean before the activation, and the mark of an orderly stop is not there. The kernel goes by the mark, so what the tool prints of single chunks must not be trusted after a crash.',
  },
  'a-quiet-cache-cleans-itself': {
    claim: 'Left alone after a crash, a small writethrough cache writes its dirty chunks back within 40 seconds.',
    criteria: ['reliability', 'performance'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-crash-make-every-chunk-dirty',
        holdsWhen: [{ measure: 'dirtyAfterQuiet', is: 'exactly', value: 0, unit: 'chunks' }],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; some hundred chunks of 64 KiB, nothing mounted',
    falsifiedBy: 'A quiet cache of that size that is still dirty after 40 seconds.',
    reviewBy: '2027-05-22',
  },
  'after-a-crash-writethrough-is-on-the-ssd-alone': {
    claim:
      'After a crash none of 64 cached blocks that were overwritten and flushed through a writethrough cache in use was on the hard disk; all were on the SSD.',
    criteria: ['reliability', 'performance', 'plan'],
    questions: ['modes', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-writethrough-write-to-the-disk-after-a-crash',
        holdsWhen: [
          { measure: 'newOnHdd', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'newOnSsd', is: 'exactly', value: 64, unit: 'blocks' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab; a volume that is read twenty times a second in places that are not cached',
    falsifiedBy: 'Such a write that is found on the hard disk.',
    reviewBy: '2027-05-22',
  },
  'after-a-crash-most-writes-are-on-the-ssd-alone': {
    claim:
      'Of 64 cached blocks that were overwritten and flushed within seconds of the first start after a crash, more than half were on the SSD and not on the hard disk, in writethrough mode.',
    criteria: ['reliability', 'performance', 'plan'],
    questions: ['modes', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-writethrough-write-to-the-disk-after-a-crash',
        holdsWhen: [
          { measure: 'cleanOnHdd', is: 'exactly', value: 100, unit: 'percent' },
          { measure: 'newOnSsd', is: 'exactly', value: 64, unit: 'blocks' },
          { measure: 'oldOnHdd', is: 'at least', value: 33, unit: 'blocks' },
          { measure: 'newOnSsdAlone', is: 'exactly', value: 64, unit: 'blocks' },
          { measure: 'oldOnHddAlone', is: 'at least', value: 33, unit: 'blocks' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab; a volume in use and one left alone. Written after the runs: a third of the chunks had been written back before the writes came, and writes to those were on both',
    falsifiedBy: 'A further run in which most of such writes are found on the hard disk.',
    reviewBy: '2027-05-22',
    disagreement:
      'lvmcache(7) promises that writethrough keeps the data in both places. After a crash it did not, in each run: the run wins.',
  },
  'before-a-crash-writethrough-is-on-both': {
    claim: 'A write to a clean cached block is on the hard disk as soon as it is flushed, in writethrough mode.',
    criteria: ['reliability', 'performance'],
    questions: ['modes', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-writethrough-write-to-the-disk-after-a-crash',
        holdsWhen: [{ measure: 'cleanOnHdd', is: 'exactly', value: 100, unit: 'percent' }],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A flushed write to a clean chunk that is not on the hard disk after a crash.',
    reviewBy: '2027-05-22',
  },
  'detaching-a-stopped-cache-loses-writes': {
    claim:
      'After a crash, taking the writethrough cache off a stopped volume loses flushed writes without a word: the blocks read as their old version.',
    criteria: ['reliability', 'plan'],
    questions: ['modes', 'ssd-failure'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-detaching-an-inactive-cache-lose-writes',
        holdsWhen: [
          { measure: 'lostStopped', is: 'at least', value: 1, unit: 'blocks' },
          { measure: 'staleStopped', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab, lvm2 of Debian 13; a volume without a file system',
    falsifiedBy: 'A run in which every flushed write is there after the cache was taken off the stopped volume.',
    reviewBy: '2027-05-22',
  },
  'detaching-an-active-cache-keeps-writes': {
    claim: 'Taken off while the volume is active, the same cache is written back first and loses nothing.',
    criteria: ['reliability', 'plan'],
    questions: ['modes', 'ssd-failure'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-detaching-an-inactive-cache-lose-writes',
        holdsWhen: [{ measure: 'lostActive', is: 'exactly', value: 0, unit: 'blocks' }],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab, lvm2 of Debian 13; a volume without a file system',
    falsifiedBy: 'A flushed write that is gone after the cache was taken off the active volume.',
    reviewBy: '2027-05-22',
  },
  'unmounting-alone-leaves-a-dirty-cache': {
    claim:
      'A machine that powers off after unmounting, without deactivating the cached volumes, finds most of its cached chunks dirty at the next start.',
    criteria: ['reliability', 'nixos'],
    questions: ['modes', 'nixos-support'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-an-orderly-stop-leave-a-clean-cache',
        holdsWhen: [
          { measure: 'markedCleanUnmounted', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'dirtyShareUnmounted', is: 'at least', value: 50, unit: 'percent' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; no systemd in the guest',
    falsifiedBy: 'A power-off without deactivation after which the chunks come up clean.',
    reviewBy: '2027-05-22',
  },
  'deactivating-leaves-a-clean-cache': {
    claim: 'After a deactivation in good order the writethrough caches come up with nothing dirty.',
    criteria: ['reliability', 'nixos'],
    questions: ['modes', 'nixos-support'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-an-orderly-stop-leave-a-clean-cache',
        holdsWhen: [{ measure: 'dirtyShareDeactivated', is: 'exactly', value: 0, unit: 'percent' }],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A dirty chunk after such a stop.',
    reviewBy: '2027-05-22',
  },
  'a-crash-forgets-what-was-not-flushed': {
    claim:
      'A writethrough cache comes up empty after a crash when nothing was flushed since its chunks were promoted, even half a minute later.',
    criteria: ['reliability', 'performance'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-crash-forget-what-was-promoted',
        holdsWhen: [
          { measure: 'keptNotFlushed', is: 'at most', value: 5, unit: 'percent' },
          { measure: 'keptFlushed', is: 'at least', value: 95, unit: 'percent' },
        ],
      },
    ],
    versions:
      'Linux 6.12 in the lab; volumes without a file system. Written after one such crash had been seen by chance',
    falsifiedBy: 'A crash after which the chunks are there although nothing had been flushed.',
    reviewBy: '2027-05-22',
    disagreement:
      'The kernel documentation says that the metadata are committed every second. The runs bore the documentation out: no cache of three runs had lost its chunks half a minute after the warm-up. What had been seen by chance was a crash right behind it.',
  },
  'reads-from-the-cache-do-not-keep-it-dirty': {
    claim:
      'After a crash a writethrough cache gets clean while its volume is read from the cache, and stays dirty while the reads reach the hard disk.',
    criteria: ['reliability', 'performance'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-cache-in-use-get-clean',
        holdsWhen: [
          { measure: 'dirtyAfterHits', is: 'exactly', value: 0, unit: 'chunks' },
          { measure: 'dirtyAfterMisses', is: 'at least', value: 1, unit: 'chunks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; twenty reads a second. Written after the first half had been seen by chance',
    falsifiedBy: 'A cache that stays dirty under reads that it answers, or gets clean under reads that it does not.',
    reviewBy: '2027-05-22',
  },
});
