import { defineColumn } from '../../src/schema/index.ts';

export const dmWritecache = defineColumn('dm-writecache', {
  'under-multi-device': {
    is: 'good',
    says: 'One write-cached volume for each device.',
    findings: ['btrfs-takes-mapped-devices', 'writecache-comes-and-goes'],
  },
  'own-ssd-per-leg': {
    is: 'mixed',
    says: 'Works when the SSD of every part is named, as with lvmcache.',
    note: 'LVM does not know that two volumes are legs of one mirror.',
    findings: ['writecache-comes-and-goes'],
  },
  'retrofit-in-place': {
    is: 'mixed',
    says: 'An existing volume takes one; bare partitions become volumes first.',
    findings: ['writecache-comes-and-goes-in-use', 'writecache-comes-and-goes'],
  },
  'hides-the-origin': {
    is: 'good',
    says: 'The origin is hidden and marked as internal.',
    findings: ['lvm-hides-the-origin'],
  },
  'ssd-lost-while-running': {
    is: 'good',
    says: 'The leg fails for good; the array goes on.',
    note: 'With an SSD for each leg no user got an error and no flushed record was lost. With both SSDs gone, what waited on them was.',
    findings: ['writecache-outlives-one-ssd-and-not-two', 'writecache-stays-failed'],
  },
  'ssd-missing-at-boot': {
    is: 'poor',
    says: 'Refused in every mode; coming back loses data.',
    findings: [
      'none-of-the-others-mounts-as-usual-without-an-ssd',
      'writecache-without-its-ssd-loses-data',
      'a-missing-leg-blocks-the-mount',
    ],
  },
  'after-a-crash': {
    is: 'poor',
    says: 'The disk alone is never complete, crash or not.',
    findings: ['writecache-holds-the-only-copy'],
  },
  'checks-cached-data': {
    is: 'mixed',
    says: 'No checksums at all; btrfs above notices.',
    findings: ['writecache-checks-nothing', 'btrfs-repairs-from-its-own-replica'],
  },
  'warm-read-speed': {
    is: 'poor',
    says: 'Reads from the disk are never kept.',
    findings: ['writecache-leaves-reads-alone'],
  },
  'careful-write-mode': {
    is: 'poor',
    says: 'None: every write waits on the SSD alone.',
    findings: ['writeback-and-writecache-keep-flushed-writes-on-the-ssd', 'writecache-holds-the-only-copy'],
  },
  'chooses-by-itself': {
    is: 'mixed',
    says: 'Takes every write by itself, and nothing that is only read.',
    findings: ['writecache-leaves-reads-alone'],
  },
  'leaves-streams-alone': {
    is: 'mixed',
    says: 'Reads never enter; written streams do.',
    findings: ['writecache-leaves-reads-alone', 'writecache-holds-the-only-copy'],
  },
  'leaving-again': {
    is: 'good',
    says: 'One command, which drains it first.',
    findings: ['writecache-comes-and-goes-in-use', 'writecache-comes-and-goes'],
  },
  'nixos-options': {
    is: 'mixed',
    says: 'As lvmcache, with another module.',
    findings: ['nixos-has-no-cache-option', 'lvm-of-nixpkgs-loads-no-module'],
  },
  'disko-type': {
    is: 'mixed',
    says: 'No type; a hook would do it.',
    findings: ['disko-has-no-cache-type', 'disko-cannot-place-a-volume'],
  },
  'nixos-boot-test': {
    is: 'mixed',
    says: 'LVM is booted in tests, a cached volume is not.',
    findings: ['nixpkgs-tests-no-cached-volume'],
  },
  'scrub-reaches-the-disks': {
    is: 'mixed',
    says: 'But for blocks that wait to be written back.',
    findings: ['writecache-answers-what-it-holds'],
  },
  'keeps-btrfs-snapshots': {
    is: 'good',
    says: 'Untouched; keep away from LVM snapshots of a leg.',
    findings: ['caches-below-leave-send-alone', 'snapshot-of-a-leg-is-a-twin'],
  },
  'backup-pass': {
    is: 'good',
    says: 'A pass of reads stores nothing.',
    findings: ['writecache-leaves-reads-alone', 'writecache-answers-what-it-holds'],
  },
  'in-the-kernel': {
    is: 'good',
    says: 'In the tree, maintained, not labelled experimental.',
    findings: ['writecache-is-not-called-experimental'],
  },
  'recent-loss': {
    is: 'poor',
    says: 'Forced writes ended too early: mended this month.',
    note: 'btrfs writes its superblocks as forced writes. Of the two kernels looked at, the long-term one lacks the fix.',
    findings: ['writecache-forced-writes-were-broken'],
  },
  'keeps-self-repair': {
    is: 'good',
    says: 'Two legs, checksums above them.',
    findings: ['btrfs-repairs-from-its-own-replica', 'no-device-stands-for-the-array'],
  },
  'looks-like-a-disk': {
    is: 'good',
    says: 'The leg still says that it rotates.',
    findings: ['a-mapped-leg-still-rotates', 'btrfs-asks-its-devices-what-they-are'],
  },
  'one-ssd-dies-what-is-lost': {
    is: 'mixed',
    says: 'One of two copies, and the disk behind it is old.',
    findings: [
      'writecache-outlives-one-ssd-and-not-two',
      'one-dead-ssd-costs-one-copy',
      'writecache-holds-the-only-copy',
    ],
  },
  'old-cache-comes-back': {
    is: 'not tested',
    says: 'Not used again once detached; dropping out was not read.',
    reason:
      'What it makes of an SSD that drops out and returns without being detached was neither read in the code nor run.',
    findings: ['lvm-does-not-reuse-a-returned-cache', 'writecache-stays-failed'],
  },
  'repairs-its-metadata': {
    is: 'not tested',
    says: 'No tool was looked for.',
    reason: 'Its format has no checksums. Whether there is a tool for it was not looked for.',
  },
  'new-writes-on-the-ssd': {
    is: 'good',
    says: 'All of them, as long as there is room.',
    findings: ['writecache-holds-the-only-copy'],
  },
  'fetch-size': {
    is: 'good',
    says: 'Nothing: reads are not kept.',
    findings: ['writecache-answers-what-it-holds'],
  },
  'can-be-tuned': {
    is: 'good',
    says: 'Watermarks, age, pauses, metadata only.',
    findings: ['writecache-can-be-set'],
  },
  'room-used': {
    is: 'poor',
    says: 'Both SSDs hold the same writes.',
    findings: ['writecache-holds-both-copies'],
  },
  'stays-warm': {
    is: 'not supported',
    says: 'It holds writes that wait, and no hot data.',
    reason: 'There is nothing to keep warm. What waits is kept over a restart, since it is the only copy.',
  },
  'cost-of-a-flush': {
    is: 'mixed',
    says: 'Both devices.',
    findings: ['writecache-flushes-reach-both-devices'],
  },
  'writes-back-under-load': {
    is: 'good',
    says: 'Between two levels that can be set.',
    findings: ['writecache-writes-back-by-level'],
  },
  'mode-switch': {
    is: 'not supported',
    says: 'It has one mode.',
    reason: 'There is nothing to change to.',
    findings: ['writecache-holds-the-only-copy'],
  },
  'shows-its-state': {
    is: 'good',
    says: 'Counters, and a field for its error.',
    findings: ['every-cache-shows-its-counts'],
  },
  'rescue-system': {
    is: 'poor',
    says: 'The disk alone lacks what waits on the SSD.',
    findings: ['writecache-holds-the-only-copy'],
  },
  'modules-in-time': {
    is: 'poor',
    says: 'As lvmcache, with another module.',
    findings: ['lvm-of-nixpkgs-loads-no-module', 'stage-1-loads-the-device-mapper'],
  },
  'disko-destroy': {
    is: 'poor',
    says: 'From a cache SSD it removes the data.',
    findings: ['disko-destroy-reaches-the-data-from-the-ssd'],
  },
  'scrub-timer': {
    is: 'mixed',
    says: 'It misses only what waits to be written back.',
    findings: ['writecache-answers-what-it-holds', 'auto-scrub-knows-no-cache'],
  },
  'disk-image': {
    is: 'poor',
    says: 'Never, unless drained first.',
    findings: ['writecache-holds-the-only-copy'],
  },
  memory: {
    is: 'poor',
    says: 'Gigabytes for an SSD of this size.',
    findings: ['writecache-needs-much-memory'],
  },
  wear: {
    is: 'mixed',
    says: 'Every write of the array, once on each SSD.',
    findings: ['writecache-holds-the-only-copy', 'writecache-holds-both-copies'],
  },
  'kernel-upgrades': {
    is: 'not tested',
    says: 'No report was looked for.',
    reason: 'Its fixes were read in one changelog. Reports of broken upgrades were not looked for.',
    findings: ['writecache-forced-writes-were-broken'],
  },
  'both-ssds-die': {
    is: 'poor',
    says: 'What waited is gone in both copies.',
    findings: ['writecache-holds-the-only-copy', 'writecache-holds-both-copies'],
  },
  'wrong-command': {
    is: 'poor',
    says: 'Detaching by force, and the destroy step of disko.',
    findings: ['writecache-without-its-ssd-loses-data', 'disko-destroy-reaches-the-data-from-the-ssd'],
  },
  'four-disks': {
    is: 'not tested',
    says: 'As lvmcache, by its layout; not run.',
    reason: 'Two legs on one SSD fail together by the code. Nobody ran it.',
  },
  'slowest-reads': {
    is: 'poor',
    says: 'Reads gain nothing.',
    findings: ['writecache-leaves-reads-alone'],
  },
  'more-than-fits': {
    is: 'poor',
    says: 'It keeps no hot data.',
    findings: ['writecache-leaves-reads-alone'],
  },
  'array-walks': {
    is: 'poor',
    says: 'Reads gain nothing.',
    findings: ['writecache-leaves-reads-alone'],
  },
  'what-to-watch': {
    is: 'poor',
    says: 'Its error field, free blocks, health.',
    findings: ['every-cache-shows-its-counts', 'writecache-stays-failed'],
  },
});
