import { defineFindings } from '../../src/schema/index.ts';

/** What it is like to live with a cache: what btrfs takes it for, what it costs, what it shows. */
export const operations = defineFindings({
  'btrfs-asks-its-devices-what-they-are': {
    claim: 'btrfs switches to its layout for SSDs, and to discarding by itself, by what its devices say of themselves.',
    criteria: ['compatibility'],
    questions: ['cow-and-checksums', 'multi-device'],
    systems: ['no-cache', 'separate-ssd-pool', 'dm-cache', 'lvmcache', 'bcache', 'dm-writecache', 'mirrored-cache'],
    evidence: [
      {
        source: 'btrfs-super-c',
        at: 'set_device_specific_options',
        says: 'The ssd option is set when no device said that it rotates, and asynchronous discard when one said that it can discard.',
      },
      {
        source: 'btrfs-volumes-c',
        at: 'btrfs_open_one_device',
        says: 'One device that rotates is enough for the file system to count as rotating.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A mount whose options do not follow from its devices.',
    reviewBy: '2027-11-22',
  },
  'a-mapped-leg-still-rotates': {
    claim:
      'A leg behind dm-cache or dm-writecache still says that it rotates, so btrfs goes on treating it as a hard disk.',
    criteria: ['compatibility', 'performance'],
    questions: ['multi-device', 'cow-and-checksums'],
    systems: ['dm-cache', 'lvmcache', 'mirrored-cache', 'dm-writecache'],
    evidence: [
      {
        source: 'block-blk-settings-c',
        at: 'blk_stack_limits, BLK_FEAT_INHERIT_MASK',
        says: 'A device on top takes over the rotating property of each device that it is stacked on.',
      },
      {
        source: 'dm-cache-target-c',
        at: 'cache_iterate_devices',
        says: 'The cache device and the origin are both named for stacking.',
      },
      { source: 'dm-writecache-c', at: 'writecache_iterate_devices', says: 'The origin is named.' },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A cached leg that reports itself as not rotating.',
    reviewBy: '2027-11-22',
  },
  'bcache-says-it-does-not-rotate': {
    claim:
      'A bcache device never says that it rotates and always says that it can discard, so btrfs takes the hard disk behind it for an SSD.',
    criteria: ['compatibility', 'performance'],
    questions: ['multi-device', 'cow-and-checksums'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-super-c',
        at: 'bcache_device_init',
        says: 'The limits are written down anew, with discard and without the rotating property, whatever lies below.',
      },
      {
        source: 'btrfs-super-c',
        at: 'set_device_specific_options',
        says: 'The two options follow from that unless nossd and nodiscard are given.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A bcache device on a hard disk that reports itself as rotating.',
    reviewBy: '2027-11-22',
  },
  'bcachefs-repairs-from-a-replica': {
    claim: 'bcachefs repairs a copy that fails its checksum from another one, on a read and in a scrub.',
    criteria: ['comparison', 'reliability'],
    questions: ['cow-and-checksums'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-manual',
        at: 'Replication; Scrub; Online self-healing',
        says: 'A read falls back to another replica and rewrites the bad one. Scrub does so for all data, device by device.',
      },
    ],
    versions: 'bcachefs 1.39, by its documentation',
    falsifiedBy: 'A bad copy that stays with a good one at hand.',
    reviewBy: '2027-05-22',
  },
  'one-dead-ssd-costs-one-copy': {
    claim: 'With an SSD of its own for each leg, one dead SSD can take at most one of the two copies that btrfs keeps.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['dm-cache', 'lvmcache', 'bcache', 'dm-writecache'],
    evidence: [
      {
        from: [
          'btrfs-outlives-one-failing-flush',
          'no-device-stands-for-the-array',
          'btrfs-repairs-from-its-own-replica',
        ],
        because:
          'Every copy lies on a leg, a leg is one disk with one SSD, and the mirror is made of two legs. Files without checksums are the exception: btrfs cannot tell which copy is old.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4; read, not run',
    falsifiedBy: 'Acknowledged data that are on neither leg after one SSD died.',
    reviewBy: '2027-05-22',
  },
  'lvm-does-not-reuse-a-returned-cache': {
    claim:
      'A cache that was taken off while its SSD was away is not used again when the SSD returns: LVM takes the disk back as an empty one, or keeps it out.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['lvmcache', 'dm-writecache'],
    evidence: [
      {
        source: 'lvm2-metadata-c',
        at: 'the check for reappeared devices in vg_read; the MISSING flag',
        says: 'A disk that was away when the group was written is flagged. If nothing on it is in use any more, the flag is cleared when it returns. If parts of it are, it counts as missing until it is removed from the group, since its data may be out of date.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A cache that is used again after it was taken off without its SSD and the SSD came back.',
    reviewBy: '2027-11-22',
  },
  'bcache-drops-a-stale-cache': {
    claim: 'A bcache disk that was started without its cache drops the old content when the cache comes back.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-super-c',
        at: 'bch_cached_dev_run, bch_cached_dev_attach',
        says: 'A device that runs without its set is marked stale. At the next attachment its old entry in the set is invalidated.',
      },
      { source: 'bcache-doc', at: 'Attaching', says: 'All cached data are invalidated when the set shows up again.' },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'An old block returned after such a start.',
    reviewBy: '2027-11-22',
  },
  'dm-cache-cannot-tell-a-stale-cache': {
    claim: 'dm-cache has no mark by which it would notice that its origin was written without it.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'multi-device'],
    systems: ['dm-cache', 'lvmcache', 'mirrored-cache'],
    evidence: [
      {
        source: 'kernel-cache-doc',
        at: 'Cache operating modes, passthrough',
        says: 'For a cache that may not agree with its origin it names a mode, which somebody has to choose, and a message that drops blocks.',
      },
      {
        source: 'dm-cache-metadata-c',
        at: 'the superblock',
        says: 'It has fields for its own versions, sizes and states and none about the origin.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A load that refuses a cache because its origin has changed.',
    reviewBy: '2027-11-22',
  },
  'bcachefs-leaves-out-a-stale-device': {
    claim: 'bcachefs compares sequence numbers of all its devices and leaves out one that has diverged.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-manual',
        at: 'Splitbrain detection',
        says: 'Each superblock records the last known sequence of every other device. A device that missed writes is brought up to date, one that diverged is excluded.',
      },
    ],
    versions: 'bcachefs 1.39, by its documentation',
    falsifiedBy: 'A diverged device that is taken in without being asked for.',
    reviewBy: '2027-05-22',
  },
  'a-pool-can-be-repaired-a-cachevol-cannot': {
    claim:
      'LVM repairs the metadata of a cache pool while it is inactive; for a cache in a single volume it says that repair is not yet possible.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure'],
    systems: ['lvmcache', 'mirrored-cache'],
    evidence: [
      {
        source: 'lvm2-lvconvert-c',
        at: '_lvconvert_cache_repair',
        says: 'cache_repair is run on the metadata of an inactive pool, into the spare volume.',
      },
      {
        source: 'lvm2-lvchange-c',
        at: '_lvchange_cache',
        says: 'For a cachevol in writeback mode it warns that a damaged one cannot be repaired yet.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A repair of a cachevol by LVM.',
    reviewBy: '2027-11-22',
  },
  'bcache-has-no-repair-tool': {
    claim: 'The tools of bcache make, show and register devices; none of them repairs a cache.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-tools',
        at: 'The list of programs',
        says: 'make-bcache, bcache-super-show, bcache-register and probe-bcache, with rules and hooks for the initrd.',
      },
    ],
    versions: 'bcache-tools 1.0.8',
    falsifiedBy: 'A tool that repairs the index of a cache set.',
    reviewBy: '2027-11-22',
  },
  'bcachefs-has-fsck': {
    claim: 'bcachefs has a file-system check of its own, online and offline.',
    criteria: ['comparison'],
    questions: ['ssd-failure'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-manual',
        at: 'Fsck; Online self-healing',
        says: 'There is a subcommand for it, and inconsistencies that can be fixed are fixed while it runs.',
      },
    ],
    versions: 'bcachefs 1.39, by its documentation',
    falsifiedBy: 'A release without it.',
    reviewBy: '2027-05-22',
  },
  'bcache-takes-new-places-in-writeback': {
    claim:
      'In writeback mode bcache takes writes to places that were not cached before; in writethrough mode they go to the disk as well.',
    criteria: ['performance', 'comparison'],
    questions: ['modes'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-writeback-h',
        at: 'should_writeback',
        says: 'It asks for the mode, the room that is left and the kind of request, and not whether the place is cached.',
      },
      {
        source: 'bcache-request-c',
        at: 'cached_dev_write',
        says: 'In writethrough mode the write is sent to the backing device and inserted as well.',
      },
    ],
    versions: 'Linux 7.3.4 and 6.12.107',
    falsifiedBy: 'A small write to a new place in writeback mode that passes the SSD by.',
    reviewBy: '2027-11-22',
  },
  'bcachefs-writes-to-its-foreground': {
    claim: 'bcachefs puts new data on its foreground target and moves them later, so new writes can land on SSDs.',
    criteria: ['performance', 'comparison'],
    questions: ['modes'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-manual',
        at: 'Targets; Tiered storage with replication',
        says: 'Foreground writes are placed on the foreground target with all their copies; they are then moved to the background target.',
      },
    ],
    versions: 'bcachefs 1.39, by its documentation',
    falsifiedBy: 'New data that go to the background target first.',
    reviewBy: '2027-05-22',
  },
  'lvm-makes-large-chunks-on-large-ssds': {
    claim:
      'For a cache of several hundred gigabytes LVM raises the chunk size to eight times its default, unless told otherwise.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['lvmcache', 'mirrored-cache'],
    evidence: [
      {
        source: 'lvm2-defaults-h',
        at: 'DEFAULT_CACHE_POOL_CHUNK_SIZE, DEFAULT_CACHE_POOL_MAX_CHUNKS',
        says: 'The default is 64 KiB, and a pool has at most a million chunks.',
      },
      {
        source: 'lvm2-cache-manip-c',
        at: 'the calculation of the chunk size',
        says: 'The size is raised to the power of two that keeps to the limit. For a pool the size of one of the SSDs that is 512 KiB.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A pool of that size that is made with smaller chunks by default.',
    reviewBy: '2027-11-22',
  },
  'bcache-stores-what-was-read': {
    claim:
      'bcache stores what a read that missed asked for, and nothing around it; below its cutoffs it does so on the first miss.',
    criteria: ['performance', 'backup'],
    questions: ['modes'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-request-c',
        at: 'cached_dev_cache_miss',
        says: 'The length to insert is at most that of the request. No count of earlier misses is asked.',
      },
      {
        source: 'bcache-sysfs-c',
        at: 'The list of attributes',
        says: 'There is no setting to read on after a miss, only one that says whether readahead is stored.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A miss that copies more than was asked for.',
    reviewBy: '2027-11-22',
    disagreement:
      'bcache.rst still describes a setting by which a miss reads on. Neither kernel has it any more, so the code counts.',
  },
  'films-push-files-out-of-bcache': {
    claim: 'A user of btrfs on bcache saw system files pushed out of the SSD by films.',
    criteria: ['performance', 'backup'],
    questions: ['modes'],
    systems: ['bcache'],
    evidence: [
      { source: 'bcachefs-issue-758', at: 'Description', says: 'After films were watched, the next start was slow.' },
    ],
    versions: 'A report of 2024',
    falsifiedBy: 'The report is about something else.',
    reviewBy: '2027-11-22',
  },
  'bcache-can-be-set': {
    claim:
      'The cutoff for streams, the treatment of readahead, the congestion limits and the share of dirty data of bcache can be set while it runs.',
    criteria: ['performance', 'backup'],
    questions: ['modes'],
    systems: ['bcache'],
    evidence: [
      { source: 'bcache-doc', at: 'Sysfs', says: 'The files are described with their defaults.' },
      {
        source: 'bcache-request-c',
        at: 'check_should_bypass',
        says: 'The cutoff and the readahead policy are asked for each request.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A setting of these that has no effect.',
    reviewBy: '2027-11-22',
  },
  'writecache-can-be-set': {
    claim: 'dm-writecache has settings for watermarks, age, pauses and for taking metadata only.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'lvmcache-man',
        at: 'dm-writecache settings',
        says: 'They are listed with their meaning, and can be changed later.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A setting of these that LVM does not take.',
    reviewBy: '2027-11-22',
  },
  'bcachefs-targets-are-per-file': {
    claim: 'The targets of bcachefs can be set for a file or a directory, and changed while it is mounted.',
    criteria: ['performance', 'comparison'],
    questions: ['modes'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-manual',
        at: 'Targets',
        says: 'All but the one for metadata may be set on a file or directory, and at run time.',
      },
    ],
    versions: 'bcachefs 1.39, by its documentation',
    falsifiedBy: 'A target that needs a new file system.',
    reviewBy: '2027-05-22',
  },
  'writecache-holds-both-copies': {
    claim: 'Below a btrfs RAID1 each write is on both write caches, so two SSDs hold the same blocks.',
    criteria: ['performance', 'comparison'],
    questions: ['per-device-or-array'],
    systems: ['dm-writecache'],
    evidence: [
      {
        from: ['writecache-holds-the-only-copy', 'no-device-stands-for-the-array'],
        because: 'btrfs writes each copy to its leg, and every leg takes its writes into its own cache.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A block that waits in one of the two caches only.',
    reviewBy: '2027-11-22',
  },
  'bcachefs-keeps-one-cached-copy': {
    claim: 'bcachefs adds one cached copy on its promote target when none is there.',
    criteria: ['performance', 'comparison'],
    questions: ['per-device-or-array'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-manual',
        at: 'Targets, promote_target',
        says: 'A cached copy is added on read if none exists.',
      },
    ],
    versions: 'bcachefs 1.39, by its documentation',
    falsifiedBy: 'Two cached copies of the same data on two SSDs.',
    reviewBy: '2027-05-22',
  },
  'dm-cache-stays-filled-over-a-restart': {
    claim:
      'dm-cache keeps its mapping on the SSD and loads it at the next start, so the cache is not empty; after a crash the order of hot and cold is lost.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache', 'mirrored-cache'],
    evidence: [
      {
        source: 'dm-cache-metadata-c',
        at: '__load_mapping_v1, __load_mapping_v2',
        says: 'Each mapping that was stored is loaded, with its hint where the hints are good.',
      },
      {
        source: 'kernel-cache-doc',
        at: 'Per-block policy hints',
        says: 'The hints are lost in a crash, like the dirty flags. They are about speed only.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A cache that is empty after an orderly restart.',
    reviewBy: '2027-11-22',
  },
  'bcache-stays-filled-over-a-restart': {
    claim: 'bcache finds its index again at the next start by reading its journal, after a crash as well.',
    criteria: ['performance', 'reliability'],
    questions: ['modes'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-super-c',
        at: 'run_cache_set',
        says: 'The journal is read, the root of the index is taken from its last entry, and the set runs.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A cache set that is empty after a restart.',
    reviewBy: '2027-11-22',
  },
  'bcache-flushes-reach-both-devices': {
    claim: 'A flush of a bcache device is sent to the backing disk too, in writeback mode as well.',
    criteria: ['performance', 'reliability'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-request-c',
        at: 'cached_dev_write',
        says: 'In writeback mode a flush of its own is made for the backing device; in writethrough mode the request itself goes there.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A flush that the hard disk does not see.',
    reviewBy: '2027-11-22',
  },
  'writecache-flushes-reach-both-devices': {
    claim: 'A flush of a leg behind dm-writecache commits the cache and is sent to the hard disk too.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'dm-writecache-c',
        at: 'writecache_map_flush',
        says: 'One half of it flushes the cache, the other one is remapped to the origin.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A flush that the hard disk does not see.',
    reviewBy: '2027-11-22',
  },
  'bcache-writes-back-by-share': {
    claim: 'bcache writes dirty data back all the time, at a rate that keeps to a share of the cache.',
    criteria: ['performance', 'reliability'],
    questions: ['modes'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-doc',
        at: 'Sysfs, writeback_percent, writeback_rate',
        says: 'A controller adjusts the rate to keep about that share dirty.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'Dirty data that grow without bound under steady load.',
    reviewBy: '2027-11-22',
  },
  'writecache-writes-back-by-level': {
    claim: 'dm-writecache starts to write back at a level of use and stops at a lower one, under load as well.',
    criteria: ['performance', 'reliability'],
    questions: ['modes'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'kernel-writecache-doc',
        at: 'high_watermark, low_watermark',
        says: 'Writing back starts and stops at the two marks.',
      },
    ],
    versions: 'Linux 7.3.4',
    falsifiedBy: 'A cache above its mark that does not write back.',
    reviewBy: '2027-11-22',
  },
  'lvm-changes-the-mode-after-draining': {
    claim: 'LVM changes the mode of a cache on the running volume, after it has waited for every dirty block.',
    criteria: ['performance', 'backup'],
    questions: ['modes'],
    systems: ['lvmcache', 'mirrored-cache'],
    evidence: [
      {
        source: 'lvm2-lvchange-c',
        at: '_lvchange_cache',
        says: 'A change of mode waits for a clean cache first and refuses when it does not get one.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A change of mode with dirty blocks left.',
    reviewBy: '2027-11-22',
  },
  'bcache-changes-its-mode-at-once': {
    claim: 'The mode of bcache is a file that can be written at any time.',
    criteria: ['performance', 'backup'],
    questions: ['modes'],
    systems: ['bcache'],
    evidence: [{ source: 'bcache-doc', at: 'Sysfs, cache_mode', says: 'It takes the four modes by name.' }],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A mode that can be chosen only when the device is made.',
    reviewBy: '2027-11-22',
  },
  'every-cache-shows-its-counts': {
    claim: 'Hits, misses and dirty blocks can be read from dm-cache, from LVM, from bcache and from dm-writecache.',
    criteria: ['performance', 'reliability'],
    questions: ['modes'],
    systems: ['dm-cache', 'lvmcache', 'mirrored-cache', 'bcache', 'dm-writecache'],
    evidence: [
      {
        source: 'kernel-cache-doc',
        at: 'Status',
        says: 'The line has hits and misses for reads and writes, promotions, demotions and dirty blocks.',
      },
      {
        source: 'lvm2-columns-h',
        at: 'The fields on caches',
        says: 'lvs has a field for each of these and for the errors of a write cache.',
      },
      {
        source: 'bcache-doc',
        at: 'Sysfs, statistics',
        says: 'Hits, misses, bypassed data and dirty data, also for the last minutes, hours and days.',
      },
      {
        source: 'dm-writecache-c',
        at: 'writecache_status',
        says: 'The line has the error, the free blocks and the hits.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4; lvm2 git d804677c7',
    falsifiedBy: 'One of these figures that is not there.',
    reviewBy: '2027-11-22',
  },
  'bcachefs-shows-its-use': {
    claim: 'bcachefs says where data lie and what it does at the moment by two commands of its own.',
    criteria: ['comparison'],
    questions: ['modes'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-manual',
        at: 'bcachefs fs usage, bcachefs fs top',
        says: 'The first breaks space down by device and kind, the second shows running counters.',
      },
    ],
    versions: 'bcachefs 1.39, by its documentation',
    falsifiedBy: 'A release without them.',
    reviewBy: '2027-05-22',
  },
  'a-cached-volume-needs-its-stack-elsewhere': {
    claim: 'Another system can read a cached leg only after it has set up the cache, with LVM and the modules at hand.',
    criteria: ['reliability', 'plan', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['lvmcache', 'mirrored-cache'],
    evidence: [
      {
        from: ['lvm-hides-the-origin', 'a-volume-without-its-ssd-stays-down'],
        because:
          'The origin is hidden as long as the cache belongs to it, and the volume comes up whole or not at all. Taking the cache off first makes it a plain volume.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A rescue system without the targets that mounts a cached leg.',
    reviewBy: '2027-11-22',
  },
  'a-bcache-disk-is-readable-at-an-offset': {
    claim:
      'Without bcache the file system on its disk can be read through an offset, and in writethrough mode it is whole.',
    criteria: ['reliability', 'plan', 'comparison'],
    questions: ['ssd-failure'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-doc',
        at: 'Recovering data without bcache',
        says: 'A loop device with an offset shows the data. In writethrough mode the cache may be thrown away.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A writethrough disk that cannot be mounted that way.',
    reviewBy: '2027-11-22',
  },
  'the-rule-of-bcache-loads-its-module': {
    claim: 'The udev rule of bcache loads the module by itself when it sees one of its disks.',
    criteria: ['nixos', 'comparison'],
    questions: ['nixos-support'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-tools',
        at: '69-bcache.rules',
        says: 'For a disk of the type bcache it calls the loader for the module and then registers the disk.',
      },
      {
        source: 'nixpkgs-bcache-module',
        at: 'config',
        says: 'The rules of the tools are added to those of the system.',
      },
    ],
    versions: 'bcache-tools 1.0.8; nixpkgs commit 136283b55',
    falsifiedBy: 'A bcache disk that is not registered for want of the module.',
    reviewBy: '2027-05-22',
  },
  'the-policy-needs-little-memory': {
    claim:
      'The policy of dm-cache takes about twenty-five bytes for each chunk, and LVM keeps to a million chunks, so it is a matter of megabytes.',
    criteria: ['performance', 'comparison'],
    questions: ['modes'],
    systems: ['lvmcache', 'mirrored-cache', 'dm-cache'],
    evidence: [
      { source: 'kernel-cache-policies-doc', at: 'Memory usage', says: 'About 25 bytes for each block.' },
      { source: 'lvm2-defaults-h', at: 'DEFAULT_CACHE_POOL_MAX_CHUNKS', says: 'A million.' },
    ],
    versions: 'Linux 7.3.4; lvm2 git d804677c7; the metadata in memory come on top',
    falsifiedBy: 'A pool of that many chunks that takes a gigabyte.',
    reviewBy: '2027-11-22',
  },
  'writecache-needs-much-memory': {
    claim: 'dm-writecache takes a little more than two gigabytes of memory for each hundred of cache.',
    criteria: ['performance', 'comparison'],
    questions: ['modes'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'lvmcache-man',
        at: 'dm-writecache memory usage',
        says: 'Slightly over 2 GiB for 100 GiB with blocks of 4096 bytes, and over 16 GiB with blocks of 512.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A measurement of much less.',
    reviewBy: '2027-11-22',
  },
  'promotion-wore-out-an-ssd': {
    claim:
      'A user of bcachefs saw about thirteen times as much written to his SSD in seven months as in the years before, by promotion.',
    criteria: ['comparison', 'performance'],
    questions: ['modes'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-issue-987',
        at: 'Description',
        says: '33 TB until March 2025, 465 TB in October, with a client that reads many files at random.',
      },
    ],
    versions: 'A report of November 2025',
    falsifiedBy: 'The writes turn out to have another cause.',
    reviewBy: '2027-11-22',
  },
  'bcache-broke-on-upgrades': {
    claim: 'Users lost caches of bcache to kernel upgrades in 2021, and data with them in writeback mode.',
    criteria: ['comparison', 'reliability'],
    questions: ['ssd-failure'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'nixpkgs-issue-146384',
        at: 'Description',
        says: 'On NixOS a start with 5.15 broke the index and the cache was thrown out; in writeback mode much was lost, in writethrough mode nothing.',
      },
      {
        source: 'bcache-issue-30',
        at: 'Description',
        says: 'A btrfs on bcache could not be reached after the upgrade to 5.12.',
      },
    ],
    versions: 'Linux 5.12 and 5.15; reports of 2021',
    falsifiedBy: 'The reports have another cause.',
    reviewBy: '2027-11-22',
  },
  'drives-of-this-kind-are-rated-in-hundreds': {
    claim:
      'Samsung SATA drives of 512 GB are rated for 150 or 300 terabytes written (850 PRO) and 600 (860 PRO); the older 840 PRO has 73 for use in enterprises, and the 830 none.',
    criteria: ['performance', 'plan'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache', 'bcache', 'separate-ssd-pool'],
    evidence: [
      {
        source: 'samsung-warranty-table',
        at: 'The table of periods and TBW',
        says: '830 up to 512 GB: three years. 840 PRO up to 512 GB: five years, 73 TB for enterprise applications. 850 PRO from 128 GB to 1 TB: ten years or 150 TB.',
      },
      {
        source: 'kyou-kore-ssd-table',
        at: 'The first table',
        says: '860 PRO of 512 GB: 600 TB in five years. 850 PRO of 512 GB: 300 TB in ten years.',
      },
    ],
    versions: 'The lines 830 to 860 that exist with 512 GB; which drives the machine has is not known',
    falsifiedBy: 'A data sheet with other ratings.',
    reviewBy: '2027-05-22',
    disagreement:
      'For the 850 PRO of 512 GB the maker names 150 TB and a later table 300 TB. The maker raised the rating of larger drives over the years. Plan with 150 until the label of the drive says otherwise. Of drives made for other makers (PM871, PM881) no rating was found.',
  },
  'a-refill-a-day-uses-the-rating-up': {
    claim:
      'A cache of 512 GB that is filled anew once a day uses up a rating of 150 TB in ten months, one of 300 TB in nineteen, and one of 600 TB in little more than three years.',
    criteria: ['performance', 'plan'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache', 'bcache', 'mirrored-cache'],
    evidence: [
      {
        from: ['drives-of-this-kind-are-rated-in-hundreds', 'promotion-copies-a-whole-chunk'],
        because:
          '150, 300 and 600 TB are 293, 586 and 1172 fills of 512 GB. What the drive writes by itself comes on top; how often a real load fills the cache anew has not been measured.',
      },
    ],
    versions: 'Arithmetic from the rating',
    falsifiedBy: 'A mistake in it.',
    reviewBy: '2027-11-22',
  },
  'these-ssds-are-sold-without-power-protection': {
    claim: 'The Samsung 860 PRO is listed by a seller as a drive without power-loss protection.',
    criteria: ['reliability'],
    questions: ['ssd-failure', 'modes'],
    systems: ['lvmcache', 'dm-cache', 'bcache', 'separate-ssd-pool'],
    evidence: [{ source: 'sysparts-860-pro', at: 'The table of properties', says: 'Power loss protection: no.' }],
    versions: '860 PRO; which drives the machine has is not known',
    falsifiedBy: 'A data sheet of the maker that says otherwise.',
    reviewBy: '2027-05-22',
  },
  'bcache-fixes-of-the-year-name-no-loss': {
    claim:
      'The stable releases of 6.12 took five fixes to bcache in 2026, and none of their titles speaks of lost or wrong data.',
    criteria: ['comparison', 'reliability'],
    questions: ['per-device-or-array'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'debian-linux-changelog',
        at: 'The entries on bcache under 6.12.69, 6.12.83 and 6.12.93',
        says: 'The use of an end function, cloning of requests to a detached device, a leak in the accounting, a use after free with a crash, an object that was not set up.',
      },
    ],
    versions: 'Linux 6.12.69 to 6.12.107; titles only',
    falsifiedBy: 'A fix of 2026 whose text speaks of lost data.',
    reviewBy: '2027-05-22',
  },
  'a-degraded-array-wants-a-balance': {
    claim:
      'After a RAID1 ran degraded and writable, replacing the missing device does not make everything twofold again without a balance.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure'],
    systems: ['no-cache', 'separate-ssd-pool', 'lvmcache', 'dm-cache', 'bcache'],
    evidence: [
      {
        source: 'btrfs-progs-issue-1077',
        at: 'Description',
        says: 'A script: RAID1 with data on it, one disk taken out, the array mounted degraded, the disk replaced. Without a balance the array then cannot be mounted when the other old disk goes.',
      },
    ],
    versions: 'Linux 6.12.63 and btrfs-progs 6.14; one report with a script, open',
    falsifiedBy: 'The script ending in a mount.',
    reviewBy: '2027-05-22',
  },
  'bcachefs-promotes-what-is-read': {
    claim:
      'bcachefs promotes each read whose data have no copy on the promote target, by whole extents unless told otherwise, and holds back only while the target is congested.',
    criteria: ['performance', 'backup', 'comparison'],
    questions: ['modes'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-io-read-c',
        at: 'should_promote; promote_whole_extents',
        says: 'A read is not promoted when a copy is there, when the target is congested, or when the same promotion is under way. The order of reads and their number are not asked. The option to promote whole extents is on by default.',
      },
    ],
    versions: 'Linux 6.12.107; not compared with later releases outside the tree',
    falsifiedBy: 'A rule in that version by which a stream or a first read is not promoted.',
    reviewBy: '2027-05-22',
  },
  'bcachefs-asks-before-it-runs-degraded': {
    claim:
      'With a device missing at boot bcachefs waits for half a minute and then asks whether to go on without it; where nobody can be asked it refuses.',
    criteria: ['comparison', 'reliability'],
    questions: ['ssd-failure'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-manual',
        at: 'Mounting at boot',
        says: 'The mount waits for up to missing_dev_timeout, thirty seconds by default. The option degraded is ask by default; yes and no answer in advance.',
      },
    ],
    versions: 'bcachefs 1.39, by its documentation',
    falsifiedBy: 'A mount that goes on without a device and without having been told to.',
    reviewBy: '2027-05-22',
  },
  'bcachefs-needs-nothing-after-a-crash': {
    claim: 'bcachefs needs no special handling after an unclean stop: its journal is replayed at the next mount.',
    criteria: ['comparison', 'reliability'],
    questions: ['modes'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'bcachefs-manual',
        at: 'Mounting; Crash consistency',
        says: 'Journal replay happens by itself, and what recovery shows was written whole. Files without copy-on-write are the exception.',
      },
    ],
    versions: 'bcachefs 1.39, by its documentation',
    falsifiedBy: 'An unclean stop after which it has to be repaired by hand.',
    reviewBy: '2027-05-22',
  },
  'bcache-gives-memory-back': {
    claim:
      'bcache keeps a few bytes in memory for each bucket of the SSD and as much of its index as there is room for, and gives the index back under pressure, down to a small reserve.',
    criteria: ['performance', 'comparison'],
    questions: ['modes'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-btree-c',
        at: 'bch_mca_scan, mca_reserve; struct bucket',
        says: 'A shrinker frees nodes of the index, less a reserve of some tens of nodes. The record of a bucket holds counters and marks.',
      },
    ],
    versions: 'Linux 6.12.107',
    falsifiedBy: 'A cache of that size that holds a gigabyte which it does not give back.',
    reviewBy: '2027-11-22',
  },
});
