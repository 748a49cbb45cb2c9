import { defineFindings } from '../../src/schema/index.ts';

/** How a cache and a btrfs of several devices fit together. */
export const topology = defineFindings({
  'a-cache-has-one-origin': {
    claim: 'A dm-cache target has exactly one origin, one cache device and one metadata device of its own.',
    criteria: ['compatibility', 'comparison'],
    questions: ['multi-device', 'per-device-or-array'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'kernel-cache-doc',
        at: 'Sub-devices',
        says: 'A target is made from three devices, and a metadata device serves one cache only.',
      },
      {
        source: 'dm-cache-target-c',
        at: 'parse_cache_args',
        says: 'The constructor takes the metadata, the cache and the origin device, one of each, and nothing like a pool of origins.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A target line with two origins that the kernel accepts.',
    reviewBy: '2027-11-22',
  },
  'btrfs-takes-mapped-devices': {
    claim: 'btrfs works on device-mapper devices without any setting, and does nothing about their failures by itself.',
    criteria: ['compatibility'],
    questions: ['multi-device'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'btrfs-interoperability-doc',
        at: 'Device mapper, MD-RAID',
        says: 'Mapped devices work transparently. There is no integration, so a failure below must be dealt with in btrfs or in the lower layer.',
      },
    ],
    versions: 'btrfs documentation of v6.19',
    falsifiedBy: 'A documented restriction of btrfs on mapped devices, or a mount that fails because of one.',
    reviewBy: '2027-11-22',
  },
  'no-device-stands-for-the-array': {
    claim: 'A block cache below a btrfs RAID1 of several devices has to be made once for each device.',
    criteria: ['compatibility', 'comparison', 'plan'],
    questions: ['multi-device', 'per-device-or-array'],
    systems: ['dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        from: ['a-cache-has-one-origin', 'btrfs-takes-mapped-devices', 'bcache-shares-one-set'],
        because:
          'btrfs opens its devices one by one and mirrors above them. No block device carries the whole array, so nothing below btrfs can be put in front of all of it.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A cache below btrfs that serves every device of the array through one mapping.',
    reviewBy: '2027-11-22',
  },
  'btrfs-repairs-from-its-own-replica': {
    claim: 'btrfs repairs a bad block only from another replica that btrfs itself keeps.',
    criteria: ['compatibility', 'reliability', 'plan'],
    questions: ['cow-and-checksums', 'per-device-or-array'],
    systems: ['no-cache', 'separate-ssd-pool', 'dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'btrfs-scrub-doc',
        at: 'Introduction and the note on the limits of scrub',
        says: 'With a profile that keeps replicas, scrub and ordinary reads put right what fails its checksum by copying a verified replica. There is no other way of repair.',
      },
    ],
    versions:
      'btrfs documentation of v6.19. Above a mirror of md a second read of the one copy can happen to come from the good half, and is then written back; the lab saw it once',
    falsifiedBy: 'A repair by btrfs, from one device without a mirror below it, of data that it keeps once only.',
    reviewBy: '2027-11-22',
  },
  'one-cache-for-all-gives-up-repair': {
    claim:
      'One cache in front of everything needs the mirror below it, and then btrfs can still find wrong data but has no second copy of its own to mend them from.',
    criteria: ['compatibility', 'comparison', 'plan'],
    questions: ['per-device-or-array', 'cow-and-checksums'],
    systems: ['dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        from: [
          'no-device-stands-for-the-array',
          'btrfs-repairs-from-its-own-replica',
          'scrub-mends-next-to-nothing-above-md',
        ],
        because:
          'With md or LVM mirroring below, btrfs sees one device and keeps its data once. The lower mirror has no checksum and cannot tell which half is right. Above md the lab saw it.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A btrfs on one mirrored device that heals data by itself after one half was changed.',
    reviewBy: '2027-11-22',
  },
  'cached-legs-were-built-before': {
    claim: 'Two hard disks and two SSDs have been run as btrfs RAID1 on two cached volumes, one SSD for each leg.',
    criteria: ['compatibility', 'comparison'],
    questions: ['multi-device', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'dont-panic-lvmcache',
        at: 'The description of the set-up',
        says: 'The author builds one cached volume for each hard disk, names the device of every part, and makes the btrfs mirror across the two.',
      },
    ],
    versions: 'lvm2 of 2022',
    falsifiedBy: 'The page does not describe such a set-up.',
    reviewBy: '2027-11-22',
  },
  'upstream-does-not-test-btrfs-on-a-cache': {
    claim: "LVM's own test suite has no test of btrfs on a cached volume.",
    criteria: ['compatibility', 'comparison'],
    questions: ['multi-device'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'lvm2-test-suite',
        at: 'All test scripts, searched for btrfs',
        says: 'One script names btrfs. It tests resizing and makes no cache.',
      },
      {
        source: 'lvm2-issue-188',
        at: 'First answer of a maintainer',
        says: 'The maintainer finds the combination of btrfs with lvm2 odd.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A test in that revision that puts btrfs on a cached volume.',
    reviewBy: '2027-05-22',
  },
  'bare-origin-looks-like-btrfs': {
    claim:
      'With dm-cache set up by hand on a bare partition, that partition still carries the btrfs superblock at its usual place.',
    criteria: ['compatibility', 'comparison'],
    questions: ['multi-device'],
    systems: ['dm-cache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'remap_to_origin',
        says: 'A request to the origin keeps its sector. Only the device changes, so the target adds no header and no offset.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A scan of the bare partition that finds no btrfs on it.',
    reviewBy: '2027-11-22',
  },
  'lvm-hides-the-origin': {
    claim: 'LVM marks the hidden origin of a cached volume so that scanners can leave it alone.',
    criteria: ['compatibility', 'comparison'],
    questions: ['multi-device'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'lvm2-lvm-string-c',
        at: 'build_dm_uuid',
        says: 'Internal volumes, a cache origin among them, get a suffix in their device-mapper UUID, so that tools such as blkid can see at once not to scan them.',
      },
      {
        source: 'lvm2-11-dm-lvm-rules',
        at: 'DM_LV_LAYER, lvm_disable',
        says: 'For a name with a layer in it udev switches the rules for disks and all others off.',
      },
      {
        source: 'util-linux-sysfs-c',
        at: 'sysfs_devno_is_dm_private',
        says: 'A device whose UUID starts with LVM and ends in a suffix counts as private.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A scan that registers the hidden origin as a btrfs device while the cache is active.',
    reviewBy: '2027-11-22',
  },
  'unmounted-twin-is-chosen-by-generation': {
    claim:
      'While a btrfs is not mounted, of two devices with the same identity the kernel keeps the one with the higher generation, and on a tie the one scanned last.',
    criteria: ['compatibility', 'backup'],
    questions: ['multi-device', 'cow-and-checksums'],
    systems: ['dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'btrfs-volumes-c',
        at: 'device_list_add',
        says: 'A scanned device with an older generation is turned away, any other replaces the registered path. While mounted, a second device is refused with a warning.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A mount that refuses to choose between two such devices.',
    reviewBy: '2027-11-22',
  },
  'reader-process-picks-the-leg': {
    claim:
      'btrfs picks the mirror of a read by the id of the process that submits it, unless an experimental option is built in.',
    criteria: ['compatibility', 'performance'],
    questions: ['per-device-or-array', 'multi-device'],
    systems: ['dm-cache', 'lvmcache', 'bcache', 'no-cache'],
    evidence: [
      {
        source: 'btrfs-volumes-c',
        at: 'find_live_mirror',
        says: 'The id of the current process modulo the number of copies names the mirror. The other policies of 7.3 stand behind CONFIG_BTRFS_EXPERIMENTAL.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'Reads of one process that are spread over both legs on a healthy array.',
    reviewBy: '2027-11-22',
  },
  'two-caches-can-hold-the-same-data': {
    claim:
      'With one cache for each leg, data that many processes read can stand in both caches, so that the two SSDs hold less than their sum.',
    criteria: ['performance', 'comparison'],
    questions: ['per-device-or-array'],
    systems: ['dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        from: ['reader-process-picks-the-leg', 'no-device-stands-for-the-array'],
        because: 'Each cache sees only the reads of its own leg and learns from them alone.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A run with many reading processes in which the two caches hold different data only.',
    reviewBy: '2027-11-22',
  },

  'btrfs-has-no-tiering': {
    claim:
      'btrfs has no option that puts metadata or hot data on chosen devices, so it cannot keep them on SSDs beside hard disks.',
    criteria: ['comparison', 'compatibility', 'plan'],
    questions: ['per-device-or-array', 'multi-device'],
    systems: ['no-cache', 'separate-ssd-pool'],
    evidence: [
      {
        source: 'btrfs-tree',
        at: 'The whole directory, searched',
        says: 'Neither kernel has a hint for the allocator of chunks or a role of a device. What is called a hint is about places inside a device.',
      },
      {
        source: 'btrfs-volumes-c',
        at: 'find_live_mirror',
        says: 'A preferred device for reads is there in 7.3, as an experimental option. It places nothing.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4; patches outside the tree are left out',
    falsifiedBy: 'A kernel release that lets one choose the devices for metadata.',
    reviewBy: '2027-05-22',
  },
  'worst-case-two-caches-hold-as-much-as-a-pool': {
    claim:
      'Of two 512 GB SSDs, two caches hold between 512 and 1024 GB of different data, according to how many processes read them; a pool in RAID1 holds 512 GB.',
    criteria: ['performance', 'comparison', 'plan'],
    questions: ['modes', 'per-device-or-array'],
    systems: ['dm-cache', 'lvmcache', 'bcache', 'separate-ssd-pool'],
    evidence: [
      {
        from: ['two-caches-can-hold-the-same-data', 'reader-process-picks-the-leg', 'a-pool-of-their-own-keeps-repair'],
        because:
          'Data that processes of both parities read end up in both caches; data that one process reads end up in one. The metadata of the caches and of btrfs are left out.',
      },
    ],
    versions: 'Arithmetic; Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'Two caches that hold less than one SSD of different data, or more than two.',
    reviewBy: '2027-11-22',
  },
});
