import { defineSystems } from '../src/schema/index.ts';

export const systems = defineSystems({
  'dm-cache': {
    name: 'dm-cache',
    role: 'candidate',
    summary: 'The cache target of the device mapper, set up by hand with dmsetup.',
    layer:
      'Below btrfs: one origin, one cache device and one metadata device for each target, so one cache for each leg.',
    modes: ['writeback', 'writethrough', 'passthrough'],
    upkeep:
      'In the kernel, kept by the device-mapper maintainers; the mapping itself is kept by whoever wrote the unit.',
    sources: ['kernel-cache-doc', 'dm-cache-target-c', 'kernel-maintainers'],
  },
  lvmcache: {
    name: 'lvmcache',
    role: 'candidate',
    summary: 'dm-cache as LVM sets it up: a cached logical volume with a hidden origin and a cache pool.',
    layer: 'Below btrfs: each leg is a logical volume, its origin on a hard disk and its cache pool on an SSD.',
    modes: ['writethrough', 'writeback', 'passthrough'],
    upkeep: 'The same kernel target, with the layout kept in LVM metadata; lvm2 is kept by the LVM team.',
    sources: ['lvmcache-man', 'lvm2-cache-manip-c'],
  },
  bcache: {
    name: 'bcache',
    role: 'candidate',
    summary: 'The block cache of the kernel with its own header on every disk that it backs.',
    layer: 'Below btrfs: a cache set of one SSD that serves one or more backing disks.',
    modes: ['writethrough', 'writeback', 'writearound', 'none'],
    upkeep: 'In the kernel, listed as maintained.',
    sources: ['bcache-doc', 'kernel-maintainers'],
  },
  bcachefs: {
    name: 'bcachefs',
    role: 'candidate',
    summary: 'A file system that places and caches data on fast and slow disks by itself.',
    layer: 'Instead of btrfs: targets for new data, for old data and for cached copies inside one file system.',
    modes: ['writeback caching', 'writearound caching', 'pure cache (durability=0)'],
    upkeep: 'Outside the kernel since it was taken out of the tree; built as a module for each kernel.',
    sources: ['bcachefs-manual', 'bcachefs-dkms-conf', 'kernel-maintainers'],
  },
  'no-cache': {
    name: 'No cache',
    role: 'baseline',
    summary: 'The array stays as it is and the SSDs stay idle.',
    layer: 'btrfs RAID1 straight on the hard disks.',
    modes: [],
    upkeep: 'Nothing beyond btrfs.',
    sources: ['btrfs-scrub-doc'],
  },
  'separate-ssd-pool': {
    name: 'Separate SSD pool',
    role: 'baseline',
    summary: 'The two SSDs become a btrfs RAID1 of their own, for data that is put there by hand.',
    layer: 'A second file system beside the array; nothing between btrfs and the disks.',
    modes: [],
    upkeep: 'Nothing beyond btrfs.',
    sources: ['btrfs-scrub-doc'],
  },
});
