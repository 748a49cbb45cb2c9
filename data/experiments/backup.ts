import { defineExperiments } from '../../src/schema/index.ts';

/** What backups and copies do with a cache in the way. */
export const backup = defineExperiments({
  'does-a-backup-evict-the-hot-set': {
    question: 'Does a full backup push the files in use out of the cache?',
    hypothesis:
      'After a first full backup by btrfs send, restic or borg, of three times the size of a cache, the cache still answers the files in use almost as before: less than 20 points are lost on either leg.',
    why: 'The backup is the one load that reads everything every night or week. If it empties the cache each time, the cache helps only until then, and the SSD wears for nothing.',
    kind: 'backup',
    criteria: ['backup', 'performance'],
    questions: ['modes', 'cow-and-checksums', 'multi-device'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1, each leg behind a writethrough lvmcache of 48 MiB in chunks of 64 KiB, warm with the files in use; each backup begins with the same saved machine and goes to another disk',
      },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-tuned-cache',
      'back-up-by-send',
      'back-up-by-restic',
      'back-up-by-borg',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      hitShareBefore: {
        label: 'Hit share of the files in use before, on the worse leg',
        unit: 'percent',
      },
      readOfTree: { label: 'Read from the hard disks for each byte backed up, the lowest of the three', unit: 'ratio' },
      lostSend: { label: 'Points of the hit share lost by btrfs send, on the worse leg', unit: 'percent' },
      lostRestic: { label: 'Points of the hit share lost by restic, on the worse leg', unit: 'percent' },
      lostBorg: { label: 'Points of the hit share lost by borg, on the worse leg', unit: 'percent' },
      storedSend: { label: 'Written to the SSDs for what was backed up, btrfs send', unit: 'percent' },
      storedRestic: { label: 'Written to the SSDs for what was backed up, restic', unit: 'percent' },
      storedBorg: { label: 'Written to the SSDs for what was backed up, borg', unit: 'percent' },
    },
    needs: [
      { measure: 'hitShareBefore', is: 'at least', value: 75, unit: 'percent' },
      { measure: 'readOfTree', is: 'at least', value: 0.8, unit: 'ratio' },
    ],
    holdsWhen: [
      { measure: 'lostSend', is: 'below', value: 20, unit: 'percent' },
      { measure: 'lostRestic', is: 'below', value: 20, unit: 'percent' },
      { measure: 'lostBorg', is: 'below', value: 20, unit: 'percent' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'Small files are read with few requests in flight, and the policy lets such misses in. restic and borg should push much out; btrfs send, which reads ahead in large files, less.',
    },
    limits: [
      'A tree of 800 small files and three of 32 MiB, and a cache of 48 MiB: the real ones are ten thousand times as large, and a pass takes hours in place of seconds.',
      'A first backup, which reads everything. Later ones of restic and borg read little but metadata.',
      'Nothing uses the files in use while the backup runs. A load that goes on protects them better.',
      'The caches are writethrough; what a backup reads is never written, so the mode should not matter.',
      'Only a small part of what was read was promoted, the empty part of the cache took it, and nothing was demoted. Whether a cache that is full would have given up the files in use was not seen.',
      'The counters of the runs say more than the measures: with send and borg one leg read as much as the large files have and promoted next to nothing, and the other promoted nearly half of what it read. It is small files that fill the cache, not the size of the backup.',
    ],
    charts: [
      {
        title: 'Points of the hit share of the files in use that one full backup costs',
        measures: ['lostSend', 'lostRestic', 'lostBorg'],
      },
      {
        title: 'Share of what was backed up that was written to the SSDs',
        measures: ['storedSend', 'storedRestic', 'storedBorg'],
      },
    ],
  },

  'is-a-copy-of-the-hard-disks-a-backup': {
    question: 'Is a copy of the hard disks alone a backup of the array?',
    hypothesis:
      'After a file was written and flushed and the array stopped in good order, the hard disks alone have all of it with writethrough caches, with or without LVM, and not with writeback caches.',
    why: 'Images of the disks, a move to another machine and a rescue system all begin with the hard disks. With writeback they can be old without a sign of it.',
    kind: 'backup',
    criteria: ['backup', 'reliability', 'plan'],
    questions: ['modes', 'ssd-failure', 'cow-and-checksums'],
    stacks: [
      { name: 'writethrough', is: 'btrfs RAID1, each leg behind a writethrough lvmcache' },
      { name: 'writeback', is: 'the same on other disks of the same machine, with writeback' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-tuned-cache',
      'mount-legs-without-lvm',
      'remove-dead-cache',
      'remove-dead-writeback-cache',
      'mount-degraded',
    ],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      onHddWritethrough: { label: 'Blocks on the raw hard disks, writethrough, the leg with fewer', unit: 'blocks' },
      onHddWriteback: { label: 'Blocks on the raw hard disks, writeback, the leg with fewer', unit: 'blocks' },
      lostWritethrough: { label: 'Blocks lost without the SSDs, writethrough', unit: 'blocks' },
      lostWithoutLvm: { label: 'Blocks lost without the SSDs and without LVM, writethrough', unit: 'blocks' },
      lostWriteback: { label: 'Blocks lost without the SSDs, writeback', unit: 'blocks' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'onHddWritethrough', is: 'exactly', value: 6144, unit: 'blocks' },
      { measure: 'lostWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostWithoutLvm', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostWriteback', is: 'at least', value: 1, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'Writethrough writes the hard disk first of all. Writeback takes writes of whole chunks to the SSD, and an orderly stop writes nothing back.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The array is stopped within seconds of the write. A writeback cache that was idle for long enough would have been written back; nothing tells from outside whether it was.',
      'No crash before: after one, writethrough legs too can have writes on the SSD alone.',
      'The same disks in the same machine without the SSDs stand for their copies.',
    ],
    charts: [
      {
        title: 'Blocks of a flushed file that are lost without the SSDs',
        measures: ['lostWritethrough', 'lostWithoutLvm', 'lostWriteback'],
      },
    ],
  },

  'does-a-warm-cache-spare-the-disks-a-walk': {
    question: 'How much of walking a tree of files does the cache take off the hard disks?',
    hypothesis:
      'Once the cache is warm, a walk over a tree, and a backup by restic of what has not changed, make the hard disks read less than half as often as without a cache.',
    why: 'The nightly backup is mostly this: looking at every file and reading few. It is the load that a read cache of metadata should help most.',
    kind: 'backup',
    criteria: ['backup', 'performance'],
    questions: ['modes', 'multi-device'],
    stacks: [
      { name: 'bare', is: 'btrfs RAID1 on two hard disks' },
      { name: 'cached', is: 'the same file system behind writethrough lvmcaches that have room for all of it' },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'back-up-by-restic', 'attach-tuned-cache', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      files: { label: 'Files in the tree', unit: 'files' },
      walkBare: { label: 'Hard disk reads, two walks without a cache', unit: 'operations' },
      walkCold: { label: 'Hard disk reads, the first two walks with a cache', unit: 'operations' },
      walkWarm: { label: 'Hard disk reads, the last two of eight walks', unit: 'operations' },
      resticBare: { label: 'Hard disk reads, backup of what is unchanged, without a cache', unit: 'operations' },
      resticCold: { label: 'Hard disk reads, the first such backup with a cache', unit: 'operations' },
      resticWarm: { label: 'Hard disk reads, the second', unit: 'operations' },
    },
    needs: [
      { measure: 'files', is: 'exactly', value: 3000, unit: 'files' },
      { measure: 'walkBare', is: 'at least', value: 40, unit: 'operations' },
    ],
    holdsWhen: [
      { measure: 'walkWarm', is: 'below', value: 40, unit: 'operations' },
      { measure: 'resticWarm', is: 'below', value: 60, unit: 'operations' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'Metadata are few, read again by each walk, and lie close together, so that chunks of 64 KiB hold them well.',
    },
    limits: [
      'A tree of 3000 small files: its metadata are a few MiB. A real tree has more of them than fits one read-ahead, and walks it for longer.',
      'The array is mounted anew before each walk, so that nothing is left in memory. The mount is not counted.',
      'One walk by a process of each parity, since btrfs picks the leg by it.',
      'Reads of hard disks include those by which a chunk is promoted.',
    ],
    charts: [
      { title: 'Hard disk reads of two walks over the tree', measures: ['walkBare', 'walkCold', 'walkWarm'] },
      {
        title: 'Hard disk reads of a backup of what has not changed',
        measures: ['resticBare', 'resticCold', 'resticWarm'],
      },
    ],
  },
});
