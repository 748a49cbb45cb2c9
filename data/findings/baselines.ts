import { defineFindings } from '../../src/schema/index.ts';

/** What the baselines do: no cache, a pool of the SSDs, dm-writecache, and one mirrored pair below both caches. */
export const baselines = defineFindings({
  'without-a-cache-every-copy-is-on-a-disk': {
    claim:
      'Without a cache below it, btrfs sends every read and every write of a copy straight to the disk that holds it.',
    criteria: ['comparison', 'reliability', 'backup'],
    questions: ['cow-and-checksums', 'per-device-or-array'],
    systems: ['no-cache', 'separate-ssd-pool'],
    evidence: [
      {
        source: 'btrfs-bio-c',
        at: 'btrfs_submit_dev_bio',
        says: 'The request is given to the block device that was opened for the member, and to nothing else.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A request for a member of the array that goes to a device the array was not given.',
    reviewBy: '2027-11-22',
  },
  'ssds-outside-the-array-cannot-stop-it': {
    claim: 'An SSD that is idle, or in a pool of its own, can die without any request of the array failing.',
    criteria: ['comparison', 'reliability', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['no-cache', 'separate-ssd-pool'],
    evidence: [
      {
        from: ['without-a-cache-every-copy-is-on-a-disk', 'a-pool-of-their-own-keeps-repair'],
        because: 'No request of the array goes to an SSD. The pool is another file system with members of its own.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A request of the array that fails because an SSD outside it died.',
    reviewBy: '2027-11-22',
  },
  'a-degraded-mount-is-asked-for': {
    claim: 'btrfs mounts with fewer devices than its profile wants only when the degraded option is given.',
    criteria: ['comparison', 'reliability', 'nixos'],
    questions: ['ssd-failure'],
    systems: ['no-cache', 'separate-ssd-pool', 'dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'btrfs-mount-options-doc',
        at: 'degraded',
        says: 'The option is off by default. It allows mounts with fewer devices than the profile requires.',
      },
    ],
    versions: 'btrfs documentation of v6.19',
    falsifiedBy: 'A RAID1 of two devices that mounts with one of them and without the option.',
    reviewBy: '2027-11-22',
  },
  'bare-reads-go-to-the-disks': {
    claim: 'Without a cache at least nine in ten random reads past the page cache reached a hard disk in each run.',
    criteria: ['performance', 'comparison'],
    questions: ['modes'],
    systems: ['no-cache'],
    evidence: [
      {
        experiment: 'does-a-warm-cache-speed-up-random-reads',
        holdsWhen: [{ measure: 'hddOperationsBare', is: 'at least', value: 900, unit: 'operations per 1000 reads' }],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A run without a cache in which fewer of the reads reach a hard disk.',
    reviewBy: '2027-05-22',
  },
  'a-pool-serves-what-is-put-there': {
    claim:
      'Data on a pool of the SSDs are read from and written to SSDs alone, from the first read on; data of the array gain nothing.',
    criteria: ['performance', 'comparison', 'plan'],
    questions: ['modes', 'per-device-or-array'],
    systems: ['separate-ssd-pool'],
    evidence: [
      {
        from: ['without-a-cache-every-copy-is-on-a-disk', 'a-pool-of-their-own-keeps-repair'],
        because: 'Every member of the pool is an SSD, and nothing has to be learned or warmed first.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A read of data on the pool that a hard disk answers.',
    reviewBy: '2027-11-22',
  },
  'a-pool-is-a-copy-job': {
    claim: 'Files come to a separate pool and leave it only by being copied, whatever the array is.',
    criteria: ['comparison', 'plan'],
    questions: ['per-device-or-array'],
    systems: ['separate-ssd-pool'],
    evidence: [
      {
        from: ['a-pool-of-their-own-keeps-repair'],
        because: 'It is a second file system. Nothing moves between the two by itself, and neither has to be rebuilt.',
      },
    ],
    versions: 'btrfs of any version',
    falsifiedBy: 'A move between the two file systems that copies nothing.',
    reviewBy: '2027-11-22',
  },
  'plain-btrfs-is-in-the-tree': {
    claim: 'btrfs is part of the kernel that the machine runs, so the baselines need no code beside it.',
    criteria: ['comparison'],
    questions: ['per-device-or-array'],
    systems: ['no-cache', 'separate-ssd-pool'],
    evidence: [
      { source: 'kernel-fs-tree', at: 'The list of directories', says: 'Both kernels have a directory of btrfs.' },
      { source: 'kernel-maintainers', at: 'BTRFS FILE SYSTEM', says: 'Status: maintained.' },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A kernel without btrfs.',
    reviewBy: '2027-11-22',
  },
  'writecache-holds-the-only-copy': {
    claim: 'dm-writecache puts a write on the SSD alone; it has no mode that writes the hard disk at the same time.',
    criteria: ['comparison', 'reliability', 'performance'],
    questions: ['modes', 'ssd-failure'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'dm-writecache-c',
        at: 'writecache_map_write, writecache_bio_copy_ssd',
        says: 'A write takes a free block of the cache and is sent there. It goes to the origin only when no block is free, or when the cache is being drained.',
      },
      {
        source: 'kernel-writecache-doc',
        at: 'Constructor parameters',
        says: 'The parameters set watermarks and times for writing back. None of them asks for both copies.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A setting under which a finished write is on both devices.',
    reviewBy: '2027-11-22',
  },
  'writecache-answers-what-it-holds': {
    claim:
      'dm-writecache answers reads of blocks that wait to be written back from the SSD, and all others from the disk.',
    criteria: ['comparison', 'backup', 'performance'],
    questions: ['cow-and-checksums', 'modes'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'dm-writecache-c',
        at: 'writecache_map_read',
        says: 'A block that is found in the tree of entries is read from the cache device. What is not found is remapped to the origin, and nothing is stored.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A read from the origin that stores a block in the cache.',
    reviewBy: '2027-11-22',
  },
  'writecache-checks-nothing': {
    claim: 'dm-writecache keeps no checksum, of its data or of its own metadata; only btrfs above it can notice.',
    criteria: ['comparison', 'reliability'],
    questions: ['cow-and-checksums'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'dm-writecache-c',
        at: 'The whole file, searched for checksums',
        says: 'Neither an entry nor the superblock has a field for one, and no read computes one.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A checksum in the format of the target.',
    reviewBy: '2027-11-22',
  },
  'writecache-stays-failed': {
    claim:
      'After one error of its metadata, of a flush or of writing back, dm-writecache fails every further write of the leg.',
    criteria: ['comparison', 'reliability'],
    questions: ['ssd-failure'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'dm-writecache-c',
        at: 'writecache_error, writecache_map_write',
        says: 'Errors of writing metadata, of flushing them and of copying back are stored, and a write is ended with an I/O error from then on. An error of a data request is passed on and not stored.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A write that succeeds after the target has recorded an error.',
    reviewBy: '2027-11-22',
  },
  'writecache-without-its-ssd-loses-data': {
    claim:
      'A volume with a write cache is not activated without its SSD in any mode, and detaching it then takes force and loses what was not written back.',
    criteria: ['comparison', 'reliability'],
    questions: ['ssd-failure'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'lvm2-activate-c',
        at: '_lv_activate',
        says: 'Partial and degraded activation are refused for a write cache whose fast volume is partial.',
      },
      {
        source: 'lvm2-lvconvert-c',
        at: '_lvconvert_detach_writecache',
        says: 'With the fast volume partial, detaching stops without force, and warns of lost data with it.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'Such a volume that comes up, or is detached without loss.',
    reviewBy: '2027-11-22',
  },
  'writecache-forced-writes-were-broken': {
    claim: 'dm-writecache reported forced writes as done too early until 7.3.4; 6.12.107 does not have the fix.',
    criteria: ['comparison', 'reliability'],
    questions: ['cow-and-checksums'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'changelog-7-3-4',
        at: 'The entries on dm-writecache',
        says: 'Five fixes, among them one to the handling of forced writes and one that reports an error when a flush failed.',
      },
      {
        source: 'dm-writecache-c',
        at: 'writecache_map, writecache_end_io, compared in both kernels',
        says: 'In 6.12.107 a forced write to the SSD ends as soon as its data are there, before the metadata that name the block are written. 7.3.4 writes them first. The fix to failed flushes is about persistent memory only.',
      },
    ],
    versions: 'Linux 6.12.107 and before 7.3.4 broken; 7.3.4 fixed',
    falsifiedBy: 'The same code in 6.12.107.',
    reviewBy: '2027-05-22',
  },
  'writecache-is-not-called-experimental': {
    claim: 'dm-writecache is in the tree without the label experimental, under the maintainers of the device mapper.',
    criteria: ['comparison'],
    questions: ['per-device-or-array'],
    systems: ['dm-writecache'],
    evidence: [
      { source: 'dm-kconfig', at: 'Writecache target', says: 'The entry does not carry the word EXPERIMENTAL.' },
      { source: 'kernel-maintainers', at: 'DEVICE-MAPPER (LVM)', says: 'Four maintainers, status maintained.' },
    ],
    versions: 'Linux 7.3.4',
    falsifiedBy: 'A kernel that labels it so.',
    reviewBy: '2027-11-22',
  },
  'writecache-comes-and-goes': {
    claim:
      'LVM attaches a write cache to a volume that exists, and writes back everything before it takes it off again.',
    criteria: ['comparison', 'plan'],
    questions: ['per-device-or-array'],
    systems: ['dm-writecache'],
    evidence: [
      {
        source: 'lvmcache-man',
        at: 'Usage; dm-writecache settings, cleaner',
        says: 'It is attached to a main volume by lvconvert. Splitting it off switches the cleaner on and waits for it.',
      },
      {
        source: 'lvm2-lvconvert-c',
        at: '_lvconvert_detach_writecache',
        says: 'A complete cache is drained first, with the volume activated for it if need be.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A complete write cache that is taken off with blocks left in it.',
    reviewBy: '2027-11-22',
  },
  'a-mirrored-cache-still-blocks-the-boot': {
    claim:
      'A cached volume whose cache lies on an LVM mirror counts as partial when one SSD of the mirror is missing, so it is not activated by itself at boot.',
    criteria: ['comparison', 'reliability', 'nixos'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['mirrored-cache'],
    evidence: [
      {
        source: 'lvm2-metadata-c',
        at: '_lv_mark_if_partial_single',
        says: 'A volume is partial as soon as one that it depends on is, a half of a mirror included.',
      },
      {
        source: 'lvm2-activate-c',
        at: '_lv_activate',
        says: 'Degraded activation is tried for a volume of a RAID type. A cached volume is none, and is refused.',
      },
      {
        source: 'lvm2-dm-lvm-rules',
        at: 'lvm_scan',
        says: 'Events activate a group only when every disk of it is there.',
      },
    ],
    versions: 'lvm2 git d804677c7; read, not run',
    falsifiedBy: 'A cached volume on a mirrored cache that comes up at boot with one SSD missing.',
    reviewBy: '2027-05-22',
  },
  'a-mirrored-pair-ties-the-legs-together': {
    claim:
      'With one mirrored pair of SSDs below the caches of both legs, one missing SSD leaves both legs down at the next boot.',
    criteria: ['comparison', 'reliability', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['mirrored-cache'],
    evidence: [
      {
        from: ['a-mirrored-cache-still-blocks-the-boot', 'a-cache-has-one-origin'],
        because:
          'Each leg needs a cache of its own on the pair, so both caches have a part on the SSD that is missing. It makes no difference whether the legs share a volume group.',
      },
    ],
    versions: 'lvm2 git d804677c7; read, not run',
    falsifiedBy: 'A boot with one SSD of the pair missing in which one leg comes up by itself.',
    reviewBy: '2027-05-22',
  },
  'a-mirrored-cache-is-written-twice': {
    claim:
      'On a mirrored pair every chunk of the cache is written to both SSDs, so half of the room is left and both wear alike.',
    criteria: ['comparison', 'performance'],
    questions: ['per-device-or-array'],
    systems: ['mirrored-cache'],
    evidence: [
      {
        from: ['mirrored-pool-survives-an-ssd', 'promotion-copies-a-whole-chunk'],
        because: 'A mirror keeps two copies of what is written to it, and a promotion is a write.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'A promotion that reaches one SSD of the pair only.',
    reviewBy: '2027-11-22',
  },

  'a-pool-can-be-sent-to-the-array': {
    claim:
      'Snapshots of the SSD pool can be sent to the array, whole at first and then as differences, so that the pool has a copy on the hard disks too.',
    criteria: ['backup', 'plan', 'comparison'],
    questions: ['cow-and-checksums', 'per-device-or-array'],
    systems: ['separate-ssd-pool'],
    evidence: [
      {
        source: 'btrfs-send-doc',
        at: 'Description',
        says: 'The stream of a read-only snapshot is replayed by receive on another file system; with a parent that both sides have, only the difference is sent.',
      },
    ],
    versions: 'btrfs documentation of v6.19',
    falsifiedBy: 'A snapshot of the pool that receive on the array refuses.',
    reviewBy: '2027-11-22',
  },
  'a-pool-keeps-flushes-off-the-disks': {
    claim: 'A flush of data on the SSD pool waits for the two SSDs and for no hard disk.',
    criteria: ['performance', 'comparison', 'plan'],
    questions: ['modes', 'per-device-or-array'],
    systems: ['separate-ssd-pool'],
    evidence: [
      {
        source: 'btrfs-disk-io-c',
        at: 'barrier_all_devices',
        says: 'A commit flushes each device of its own file system, and no other.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A flush of the pool during which a hard disk gets one.',
    reviewBy: '2027-11-22',
  },
  'a-snapshot-ends-at-the-file-system': {
    claim:
      'A btrfs snapshot covers one subvolume of one file system, so data on the pool and on the array cannot be in the same snapshot.',
    criteria: ['backup', 'comparison'],
    questions: ['cow-and-checksums'],
    systems: ['separate-ssd-pool'],
    evidence: [
      {
        from: ['a-pool-is-a-copy-job', 'btrfs-writes-new-places'],
        because: 'A snapshot shares the blocks of its file system. What lies on another one is not in it.',
      },
    ],
    versions: 'btrfs of any version',
    falsifiedBy: 'A snapshot that spans two file systems.',
    reviewBy: '2027-11-22',
  },
  'btrfs-fixed-copies-that-differ-this-year': {
    claim:
      'The stable releases of 6.12 fixed in 2026 that direct writes could leave two copies of a RAID1 that differ, and two faults in what an fsync of names keeps; none of the titles speaks of data lost on the disks.',
    criteria: ['comparison', 'reliability'],
    questions: ['per-device-or-array', 'cow-and-checksums'],
    systems: ['no-cache', 'separate-ssd-pool', 'dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'debian-linux-changelog',
        at: 'The entries on btrfs under 6.12.75, 6.12.77, 6.12.78 and 6.12.91',
        says: 'Fall back to buffered writes where the data profile has duplication; do so whenever a checksum is wanted; log new names when the parent of a conflicting inode is logged; a missing mark when a directory is removed.',
      },
      {
        source: 'btrfs-direct-io-c',
        at: 'btrfs_direct_write, the comment on duplication',
        says: 'A program may change its buffer while it is written, so that the copies differ; the page cache prevents it.',
      },
    ],
    versions: 'Linux 6.12.75 to 6.12.107; titles of the changelog, and one place in the source',
    falsifiedBy: 'An entry of 2026 whose text speaks of lost data in a RAID1.',
    reviewBy: '2027-05-22',
  },
  'direct-writes-go-through-the-page-cache': {
    claim:
      'On a btrfs with two copies a direct write goes through the page cache since 6.12.75, on SSDs and hard disks alike.',
    criteria: ['performance', 'compatibility'],
    questions: ['cow-and-checksums', 'modes'],
    systems: ['no-cache', 'separate-ssd-pool', 'lvmcache', 'dm-cache', 'bcache'],
    evidence: [
      {
        source: 'btrfs-direct-io-c',
        at: 'btrfs_direct_write',
        says: 'Where the data profile has more than one copy, or a checksum is kept, the write is done as a buffered one.',
      },
    ],
    versions: 'Linux 6.12.107',
    falsifiedBy: 'A direct write to a RAID1 that bypasses the page cache in that version.',
    reviewBy: '2027-11-22',
  },
});
