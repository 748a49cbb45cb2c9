import { defineColumn } from '../../src/schema/index.ts';

export const lvmcache = defineColumn('lvmcache', {
  'under-multi-device': {
    is: 'good',
    says: 'One cached volume for each device; btrfs need not know.',
    findings: ['btrfs-takes-mapped-devices', 'no-device-stands-for-the-array', 'cached-legs-were-built-before'],
  },
  'own-ssd-per-leg': {
    is: 'mixed',
    says: 'Works when the SSD of every part is named.',
    note: 'LVM does not know that two volumes are legs of one mirror, so nothing warns when both caches land on one SSD.',
    findings: ['no-device-stands-for-the-array', 'cached-legs-were-built-before', 'a-shared-ssd-takes-the-array'],
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
    note: 'In writethrough mode with an SSD for each leg, on one kernel. The leg counts errors, and somebody must notice.',
    findings: [
      'an-own-ssd-dies-unnoticed-by-users',
      'an-own-ssd-dies-without-loss',
      'btrfs-counts-a-dead-ssd-on-its-leg',
      'a-hit-does-not-fall-back',
      'a-flush-reaches-both-devices',
    ],
  },
  'ssd-missing-at-boot': {
    is: 'poor',
    says: 'Leg stays down, array is not mounted, repair by hand.',
    findings: [
      'a-volume-without-its-ssd-stays-down',
      'a-missing-leg-blocks-the-mount',
      'uncache-works-without-the-ssd',
    ],
  },
  'after-a-crash': {
    is: 'poor',
    says: 'All chunks dirty; the disk lacks new writes until written back.',
    note: 'Both were run: a clean cache is written back whole after a crash, and most writes meanwhile were on the SSD alone.',
    findings: [
      'after-a-crash-a-disk-behind-writethrough-lacks-blocks',
      'an-own-ssd-that-dies-after-a-crash-costs-no-checked-block',
      'a-crash-makes-every-chunk-dirty',
      'a-crash-has-the-whole-cache-written-back',
      'after-a-crash-most-writes-are-on-the-ssd-alone',
      'writethrough-is-not-whole-after-a-crash',
      'full-dirty-writethrough-was-seen',
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
    is: 'good',
    says: 'At most one read in ten reached a disk, at best case.',
    note: 'The expected one in twenty was refuted. The file fits the cache six times over, and nothing else was read.',
    findings: ['most-warm-reads-leave-the-disks-alone', 'warm-reads-were-faster-on-both-legs'],
  },
  'careful-write-mode': {
    is: 'mixed',
    says: 'Writethrough, its default, except after a crash.',
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
    is: 'good',
    says: 'One command; nothing stays behind; draining can take hours.',
    findings: ['lvm-cache-comes-and-goes', 'full-dirty-writethrough-was-seen'],
  },
  'nixos-options': {
    is: 'mixed',
    says: 'Several lines, and a trap in stage 1.',
    findings: [
      'the-cache-tools-have-stopped-a-start',
      'nixos-has-no-cache-option',
      'thin-option-brings-the-check',
      'lvm-of-nixpkgs-loads-no-module',
      'a-stock-initrd-can-use-up-the-activation',
    ],
  },
  'disko-type': {
    is: 'mixed',
    says: 'Only with a hook: no cache type, no placement.',
    findings: ['disko-has-no-cache-type', 'disko-cannot-place-a-volume', 'disko-hooks-run-last'],
  },
  'nixos-boot-test': {
    is: 'mixed',
    says: 'LVM is booted in tests, a cached volume is not.',
    findings: ['nixpkgs-tests-no-cached-volume'],
  },
  'scrub-reaches-the-disks': {
    is: 'mixed',
    says: 'Not through the cache: passthrough mode, or without it.',
    note: 'Both were run. Passthrough mode was broken until this year, and a clean cache is needed first.',
    findings: [
      'scrub-reaches-the-disk-in-passthrough-mode',
      'scrub-misses-what-the-cache-holds',
      'scrub-sees-all-without-the-cache',
      'passthrough-reads-the-disk',
      'passthrough-was-broken-for-years',
    ],
  },
  'keeps-btrfs-snapshots': {
    is: 'good',
    says: 'Untouched; keep away from LVM snapshots of a leg.',
    findings: ['caches-below-leave-send-alone', 'snapshot-of-a-leg-is-a-twin'],
  },
  'backup-pass': {
    is: 'mixed',
    says: 'None, out of a cache with room; a full one was not tried.',
    note: 'Three tools, a first full backup of three times the cache. Less than a fifth was promoted, small files above all.',
    findings: ['a-full-backup-left-the-files-in-use', 'a-full-backup-promoted-little', 'smq-has-no-stream-detector'],
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
    note: 'With an SSD of its own for each leg, in both modes, for what has a checksum. One SSD for both legs in writeback mode took flushed data along.',
    findings: [
      'an-own-ssd-dies-without-loss',
      'the-other-leg-has-what-a-dead-writeback-ssd-held',
      'a-shared-writeback-ssd-loses-what-was-flushed',
      'one-dead-ssd-costs-one-copy',
    ],
  },
  'old-cache-comes-back': {
    is: 'poor',
    says: 'Trusted again, unless the cache was taken off meanwhile.',
    note: 'Run: old blocks were served and written over the disk. Taken off without its SSD, the old cache is not used again, by the code.',
    findings: [
      'a-returned-cache-serves-old-blocks',
      'a-returned-cache-overwrites-the-disk',
      'a-cache-that-dropped-out-is-trusted-again',
      'lvm-does-not-reuse-a-returned-cache',
    ],
  },
  'repairs-its-metadata': {
    is: 'good',
    says: 'Of a pool, yes; of a single volume, no.',
    findings: ['a-pool-can-be-repaired-a-cachevol-cannot'],
  },
  'new-writes-on-the-ssd': {
    is: 'mixed',
    says: 'In writeback mode more than half; in writethrough all on the disks.',
    note: 'Small flushed rewrites of one file, in the lab. Rewrites that are scattered over a full disk were not tried.',
    findings: [
      'writeback-takes-half-of-a-flushed-write-off-the-disks',
      'writethrough-leaves-every-flushed-write-on-the-disks',
      'copy-on-write-changed-nothing-for-flushed-writes',
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
    says: 'Both devices, in writeback mode too.',
    findings: ['a-flush-reaches-both-devices', 'flushes-reach-the-hard-disks-in-writeback'],
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
    findings: [
      'writethrough-disks-are-whole-after-an-orderly-stop',
      'writeback-leaves-the-disks-without-flushed-files',
      'disk-behind-writeback-is-no-image',
      'writethrough-is-not-whole-after-a-crash',
    ],
  },
  memory: {
    is: 'good',
    says: 'Megabytes, at the chunks that LVM allows.',
    findings: ['the-policy-needs-little-memory'],
  },
  wear: {
    is: 'poor',
    says: 'A large chunk for each promotion, and no filter on streams.',
    note: 'How much it comes to depends on the load and has not been measured.',
    findings: ['promotion-copies-a-whole-chunk', 'lvm-makes-large-chunks-on-large-ssds', 'smq-has-no-stream-detector'],
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
    note: 'By inference. After an unclean stop, and in writeback mode, data are lost.',
    findings: ['both-ssds-gone-leaves-two-disks', 'writeback-hit-stays-on-the-ssd'],
  },
  'wrong-command': {
    is: 'poor',
    says: 'Three: on a stopped volume, by force, and by disko.',
    note: 'The first and the last were run and lost writes and a leg; the second was read.',
    findings: [
      'detaching-a-stopped-cache-loses-writes',
      'vgreduce-by-force-removes-the-origin',
      'disko-destroy-reaches-the-data-from-the-ssd',
    ],
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
    is: 'good',
    says: 'It follows what is hot: a quarter of the data answered most reads.',
    note: 'Run with accesses that fall off steeply and a hot part that does not move.',
    findings: ['a-quarter-of-the-data-answers-half-of-the-reads', 'smq-promotes-however-full-it-is'],
  },
  'array-walks': {
    is: 'good',
    says: 'Once warm, a walk and a backup of what is unchanged left the disks alone.',
    note: 'Counted in reads of the hard disks, over a tree of some thousand small files, on one kernel.',
    findings: ['a-warm-cache-spares-the-disks-a-walk'],
  },
  'what-to-watch': {
    is: 'poor',
    says: 'Dirty chunks after each start, health, missing disks, wear.',
    note: 'Everything can be read off; nothing says it unasked, and a dead SSD is not felt.',
    findings: [
      'dmeventd-watches-no-cache',
      'an-own-ssd-dies-unnoticed-by-users',
      'full-dirty-writethrough-was-seen',
      'every-cache-shows-its-counts',
    ],
  },
});
