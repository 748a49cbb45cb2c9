import { defineFindings } from '../../src/schema/index.ts';

/** What the modes and the policy do with a read and a write. */
export const modes = defineFindings({
  'defaults-differ': {
    claim: 'Left alone, the kernel caches in writeback mode and LVM in writethrough mode.',
    criteria: ['performance', 'plan'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      { source: 'dm-cache-target-c', at: 'init_features', says: 'The I/O mode starts as writeback.' },
      { source: 'lvm2-defaults-h', at: 'DEFAULT_CACHE_MODE', says: 'The default is writethrough.' },
    ],
    versions: 'Linux 6.12.107 and 7.3.4; lvm2 git d804677c7',
    falsifiedBy: 'A cache made without a mode that comes up in the other one.',
    reviewBy: '2027-11-22',
  },
  'writethrough-writes-both': {
    claim:
      'In writethrough mode a write to a clean chunk that is in the cache goes to the hard disk and to the SSD, and ends when both are done.',
    criteria: ['performance', 'reliability'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'map_bio, remap_to_origin_and_cache',
        says: 'The write is cloned to the origin and chained to the write on the cache device. The branch asks for writethrough mode and a chunk that is not dirty.',
      },
      {
        source: 'kernel-cache-doc',
        at: 'Cache operating modes',
        says: 'A write to a cached block completes after it has reached both devices.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A finished write to a clean cached chunk that is missing on the hard disk.',
    reviewBy: '2027-11-22',
  },
  'writeback-hit-stays-on-the-ssd': {
    claim:
      'In writeback mode a write to a chunk that is in the cache goes to the SSD alone and leaves the chunk dirty.',
    criteria: ['performance', 'reliability', 'plan'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'kernel-cache-doc',
        at: 'Cache operating modes',
        says: 'The write goes only to the cache and the block is marked dirty.',
      },
      {
        source: 'dm-cache-target-c',
        at: 'map_bio',
        says: 'A hit in writeback mode is sent to the cache device and marks the chunk dirty.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'Such a write that is found on the hard disk at once.',
    reviewBy: '2027-11-22',
  },
  'write-miss-goes-to-the-disk': {
    claim:
      'A write to a chunk that is not in the cache goes to the hard disk, in both modes; writeback makes an exception for a write of a whole chunk and for a discarded one.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'map_bio, optimisable_bio',
        says: 'A miss is sent to the origin. Only in writeback mode, and only for a discarded chunk or a write of a whole one, may the write be promoted straight away.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A small write to a chunk outside the cache that lands on the SSD.',
    reviewBy: '2027-11-22',
  },
  'cow-writes-mostly-miss': {
    claim:
      'Copy-on-write moves rewritten data to new places, so small data writes of btrfs mostly miss the cache and gain little from writeback.',
    criteria: ['compatibility', 'performance', 'plan'],
    questions: ['cow-and-checksums', 'modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        experiment: 'which-stack-makes-flushed-writes-faster',
        holdsWhen: [{ measure: 'leftWriteback', is: 'above', value: 0.5, unit: 'ratio' }],
      },
      {
        from: ['write-miss-goes-to-the-disk', 'btrfs-writes-new-places'],
        because:
          'A place that was free until now has seldom been read, so its chunk is seldom in the cache. Metadata, files without copy-on-write, and in writeback mode a write of a whole chunk are the exceptions.',
      },
    ],
    versions:
      'Linux 6.12.107 and 7.3.4 as read, 6.12 as run. An inference that the runs refuted: new places that follow each other share a chunk, and the chunk is promoted',
    falsifiedBy: 'A run in which most small data writes of an ordinary btrfs load hit the cache.',
    reviewBy: '2027-05-22',
  },
  'btrfs-writes-new-places': {
    claim: 'btrfs does not update data in place: it writes a new copy elsewhere and then switches the pointers.',
    criteria: ['compatibility'],
    questions: ['cow-and-checksums'],
    systems: ['dm-cache', 'lvmcache', 'bcache', 'no-cache', 'separate-ssd-pool'],
    evidence: [
      {
        source: 'btrfs-hardware-doc',
        at: 'Storage model',
        says: 'Copy-on-write is how btrfs writes: a new copy to a different place, then an atomic switch.',
      },
    ],
    versions: 'btrfs documentation of v6.19; not for files marked NOCOW',
    falsifiedBy: 'An ordinary file whose overwritten block keeps its place on the device.',
    reviewBy: '2027-11-22',
  },
  'smq-has-no-stream-detector': {
    claim:
      'The policies of dm-cache have no rule against sequential reads; the old thresholds are accepted and ignored.',
    criteria: ['performance', 'backup'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-smq-c',
        at: 'mq_set_config_value, should_promote',
        says: 'Setting sequential_threshold and its kin prints a warning and does nothing. A miss is promoted by the level of its hot spot, whatever the order of the requests.',
      },
      {
        source: 'kernel-cache-policies-doc',
        at: 'mq and smq',
        says: 'mq is an alias of smq, and its tunables are ignored.',
      },
      {
        source: 'lvmcache-man',
        at: 'dm-cache cache policy',
        says: 'On newer kernels mq stands for smq, and its settings are silently ignored.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4; lvm2 git d804677c7',
    falsifiedBy: 'A tunable of dm-cache that keeps a sequential pass out of the cache.',
    reviewBy: '2027-11-22',
  },
  'promotion-copies-a-whole-chunk': {
    claim: 'A promotion copies the whole chunk from the hard disk to the SSD, however small the request was.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'copy, mg_full_copy',
        says: 'The copied region is always the size of one cache block. It is left out only for a discarded block or a clean demotion.',
      },
      {
        source: 'kernel-cache-doc',
        at: 'Fixed block size',
        says: 'A hot part of a block takes the whole block into the cache.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A promotion that writes less than one chunk to the SSD.',
    reviewBy: '2027-11-22',
  },
  'write-back-waits-for-quiet': {
    claim:
      'Dirty chunks are written back only after the hard disk had no request of the volume for a second, or to make room. Reads that the cache answers do not count.',
    criteria: ['performance', 'reliability', 'plan'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'accountable_bio, spare_migration_bandwidth, check_migrations',
        says: 'The policy is told that there is time only when nothing was in flight for one second. Counted as in flight are requests that were sent to the origin, and every flush and forced write.',
      },
      {
        source: 'dm-cache-smq-c',
        at: 'clean_target_met, queue_demotion',
        says: 'Busy, the policy is content with any number of dirty chunks. It writes one back when a demotion finds no clean victim. The cleaner policy does not wait.',
      },
      {
        experiment: 'does-a-cache-in-use-get-clean',
        holdsWhen: [
          { measure: 'dirtyFirst', is: 'at least', value: 1, unit: 'chunks' },
          { measure: 'dirtyAfterHits', is: 'exactly', value: 0, unit: 'chunks' },
          { measure: 'dirtyAfterMisses', is: 'at least', value: 1, unit: 'chunks' },
        ],
      },
    ],
    versions:
      'Linux 6.12.107 and 7.3.4 as read, 6.12 as run. Until the run the claim was that any request holds write-back up; the run refuted that',
    falsifiedBy: 'Dirty chunks that fall in number while the hard disk has steady requests and the cache has room.',
    reviewBy: '2027-11-22',
  },
  'migration-threshold-spares-no-reads': {
    claim: 'migration_threshold holds back write-back alone, not promotions.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'check_migrations, spare_migration_bandwidth',
        says: 'The threshold decides only whether the policy is told that there is time. Queued promotions and demotions are started either way.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'Promotions that stop when the threshold is set to nothing.',
    reviewBy: '2027-05-22',
    disagreement:
      'The kernel documentation and lvmcache(7) call it a limit on migration of every kind. The code is what runs, so the code wins until an experiment says otherwise.',
  },
  'bcache-skips-streams': {
    claim:
      'bcache keeps sequential requests above a cutoff out of its cache, and its documentation names backups as the case.',
    criteria: ['performance', 'backup'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-doc',
        at: 'Introduction',
        says: 'Sequential I/O is noticed and skipped, with an average for each task, so that backups and large copies pass the cache by.',
      },
      {
        source: 'bcache-request-c',
        at: 'check_should_bypass',
        says: 'A request is bypassed when its sequence or the average of its task exceeds the cutoff, or the cache is congested or nearly full.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A long sequential read that is inserted with the default cutoff.',
    reviewBy: '2027-11-22',
  },
  'writecache-leaves-reads-alone': {
    claim: 'dm-writecache, the other cache of LVM, keeps writes only and does not speed up reads from the disks.',
    criteria: ['comparison', 'performance'],
    questions: ['modes'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'kernel-writecache-doc',
        at: 'Introduction',
        says: 'It caches writes. Reads are meant for the page cache.',
      },
      { source: 'lvmcache-man', at: 'Description', says: 'Data read from the main volume are not stored in it.' },
    ],
    versions: 'Linux 7.3.4; lvm2 git d804677c7',
    falsifiedBy: 'A read from the origin that is later answered from the cache.',
    reviewBy: '2027-11-22',
  },

  'smq-promotes-however-full-it-is': {
    claim:
      'Whether smq promotes a miss does not depend on how full the cache is or how many reads it answers: that part of its threshold is overridden.',
    criteria: ['performance', 'backup'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['dm-cache', 'lvmcache', 'mirrored-cache'],
    evidence: [
      {
        source: 'dm-cache-smq-c',
        at: 'update_promote_levels, default_promote_level',
        says: 'A threshold is taken from a table by the share of hits, or from the number of levels while there is room. The larger of it and the number of all levels is used, which is the number of levels each time. Only the quality of the hot-spot queue lowers it.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'Promotions that stop by themselves because the cache is full or answers most reads.',
    reviewBy: '2027-05-22',
  },
  'warming-reads-the-disk-twice': {
    claim:
      'A read miss is answered by the hard disk, and its promotion reads the whole chunk from the hard disk again.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache', 'mirrored-cache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'map_bio, mg_full_copy',
        says: 'A miss is remapped to the origin at once. The promotion is queued as work of its own, and copies from the origin.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A promotion of a read that costs the hard disk no second read.',
    reviewBy: '2027-11-22',
  },
  'filling-takes-a-million-promotions': {
    claim:
      'To fill a cache on a 512 GB SSD once takes about a million promotions of 512 KiB, each a second read of the hard disk.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['lvmcache', 'mirrored-cache'],
    evidence: [
      {
        from: ['lvm-makes-large-chunks-on-large-ssds', 'warming-reads-the-disk-twice'],
        because: '512 GB are 976 562 chunks of 512 KiB. At smaller chunks there are more of them and each is cheaper.',
      },
    ],
    versions: 'Arithmetic from the chunk size that LVM picks',
    falsifiedBy: 'A mistake in it.',
    reviewBy: '2027-11-22',
  },
  'misses-stay-as-slow-as-the-disk': {
    claim:
      'A read that misses waits for the hard disk as without a cache, so the slowest reads stay as slow as they were.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache', 'bcache', 'mirrored-cache'],
    evidence: [
      {
        from: ['warming-reads-the-disk-twice', 'write-miss-goes-to-the-disk'],
        because:
          'The tail of the latencies is made of misses. Promotions compete with them for the same disk, so that it can get longer while a cache warms up.',
      },
      {
        source: 'bcache-request-c',
        at: 'cached_dev_cache_miss',
        says: 'A miss is read from the backing device, and what was read is inserted afterwards.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4; read, not run',
    falsifiedBy: 'A run in which the slowest reads of a cached leg are quicker than those of a bare one.',
    reviewBy: '2027-05-22',
  },
});
