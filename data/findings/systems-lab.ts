import { defineFindings } from '../../src/schema/index.ts';
import { mayStillLose } from '../bound.ts';

/**
 * What bcache, dm-writecache, md, bcachefs and a pool of SSDs do where lvmcache was tried. Written before the counted
 * runs, after one trial of the harness.
 */
export const systemsLab = defineFindings({
  'own-bcache-sets-outlive-a-dead-ssd': {
    claim:
      'With a bcache set of its own for each leg, a dead SSD leaves the array writable in every mode, gives its users no error, and loses no flushed record.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-under-bcache',
        holdsWhen: [
          { measure: 'writableLegsOwnThrough', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'writableLegsOwnAround', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'writableLegsOwnBack', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'userErrorsOwnThrough', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'userErrorsOwnAround', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'userErrorsOwnBack', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'lostOwnThrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOwnAround', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOwnBack', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: `Linux 6.12 and 7.3 in the lab; an SSD that is pulled out; up to ${mayStillLose(3)} % of runs could still lose`,
    falsifiedBy: 'A run in which a user gets an error, the array turns read-only, or a flushed record is gone.',
    reviewBy: '2027-05-22',
  },
  'bcache-takes-a-careful-leg-over-to-its-disk': {
    claim:
      'In writethrough and writearound a leg whose SSD died goes on from its hard disk after at most ten errors; in writeback it fails for good.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'modes'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-under-bcache',
        holdsWhen: [
          { measure: 'errorsOfFirstLegOwnThrough', is: 'at most', value: 10, unit: 'errors' },
          { measure: 'errorsOfFirstLegOwnAround', is: 'at most', value: 10, unit: 'errors' },
          { measure: 'errorsOfFirstLegOwnBack', is: 'at least', value: 100, unit: 'errors' },
          { measure: 'errorsOfSecondLegOwnBack', is: 'exactly', value: 0, unit: 'errors' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; half a minute of load after the SSD was pulled out',
    falsifiedBy: 'A careful leg that goes on failing, or a writeback leg that does not.',
    reviewBy: '2027-05-22',
  },
  'a-shared-writeback-bcache-loses-flushed-records': {
    claim:
      'With one bcache set for both legs in writeback mode, the array stops when the SSD dies, and flushed records are gone.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-under-bcache',
        holdsWhen: [
          { measure: 'writableLegsSharedBack', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'lostSharedBack', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A run in which that array loses nothing, or goes on taking writes.',
    reviewBy: '2027-05-22',
  },
  'a-shared-writethrough-bcache-loses-nothing': {
    claim: 'With one bcache set for both legs in writethrough mode, no flushed record is gone when the SSD dies.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-under-bcache',
        holdsWhen: [
          { measure: 'lostSharedThrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOfFileSharedThrough', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: `Linux 6.12 and 7.3 in the lab; up to ${mayStillLose(3)} % of runs could still lose`,
    falsifiedBy: 'A flushed record that neither hard disk has.',
    reviewBy: '2027-05-22',
  },
  'a-shared-writethrough-bcache-goes-on': {
    claim:
      'With one bcache set for both legs in writethrough mode, the array goes on from its hard disks when that SSD dies: it stays writable, and its users see one error at most.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-under-bcache',
        holdsWhen: [
          { measure: 'writableLegsSharedThrough', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'userErrorsSharedThrough', is: 'at most', value: 1, unit: 'errors' },
          { measure: 'acknowledgedAfterSharedThrough', is: 'at least', value: 10, unit: 'blocks' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab; an SSD that is pulled out. Written after the runs on 6.12, of which one of three had one error: a set that fails with nothing dirty is taken off, and its devices are kept alive. On 7.3 the superblocks of both legs failed at once before that was done, and btrfs went read-only, three times of three',
    falsifiedBy: 'A run in which that array turns read-only, or its users go on getting errors.',
    reviewBy: '2027-05-22',
  },
  'bcache-writes-through-after-a-crash': {
    claim:
      'After a crash a writethrough bcache counts nothing as dirty, and what is written and flushed through it is on the hard disk.',
    criteria: ['reliability', 'comparison'],
    questions: ['modes', 'ssd-failure'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'does-bcache-write-to-the-disk-after-a-crash',
        holdsWhen: [
          { measure: 'dirtyAfterCrashThrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'dirtyAfterWriteThrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'newOnHddThrough', is: 'exactly', value: 64, unit: 'blocks' },
          { measure: 'lostWithoutSsdThrough', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; a killed virtual machine, a volume without a file system',
    falsifiedBy: 'A block that was written and flushed in that mode and is not on the hard disk.',
    reviewBy: '2027-05-22',
  },
  'bcache-legs-wait-for-their-ssd': {
    claim:
      'Without its SSD a leg behind bcache does not come up by itself, in writethrough no more than in writeback; one write to a file of sysfs starts it.',
    criteria: ['reliability', 'comparison', 'nixos'],
    questions: ['ssd-failure', 'nixos-support'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'does-bcache-write-to-the-disk-after-a-crash',
        holdsWhen: [
          { measure: 'legsUpThrough', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'legsUpBack', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'lostWithoutSsdThrough', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; registered by hand, without systemd',
    falsifiedBy: 'A leg that had a cache and appears without it, or cannot be started by force.',
    reviewBy: '2027-05-22',
  },
  'writeback-and-writecache-keep-flushed-writes-on-the-ssd': {
    claim:
      'What was written and flushed through a writeback bcache or a dm-writecache is lost when the leg is started without its SSD.',
    criteria: ['reliability', 'comparison'],
    questions: ['modes', 'ssd-failure'],
    systems: ['bcache', 'dm-writecache'],
    evidence: [
      {
        experiment: 'does-bcache-write-to-the-disk-after-a-crash',
        holdsWhen: [
          { measure: 'lostWithoutSsdBack', is: 'at least', value: 1, unit: 'blocks' },
          { measure: 'lostWithoutSsdWritecache', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; seconds after the write',
    falsifiedBy: 'A run in which either has everything on the hard disk at once.',
    reviewBy: '2027-05-22',
  },
  'detaching-bcache-writes-back-first': {
    claim: 'Detaching a writeback bcache that is dirty after a crash leaves every written block on the hard disk.',
    criteria: ['reliability', 'comparison'],
    questions: ['modes'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'does-bcache-write-to-the-disk-after-a-crash',
        holdsWhen: [{ measure: 'lostDetachedBack', is: 'exactly', value: 0, unit: 'blocks' }],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; with the SSD there',
    falsifiedBy: 'A written block that the hard disk lacks once the state says no cache.',
    reviewBy: '2027-05-22',
  },
  'scrub-passes-over-damage-behind-bcache': {
    claim:
      'btrfs scrub over a warm bcache reports none of the damage behind blocks that the cache holds, and finds it once the cache is detached.',
    criteria: ['reliability', 'compatibility', 'comparison'],
    questions: ['cow-and-checksums'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'does-scrub-see-damage-behind-bcache-or-md',
        holdsWhen: [
          { measure: 'residentDamaged', is: 'exactly', value: 32, unit: 'blocks' },
          { measure: 'scrubErrorsWithCache', is: 'exactly', value: 32, unit: 'errors' },
          { measure: 'scrubErrorsDetached', is: 'exactly', value: 32, unit: 'errors' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab, writethrough; as many blocks again were damaged where no cache held them',
    falsifiedBy: 'A scrub through the cache that reports such a block.',
    reviewBy: '2027-05-22',
  },
  'scrub-cannot-mend-a-mirror-of-md': {
    claim:
      'Above a mirror of md, scrub mends nothing that is damaged on one hard disk: btrfs has one copy, and md cannot tell which half is right.',
    criteria: ['reliability', 'comparison'],
    questions: ['per-device-or-array', 'cow-and-checksums'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-scrub-see-damage-behind-bcache-or-md',
        holdsWhen: [
          { measure: 'mdDamaged', is: 'exactly', value: 32, unit: 'blocks' },
          { measure: 'mdMended', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'mdMismatchedBlocks', is: 'at least', value: 32, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; btrfs with one copy of data',
    falsifiedBy: 'A damaged block that is whole again after the scrub.',
    reviewBy: '2027-05-22',
  },
  'scrub-mends-next-to-nothing-above-md': {
    claim:
      'Above a mirror of md scrub mends next to nothing: of 32 blocks damaged on one half, at most one came right, where a second read happened on the good half.',
    criteria: ['reliability', 'comparison'],
    questions: ['per-device-or-array', 'cow-and-checksums'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-scrub-see-damage-behind-bcache-or-md',
        holdsWhen: [
          { measure: 'mdDamaged', is: 'exactly', value: 32, unit: 'blocks' },
          { measure: 'mdMended', is: 'at most', value: 1, unit: 'blocks' },
          { measure: 'mdUncorrectable', is: 'at least', value: 1, unit: 'errors' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab; btrfs with one copy of data. Written after the runs on 6.12: nothing at all was expected to be mended. It also asked for 20 reported errors at the least, which 7.3 refuted in two of three runs: there md read the good half more often, and scrub saw fewer of the damaged blocks',
    falsifiedBy: 'A scrub above md that mends more than a block or two of 32.',
    reviewBy: '2027-05-22',
  },
  'one-cache-above-md-stops-with-its-ssd': {
    claim:
      'With one writethrough cache above a mirror of md, the array stops taking writes when that SSD dies, and loses no flushed record.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-under-the-other-systems',
        holdsWhen: [
          { measure: 'acknowledgedAfterMd', is: 'at most', value: 5, unit: 'blocks' },
          { measure: 'lostMd', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: `Linux 6.12 in the lab; up to ${mayStillLose(3)} % of runs could still lose`,
    falsifiedBy: 'An array that goes on without that SSD, or a flushed record that is gone.',
    reviewBy: '2027-05-22',
  },
  'a-pool-of-ssds-outlives-one-of-them': {
    claim:
      'A btrfs RAID1 of two SSDs goes on when one dies, gives its users no error, and has every flushed record on the other one.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['separate-ssd-pool'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-under-the-other-systems',
        holdsWhen: [
          { measure: 'acknowledgedAfterPool', is: 'at least', value: 10, unit: 'blocks' },
          { measure: 'userErrorsPool', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'lostPool', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOfFilePool', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: `Linux 6.12 in the lab; up to ${mayStillLose(3)} % of runs could still lose`,
    falsifiedBy: 'A user that gets an error, or a flushed record that is gone.',
    reviewBy: '2027-05-22',
  },
  'writecache-outlives-one-ssd-and-not-two': {
    claim:
      'With a dm-writecache for each leg, the array goes on and loses no flushed record when one SSD dies, and lacks flushed records when both are gone.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'modes'],
    systems: ['dm-writecache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-under-the-other-systems',
        holdsWhen: [
          { measure: 'acknowledgedAfterWritecache', is: 'at least', value: 10, unit: 'blocks' },
          { measure: 'lostWritecache', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWithoutSsdsWritecache', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: `Linux 6.12 in the lab; up to ${mayStillLose(3)} % of runs could still lose with one SSD gone`,
    falsifiedBy: 'A flushed record that is gone with one SSD, or none that is gone with both.',
    reviewBy: '2027-05-22',
  },
  'bcachefs-outlives-one-ssd-and-not-two': {
    claim:
      'bcachefs with SSDs in front goes on and loses no flushed record when one SSD dies, and lacks flushed records when both are gone before they were moved.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'modes'],
    systems: ['bcachefs'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-under-the-other-systems',
        holdsWhen: [
          { measure: 'acknowledgedAfterBcachefs', is: 'at least', value: 10, unit: 'blocks' },
          { measure: 'lostBcachefs', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWithoutSsdsBcachefs', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'bcachefs of Linux 6.12 in the lab, two copies, new writes on the SSDs first',
    falsifiedBy: 'A flushed record that is gone with one SSD, or none that is gone with both.',
    reviewBy: '2027-05-22',
  },
  'none-of-the-others-mounts-as-usual-without-an-ssd': {
    claim:
      'With one SSD missing at the start, dm-writecache, a cache above md, a pool of SSDs and bcachefs do not mount as usual: each has to be told that a disk is missing.',
    criteria: ['reliability', 'comparison', 'nixos'],
    questions: ['ssd-failure', 'nixos-support'],
    systems: ['dm-writecache', 'lvmcache', 'separate-ssd-pool', 'bcachefs'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-under-the-other-systems',
        holdsWhen: [
          { measure: 'mountsAsUsualWritecache', is: 'exactly', value: 0, unit: 'operations' },
          { measure: 'mountsAsUsualMd', is: 'exactly', value: 0, unit: 'operations' },
          { measure: 'mountsAsUsualPool', is: 'exactly', value: 0, unit: 'operations' },
          { measure: 'mountsAsUsualBcachefs', is: 'exactly', value: 0, unit: 'operations' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, after the SSD died under load; without systemd',
    falsifiedBy: 'One of them that mounts with the ordinary command.',
    reviewBy: '2027-05-22',
  },
  'bcache-wants-each-leg-rebuilt': {
    claim:
      'A file system that is there does not show through bcache. A leg can be moved behind it in use with nothing lost, when it is first made a little smaller; detached, it reads without bcache 8 KiB into the disk.',
    criteria: ['comparison', 'plan'],
    questions: ['multi-device'],
    systems: ['bcache'],
    evidence: [
      {
        experiment: 'can-a-cache-go-under-data-that-is-there',
        holdsWhen: [
          { measure: 'systemsThroughBcache', is: 'exactly', value: 0, unit: 'operations' },
          { measure: 'replacedAsItIs', is: 'exactly', value: 0, unit: 'operations' },
          { measure: 'readAfterReplace', is: 'exactly', value: 2048, unit: 'blocks' },
          { measure: 'readWhileCached', is: 'exactly', value: 2048, unit: 'blocks' },
          { measure: 'readWithoutBcache', is: 'exactly', value: 2048, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, bcache-tools 1.0.8 and btrfs-progs of Debian 13',
    falsifiedBy: 'A file system that shows through bcache unmoved, or a block lost on the way there or back.',
    reviewBy: '2027-05-22',
  },
  'writecache-comes-and-goes-in-use': {
    claim: 'A dm-writecache is put in front of a mounted logical volume and taken off again with every block readable.',
    criteria: ['comparison', 'plan'],
    questions: ['multi-device'],
    systems: ['dm-writecache'],
    evidence: [
      {
        experiment: 'can-a-cache-go-under-data-that-is-there',
        holdsWhen: [
          { measure: 'readUnderWritecache', is: 'exactly', value: 2048, unit: 'blocks' },
          { measure: 'readAfterWritecache', is: 'exactly', value: 2048, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, lvm2 of Debian 13',
    falsifiedBy: 'A block that is lost on the way there or back.',
    reviewBy: '2027-05-22',
  },
  'the-others-spare-the-disks-too': {
    claim:
      'Of 1000 random reads of a warm file at most 50 reach the hard disks under bcache, under a cache above md, and under bcachefs; none do with a pool of SSDs.',
    criteria: ['performance', 'comparison'],
    questions: ['per-device-or-array'],
    systems: ['bcache', 'lvmcache', 'bcachefs', 'separate-ssd-pool'],
    evidence: [
      {
        experiment: 'how-many-disk-reads-does-each-system-leave',
        holdsWhen: [
          { measure: 'hddReadsBare', is: 'at least', value: 950, unit: 'operations per 1000 reads' },
          { measure: 'hddReadsBcache', is: 'at most', value: 50, unit: 'operations per 1000 reads' },
          { measure: 'hddReadsMd', is: 'at most', value: 50, unit: 'operations per 1000 reads' },
          { measure: 'hddReadsPool', is: 'at most', value: 5, unit: 'operations per 1000 reads' },
          { measure: 'hddReadsBcachefs', is: 'at most', value: 50, unit: 'operations per 1000 reads' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; a file far smaller than the caches',
    falsifiedBy: 'A warm cache of these that leaves more to the hard disks.',
    reviewBy: '2027-05-22',
  },
  'bcache-bcachefs-and-a-pool-spare-the-disks': {
    claim:
      'Of 1000 random reads of a warm file at most 5 reach the hard disks under bcache and under bcachefs, and none with a pool of the SSDs; without a cache all do.',
    criteria: ['performance', 'comparison'],
    questions: ['per-device-or-array'],
    systems: ['bcache', 'bcachefs', 'separate-ssd-pool'],
    evidence: [
      {
        experiment: 'how-many-disk-reads-does-each-system-leave',
        holdsWhen: [
          { measure: 'hddReadsBare', is: 'at least', value: 950, unit: 'operations per 1000 reads' },
          { measure: 'hddReadsBcache', is: 'at most', value: 5, unit: 'operations per 1000 reads' },
          { measure: 'hddReadsPool', is: 'exactly', value: 0, unit: 'operations per 1000 reads' },
          { measure: 'hddReadsBcachefs', is: 'at most', value: 5, unit: 'operations per 1000 reads' },
        ],
      },
    ],
    versions:
      'Linux 6.12 in the lab; a file far smaller than the caches, read eight times before. Narrowed after the runs',
    falsifiedBy: 'A warm cache of these that leaves more to the hard disks.',
    reviewBy: '2027-05-22',
  },
  'one-cache-above-md-warms-slowly': {
    claim:
      'Under one lvmcache above a mirror of md more than 200 of 1000 random reads still reach the hard disks after sixteen readings of the file, where bcache and bcachefs are warm after eight.',
    criteria: ['performance', 'comparison'],
    questions: ['per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'how-many-disk-reads-does-each-system-leave',
        holdsWhen: [{ measure: 'hddReadsMd', is: 'above', value: 200, unit: 'operations per 1000 reads' }],
      },
    ],
    versions:
      'Linux 6.12 in the lab. Written after the runs, which were to show at most 50. dm-cache copies what is read again, and not at once; how many more it wants above md was not tried',
    falsifiedBy: 'A cache above md that is warm after as many readings.',
    reviewBy: '2027-05-22',
  },
});
