import { defineColumn } from '../../src/schema/index.ts';

export const bcachefs = defineColumn('bcachefs', {
  'under-multi-device': {
    is: 'not supported',
    says: 'It stands in for btrfs and cannot sit below it.',
    reason: 'bcachefs is a file system. Its cache belongs to it and cannot serve another one.',
    findings: ['bcachefs-is-a-move'],
  },
  'own-ssd-per-leg': {
    is: 'not supported',
    says: 'It has targets, not legs.',
    reason: 'Its SSDs form one target for the whole file system; there is no leg to give an SSD to.',
    findings: ['bcachefs-pure-cache-is-expendable'],
  },
  'retrofit-in-place': {
    is: 'poor',
    says: 'A new file system; migration does not take btrfs.',
    findings: ['bcachefs-is-a-move'],
  },
  'hides-the-origin': {
    is: 'not supported',
    says: 'There is no bare disk behind a cache.',
    reason: 'Every disk is a member of the one file system, so the question does not arise.',
  },
  'ssd-lost-while-running': {
    is: 'good',
    says: 'Goes on and has every flushed record, with two copies.',
    note: 'Run with two SSDs as foreground and two copies of everything. Without both SSDs it did not mount, or lacked flushed records.',
    findings: ['bcachefs-outlives-one-ssd-and-not-two', 'bcachefs-writeback-keeps-metadata-on-the-ssd'],
  },
  'ssd-missing-at-boot': {
    is: 'mixed',
    says: 'It waits, asks, and refuses where nobody can answer.',
    note: 'In the lab the ordinary mount failed without one SSD, and a degraded one went through. That it asks is from its documentation.',
    findings: ['none-of-the-others-mounts-as-usual-without-an-ssd', 'bcachefs-asks-before-it-runs-degraded'],
  },
  'after-a-crash': {
    is: 'good',
    says: 'Its journal is replayed; nothing else is needed.',
    note: 'By its documentation; not run.',
    findings: ['bcachefs-needs-nothing-after-a-crash', 'bcachefs-pure-cache-is-expendable'],
  },
  'checks-cached-data': {
    is: 'not tested',
    says: 'Extents carry checksums; cached copies were not tried.',
    reason:
      'That a cached copy is verified like any other follows from its design, but it was neither read in the code nor run.',
  },
  'warm-read-speed': {
    is: 'good',
    says: 'Warm after eight readings; hardly any reached the disks.',
    note: 'Counted in reads that reach the hard disks, on one kernel, of a file far smaller than the cache.',
    findings: ['bcache-bcachefs-and-a-pool-spare-the-disks'],
  },
  'careful-write-mode': {
    is: 'mixed',
    says: 'Writearound with a pure cache; no writethrough.',
    findings: ['bcachefs-pure-cache-is-expendable'],
  },
  'chooses-by-itself': {
    is: 'good',
    says: 'Copies what is read to its promote target.',
    findings: ['bcachefs-keeps-one-cached-copy', 'bcachefs-targets-are-per-file'],
  },
  'leaves-streams-alone': {
    is: 'poor',
    says: 'Every read is promoted unless the SSD is congested.',
    note: 'By the code of 6.12.',
    findings: ['bcachefs-promotes-what-is-read'],
  },
  'leaving-again': {
    is: 'poor',
    says: 'Leaving means copying everything away again.',
    findings: ['bcachefs-is-a-move'],
  },
  'nixos-options': {
    is: 'mixed',
    says: 'Supported, inside a window of kernels.',
    findings: ['bcachefs-has-a-kernel-window'],
  },
  'disko-type': {
    is: 'good',
    says: 'A type of its own; mounts are forced into stage 1.',
    findings: ['disko-makes-bcachefs'],
  },
  'nixos-boot-test': {
    is: 'good',
    says: 'Installer tests boot from it, with targets too.',
    findings: ['nixpkgs-boots-from-bcache-and-bcachefs'],
  },
  'scrub-reaches-the-disks': {
    is: 'good',
    says: 'Device by device, every copy.',
    note: 'By its documentation; not run.',
    findings: ['bcachefs-repairs-from-a-replica'],
  },
  'keeps-btrfs-snapshots': {
    is: 'poor',
    says: 'Another file system: btrfs send and receive end.',
    findings: ['bcachefs-is-a-move'],
  },
  'backup-pass': {
    is: 'not tested',
    says: 'Not run.',
    reason: 'No backup pass was run with it.',
  },
  'in-the-kernel': {
    is: 'poor',
    says: 'Outside the tree; a module for each kernel.',
    findings: ['bcachefs-left-the-kernel'],
  },
  'recent-loss': {
    is: 'poor',
    says: 'Fixed this year: lost replicas, wrong bytes returned.',
    findings: ['bcachefs-fixed-loss-this-year'],
  },
  'keeps-self-repair': {
    is: 'good',
    says: 'By its own copies; btrfs is gone.',
    findings: ['bcachefs-repairs-from-a-replica'],
  },
  'looks-like-a-disk': {
    is: 'not supported',
    says: 'There is no leg.',
    reason: 'It knows its devices itself, and no btrfs looks at them.',
  },
  'one-ssd-dies-what-is-lost': {
    is: 'mixed',
    says: 'Nothing as a pure cache; as a write cache perhaps all.',
    findings: [
      'ssds-of-durability-0-take-nothing-along',
      'bcachefs-pure-cache-is-expendable',
      'bcachefs-writeback-keeps-metadata-on-the-ssd',
    ],
  },
  'old-cache-comes-back': {
    is: 'good',
    says: 'Sequence numbers tell; a diverged device is left out.',
    findings: ['bcachefs-leaves-out-a-stale-device'],
  },
  'repairs-its-metadata': {
    is: 'good',
    says: 'A check of its own.',
    findings: ['bcachefs-has-fsck'],
  },
  'new-writes-on-the-ssd': {
    is: 'mixed',
    says: 'When the SSDs are its foreground; then they hold data.',
    findings: ['bcachefs-writes-to-its-foreground', 'bcachefs-writeback-keeps-metadata-on-the-ssd'],
  },
  'fetch-size': {
    is: 'mixed',
    says: 'A whole extent, or what was read where that is set.',
    findings: ['bcachefs-promotes-what-is-read'],
  },
  'can-be-tuned': {
    is: 'good',
    says: 'Targets by file and directory.',
    findings: ['bcachefs-targets-are-per-file'],
  },
  'room-used': {
    is: 'good',
    says: 'One cached copy on any of the SSDs.',
    findings: ['bcachefs-keeps-one-cached-copy'],
  },
  'stays-warm': {
    is: 'not tested',
    says: 'Not run.',
    reason:
      'That cached copies stay over a restart follows from where they are recorded, but it was neither read in the code nor run.',
  },
  'cost-of-a-flush': {
    is: 'not tested',
    says: 'Not read.',
    reason: 'Which devices a commit waits for was not read in its code.',
  },
  'writes-back-under-load': {
    is: 'mixed',
    says: 'New data are moved in the background.',
    note: 'At which rate under load was not read.',
    findings: ['bcachefs-writes-to-its-foreground'],
  },
  'mode-switch': {
    is: 'good',
    says: 'Targets can be changed while mounted.',
    findings: ['bcachefs-targets-are-per-file'],
  },
  'shows-its-state': {
    is: 'good',
    says: 'Two commands of its own.',
    findings: ['bcachefs-shows-its-use'],
  },
  'rescue-system': {
    is: 'poor',
    says: 'Only with its module for that kernel.',
    findings: ['bcachefs-left-the-kernel'],
  },
  'modules-in-time': {
    is: 'mixed',
    says: 'A module from outside, inside a window of kernels.',
    findings: ['bcachefs-has-a-kernel-window'],
  },
  'disko-destroy': {
    is: 'not tested',
    says: 'Not read for its type.',
    reason:
      'Its members are separate disks for the script; whether one wiped SSD harms the rest depends on what it held.',
  },
  'scrub-timer': {
    is: 'good',
    says: 'A timer of its own.',
    findings: ['bcachefs-has-its-own-auto-scrub'],
  },
  'disk-image': {
    is: 'not supported',
    says: 'No single disk is a copy of anything.',
    reason: 'Data are spread over all devices of the file system.',
  },
  memory: {
    is: 'not tested',
    says: 'Not measured.',
    reason: 'No figure was found or taken.',
  },
  wear: {
    is: 'poor',
    says: 'Every read that is not there; a user saw an SSD worn out.',
    findings: ['bcachefs-promotes-what-is-read', 'promotion-wore-out-an-ssd'],
  },
  'kernel-upgrades': {
    is: 'poor',
    says: 'Its module builds inside a window of kernels.',
    findings: ['bcachefs-has-a-kernel-window', 'bcachefs-left-the-kernel'],
  },
  'both-ssds-die': {
    is: 'mixed',
    says: 'Nothing as a pure cache; as foreground perhaps all.',
    findings: ['bcachefs-pure-cache-is-expendable', 'bcachefs-writeback-keeps-metadata-on-the-ssd'],
  },
  'wrong-command': {
    is: 'not tested',
    says: 'Not looked for.',
    reason: 'Its tools were not searched for commands that lose data.',
  },
  'four-disks': {
    is: 'good',
    says: 'Any number of each, as a pure cache.',
    note: 'By its documentation.',
    findings: ['bcachefs-pure-cache-is-expendable', 'bcachefs-targets-are-per-file'],
  },
  'slowest-reads': {
    is: 'not tested',
    says: 'Not run.',
    reason: 'What a miss costs was neither read in the code nor run.',
  },
  'more-than-fits': {
    is: 'mixed',
    says: 'With what was read last.',
    note: 'Every read is promoted, so a pass over everything takes the room of what is hot.',
    findings: ['bcachefs-promotes-what-is-read', 'bcachefs-pure-cache-is-expendable'],
  },
  'array-walks': {
    is: 'mixed',
    says: 'When its metadata are kept on the SSDs.',
    note: 'Then the SSDs hold what the file system cannot do without.',
    findings: ['bcachefs-targets-are-per-file', 'bcachefs-writeback-keeps-metadata-on-the-ssd'],
  },
  'what-to-watch': {
    is: 'mixed',
    says: 'What its own commands show; wear.',
    findings: ['bcachefs-shows-its-use', 'promotion-wore-out-an-ssd'],
  },
});
