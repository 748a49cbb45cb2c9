import { defineFindings } from '../../src/schema/index.ts';

/** What the catalogue of experiments asks beside the great questions. Written before the counted runs. */
export const catalogue = defineFindings({
  'raw-dm-cache-is-mounted-past-its-caches': {
    claim:
      'An array whose caches a script makes by dmsetup mounts by its UUID from the bare hard disks when that script does not run. A file system on lvmcache does not.',
    criteria: ['reliability', 'comparison', 'nixos'],
    questions: ['per-device-or-array', 'nixos-support'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        experiment: 'is-an-array-on-raw-dm-cache-mounted-past-its-caches',
        holdsWhen: [
          { measure: 'mountedPastThrough', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'mountedPastLvm', is: 'exactly', value: 0, unit: 'legs' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; written before the counted runs',
    falsifiedBy: 'A boot without the script at which the array does not mount.',
    reviewBy: '2027-05-22',
  },
  'a-raw-cache-returns-old-blocks-after-it-was-bypassed': {
    claim:
      'When an array on raw dm-cache was written to past its writethrough caches, the caches still hold the old state once they run again: flushed writes are old or gone, or the array does not mount at all.',
    criteria: ['reliability', 'comparison'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['dm-cache'],
    evidence: [
      {
        experiment: 'is-an-array-on-raw-dm-cache-mounted-past-its-caches',
        holdsWhen: [
          { measure: 'writtenPastThrough', is: 'at least', value: 1, unit: 'blocks' },
          { measure: 'oldWithoutThrough', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; written before the counted runs',
    falsifiedBy: 'A cache that notices that its hard disk was written to without it.',
    reviewBy: '2027-05-22',
  },
  'a-bypassed-raw-cache-rolls-the-array-back-unseen': {
    claim:
      'An array that was written to past its raw caches is back in its old state once they run again: the new file is gone, rewritten blocks are old, and a scrub finds no error. Only a kernel that has seen the newer disks refuses the mount.',
    criteria: ['reliability', 'comparison'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['dm-cache'],
    evidence: [
      {
        experiment: 'is-an-array-on-raw-dm-cache-mounted-past-its-caches',
        holdsWhen: [
          { measure: 'mountsKnownThrough', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'mountsAgainThrough', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'lostWithThrough', is: 'at least', value: 512, unit: 'blocks' },
          { measure: 'scrubErrorsThrough', is: 'exactly', value: 0, unit: 'errors' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; written after the runs',
    falsifiedBy: 'A scrub that finds what a bypassed cache hides.',
    reviewBy: '2027-05-22',
  },
  'hard-disks-behind-clean-writethrough-are-whole-after-a-power-cut': {
    claim:
      'When the power goes and the SSD of both legs never comes back, the hard disks behind writethrough caches that were clean have every flushed block, and the array mounts from them.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-an-ssd-that-never-comes-back-after-a-power-cut-take-writes-along',
        holdsWhen: [
          { measure: 'mountsWritethrough', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'lostWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWithoutWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; caches that had not been through a crash before',
    falsifiedBy: 'A flushed block that the hard disks lack after a first power cut in writethrough mode.',
    reviewBy: '2027-05-22',
  },
  'hard-disks-behind-writeback-lack-blocks-after-a-power-cut': {
    claim:
      'When the power goes and the SSD of both legs never comes back, the hard disks behind writeback caches lack flushed blocks.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-an-ssd-that-never-comes-back-after-a-power-cut-take-writes-along',
        holdsWhen: [{ measure: 'lostWithoutWriteback', is: 'at least', value: 1, unit: 'blocks' }],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'Hard disks behind dirty writeback caches that have every flushed block.',
    reviewBy: '2027-05-22',
  },
  'a-failing-hard-disk-is-replaced-behind-its-cache': {
    claim:
      'A hard disk with unreadable sectors is replaced behind a writethrough cache with the array in use: no user gets an error, the new leg takes over the SSD, and each leg alone has every flushed block.',
    criteria: ['reliability', 'plan', 'compatibility'],
    questions: ['multi-device', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-a-cache-get-in-the-way-of-replacing-a-hard-disk',
        holdsWhen: [
          { measure: 'replacedThrough', is: 'exactly', value: 1, unit: 'operations' },
          { measure: 'userErrorsThrough', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'wrongReadsThrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'cachedThrough', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'lostOnNewThrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnOtherThrough', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; sixteen blocks that cannot be read',
    falsifiedBy:
      'A replacement that fails or is noticed by users because of the cache, or a leg that lacks a flushed block afterwards.',
    reviewBy: '2027-05-22',
  },
  'a-failing-hard-disk-is-replaced-behind-a-dirty-cache': {
    claim:
      'The same goes for a dirty writeback cache: what it held of the old leg is not needed, since the new one is filled from the other leg.',
    criteria: ['reliability', 'plan'],
    questions: ['modes', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-a-cache-get-in-the-way-of-replacing-a-hard-disk',
        holdsWhen: [
          { measure: 'replacedBack', is: 'exactly', value: 1, unit: 'operations' },
          { measure: 'userErrorsBack', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'wrongReadsBack', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnNewBack', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnOtherBack', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; sixteen blocks that cannot be read',
    falsifiedBy: 'A leg that lacks a flushed block after its neighbour was replaced behind a dirty cache.',
    reviewBy: '2027-05-22',
  },
  'a-bcache-leg-waits-for-its-missing-ssd-at-boot': {
    claim:
      'A leg of bcache whose SSD is missing at boot does not come up by itself, in writethrough mode either; with one set for both legs none does. Started by force, writethrough legs have every block.',
    criteria: ['reliability', 'comparison', 'nixos'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'does-an-array-on-bcache-start-without-its-ssd',
        holdsWhen: [
          { measure: 'upOwnThrough', is: 'exactly', value: 1, unit: 'legs' },
          { measure: 'upSharedThrough', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'lostForcedOwnThrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostForcedSharedThrough', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A leg of bcache that starts by itself although its SSD is missing.',
    reviewBy: '2027-05-22',
  },
  'one-ssd-for-both-legs-is-written-more': {
    claim:
      'One SSD that caches both legs is written at least one and a half times as much as the busier of two SSDs, in both modes.',
    criteria: ['performance', 'plan', 'comparison'],
    questions: ['per-device-or-array', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-one-ssd-for-both-legs-cost-that-ssd',
        holdsWhen: [
          { measure: 'timesWritethrough', is: 'at least', value: 1.5, unit: 'ratio' },
          { measure: 'timesWriteback', is: 'at least', value: 1.5, unit: 'ratio' },
        ],
      },
    ],
    versions:
      'Linux 6.12 in the lab; small flushed rewrites of a cached file. Before the runs it was said to be between 1.7 and 2.3 times, which one run exceeded',
    falsifiedBy: 'A load for which one SSD takes much less than both copies.',
    reviewBy: '2027-05-22',
  },
  'a-leg-grows-with-its-cache-on': {
    claim:
      'LVM and btrfs make both legs larger with dirty caches on them and the array mounted: the caches stay, and no block is lost.',
    criteria: ['plan', 'compatibility'],
    questions: ['multi-device', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'can-a-leg-grow-with-its-cache-on',
        holdsWhen: [
          { measure: 'grown', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'cached', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'onHardDisks', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostAfterRestart', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 and LVM 2.03 of Debian 13 in the lab',
    falsifiedBy: 'A refusal of LVM to extend a cached volume, or a block that is lost by it.',
    reviewBy: '2027-05-22',
  },
  'a-writeback-cache-takes-a-new-file-discarded-or-not': {
    claim:
      'A writeback cache takes both copies of a new file that is written in whole chunks to the SSDs, as much on legs that mkfs.btrfs discarded as on others.',
    criteria: ['performance', 'plan'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-mkfs-on-a-cached-leg-change-what-is-cached',
        holdsWhen: [
          { measure: 'ssdWritebackKept', is: 'at least', value: 1.8, unit: 'ratio' },
          { measure: 'timesWriteback', is: 'at least', value: 0.9, unit: 'ratio' },
          { measure: 'timesWriteback', is: 'at most', value: 1.1, unit: 'ratio' },
        ],
      },
    ],
    versions:
      'Linux 6.12 in the lab; written after the runs. Before them the discard was thought to be what lets a new file in',
    falsifiedBy: 'A new file in large writes of which a writeback cache with room takes much less than all.',
    reviewBy: '2027-05-22',
  },
  'btrfs-discards-cached-legs-by-itself': {
    claim:
      'btrfs turns on asynchronous discard by itself when it is mounted on legs behind lvmcache, although hard disks that take no discard are behind them.',
    criteria: ['performance', 'nixos', 'plan'],
    questions: ['modes', 'nixos-support'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-mkfs-on-a-cached-leg-change-what-is-cached',
        holdsWhen: [{ measure: 'discardsByItself', is: 'exactly', value: 4, unit: 'operations' }],
      },
    ],
    versions: 'Linux 6.12 in the lab; written after the runs',
    falsifiedBy: 'A mount of cached legs by default options that does not discard.',
    reviewBy: '2027-05-22',
  },
  'a-busy-hard-disk-of-the-lab-keeps-its-limits': {
    claim:
      'A busy hard disk of the lab does what its limits say within a tenth when it reads at random, no more than that in a stream, and about a twentieth of what a busy SSD does.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['no-cache'],
    evidence: [
      {
        experiment: 'do-the-disks-of-the-lab-deliver-what-they-declare',
        holdsWhen: [
          { measure: 'hddRandomEight', is: 'at least', value: 0.9, unit: 'ratio' },
          { measure: 'hddRandomEight', is: 'at most', value: 1.1, unit: 'ratio' },
          { measure: 'hddReadStream', is: 'at most', value: 1.1, unit: 'ratio' },
          { measure: 'hddWriteStream', is: 'at most', value: 1.1, unit: 'ratio' },
          { measure: 'ssdOverHdd', is: 'at least', value: 15, unit: 'ratio' },
          { measure: 'ssdOverHdd', is: 'at most', value: 25, unit: 'ratio' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab; the agreement of the counts was in the claim before the runs, and the SSD was put in its place after them',
    falsifiedBy: 'A hard disk of the lab that does much more or less than its limits while it is busy.',
    reviewBy: '2027-05-22',
  },
  'a-flush-costs-a-hard-disk-of-the-lab-nothing': {
    claim:
      'A hard disk of the lab does small writes that are each flushed nearly as fast as reads at random, though it gets a flush for each. A real one pays for a flush, so the lab flatters hard disks under flushed writes.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['no-cache'],
    evidence: [
      {
        experiment: 'do-the-disks-of-the-lab-deliver-what-they-declare',
        holdsWhen: [
          { measure: 'hddFlushed', is: 'at least', value: 0.9, unit: 'ratio' },
          { measure: 'flushesSeen', is: 'at least', value: 0.99, unit: 'ratio' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; written after the runs',
    falsifiedBy: 'A hard disk of the lab that is slowed down by flushes.',
    reviewBy: '2027-05-22',
  },
  'redundancy-is-back-after-a-dead-writethrough-ssd': {
    claim:
      'After the runbooks for a dead SSD and for a new one, each leg of a writethrough array alone has every flushed block of files with checksums, and both are cached again.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'is-redundancy-back-when-a-dead-ssd-was-replaced',
        holdsWhen: [
          { measure: 'cachedWritethrough', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'lostOnFirstWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnSecondWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; written before the counted runs',
    falsifiedBy: 'A flushed block with a checksum that the repaired leg lacks.',
    reviewBy: '2027-05-22',
  },
  'a-leg-of-a-dead-writeback-ssd-is-rebuilt-from-the-other': {
    claim:
      'A leg whose writeback SSD died with dirty chunks is made anew and filled from the other leg, and each leg alone has every flushed block after that.',
    criteria: ['reliability', 'plan', 'comparison'],
    questions: ['ssd-failure', 'modes'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'is-redundancy-back-when-a-dead-ssd-was-replaced',
        holdsWhen: [
          { measure: 'dirtyAtDeath', is: 'at least', value: 1, unit: 'chunks' },
          { measure: 'cachedWriteback', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'lostOnFirstWriteback', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnSecondWriteback', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; written before the counted runs',
    falsifiedBy: 'A rebuilt leg that lacks a flushed block which the other one has.',
    reviewBy: '2027-05-22',
  },
  'an-ssd-is-taken-out-of-a-mounted-bcachefs': {
    claim:
      'With bcachefs of Linux 6.12 an SSD is evacuated and removed while the file system is mounted; nothing is lost, and the rest mounts as usual.',
    criteria: ['comparison', 'compatibility'],
    questions: ['ssd-failure', 'modes'],
    systems: ['bcachefs'],
    evidence: [
      {
        experiment: 'can-an-ssd-leave-a-bcachefs',
        holdsWhen: [
          { measure: 'removed', is: 'exactly', value: 1, unit: 'operations' },
          { measure: 'lostAfterRemoval', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'mountsWithoutIt', is: 'exactly', value: 1, unit: 'operations' },
          { measure: 'lostWithoutIt', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, tools 1.13; written before the counted runs',
    falsifiedBy: 'A removal that is refused with room on the other devices, or that loses a block.',
    reviewBy: '2027-05-22',
  },
  'ssds-of-durability-0-take-nothing-along': {
    claim:
      'A bcachefs whose SSDs have durability 0 has every flushed block on its hard disks, and mounts from them when the SSDs are missing, if only degraded.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'modes'],
    systems: ['bcachefs'],
    evidence: [
      {
        experiment: 'can-an-ssd-leave-a-bcachefs',
        holdsWhen: [
          { measure: 'mountsWithoutCachesDegraded', is: 'exactly', value: 1, unit: 'operations' },
          { measure: 'lostWithoutCaches', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, tools 1.13; written before the counted runs',
    falsifiedBy: 'A flushed block that is lost with an SSD of durability 0.',
    reviewBy: '2027-05-22',
  },
});
