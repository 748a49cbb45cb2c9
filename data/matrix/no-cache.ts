import { defineColumn } from '../../src/schema/index.ts';

export const noCache = defineColumn('no-cache', {
  'under-multi-device': {
    is: 'good',
    says: 'Nothing sits below btrfs.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'own-ssd-per-leg': {
    is: 'not supported',
    says: 'No leg has an SSD.',
    reason: 'There is no cache, so the question does not arise. The SSDs stay idle.',
  },
  'retrofit-in-place': {
    is: 'good',
    says: 'Nothing is changed.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'hides-the-origin': {
    is: 'good',
    says: 'There is no second device with the same identity.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'ssd-lost-while-running': {
    is: 'good',
    says: 'The array does not use the SSDs.',
    findings: ['ssds-outside-the-array-cannot-stop-it'],
  },
  'ssd-missing-at-boot': {
    is: 'good',
    says: 'The array does not ask for an SSD.',
    findings: ['ssds-outside-the-array-cannot-stop-it'],
  },
  'after-a-crash': {
    is: 'good',
    says: 'A finished write is on the disks or nowhere.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'checks-cached-data': {
    is: 'good',
    says: 'No copy on an SSD; btrfs checks what it reads.',
    findings: ['without-a-cache-every-copy-is-on-a-disk', 'btrfs-repairs-from-its-own-replica'],
  },
  'warm-read-speed': {
    is: 'poor',
    says: 'At least nine in ten reads reach a hard disk.',
    findings: ['bare-reads-go-to-the-disks'],
  },
  'careful-write-mode': {
    is: 'good',
    says: 'The hard disk is the only place.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'chooses-by-itself': {
    is: 'not supported',
    says: 'There is nothing to choose for.',
    reason: 'Without the SSDs no data lie anywhere but on the hard disks.',
  },
  'leaves-streams-alone': {
    is: 'good',
    says: 'Nothing can be pushed out.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'leaving-again': {
    is: 'good',
    says: 'There is nothing to take away.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'nixos-options': {
    is: 'good',
    says: 'The mount and its options, as before.',
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
    is: 'good',
    says: 'Untouched.',
    findings: ['caches-below-leave-send-alone'],
  },
  'backup-pass': {
    is: 'good',
    says: 'There is no hot data to push out.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
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
    says: 'As it is.',
    findings: ['btrfs-repairs-from-its-own-replica'],
  },
  'looks-like-a-disk': {
    is: 'good',
    says: 'It is one.',
    findings: ['btrfs-asks-its-devices-what-they-are', 'without-a-cache-every-copy-is-on-a-disk'],
  },
  'one-ssd-dies-what-is-lost': {
    is: 'good',
    says: 'Nothing.',
    findings: ['ssds-outside-the-array-cannot-stop-it'],
  },
  'old-cache-comes-back': {
    is: 'good',
    says: 'There is none.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'repairs-its-metadata': {
    is: 'not supported',
    says: 'There are none.',
    reason: 'There is no cache, so the question does not arise.',
  },
  'new-writes-on-the-ssd': {
    is: 'poor',
    says: 'All go to the disks.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'fetch-size': {
    is: 'good',
    says: 'Nothing.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'can-be-tuned': {
    is: 'not supported',
    says: 'There is nothing to set.',
    reason: 'There is no cache, so the question does not arise.',
  },
  'room-used': {
    is: 'poor',
    says: 'The SSDs are idle.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'stays-warm': {
    is: 'not supported',
    says: 'There is nothing to warm.',
    reason: 'There is no cache, so the question does not arise.',
  },
  'cost-of-a-flush': {
    is: 'mixed',
    says: 'The disks, as before.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
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
    says: 'None.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'kernel-upgrades': {
    is: 'good',
    says: 'As btrfs itself.',
    findings: ['plain-btrfs-is-in-the-tree'],
  },
  'both-ssds-die': {
    is: 'good',
    says: 'The array does not use them.',
    findings: ['ssds-outside-the-array-cannot-stop-it'],
  },
  'wrong-command': {
    is: 'good',
    says: 'Those of btrfs alone.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
  'four-disks': {
    is: 'good',
    says: 'The SSDs serve none of them.',
    findings: ['ssds-outside-the-array-cannot-stop-it'],
  },
  'slowest-reads': {
    is: 'poor',
    says: 'As slow as the disk.',
    findings: ['bare-reads-go-to-the-disks'],
  },
  'more-than-fits': {
    is: 'poor',
    says: 'Nothing helps.',
    findings: ['btrfs-has-no-tiering'],
  },
  'array-walks': {
    is: 'poor',
    says: 'As slow as the disks.',
    findings: ['btrfs-has-no-tiering', 'without-a-cache-every-copy-is-on-a-disk'],
  },
  'what-to-watch': {
    is: 'good',
    says: 'Nothing beyond what btrfs counts.',
    findings: ['without-a-cache-every-copy-is-on-a-disk'],
  },
});
