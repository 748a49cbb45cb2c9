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
    findings: ['a-pool-is-a-copy-job'],
  },
  'hides-the-origin': {
    is: 'good',
    says: 'There is no second device with the same identity.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'ssd-lost-while-running': {
    is: 'good',
    says: 'The array does not notice; the pool goes on with one SSD.',
    findings: ['ssds-outside-the-array-cannot-stop-it', 'btrfs-outlives-one-failing-flush'],
  },
  'ssd-missing-at-boot': {
    is: 'mixed',
    says: 'The array is mounted; the pool waits for its member.',
    findings: [
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
    note: 'By construction, not measured. The row asks how much leaves the disks: that is decided by whoever chooses the data.',
    findings: ['a-pool-serves-what-is-put-there'],
  },
  'careful-write-mode': {
    is: 'good',
    says: 'A write has one file system, and it is on all its copies.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'leaves-streams-alone': {
    is: 'good',
    says: 'Only what is put there lies there.',
    findings: ['a-pool-serves-what-is-put-there'],
  },
  'leaving-again': {
    is: 'mixed',
    says: 'Files are copied back to the array.',
    findings: ['a-pool-is-a-copy-job'],
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
    findings: ['a-pool-of-their-own-keeps-repair', 'a-pool-is-a-copy-job'],
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
    is: 'not tested',
    says: 'The fixes to btrfs itself were not read through.',
    reason: 'They concern every column but bcachefs in the same way, so they decide nothing between the systems.',
  },
});
