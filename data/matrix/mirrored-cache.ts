import { defineColumn } from '../../src/schema/index.ts';

export const mirroredCache = defineColumn('mirrored-cache', {
  'under-multi-device': {
    is: 'good',
    says: 'One cached volume for each device; btrfs need not know.',
    findings: ['btrfs-takes-mapped-devices', 'no-device-stands-for-the-array'],
  },
  'own-ssd-per-leg': {
    is: 'not supported',
    says: 'Both SSDs serve both legs.',
    reason: 'That is what sets this layout apart. With one SSD for each leg it is the column of lvmcache.',
  },
  'retrofit-in-place': {
    is: 'mixed',
    says: 'An existing volume takes one; bare partitions become volumes first.',
    findings: ['lvm-cache-comes-and-goes'],
  },
  'hides-the-origin': {
    is: 'good',
    says: 'The origin is hidden and marked as internal.',
    findings: ['lvm-hides-the-origin'],
  },
  'ssd-lost-while-running': {
    is: 'good',
    says: 'Pulled out under load: no error, nothing lost.',
    note: 'Run in writeback mode with chunks dirty, on one kernel.',
    findings: ['a-mirrored-writeback-cache-outlives-one-ssd', 'mirrored-pool-survives-an-ssd'],
  },
  'ssd-missing-at-boot': {
    is: 'poor',
    says: 'Both legs stay down, not one, until started by force.',
    note: 'Forced, both legs came up and had every flushed block. It is the price of sharing: each leg has a part on the SSD that is missing.',
    findings: [
      'a-mirrored-cache-needs-force-to-start-without-an-ssd',
      'a-mirrored-pair-ties-the-legs-together',
      'a-missing-leg-blocks-the-mount',
    ],
  },
  'after-a-crash': {
    is: 'poor',
    says: 'All chunks dirty, as with any dm-cache.',
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
    says: 'No checksums in cache or mirror; btrfs above notices.',
    findings: ['cached-data-are-not-checked', 'btrfs-repairs-from-its-own-replica'],
  },
  'warm-read-speed': {
    is: 'not tested',
    says: 'Measured with one SSD for each leg only.',
    reason: 'The target is the same, but its caches would be half as large and on a mirror. That was not run.',
  },
  'careful-write-mode': {
    is: 'mixed',
    says: 'Writethrough, except after a crash.',
    findings: ['writethrough-writes-both', 'writethrough-is-not-whole-after-a-crash'],
  },
  'chooses-by-itself': {
    is: 'good',
    says: 'Promotes what is read again; nobody has to choose.',
    findings: ['promotion-copies-a-whole-chunk'],
  },
  'leaves-streams-alone': {
    is: 'poor',
    says: 'No rule against streams; the old thresholds do nothing.',
    findings: ['smq-has-no-stream-detector'],
  },
  'leaving-again': {
    is: 'good',
    says: 'One command for each leg, then the mirror.',
    findings: ['lvm-cache-comes-and-goes'],
  },
  'nixos-options': {
    is: 'mixed',
    says: 'As lvmcache.',
    findings: ['nixos-has-no-cache-option', 'thin-option-brings-the-check', 'lvm-of-nixpkgs-loads-no-module'],
  },
  'disko-type': {
    is: 'mixed',
    says: 'A mirror is a type; the cache on it needs a hook.',
    findings: ['disko-has-no-cache-type', 'disko-cannot-place-a-volume'],
  },
  'nixos-boot-test': {
    is: 'mixed',
    says: 'LVM RAID is booted in tests, a cached volume is not.',
    findings: ['nixpkgs-tests-no-cached-volume'],
  },
  'scrub-reaches-the-disks': {
    is: 'mixed',
    says: 'Not through the cache: passthrough mode, or without it.',
    findings: ['scrub-takes-the-ordinary-path', 'passthrough-reads-the-disk', 'passthrough-was-broken-for-years'],
  },
  'keeps-btrfs-snapshots': {
    is: 'good',
    says: 'Untouched; keep away from LVM snapshots of a leg.',
    findings: ['caches-below-leave-send-alone', 'snapshot-of-a-leg-is-a-twin'],
  },
  'backup-pass': {
    is: 'not tested',
    says: 'How much a backup pushes out has not been measured.',
    reason: 'As with lvmcache: the policy has no rule against streams, and how much is promoted needs a run.',
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
    says: 'The other half of the pair has it, by the manual.',
    note: 'Not run. Two SSDs of one kind and one age wear alike, and both legs stand on them.',
    findings: ['mirrored-pool-survives-an-ssd'],
  },
  'old-cache-comes-back': {
    is: 'not tested',
    says: 'LVM would have to rebuild the mirror; not tried.',
    reason: 'What LVM does with a half of a mirror below a cache that returns was neither read nor run.',
  },
  'repairs-its-metadata': {
    is: 'good',
    says: 'Of a pool, yes; of a single volume, no.',
    findings: ['a-pool-can-be-repaired-a-cachevol-cannot'],
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
    is: 'poor',
    says: 'A whole chunk, and a large one by default.',
    findings: ['promotion-copies-a-whole-chunk', 'lvm-makes-large-chunks-on-large-ssds'],
  },
  'can-be-tuned': {
    is: 'poor',
    says: 'Chunk size and mode; of the policy nothing.',
    findings: ['smq-has-no-stream-detector', 'migration-threshold-spares-no-reads'],
  },
  'room-used': {
    is: 'poor',
    says: 'Half, and of that a part twice.',
    findings: ['a-mirrored-cache-is-written-twice', 'two-caches-can-hold-the-same-data'],
  },
  'stays-warm': {
    is: 'mixed',
    says: 'Filled; after a crash hot and cold are mixed up.',
    findings: ['dm-cache-stays-filled-over-a-restart', 'a-crash-keeps-what-was-promoted'],
  },
  'cost-of-a-flush': {
    is: 'mixed',
    says: 'The hard disk and both SSDs.',
    findings: ['a-flush-reaches-both-devices', 'a-mirrored-cache-is-written-twice'],
  },
  'writes-back-under-load': {
    is: 'mixed',
    says: 'Only while its disk is quiet, or to make room.',
    findings: ['write-back-waits-for-quiet', 'reads-that-miss-hold-up-write-back'],
  },
  'mode-switch': {
    is: 'mixed',
    says: 'While mounted, after draining.',
    findings: ['lvm-changes-the-mode-after-draining'],
  },
  'shows-its-state': {
    is: 'good',
    says: 'lvs has a field for everything.',
    findings: ['every-cache-shows-its-counts'],
  },
  'rescue-system': {
    is: 'mixed',
    says: 'After the cache is set up or taken off, with LVM.',
    findings: ['a-cached-volume-needs-its-stack-elsewhere'],
  },
  'modules-in-time': {
    is: 'poor',
    says: 'A stock machine can use up its one try without them.',
    findings: [
      'lvm-of-nixpkgs-loads-no-module',
      'stage-1-loads-the-device-mapper',
      'a-stock-initrd-can-use-up-the-activation',
    ],
  },
  'disko-destroy': {
    is: 'poor',
    says: 'From a cache SSD it removes the data.',
    findings: ['disko-destroy-reaches-the-data-from-the-ssd'],
  },
  'scrub-timer': {
    is: 'poor',
    says: 'It scrubs the SSDs where they have a copy.',
    findings: ['auto-scrub-knows-no-cache', 'scrub-misses-what-the-cache-holds'],
  },
  'disk-image': {
    is: 'mixed',
    says: 'Not in writeback mode, nor after a crash.',
    findings: ['disk-behind-writeback-is-no-image', 'writethrough-is-not-whole-after-a-crash'],
  },
  memory: {
    is: 'good',
    says: 'Megabytes, at the chunks that LVM allows.',
    findings: ['the-policy-needs-little-memory'],
  },
  wear: {
    is: 'poor',
    says: 'As lvmcache, on both SSDs at once.',
    findings: ['promotion-copies-a-whole-chunk', 'a-mirrored-cache-is-written-twice'],
  },
  'kernel-upgrades': {
    is: 'mixed',
    says: 'One mode came broken with one; the main modes were not reported.',
    findings: ['passthrough-was-broken-for-years'],
  },
  'both-ssds-die': {
    is: 'mixed',
    says: 'In writethrough mode with nothing dirty; the array stops.',
    findings: ['both-ssds-gone-leaves-two-disks', 'a-mirrored-cache-is-written-twice'],
  },
  'wrong-command': {
    is: 'poor',
    says: 'As with LVM.',
    findings: ['vgreduce-by-force-removes-the-origin', 'disko-destroy-reaches-the-data-from-the-ssd'],
  },
  'four-disks': {
    is: 'mixed',
    says: 'One dead SSD stops no leg while running; all at the next start.',
    findings: ['mirrored-pool-survives-an-ssd', 'a-mirrored-pair-ties-the-legs-together'],
  },
  'slowest-reads': {
    is: 'poor',
    says: 'A miss waits for the disk, and for promotions.',
    findings: ['misses-stay-as-slow-as-the-disk'],
  },
  'more-than-fits': {
    is: 'not tested',
    says: 'As lvmcache with half the room; not run.',
    reason: 'The target is the same, but the room is halved, and nothing was run with it.',
  },
  'array-walks': {
    is: 'not tested',
    says: 'As lvmcache; not run.',
    reason: 'A walk over metadata needs a run.',
  },
  'what-to-watch': {
    is: 'poor',
    says: 'As with LVM, and the mirror.',
    findings: ['dmeventd-watches-no-cache', 'every-cache-shows-its-counts', 'full-dirty-writethrough-was-seen'],
  },
});
