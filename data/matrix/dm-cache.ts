import { defineColumn } from '../../src/schema/index.ts';

export const dmCache = defineColumn('dm-cache', {
  'under-multi-device': {
    is: 'good',
    says: 'One target for each device; btrfs need not know.',
    findings: ['btrfs-takes-mapped-devices', 'no-device-stands-for-the-array'],
  },
  'own-ssd-per-leg': {
    is: 'good',
    says: 'Natural: each target names its own SSD.',
    findings: ['a-cache-has-one-origin', 'no-device-stands-for-the-array'],
  },
  'retrofit-in-place': {
    is: 'mixed',
    says: 'No header, so disks stay; a cold start must come first.',
    note: 'The target maps the bare partition one to one. That is what makes it easy to add, and what leaves the partition visible.',
    findings: ['bare-origin-looks-like-btrfs'],
  },
  'hides-the-origin': {
    is: 'poor',
    says: 'The bare partition carries the same btrfs superblock.',
    findings: [
      'raw-dm-cache-is-mounted-past-its-caches',
      'a-raw-cache-returns-old-blocks-after-it-was-bypassed',
      'bare-origin-looks-like-btrfs',
      'unmounted-twin-is-chosen-by-generation',
    ],
  },
  'ssd-lost-while-running': {
    is: 'not tested',
    says: 'As lvmcache, by the code; not run by hand.',
    reason:
      'The code says that reads of cached chunks and every flush of the leg fail and that the mirror goes on with the other leg. The experiment that pulled an SSD out set its caches up with LVM.',
    findings: ['a-hit-does-not-fall-back', 'a-flush-reaches-both-devices', 'btrfs-outlives-one-failing-flush'],
  },
  'ssd-missing-at-boot': {
    is: 'poor',
    says: 'The bare disks are mounted, past the caches.',
    note: 'Run without the script that makes the caches, which is what a unit that waits for a missing SSD comes to. Once the caches run again, the array is back in its old state, and scrub finds nothing.',
    findings: [
      'raw-dm-cache-is-mounted-past-its-caches',
      'a-bypassed-raw-cache-rolls-the-array-back-unseen',
      'a-missing-leg-blocks-the-mount',
    ],
  },
  'after-a-crash': {
    is: 'poor',
    says: 'All chunks dirty; the disk lacks new writes until written back.',
    note: 'Both were run with LVM and an SSD for each leg; the target is the same.',
    findings: [
      'a-crash-makes-every-chunk-dirty',
      'a-crash-has-the-whole-cache-written-back',
      'after-a-crash-most-writes-are-on-the-ssd-alone',
      'writethrough-is-not-whole-after-a-crash',
    ],
  },
  'checks-cached-data': {
    is: 'mixed',
    says: 'No checksums of its own; btrfs above notices.',
    findings: [
      'a-damaged-block-on-the-ssd-is-mended',
      'damage-on-the-ssd-without-a-checksum-is-served',
      'cached-data-are-not-checked',
      'btrfs-repairs-from-its-own-replica',
    ],
  },
  'warm-read-speed': {
    is: 'not tested',
    says: 'Run through LVM only; the target is the same.',
    reason: 'The lab sets its caches up with LVM. The kernel code is the same, but a table by hand was not run.',
  },
  'careful-write-mode': {
    is: 'mixed',
    says: 'Writethrough when asked for, except after a crash.',
    findings: ['defaults-differ', 'writethrough-writes-both', 'writethrough-is-not-whole-after-a-crash'],
  },
  'chooses-by-itself': {
    is: 'good',
    says: 'Promotes what is read again; nobody has to choose.',
    findings: ['promotion-copies-a-whole-chunk', 'most-warm-reads-leave-the-disks-alone'],
  },
  'leaves-streams-alone': {
    is: 'poor',
    says: 'No rule against streams; the old thresholds do nothing.',
    findings: ['smq-has-no-stream-detector'],
  },
  'leaving-again': {
    is: 'not tested',
    says: 'By hand: drain with cleaner, then mount the bare disk.',
    reason:
      'The steps follow from the design, but a wrong order leaves stale or missing blocks, and they have not been run.',
    findings: ['write-back-waits-for-quiet'],
  },
  'nixos-options': {
    is: 'poor',
    says: 'None: modules, mapping and checks need an own unit.',
    findings: ['nixos-has-no-cache-option'],
  },
  'disko-type': {
    is: 'poor',
    says: 'No type, and the mapping is not kept on disk.',
    findings: ['disko-has-no-cache-type'],
  },
  'nixos-boot-test': {
    is: 'poor',
    says: 'None.',
    findings: ['nixpkgs-tests-no-cached-volume'],
  },
  'scrub-reaches-the-disks': {
    is: 'mixed',
    says: 'Not through the cache: passthrough mode, or without it.',
    note: 'Without the cache it was run. Passthrough mode was read only, and was broken until this year.',
    findings: [
      'scrub-misses-what-the-cache-holds',
      'scrub-sees-all-without-the-cache',
      'passthrough-reads-the-disk',
      'passthrough-was-broken-for-years',
    ],
  },
  'keeps-btrfs-snapshots': {
    is: 'good',
    says: 'Untouched.',
    findings: ['caches-below-leave-send-alone'],
  },
  'backup-pass': {
    is: 'not tested',
    says: 'How much a backup pushes out has not been measured.',
    reason:
      'The policy has no rule against streams and ignores hints, but how much a real backup promotes depends on its queue depth and needs a run.',
    findings: ['smq-has-no-stream-detector', 'dm-cache-ignores-hints'],
  },
  'in-the-kernel': {
    is: 'mixed',
    says: 'In the tree and maintained, still labelled experimental.',
    findings: ['dm-cache-is-kept-and-called-experimental'],
  },
  'recent-loss': {
    is: 'mixed',
    says: 'Passthrough mode was broken until this year.',
    note: 'Other fixes were not read one by one. Passthrough is the mode in which scrub would reach the disks.',
    findings: ['passthrough-was-broken-for-years'],
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
    is: 'good',
    says: 'At most one copy; the other leg has its own.',
    note: 'By inference, with an SSD of its own for each leg. On a shared SSD in writeback mode both copies of what was dirty go.',
    findings: ['one-dead-ssd-costs-one-copy'],
  },
  'old-cache-comes-back': {
    is: 'poor',
    says: 'It has no way to notice.',
    findings: ['dm-cache-cannot-tell-a-stale-cache', 'a-cache-that-dropped-out-is-trusted-again'],
  },
  'repairs-its-metadata': {
    is: 'not tested',
    says: 'By hand, with the tools of the thin pools.',
    reason: 'cache_repair is named in the manuals. How it is used without LVM was neither read nor tried.',
  },
  'new-writes-on-the-ssd': {
    is: 'mixed',
    says: 'In writeback mode more than half; in writethrough all on the disks.',
    note: 'Run with LVM and an SSD for each leg; the target is the same.',
    findings: [
      'writeback-takes-half-of-a-flushed-write-off-the-disks',
      'writethrough-leaves-every-flushed-write-on-the-disks',
    ],
  },
  'fetch-size': {
    is: 'mixed',
    says: 'A whole chunk, whose size one chooses.',
    findings: ['promotion-copies-a-whole-chunk'],
  },
  'can-be-tuned': {
    is: 'poor',
    says: 'Chunk size and mode; of the policy nothing.',
    findings: ['smq-has-no-stream-detector', 'migration-threshold-spares-no-reads'],
  },
  'room-used': {
    is: 'mixed',
    says: 'What both parities read stands in both caches.',
    findings: ['two-caches-hold-the-same-blocks', 'two-caches-can-hold-the-same-data'],
  },
  'stays-warm': {
    is: 'mixed',
    says: 'Filled; after a crash hot and cold are mixed up.',
    findings: ['dm-cache-stays-filled-over-a-restart', 'a-crash-keeps-what-was-promoted'],
  },
  'cost-of-a-flush': {
    is: 'mixed',
    says: 'Both devices, and the metadata first.',
    findings: ['a-flush-reaches-both-devices'],
  },
  'writes-back-under-load': {
    is: 'mixed',
    says: 'Only while its disk is quiet, or to make room.',
    findings: ['write-back-waits-for-quiet', 'reads-that-miss-hold-up-write-back'],
  },
  'mode-switch': {
    is: 'not tested',
    says: 'By loading another table; not tried.',
    reason:
      'The mode is part of the table. Whether it can be exchanged below a mounted file system without LVM was not tried.',
  },
  'shows-its-state': {
    is: 'good',
    says: 'One line of status with all counts.',
    findings: ['every-cache-shows-its-counts'],
  },
  'rescue-system': {
    is: 'poor',
    says: 'The bare disk looks like btrfs, and may be stale.',
    findings: ['bare-origin-looks-like-btrfs', 'dm-cache-cannot-tell-a-stale-cache'],
  },
  'modules-in-time': {
    is: 'poor',
    says: 'Left to the unit that sets it up.',
    findings: ['nixos-has-no-cache-option', 'stage-1-loads-the-device-mapper'],
  },
  'disko-destroy': {
    is: 'not tested',
    says: 'A raw mapping is of a type the script does not know.',
    reason:
      'By the code it prints a warning and goes on. What becomes of the mapping and of the disk below was not tried.',
  },
  'scrub-timer': {
    is: 'poor',
    says: 'It scrubs the SSDs where they have a copy.',
    findings: ['auto-scrub-knows-no-cache', 'scrub-misses-what-the-cache-holds'],
  },
  'disk-image': {
    is: 'mixed',
    says: 'Not in writeback mode, nor after a crash.',
    findings: [
      'writethrough-disks-are-whole-after-an-orderly-stop',
      'writeback-leaves-the-disks-without-flushed-files',
      'disk-behind-writeback-is-no-image',
      'writethrough-is-not-whole-after-a-crash',
    ],
  },
  memory: {
    is: 'good',
    says: 'Megabytes, at as many chunks as LVM would allow.',
    findings: ['the-policy-needs-little-memory'],
  },
  wear: {
    is: 'poor',
    says: 'A whole chunk for each promotion, and no filter on streams.',
    findings: ['promotion-copies-a-whole-chunk', 'smq-has-no-stream-detector'],
  },
  'kernel-upgrades': {
    is: 'mixed',
    says: 'One mode came broken with one; the main modes were not reported.',
    note: 'No search for reports can prove that there are none.',
    findings: ['passthrough-was-broken-for-years'],
  },
  'both-ssds-die': {
    is: 'mixed',
    says: 'In writethrough mode with nothing dirty; the array stops.',
    findings: ['both-ssds-gone-leaves-two-disks', 'writeback-hit-stays-on-the-ssd'],
  },
  'wrong-command': {
    is: 'poor',
    says: 'Mounting the bare disk, which looks like btrfs.',
    findings: ['bare-origin-looks-like-btrfs', 'dm-cache-cannot-tell-a-stale-cache'],
  },
  'four-disks': {
    is: 'mixed',
    says: 'Two disks in a row as one leg; four legs are too many.',
    findings: ['two-ssds-below-four-disks-share-copies'],
  },
  'slowest-reads': {
    is: 'poor',
    says: 'A miss waits for the disk, and for promotions.',
    findings: ['misses-stay-as-slow-as-the-disk'],
  },
  'more-than-fits': {
    is: 'not tested',
    says: 'The same target as with LVM; not run by hand.',
    reason: 'The lab sets its caches up with LVM.',
  },
  'array-walks': {
    is: 'not tested',
    says: 'Metadata are cached like data; the gain was not run.',
    reason: 'The lab sets its caches up with LVM, and a walk over metadata needs a run.',
  },
  'what-to-watch': {
    is: 'poor',
    says: 'As with LVM, and the mapping itself.',
    findings: ['dmeventd-watches-no-cache', 'every-cache-shows-its-counts', 'full-dirty-writethrough-was-seen'],
  },
});
