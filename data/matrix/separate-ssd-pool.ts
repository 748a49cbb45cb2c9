import { defineColumn } from '../../src/schema/index.ts';

export const separateSsdPool = defineColumn('separate-ssd-pool', {
  'under-multi-device': {
    is: 'good',
    says: 'Nothing sits below btrfs.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'own-ssd-per-leg': {
    is: 'not supported',
    says: 'The SSDs are members of a pool, not parts of legs.',
    reason: 'There is no cache in front of a leg, so the question does not arise.',
  },
  'retrofit-in-place': {
    is: 'good',
    says: 'The array stays; files are copied to the pool.',
    findings: ['the-runbooks-of-the-pool-work', 'a-pool-is-a-copy-job'],
  },
  'hides-the-origin': {
    is: 'good',
    says: 'There is no second device with the same identity.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'ssd-lost-while-running': {
    is: 'good',
    says: 'The array does not notice; the pool goes on with one SSD.',
    findings: [
      'a-pool-of-ssds-outlives-one-of-them',
      'the-runbooks-of-the-pool-work',
      'ssds-outside-the-array-cannot-stop-it',
      'btrfs-outlives-one-failing-flush',
    ],
  },
  'ssd-missing-at-boot': {
    is: 'mixed',
    says: 'The array is mounted; the pool waits for its member.',
    findings: [
      'none-of-the-others-mounts-as-usual-without-an-ssd',
      'ssds-outside-the-array-cannot-stop-it',
      'a-missing-leg-blocks-the-mount',
      'a-degraded-mount-is-asked-for',
    ],
  },
  'after-a-crash': {
    is: 'good',
    says: 'A finished write is on the disks or nowhere.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'checks-cached-data': {
    is: 'good',
    says: 'Data on the SSDs have checksums and a second copy.',
    findings: ['a-pool-of-their-own-keeps-repair', 'btrfs-repairs-from-its-own-replica'],
  },
  'warm-read-speed': {
    is: 'mixed',
    says: 'All of what is put there, from the first read; nothing else.',
    note: 'In the lab no read of what lay there reached a disk. The row asks how much leaves the disks: that is decided by whoever chooses the data.',
    findings: ['bcache-bcachefs-and-a-pool-spare-the-disks', 'a-pool-serves-what-is-put-there'],
  },
  'careful-write-mode': {
    is: 'good',
    says: 'A write has one file system, and it is on all its copies.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'chooses-by-itself': {
    is: 'poor',
    says: 'Somebody chooses the files and moves them.',
    findings: ['a-pool-is-a-copy-job'],
  },
  'leaves-streams-alone': {
    is: 'good',
    says: 'Only what is put there lies there.',
    findings: ['a-pool-serves-what-is-put-there'],
  },
  'leaving-again': {
    is: 'mixed',
    says: 'Files are copied back to the array.',
    findings: ['the-runbooks-of-the-pool-work', 'a-pool-is-a-copy-job'],
  },
  'nixos-options': {
    is: 'good',
    says: 'A second mount.',
    findings: ['plain-btrfs-is-in-the-tree'],
  },
  'disko-type': {
    is: 'good',
    says: 'btrfs over several disks is a type.',
    findings: ['disko-makes-btrfs-raid1'],
  },
  'nixos-boot-test': {
    is: 'mixed',
    says: 'A btrfs of two disks is booted; not in the profile RAID1.',
    findings: ['nixpkgs-boots-a-btrfs-of-two'],
  },
  'scrub-reaches-the-disks': {
    is: 'good',
    says: 'Every copy is read from its disk.',
    findings: ['without-a-cache-every-copy-is-on-a-disk', 'scrub-sees-all-without-the-cache'],
  },
  'keeps-btrfs-snapshots': {
    is: 'mixed',
    says: 'Both keep them; a snapshot covers one file system only.',
    findings: ['the-runbooks-of-the-pool-work', 'a-pool-of-their-own-keeps-repair', 'a-pool-is-a-copy-job'],
  },
  'backup-pass': {
    is: 'good',
    says: 'A backup of the array cannot push anything off the pool.',
    findings: ['a-pool-serves-what-is-put-there'],
  },
  'in-the-kernel': {
    is: 'good',
    says: 'btrfs alone.',
    findings: ['plain-btrfs-is-in-the-tree'],
  },
  'recent-loss': {
    is: 'mixed',
    says: 'Copies that could differ, names that fsync could miss: fixed.',
    note: 'Faults of btrfs itself, in 6.12. They concern every column but bcachefs.',
    findings: ['btrfs-fixed-copies-that-differ-this-year'],
  },
  'keeps-self-repair': {
    is: 'good',
    says: 'On both file systems.',
    findings: ['a-pool-of-their-own-keeps-repair', 'btrfs-repairs-from-its-own-replica'],
  },
  'looks-like-a-disk': {
    is: 'good',
    says: 'Disks are disks and SSDs are SSDs.',
    findings: ['btrfs-asks-its-devices-what-they-are', 'without-a-cache-every-copy-is-on-a-disk'],
  },
  'one-ssd-dies-what-is-lost': {
    is: 'good',
    says: 'Nothing: the pool has the other copy.',
    findings: [
      'a-pool-of-ssds-outlives-one-of-them',
      'the-runbooks-of-the-pool-work',
      'a-pool-of-their-own-keeps-repair',
      'ssds-outside-the-array-cannot-stop-it',
    ],
  },
  'old-cache-comes-back': {
    is: 'not tested',
    says: 'A member that missed writes has to be scrubbed.',
    reason: 'That is a matter of btrfs RAID1, here as on the array. It was not run.',
  },
  'repairs-its-metadata': {
    is: 'not supported',
    says: 'There are none.',
    reason: 'There is no cache, so the question does not arise.',
  },
  'new-writes-on-the-ssd': {
    is: 'mixed',
    says: 'All of the data that lie there, and none of the array.',
    findings: ['a-pool-writes-flushed-writes-to-ssds-alone', 'a-pool-serves-what-is-put-there'],
  },
  'fetch-size': {
    is: 'good',
    says: 'Nothing is copied by itself.',
    findings: ['a-pool-is-a-copy-job'],
  },
  'can-be-tuned': {
    is: 'mixed',
    says: 'By choosing what lies there, file by file.',
    findings: ['a-pool-serves-what-is-put-there', 'a-pool-is-a-copy-job'],
  },
  'room-used': {
    is: 'poor',
    says: 'Half: btrfs keeps two copies there.',
    note: 'The same room as one SSD, and each byte of it chosen.',
    findings: ['a-pool-of-their-own-keeps-repair'],
  },
  'stays-warm': {
    is: 'good',
    says: 'Data stay where they are.',
    findings: ['a-pool-serves-what-is-put-there'],
  },
  'cost-of-a-flush': {
    is: 'good',
    says: 'SSDs alone, for what lies on the pool.',
    findings: ['a-pool-keeps-flushes-off-the-disks', 'a-pool-writes-flushed-writes-to-ssds-alone'],
  },
  'writes-back-under-load': {
    is: 'good',
    says: 'Nothing waits.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'mode-switch': {
    is: 'not supported',
    says: 'There are no modes.',
    reason: 'There is no cache, so the question does not arise.',
  },
  'shows-its-state': {
    is: 'not supported',
    says: 'There is no cache to look into.',
    reason: 'There is no cache, so the question does not arise.',
  },
  'rescue-system': {
    is: 'good',
    says: 'Any kernel with btrfs.',
    findings: ['plain-btrfs-is-in-the-tree', 'without-a-cache-every-copy-is-on-a-disk'],
  },
  'modules-in-time': {
    is: 'good',
    says: 'Nothing beyond btrfs; a test boots it.',
    findings: ['nixpkgs-boots-a-btrfs-of-two'],
  },
  'disko-destroy': {
    is: 'good',
    says: 'It stays on the disk that is named.',
    note: 'Every disk is marked for it unless told otherwise, the data disks included.',
    findings: ['disko-destroys-unless-told', 'without-a-cache-every-copy-is-on-a-disk'],
  },
  'scrub-timer': {
    is: 'good',
    says: 'It does what is needed.',
    findings: ['auto-scrub-knows-no-cache', 'without-a-cache-every-copy-is-on-a-disk'],
  },
  'disk-image': {
    is: 'good',
    says: 'The disk is all there is.',
    note: 'Of a disk whose file system is not mounted; no image of one in use is a copy.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  memory: {
    is: 'good',
    says: 'None.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  wear: {
    is: 'good',
    says: 'What the owner puts there.',
    findings: ['a-pool-serves-what-is-put-there'],
  },
  'kernel-upgrades': {
    is: 'good',
    says: 'As btrfs itself.',
    findings: ['plain-btrfs-is-in-the-tree'],
  },
  'both-ssds-die': {
    is: 'mixed',
    says: 'The array has all of it; the pool goes back to its last copy.',
    findings: ['ssds-outside-the-array-cannot-stop-it', 'a-pool-can-be-sent-to-the-array'],
  },
  'wrong-command': {
    is: 'good',
    says: 'Those of btrfs alone.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'four-disks': {
    is: 'good',
    says: 'The pool does not care how many there are.',
    findings: ['ssds-outside-the-array-cannot-stop-it'],
  },
  'slowest-reads': {
    is: 'mixed',
    says: 'Those of the data on the pool: no read of them misses.',
    findings: ['a-pool-serves-what-is-put-there'],
  },
  'more-than-fits': {
    is: 'mixed',
    says: 'With the part that somebody chose.',
    findings: ['a-pool-serves-what-is-put-there', 'a-pool-is-a-copy-job'],
  },
  'array-walks': {
    is: 'poor',
    says: 'The metadata of the array stay on its disks.',
    findings: ['btrfs-has-no-tiering', 'a-pool-serves-what-is-put-there'],
  },
  'what-to-watch': {
    is: 'mixed',
    says: 'Wear of the SSDs, and room on the pool.',
    findings: ['the-rating-allows-so-much-a-day', 'a-pool-is-a-copy-job'],
  },
});
