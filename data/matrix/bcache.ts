import { defineColumn } from '../../src/schema/index.ts';

export const bcache = defineColumn('bcache', {
  'under-multi-device': {
    is: 'good',
    says: 'One bcache device for each leg; btrfs need not know.',
    findings: ['no-device-stands-for-the-array', 'bcache-shares-one-set'],
  },
  'own-ssd-per-leg': {
    is: 'good',
    says: 'A set holds one SSD, so two sets make two legs.',
    findings: ['bcache-shares-one-set'],
  },
  'retrofit-in-place': {
    is: 'mixed',
    says: 'Each leg rebuilt on a slightly smaller device.',
    findings: ['bcache-wants-each-leg-rebuilt', 'bcache-needs-a-header'],
  },
  'hides-the-origin': {
    is: 'good',
    says: 'Its header moves the file system off its usual place.',
    findings: ['bcache-needs-a-header'],
  },
  'ssd-lost-while-running': {
    is: 'good',
    says: 'With own SSDs the array goes on, and nothing is lost.',
    note: 'In writethrough and writearound a leg with an SSD of its own goes on from its hard disk after a few errors. Where both share the SSD, the array went on with 6.12 and turned read-only with 7.3, and lost nothing flushed. In writeback the leg is stopped; on a shared SSD that loses flushed records.',
    findings: [
      'own-bcache-sets-outlive-a-dead-ssd',
      'bcache-takes-a-careful-leg-over-to-its-disk',
      'a-shared-writethrough-bcache-loses-nothing',
      'a-shared-writeback-bcache-loses-flushed-records',
      'bcache-fails-io-while-it-detaches',
    ],
  },
  'ssd-missing-at-boot': {
    is: 'mixed',
    says: 'The device waits; one write to sysfs starts it.',
    findings: [
      'a-bcache-leg-waits-for-its-missing-ssd-at-boot',
      'bcache-legs-wait-for-their-ssd',
      'bcache-waits-for-its-cache',
    ],
  },
  'after-a-crash': {
    is: 'good',
    says: 'Nothing turned dirty, and every write was on the hard disk.',
    note: 'In writethrough mode, killed without a warning, on one kernel.',
    findings: ['bcache-writes-through-after-a-crash', 'bcache-writethrough-leaves-nothing-dirty'],
  },
  'checks-cached-data': {
    is: 'mixed',
    says: 'No checksums of cached data; btrfs above notices.',
    findings: ['cached-data-are-not-checked', 'btrfs-repairs-from-its-own-replica'],
  },
  'warm-read-speed': {
    is: 'good',
    says: 'Warm after eight readings; no read reached the disks.',
    note: 'Counted in reads that reach the hard disks, on one kernel, of a file far smaller than the cache.',
    findings: ['bcache-bcachefs-and-a-pool-spare-the-disks'],
  },
  'careful-write-mode': {
    is: 'good',
    says: 'Writethrough, its default, also right after a crash.',
    findings: ['bcache-writes-through-after-a-crash', 'bcache-writethrough-leaves-nothing-dirty'],
  },
  'chooses-by-itself': {
    is: 'good',
    says: 'Takes what was read and what was written, streams apart.',
    findings: ['bcache-stores-what-was-read', 'bcache-skips-streams'],
  },
  'leaves-streams-alone': {
    is: 'good',
    says: 'A cutoff for streams that can be set, on by default.',
    findings: ['bcache-skips-streams'],
  },
  'leaving-again': {
    is: 'mixed',
    says: 'The disk stays usable, at an offset behind the header.',
    findings: ['bcache-needs-a-header', 'detaching-bcache-writes-back-first'],
  },
  'nixos-options': {
    is: 'good',
    says: 'On by default.',
    findings: ['bcache-is-on-by-default'],
  },
  'disko-type': {
    is: 'mixed',
    says: 'No type in the version read; one was proposed.',
    findings: ['disko-has-no-cache-type'],
  },
  'nixos-boot-test': {
    is: 'good',
    says: 'An installer test boots from it.',
    findings: ['nixpkgs-boots-from-bcache-and-bcachefs'],
  },
  'scrub-reaches-the-disks': {
    is: 'poor',
    says: 'A bypassed read asks the cache too; only detaching helps.',
    findings: ['scrub-passes-over-damage-behind-bcache', 'scrub-takes-the-ordinary-path'],
  },
  'keeps-btrfs-snapshots': {
    is: 'good',
    says: 'Untouched.',
    findings: ['caches-below-leave-send-alone'],
  },
  'backup-pass': {
    is: 'not tested',
    says: 'Streams are skipped; small files have not been tried.',
    reason: 'The cutoff helps with large files. A pass over many small ones stays below it and needs a run.',
    findings: ['bcache-skips-streams'],
  },
  'in-the-kernel': { is: 'good', says: 'In the tree and maintained.', findings: ['bcache-is-kept'] },
  'recent-loss': {
    is: 'good',
    says: 'None found among the fixes of this year, by their titles.',
    note: 'Five fixes, to crashes and accounting. Their texts were not read, and the year before was not looked through.',
    findings: ['bcache-fixes-of-the-year-name-no-loss'],
  },
  'keeps-self-repair': {
    is: 'good',
    says: 'Two legs, checksums above them.',
    findings: ['btrfs-repairs-from-its-own-replica', 'no-device-stands-for-the-array'],
  },
  'looks-like-a-disk': {
    is: 'mixed',
    says: 'Taken for an SSD unless told otherwise.',
    findings: ['bcache-says-it-does-not-rotate'],
  },
  'one-ssd-dies-what-is-lost': {
    is: 'good',
    says: 'At most one copy; the other leg has its own set.',
    note: 'With a set of its own for each leg, in every mode. A shared set in writeback mode took flushed data along.',
    findings: [
      'own-bcache-sets-outlive-a-dead-ssd',
      'a-shared-writeback-bcache-loses-flushed-records',
      'one-dead-ssd-costs-one-copy',
      'bcache-writethrough-leaves-nothing-dirty',
    ],
  },
  'old-cache-comes-back': {
    is: 'good',
    says: 'Marked stale and dropped.',
    findings: ['bcache-drops-a-stale-cache'],
  },
  'repairs-its-metadata': {
    is: 'poor',
    says: 'No tool for it.',
    findings: ['bcache-has-no-repair-tool'],
  },
  'new-writes-on-the-ssd': {
    is: 'mixed',
    says: 'In writeback mode, which is not the careful one.',
    findings: ['bcache-takes-new-places-in-writeback'],
  },
  'fetch-size': {
    is: 'good',
    says: 'What was read.',
    findings: ['bcache-stores-what-was-read'],
  },
  'can-be-tuned': {
    is: 'good',
    says: 'Cutoff, readahead, congestion, dirty share.',
    findings: ['bcache-can-be-set'],
  },
  'room-used': {
    is: 'mixed',
    says: 'The same data can stand in both caches.',
    findings: ['two-caches-can-hold-the-same-data'],
  },
  'stays-warm': {
    is: 'good',
    says: 'Its index is found again, after a crash too.',
    findings: ['bcache-stays-filled-over-a-restart'],
  },
  'cost-of-a-flush': {
    is: 'mixed',
    says: 'Both devices.',
    findings: ['bcache-flushes-reach-both-devices'],
  },
  'writes-back-under-load': {
    is: 'good',
    says: 'At a rate that keeps to a share.',
    findings: ['bcache-writes-back-by-share'],
  },
  'mode-switch': {
    is: 'good',
    says: 'A file in sysfs.',
    findings: ['bcache-changes-its-mode-at-once'],
  },
  'shows-its-state': {
    is: 'good',
    says: 'Counters for minutes, hours and days.',
    findings: ['every-cache-shows-its-counts'],
  },
  'rescue-system': {
    is: 'mixed',
    says: 'With the module, or through an offset.',
    findings: ['a-bcache-disk-is-readable-at-an-offset'],
  },
  'modules-in-time': {
    is: 'good',
    says: 'Its rule loads the module.',
    findings: ['the-rule-of-bcache-loads-its-module'],
  },
  'disko-destroy': {
    is: 'poor',
    says: 'From a cache SSD it wipes the leg.',
    findings: ['disko-destroy-wipes-bcache-through-the-ssd'],
  },
  'scrub-timer': {
    is: 'poor',
    says: 'It scrubs the SSDs where they have a copy.',
    findings: ['auto-scrub-knows-no-cache', 'scrub-takes-the-ordinary-path'],
  },
  'disk-image': {
    is: 'mixed',
    says: 'In writethrough mode, at an offset.',
    findings: ['a-bcache-disk-is-readable-at-an-offset', 'disk-behind-writeback-is-no-image'],
  },
  memory: {
    is: 'good',
    says: 'What there is room for, given back under pressure.',
    findings: ['bcache-gives-memory-back'],
  },
  wear: {
    is: 'mixed',
    says: 'Each small miss is stored, streams are not.',
    findings: ['bcache-stores-what-was-read', 'bcache-skips-streams', 'films-push-files-out-of-bcache'],
  },
  'kernel-upgrades': {
    is: 'mixed',
    says: 'Two upgrades in 2021 broke caches.',
    findings: ['bcache-broke-on-upgrades'],
  },
  'both-ssds-die': {
    is: 'mixed',
    says: 'In writethrough mode all; in writeback mode not.',
    note: 'By the code; not run.',
    findings: ['bcache-writethrough-leaves-nothing-dirty', 'bcache-takes-new-places-in-writeback'],
  },
  'wrong-command': {
    is: 'poor',
    says: 'The destroy step of disko on a cache SSD.',
    findings: ['disko-destroy-wipes-bcache-through-the-ssd'],
  },
  'four-disks': {
    is: 'mixed',
    says: 'A set serves several disks, and fails them together for a time.',
    findings: ['bcache-shares-one-set', 'bcache-fails-io-while-it-detaches'],
  },
  'slowest-reads': {
    is: 'poor',
    says: 'A miss waits for the disk.',
    findings: ['misses-stay-as-slow-as-the-disk'],
  },
  'more-than-fits': {
    is: 'not tested',
    says: 'It keeps what was read last; not run.',
    reason: 'How well it keeps the hottest part of a larger set needs a run.',
  },
  'array-walks': {
    is: 'not tested',
    says: 'Metadata are stored on the first miss; not run.',
    reason: 'A walk over metadata needs a run.',
  },
  'what-to-watch': {
    is: 'mixed',
    says: 'Its state and dirty data, in sysfs; wear.',
    findings: ['every-cache-shows-its-counts'],
  },
});
