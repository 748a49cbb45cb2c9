import { defineFindings } from '../../src/schema/index.ts';

/** Backups and snapshots, moving in and out, and who keeps the code. */
export const life = defineFindings({
  'snapshot-of-a-leg-is-a-twin': {
    claim:
      'An LVM snapshot of one leg is a second device with the same identity, and which of the two btrfs takes is a matter of generation and order.',
    criteria: ['backup', 'compatibility'],
    questions: ['cow-and-checksums'],
    systems: ['lvmcache'],
    evidence: [
      {
        from: ['unmounted-twin-is-chosen-by-generation'],
        because:
          'A block copy repeats the file-system id and the device id. btrfs snapshots and send do not have this trouble, as they work above the devices.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A kernel that tells the copy from the original.',
    reviewBy: '2027-11-22',
  },
  'disk-behind-writeback-is-no-image': {
    claim: 'In writeback mode an image of the hard disk alone may hold old blocks, so it is no backup of the leg.',
    criteria: ['backup'],
    questions: ['cow-and-checksums', 'modes'],
    systems: ['dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'kernel-cache-doc',
        at: 'Glossary; Cache operating modes',
        says: 'The copy on the origin may be out of date, depending on the mode.',
      },
      {
        source: 'bcache-doc',
        at: 'Error handling; Attaching',
        says: 'With dirty data in the cache the backing device alone is corrupt.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'An image taken with dirty chunks that checks clean as a rule.',
    reviewBy: '2027-11-22',
  },
  'caches-below-leave-send-alone': {
    claim: 'A cache below btrfs leaves snapshots, send and receive as they are, because they work above the devices.',
    criteria: ['backup'],
    questions: ['cow-and-checksums'],
    systems: ['dm-cache', 'lvmcache', 'bcache', 'no-cache'],
    evidence: [
      {
        from: ['btrfs-takes-mapped-devices', 'btrfs-writes-new-places'],
        because:
          'A snapshot is a matter of trees and pointers inside btrfs, and a mapped device is an ordinary device to it.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A send stream that differs with and without a cache below.',
    reviewBy: '2027-11-22',
  },
  'bcachefs-is-a-move': {
    claim: 'Going to bcachefs means a new file system: its in-place migration does not take btrfs.',
    criteria: ['comparison', 'backup', 'plan'],
    questions: ['per-device-or-array', 'cow-and-checksums'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-manual',
        at: 'Migration',
        says: 'btrfs is not supported, because it does not report on which device an extent lies.',
      },
    ],
    versions: 'bcachefs 1.39',
    falsifiedBy: 'A release that migrates btrfs.',
    reviewBy: '2027-05-22',
  },
  'bcache-needs-a-header': {
    claim: 'bcache puts a header before the data, so an existing leg has to be rebuilt on a slightly smaller device.',
    criteria: ['comparison', 'plan'],
    questions: ['per-device-or-array'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-doc',
        at: 'Getting started; Recovering data without bcache',
        says: 'Backing devices must be formatted, and the file system then starts at an offset.',
      },
      {
        source: 'btrfs-dev-replace-c',
        at: 'btrfs_init_dev_replace_tgtdev',
        says: 'A target smaller than the device it replaces is refused.',
      },
    ],
    versions: 'Linux 7.3.4 and 6.12.107',
    falsifiedBy: 'A way to attach bcache to a btrfs device as it is.',
    reviewBy: '2027-11-22',
  },
  'lvm-cache-comes-and-goes': {
    claim: 'LVM attaches a cache to a volume that exists and takes it off again, and the volume stays what it was.',
    criteria: ['comparison', 'plan'],
    questions: ['per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'lvmcache-man',
        at: 'Usage, steps 1 to 6',
        says: 'The main volume may exist already, and splitcache or uncache makes it what it was before.',
      },
      {
        source: 'lvm2-test-single-split',
        at: 'Both halves, inactive and active',
        says: 'The cache is split off in both modes, with the volume inactive and active, and the data are compared afterwards.',
      },
    ],
    versions: 'lvm2 git d804677c7; bare partitions have to become volumes first',
    falsifiedBy: 'A volume that has to be made anew to lose its cache.',
    reviewBy: '2027-11-22',
  },
  'a-pool-of-their-own-keeps-repair': {
    claim:
      'Two SSDs as a btrfs RAID1 of their own keep checksums and repair, and put nothing between the array and its disks.',
    criteria: ['comparison', 'plan', 'reliability'],
    questions: ['per-device-or-array', 'cow-and-checksums'],
    systems: ['separate-ssd-pool', 'no-cache'],
    evidence: [
      {
        from: ['btrfs-repairs-from-its-own-replica'],
        because:
          'The pool keeps two replicas of its own data, and the array is not touched. What it does not do is choose the hot data by itself.',
      },
    ],
    versions: 'btrfs documentation of v6.19',
    falsifiedBy: 'A fault of the SSDs that reaches data of the array.',
    reviewBy: '2027-11-22',
  },
  'mirrored-pool-survives-an-ssd': {
    claim: 'LVM can keep the cache itself on a RAID1 of two SSDs, so that one SSD can die without the cache.',
    criteria: ['comparison', 'reliability', 'plan'],
    questions: ['per-device-or-array', 'ssd-failure'],
    systems: ['lvmcache', 'mirrored-cache'],
    evidence: [
      {
        source: 'lvmcache-man',
        at: 'RAID1 cache device',
        says: 'The fast volume may be RAID1, so that it tolerates a failed device.',
      },
      {
        source: 'lvm2-issue-92',
        at: 'Comment of a maintainer',
        says: 'He calls a linear volume a requirement for a cache in a single volume. On pools made of mirrored parts he says nothing.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A mirrored cache that fails with one of its SSDs.',
    reviewBy: '2027-11-22',
    disagreement:
      'The manual shows a mirror as the single volume of a cache. A maintainer wrote in 2023 that such a volume has to be linear, and that he doubts anything more complex. The manual is newer and counts here; a cache pool with its parts on mirrors is the form that both allow. Nobody has run it here.',
  },
  'dm-cache-is-kept-and-called-experimental': {
    claim: 'The device mapper is maintained, and the kernel still labels the cache target experimental.',
    criteria: ['comparison'],
    questions: ['per-device-or-array'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      { source: 'kernel-maintainers', at: 'DEVICE-MAPPER (LVM)', says: 'Four maintainers, status maintained.' },
      {
        source: 'dm-kconfig',
        at: 'Cache target; Stochastic MQ Cache Policy',
        says: 'Both carry the word EXPERIMENTAL.',
      },
    ],
    versions: 'Linux 7.3.4',
    falsifiedBy: 'A kernel without the label, or without a maintainer.',
    reviewBy: '2027-05-22',
  },
  'bcache-is-kept': {
    claim: 'bcache is in the kernel and listed as maintained.',
    criteria: ['comparison'],
    questions: ['per-device-or-array'],
    systems: ['bcache'],
    evidence: [
      { source: 'kernel-maintainers', at: 'BCACHE (BLOCK LAYER CACHE)', says: 'Two maintainers, status maintained.' },
    ],
    versions: 'Linux 7.3.4',
    falsifiedBy: 'A kernel that lists it otherwise.',
    reviewBy: '2027-05-22',
  },
  'bcachefs-left-the-kernel': {
    claim: 'bcachefs is not part of the 7.3 kernel and is kept outside the tree.',
    criteria: ['comparison', 'plan'],
    questions: ['per-device-or-array', 'nixos-support'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'kernel-fs-tree',
        at: 'The list of directories',
        says: '6.12.107 has a directory of bcachefs, 7.3.4 has none.',
      },
      { source: 'kernel-maintainers', at: 'BCACHEFS', says: 'Status: externally maintained.' },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A later kernel with bcachefs in its tree.',
    reviewBy: '2027-05-22',
  },
  'bcachefs-fixed-loss-this-year': {
    claim: 'bcachefs fixed faults in 2026 that had lost data or silently returned wrong data.',
    criteria: ['comparison', 'reliability'],
    questions: ['per-device-or-array', 'ssd-failure'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-changelog',
        at: '1.36.0 and 1.39.0',
        says: 'Replicas were dropped too early while devices were evacuated, which lost data for a few users. Two faults of buffered reads returned wrong bytes without an error.',
      },
    ],
    versions: 'bcachefs 1.36.0 of January and 1.39.0 of August 2026',
    falsifiedBy: 'The entries do not say so.',
    reviewBy: '2027-05-22',
  },

  'these-ssds-have-no-queued-trim': {
    claim:
      'The kernel uses no queued TRIM on Samsung SATA drives of the lines 840 to 870, so a discard holds up the other requests of the drive.',
    criteria: ['performance', 'plan'],
    questions: ['modes'],
    systems: ['separate-ssd-pool', 'lvmcache', 'bcache', 'dm-cache'],
    evidence: [
      {
        source: 'libata-core-c',
        at: 'The table of quirks',
        says: 'Samsung SSD 840, 850, 860, 870 and the drives MZ7LH carry the mark that queued TRIM is not handled well.',
      },
      {
        source: 'btrfs-mount-options-doc',
        at: 'discard',
        says: 'Without queued TRIM a synchronous discard can slow things down severely; the asynchronous one gathers extents first.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4; which drives the machine has is not known',
    falsifiedBy: 'A kernel without the mark for these lines.',
    reviewBy: '2027-11-22',
  },
  'a-promoted-read-writes-many-times-its-size': {
    claim:
      'A read of 4 KiB that is promoted writes 128 times its size to the SSD at the chunk size that LVM picks for it, and 16 times at 64 KiB.',
    criteria: ['performance', 'plan'],
    questions: ['modes'],
    systems: ['lvmcache', 'mirrored-cache'],
    evidence: [
      {
        from: ['promotion-copies-a-whole-chunk', 'lvm-makes-large-chunks-on-large-ssds'],
        because: 'A chunk is written whole: 512 KiB over 4 KiB are 128, and 64 KiB over 4 KiB are 16.',
      },
    ],
    versions: 'Arithmetic from the chunk size; what later reads save is not counted',
    falsifiedBy: 'A promotion that writes less than its chunk.',
    reviewBy: '2027-11-22',
  },
  'the-rating-allows-so-much-a-day': {
    claim:
      'Spread over five years, ratings of 150, 300 and 600 TB allow 82, 164 and 329 GB a day on a 512 GB drive, which is between a sixth of it and two thirds.',
    criteria: ['performance', 'plan'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache', 'bcache', 'mirrored-cache', 'separate-ssd-pool'],
    evidence: [
      {
        from: ['drives-of-this-kind-are-rated-in-hundreds'],
        because:
          'Five years are 1826 days. A cache writes each promotion and each write that hits; a pool writes what its files write. What the drive writes by itself comes on top.',
      },
    ],
    versions: 'Arithmetic from the rating',
    falsifiedBy: 'A mistake in it.',
    reviewBy: '2027-11-22',
  },
});
