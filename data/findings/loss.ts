import { defineFindings } from '../../src/schema/index.ts';

/** Crashes, dead SSDs, and what comes back. */
export const loss = defineFindings({
  'a-crash-makes-every-chunk-dirty': {
    claim: 'After an unclean stop dm-cache loads every chunk as dirty, in every mode.',
    criteria: ['reliability', 'performance'],
    questions: ['modes', 'ssd-failure'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'kernel-cache-doc',
        at: 'Updating on-disk metadata',
        says: 'Dirty bits are written when the device is suspended. After a crash every cache block is taken to be dirty.',
      },
      {
        source: 'dm-cache-metadata-c',
        at: '__load_mapping_v1, __load_mapping_v2',
        says: 'A mapping is dirty unless the metadata were marked clean when opened. The mode is not asked.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    disagreement:
      'In the lab fewer than all chunks were dirty at the first look after a crash. Writing back had begun by then, and nearly every chunk was written over the hard disk, so the code stands.',
    falsifiedBy: 'A writethrough cache that comes up with fewer dirty chunks than used ones after a reset.',
    reviewBy: '2027-11-22',
  },
  'full-dirty-writethrough-was-seen': {
    claim: 'Users of writethrough caches have seen nearly every chunk dirty after a restart, and hours of draining.',
    criteria: ['reliability'],
    questions: ['modes', 'ssd-failure'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'lvm2-issue-141',
        at: 'Description',
        says: 'All chunks of a large writethrough cache are dirty after each reboot, and draining takes about ten hours.',
      },
      {
        source: 'lvm2-issue-30',
        at: 'The listing of volumes',
        says: 'A writethrough cache with nearly all of its used blocks dirty.',
      },
      {
        source: 'lvm2-issue-26',
        at: 'The questions at the end of the report',
        says: 'A writethrough cache wanted to flush without end when it was to be split off. The reporter asks whether an earlier hard reset was the cause.',
      },
      {
        source: 'systemd-issue-35243',
        at: 'Description',
        says: 'With one release of systemd an orderly shutdown could not detach the device, and the cache was dirty after it.',
      },
    ],
    versions: 'Reports of 2020 to 2024',
    falsifiedBy: 'The reports turn out to be about writeback caches.',
    reviewBy: '2027-11-22',
  },
  'dirty-writethrough-writes-to-the-ssd-alone': {
    claim: 'In writethrough mode a write to a chunk that is marked dirty goes to the SSD alone.',
    criteria: ['reliability', 'performance', 'plan'],
    questions: ['modes', 'ssd-failure'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'map_bio',
        says: 'The branch that writes to both devices asks for a chunk that is not dirty. Every other hit goes to the cache device and marks the chunk dirty.',
      },
      {
        experiment: 'does-writethrough-write-to-the-disk-after-a-crash',
        holdsWhen: [
          { measure: 'dirtyAtWrite', is: 'at least', value: 1, unit: 'chunks' },
          { measure: 'newOnSsd', is: 'exactly', value: 64, unit: 'blocks' },
          { measure: 'oldOnHdd', is: 'at least', value: 33, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'Such a write, found on the hard disk before the chunk was written back.',
    reviewBy: '2027-05-22',
  },
  'writethrough-is-not-whole-after-a-crash': {
    claim:
      'After a crash the hard disk behind a writethrough cache can lack new writes until the whole cache has been written back.',
    criteria: ['reliability', 'performance', 'plan'],
    questions: ['modes', 'ssd-failure'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        from: [
          'a-crash-makes-every-chunk-dirty',
          'dirty-writethrough-writes-to-the-ssd-alone',
          'write-back-waits-for-quiet',
        ],
        because:
          'Until a chunk is clean, writes to it are on the SSD only, and an array in use gives little time to clean it.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A reset, a write to a cached chunk, a lost SSD, and the write found on the hard disk.',
    reviewBy: '2027-05-22',
    disagreement:
      'lvmcache(7) promises that writethrough keeps the data in both places. The kernel documentation says that every block counts as dirty after a crash, and does not say that a writethrough cache then writes to the SSD alone. The code does so, and the code wins here.',
  },
  'inactive-writethrough-is-dropped-unflushed': {
    claim: 'LVM takes the cache off an inactive writethrough volume without flushing it.',
    criteria: ['reliability'],
    questions: ['ssd-failure'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'lvm2-cache-manip-c',
        at: 'lv_cache_remove',
        says: 'For an inactive volume in writethrough or passthrough mode the layer is simply dropped. An active one is flushed until no dirty block is left.',
      },
      {
        experiment: 'does-detaching-an-inactive-cache-lose-writes',
        holdsWhen: [
          { measure: 'lostStopped', is: 'at least', value: 1, unit: 'blocks' },
          { measure: 'lostActive', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'An uncache of an inactive writethrough volume that writes dirty chunks back first.',
    reviewBy: '2027-05-22',
  },
  'a-hit-does-not-fall-back': {
    claim: 'A read of a chunk that is in the cache fails when the SSD fails; dm-cache does not ask the hard disk.',
    criteria: ['reliability'],
    questions: ['ssd-failure'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'map_bio, cache_end_io',
        says: 'A hit is sent to the cache device, and the end of the request does nothing about an error. Passthrough mode alone reads from the origin.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A read of a cached chunk that succeeds with the SSD gone.',
    reviewBy: '2027-05-22',
  },
  'a-flush-reaches-both-devices': {
    claim: 'Every flush of a cached leg goes to the hard disk and to the SSD, so a dead SSD makes it fail.',
    criteria: ['reliability', 'performance', 'compatibility'],
    questions: ['ssd-failure', 'cow-and-checksums', 'modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'num_flush_bios, process_flush_bio',
        says: 'Each flush comes in two, one sent to the origin and one to the cache device, both after the metadata were committed.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A flush that succeeds with the SSD gone.',
    reviewBy: '2027-05-22',
  },
  'btrfs-outlives-one-failing-flush': {
    claim: 'btrfs RAID1 goes on when one of its devices fails a flush at commit, and not when both do.',
    criteria: ['reliability'],
    questions: ['ssd-failure'],
    systems: ['dm-cache', 'lvmcache', 'bcache', 'no-cache'],
    evidence: [
      {
        source: 'btrfs-disk-io-c',
        at: 'barrier_all_devices',
        says: 'A failed flush ends the commit only when the array could not run degraded.',
      },
      { source: 'btrfs-volumes-c', at: 'btrfs_raid_array', says: 'RAID1 tolerates one failure.' },
      {
        experiment: 'what-does-a-dead-ssd-stop-when-each-leg-has-its-own',
        holdsWhen: [
          { measure: 'errorsOfFirstLeg', is: 'at least', value: 1, unit: 'errors' },
          { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
        ],
      },
      {
        experiment: 'what-does-a-dead-ssd-stop-when-both-legs-share-it',
        holdsWhen: [{ measure: 'writableLegs', is: 'exactly', value: 0, unit: 'legs' }],
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'An array that turns read-only because of one failing device, or stays writable with two.',
    reviewBy: '2027-11-22',
  },
  'a-shared-ssd-takes-the-array': {
    claim: 'One SSD in front of both legs stops the array when it dies, in writethrough mode too.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        from: ['a-hit-does-not-fall-back', 'a-flush-reaches-both-devices', 'btrfs-outlives-one-failing-flush'],
        because: 'Both legs fail their flushes at the same commit, and the mirror tolerates one.',
      },
      {
        experiment: 'what-does-a-dead-ssd-stop-when-both-legs-share-it',
        holdsWhen: [{ measure: 'writableLegs', is: 'exactly', value: 0, unit: 'legs' }],
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'An array on one shared SSD that stays writable after the SSD is gone.',
    reviewBy: '2027-05-22',
  },
  'a-volume-without-its-ssd-stays-down': {
    claim:
      'LVM does not activate a cached volume while a device of it is missing, and its event rule activates only complete volume groups.',
    criteria: ['reliability', 'nixos', 'plan'],
    questions: ['ssd-failure', 'nixos-support', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'lvm2-activate-c',
        at: 'the check for partial volumes before activation',
        says: 'A partial volume is refused. Degraded activation is for RAID types only.',
      },
      {
        source: 'lvm2-dm-lvm-rules',
        at: 'lvm_scan',
        says: 'The rule asks pvscan whether the group is complete and starts the activation only then.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A cached volume that comes up at boot without its SSD.',
    reviewBy: '2027-05-22',
  },
  'uncache-works-without-the-ssd': {
    claim:
      'With the SSD gone, lvconvert --uncache gives the origin back: in writethrough mode on confirmation, in writeback mode only by force, with damage expected, and only while the volume is active.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'modes'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'lvm2-test-repair-cache',
        at: 'Both halves of the test',
        says: 'Upstream disables the device of the cache. In writethrough mode the confirmed command succeeds and the file system checks clean. In writeback mode it takes force, and the check is expected to fail.',
      },
      {
        source: 'lvm2-issue-35',
        at: 'Description',
        says: 'With an older version the confirmed command could not reload the volume and failed.',
      },
      {
        source: 'lvm2-cache-manip-c',
        at: 'lv_cache_remove',
        says: 'A writeback volume that is not active is activated first, to be flushed, and the command ends when that fails. Force is not asked for there.',
      },
    ],
    versions: 'lvm2 git d804677c7; the test uses ext4',
    disagreement:
      'A user reported in 2020 that the confirmed command failed after the device of the cache was gone, and that he had to edit the metadata by hand. The test of upstream passes the same case, and so did each run here in writethrough mode that took a dead cache off: the newer test and the runs count.',
    falsifiedBy: 'The writethrough half of that test failing, or an origin that cannot be mounted after it.',
    reviewBy: '2027-11-22',
  },
  'vgreduce-by-force-removes-the-origin': {
    claim:
      'vgreduce --removemissing --force removes the whole cached volume, its intact origin with it, when only the SSD is missing.',
    criteria: ['reliability'],
    questions: ['ssd-failure'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'lvm2-vgreduce-c',
        at: '_make_vg_consistent',
        says: 'A visible volume with a missing part that is neither RAID nor mirror is removed with everything that hangs on it.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A run of the command that leaves the origin as a plain volume.',
    reviewBy: '2027-05-22',
  },
  'bcache-fails-io-while-it-detaches': {
    claim:
      'When a bcache cache set fails, requests to its devices fail until the cache is detached, also when nothing was dirty.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-request-c',
        at: 'cached_dev_submit_bio',
        says: 'While the failed set is still attached every request is ended with an I/O error, before it is asked whether it needs the SSD.',
      },
      {
        source: 'bcache-super-c',
        at: 'conditional_stop_bcache_device',
        says: 'A clean device is kept, a dirty one is stopped.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A failed set with clean devices and no failed request.',
    reviewBy: '2027-05-22',
    disagreement:
      'bcache.rst says that errors are handled without affecting normal operation. The code fails requests for a time, so the code wins.',
  },
  'bcache-waits-for-its-cache': {
    claim:
      'A bcache device that was attached to a cache does not appear at boot until the cache does, or until it is told to run.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-doc',
        at: 'Attaching',
        says: 'With data in a cache the device is not created until the cache shows up; it can be forced to run, and then cached data are dropped.',
      },
      {
        source: 'bcache-super-c',
        at: 'register_bdev',
        says: 'Only a device without a cache, or one whose cache is known to be stale, is started at registration.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A boot without the SSD in which the device appears by itself.',
    reviewBy: '2027-11-22',
  },
  'bcache-writethrough-leaves-nothing-dirty': {
    claim: 'A bcache that has only been used in writethrough mode holds no dirty data, and a crash does not make any.',
    criteria: ['reliability', 'performance', 'comparison'],
    questions: ['modes', 'ssd-failure'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-request-c',
        at: 'cached_dev_write, bch_data_insert_start',
        says: 'In writethrough mode the write is sent to the backing device as well, and the key is marked dirty only for a write in writeback mode. The mark is part of the key.',
      },
      {
        source: 'bcache-doc',
        at: 'Introduction',
        says: 'There is no such thing as a clean shutdown: a write is not reported as done until it is on stable storage.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A writethrough bcache with dirty data after a reset.',
    reviewBy: '2027-05-22',
  },
  'bcache-shares-one-set': {
    claim: 'A bcache cache set holds one SSD and can serve several disks.',
    criteria: ['comparison', 'compatibility'],
    questions: ['per-device-or-array', 'multi-device'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-doc',
        at: 'Getting started, Attaching',
        says: 'Backing devices are attached to a set; several cache devices in one set are not supported yet.',
      },
    ],
    versions: 'Linux 7.3.4',
    falsifiedBy: 'A set with two SSDs in a current kernel.',
    reviewBy: '2027-11-22',
  },
  'bcachefs-writeback-keeps-metadata-on-the-ssd': {
    claim:
      'With an SSD as write cache of bcachefs, losing it can lose the file system, because most metadata are on it.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-issue-864',
        at: 'First answer of the author',
        says: 'He takes the dead SSD for a writeback cache that held most of the metadata, and the file system for lost.',
      },
    ],
    versions: 'bcachefs of April 2025',
    falsifiedBy: 'A statement or a run in which metadata survive such a loss with one copy of metadata asked for.',
    reviewBy: '2027-05-22',
  },
  'bcachefs-pure-cache-is-expendable': {
    claim:
      'bcachefs does not count copies on an SSD with durability=0, so losing it loses no data, by its documentation.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-dev-c',
        at: 'Durability, Caching',
        says: 'Copies on such a device do not count as replicas, and its loss then never loses data.',
      },
      {
        source: 'bcachefs-manual',
        at: 'Caching and durability',
        says: 'Such a device is a pure cache whose copies are given up when room is needed.',
      },
    ],
    versions: 'bcachefs 1.39',
    falsifiedBy: 'Data lost with such a device.',
    reviewBy: '2027-05-22',
  },
  'two-ssds-below-four-disks-share-copies': {
    claim:
      'With four disks as four legs and two SSDs in front of them, one dead SSD fails two legs at once, which is more than btrfs RAID1 tolerates.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        from: ['a-shared-ssd-takes-the-array', 'btrfs-outlives-one-failing-flush'],
        because:
          'Two legs stand on each SSD. RAID1 tolerates one failed device, however many there are, and both copies of some data may lie on the two. Two disks in a row as one leg, with one SSD, keep it to one device.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'An array of four such legs that stays writable after one SSD died.',
    reviewBy: '2027-05-22',
  },
  'a-dead-disk-takes-its-cached-leg': {
    claim:
      'A hard disk that dies takes its cached leg along, as it would without a cache: misses and flushes fail, and the SSD holds no whole copy.',
    criteria: ['reliability'],
    questions: ['ssd-failure'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        from: ['a-flush-reaches-both-devices', 'write-miss-goes-to-the-disk', 'btrfs-outlives-one-failing-flush'],
        because: 'What is not in the cache has to come from the disk, and every flush goes to it.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A leg that goes on without its hard disk.',
    reviewBy: '2027-11-22',
  },
  'a-repair-write-mends-both-copies': {
    claim:
      'A block that is damaged on the SSD in a clean chunk is mended on the SSD when btrfs repairs it, and written to the disk again.',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        from: ['cached-data-are-not-checked', 'btrfs-repairs-from-its-own-replica', 'writethrough-writes-both'],
        because:
          'The repair is a write like any other. In writethrough mode a write to a clean chunk goes to both devices.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4; read, not run',
    falsifiedBy: 'A second read of the same block that is wrong again.',
    reviewBy: '2027-05-22',
  },
  'dirty-damage-is-written-back': {
    claim: 'A chunk that is damaged on the SSD while it is dirty is written over the hard disk as it is.',
    criteria: ['reliability'],
    questions: ['cow-and-checksums', 'modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        from: ['cached-data-are-not-checked', 'promotion-copies-a-whole-chunk'],
        because:
          'Nothing looks at the data on their way back. btrfs finds the damage at the next read or scrub and needs the other leg to repair it.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4; read, not run',
    falsifiedBy: 'A write-back that refuses a damaged chunk.',
    reviewBy: '2027-05-22',
  },
  'a-lying-flush-hurts-writeback-most': {
    claim:
      'An SSD that reports a flush without doing it can lose the only copy in writeback mode. In writethrough mode the hard disk has the other one, but when dm-cache is started after the power cut the old blocks of the SSD are written over it.',
    criteria: ['reliability'],
    questions: ['ssd-failure', 'modes'],
    systems: ['dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        from: [
          'a-flush-reaches-both-devices',
          'writethrough-writes-both',
          'writeback-hit-stays-on-the-ssd',
          'a-crash-makes-every-chunk-dirty',
          'a-crash-has-the-whole-cache-written-back',
        ],
        because:
          'Which copy was flushed for true decides, until the next start. That is one after an unclean stop: every chunk counts as dirty, is read from the SSD and is written over the hard disk, whatever the SSD has lost. Only where the cache is dropped before the start is the disk kept. What such an SSD does to the metadata of the cache is not said by this.',
      },
      {
        source: 'btrfs-hardware-doc',
        at: 'The flush command does not flush',
        says: 'btrfs calls it perhaps the most serious problem, and one that a file system cannot mitigate.',
      },
    ],
    versions:
      'Linux 6.12.107 and 7.3.4; not run. Until the code was read once more the claim was that writethrough mode is spared',
    falsifiedBy:
      'A power cut with such an SSD, and a start of its cache, after which the leg has everything that was flushed.',
    reviewBy: '2027-11-22',
  },
  'both-ssds-gone-leaves-two-disks': {
    claim:
      'When both SSDs die the array stops; in writethrough mode, with nothing dirty, each disk still holds a whole copy.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        from: ['a-shared-ssd-takes-the-array', 'writethrough-writes-both', 'uncache-works-without-the-ssd'],
        because:
          'Both legs fail their flushes. Every write that ended had reached the disk too, and the caches can be taken off without the SSDs.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4; lvm2 git d804677c7; read, not run',
    falsifiedBy: 'Acknowledged data missing on both disks in that case.',
    reviewBy: '2027-05-22',
  },
  'a-cache-that-dropped-out-is-trusted-again': {
    claim:
      'A writethrough cache whose SSD dropped out and came back, without being taken off in between, counts as good again, with chunks that missed writes.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'modes'],
    systems: ['dm-cache', 'lvmcache', 'mirrored-cache'],
    evidence: [
      {
        from: ['dm-cache-cannot-tell-a-stale-cache', 'a-crash-makes-every-chunk-dirty', 'writethrough-writes-both'],
        because:
          'The half of a write that went to the hard disk may have been done while the other half failed, and nothing on the SSD says so. As it was not stopped in good order its chunks count as dirty, and old ones are written over the disk. btrfs finds it where there are checksums.',
      },
      {
        experiment: 'is-a-stale-cache-served-after-it-returns',
        holdsWhen: [
          { measure: 'diverged', is: 'at least', value: 64, unit: 'blocks' },
          { measure: 'oldWithoutChecksums', is: 'at least', value: 1, unit: 'blocks' },
          { measure: 'overwrittenOnHdd', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4 as read, 6.12 as run',
    falsifiedBy: 'A returned cache that gives no old block and puts none on the disk.',
    reviewBy: '2027-05-22',
  },
});
