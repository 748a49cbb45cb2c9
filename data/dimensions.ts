import { defineDimensions } from '../src/schema/index.ts';

export const dimensions = defineDimensions({
  'under-multi-device': {
    title: 'Below a btrfs of several devices',
    group: 'fit with btrfs RAID1',
    asks: 'Can it sit under each device of a btrfs RAID1?',
    judged:
      'Good: it is built for that and nothing in btrfs must know. Mixed: it works with a restriction. Poor: it works against the design.',
    criteria: ['compatibility', 'comparison'],
  },
  'own-ssd-per-leg': {
    title: 'One SSD for each leg',
    group: 'fit with btrfs RAID1',
    asks: 'Can each leg have a cache on an SSD of its own, so that one SSD is one leg?',
    judged: 'Good: it is the natural layout. Mixed: it must be arranged with care. Poor: both SSDs are always shared.',
    criteria: ['compatibility', 'comparison'],
  },
  'retrofit-in-place': {
    title: 'Added to an array that exists',
    group: 'fit with btrfs RAID1',
    asks: 'Can it be put under an existing array without copying the data away?',
    judged:
      'Good: the disks stay as they are. Mixed: the legs are rebuilt one by one. Poor: every byte moves to a new file system.',
    criteria: ['comparison', 'plan'],
  },
  'hides-the-origin': {
    title: 'Hides the bare disk from scans',
    group: 'fit with btrfs RAID1',
    asks: 'Can a scan or a mount by UUID pick the bare disk behind the cache?',
    judged: 'Good: the bare disk does not look like btrfs. Mixed: it does in some state. Poor: it always does.',
    criteria: ['compatibility', 'reliability'],
  },
  'ssd-lost-while-running': {
    title: 'SSD lost while running',
    group: 'failure and recovery',
    asks: 'What does the array do when an SSD dies under load in the careful mode?',
    judged:
      'Good: reads and writes go on from the disk. Mixed: one leg fails, the array goes on. Poor: the array stops.',
    criteria: ['reliability'],
  },
  'ssd-missing-at-boot': {
    title: 'SSD missing at boot',
    group: 'failure and recovery',
    asks: 'Does the leg come up at boot without its SSD?',
    judged: 'Good: by itself. Mixed: by one command. Poor: after repair by hand.',
    criteria: ['reliability', 'nixos'],
  },
  'after-a-crash': {
    title: 'After an unclean stop',
    group: 'failure and recovery',
    asks: 'Does the careful mode still keep the disk complete after a crash?',
    judged: 'Good: yes, at once. Mixed: after some work. Poor: not until the whole cache was written back.',
    criteria: ['reliability', 'performance'],
  },
  'checks-cached-data': {
    title: 'Checks what the SSD returns',
    group: 'failure and recovery',
    asks: 'Does the cache itself notice wrong data from the SSD?',
    judged: 'Good: checksums on cached data. Mixed: btrfs above must notice. Poor: nobody notices.',
    criteria: ['reliability'],
  },
  'warm-read-speed': {
    title: 'Random reads when warm',
    group: 'performance and policy',
    asks: 'Does a warm cache answer random reads more quickly than the disks?',
    judged: 'Good: most reads leave the disks alone. Mixed: some do. Poor: none do.',
    criteria: ['performance'],
  },
  'careful-write-mode': {
    title: 'A mode without unwritten data on the SSD',
    group: 'performance and policy',
    asks: 'Is there a mode in which a finished write is always on the hard disk?',
    judged: 'Good: yes, in every state. Mixed: except in some states. Poor: no.',
    criteria: ['performance', 'reliability'],
  },
  'leaves-streams-alone': {
    title: 'Leaves large streams alone',
    group: 'performance and policy',
    asks: 'Does it keep sequential passes out of the cache?',
    judged: 'Good: by a documented rule that can be set. Mixed: by a side effect. Poor: not at all.',
    criteria: ['performance', 'backup'],
  },
  'leaving-again': {
    title: 'Taking the cache away again',
    group: 'operations',
    asks: 'Can the cache be removed and the disks be used without it?',
    judged:
      'Good: online, nothing left behind. Mixed: something stays on the disk. Poor: the data must be copied away.',
    criteria: ['plan', 'comparison'],
  },
  'nixos-options': {
    title: 'Options of NixOS',
    group: 'NixOS and disko',
    asks: 'How much of it can be said in NixOS options?',
    judged:
      'Good: an option that is on by default or one line. Mixed: several lines found by experience. Poor: an own unit.',
    criteria: ['nixos'],
  },
  'disko-type': {
    title: 'A type in disko',
    group: 'NixOS and disko',
    asks: 'Can disko create it without shell in a hook?',
    judged: 'Good: there is a type. Mixed: with a hook. Poor: only beside disko.',
    criteria: ['nixos'],
  },
  'nixos-boot-test': {
    title: 'A boot test in nixpkgs',
    group: 'NixOS and disko',
    asks: 'Would nixpkgs notice if it stopped to come up at boot?',
    judged: 'Good: there is a test. Mixed: of a part. Poor: none.',
    criteria: ['nixos'],
  },
  'scrub-reaches-the-disks': {
    title: 'Scrub reaches the disks',
    group: 'backup and snapshots',
    asks: 'Does a scrub check the copy on the hard disk when the SSD has one too?',
    judged: 'Good: every copy is read. Mixed: after a switch of mode. Poor: only after the cache is taken away.',
    criteria: ['backup', 'reliability'],
  },
  'keeps-btrfs-snapshots': {
    title: 'Keeps snapshots and send',
    group: 'backup and snapshots',
    asks: 'Do btrfs snapshots, send and receive stay as they are?',
    judged: 'Good: untouched. Mixed: with a restriction. Poor: another tool is needed.',
    criteria: ['backup'],
  },
  'backup-pass': {
    title: 'A backup pass through the cache',
    group: 'backup and snapshots',
    asks: 'How much of the hot data does a full backup push out of the cache?',
    judged: 'Good: little. Mixed: depends on the tool. Poor: most of it.',
    criteria: ['backup', 'performance'],
  },
  'in-the-kernel': {
    title: 'In the kernel',
    group: 'life and maintenance',
    asks: 'Is the code part of the kernel that the machine runs?',
    judged: 'Good: in the tree and maintained. Mixed: in the tree, marked experimental. Poor: outside the tree.',
    criteria: ['comparison', 'plan'],
  },
  'recent-loss': {
    title: 'Recent faults that lost data',
    group: 'life and maintenance',
    asks: 'Has upstream fixed faults that lost or changed data in the last year?',
    judged: 'Good: none found. Mixed: in a mode that is not needed here. Poor: in the way it would be used here.',
    criteria: ['comparison', 'reliability'],
  },
});
