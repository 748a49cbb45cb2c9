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
        is: 'btrfs RAID1, each leg behind a writethrough lvmcache of 48 MiB in chunks of 64 KiB, warmed again before each backup; each program backs up a tree of its own, to another disk',
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
      'stop-leg',
    ],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      hitShareBefore: {
        label: 'Hit share of the files in use before, the lowest of all legs and backups',
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
      'Each backup finds the cache as the one before it left it, full and warmed anew: send, then restic, then borg.',
      'A tree of 800 small files and three of 32 MiB, and a cache of 48 MiB: the real ones are ten thousand times as large, and a pass takes hours in place of seconds.',
      'A first backup, which reads everything. Later ones of restic and borg read little but metadata.',
      'Nothing uses the files in use while the backup runs. A load that goes on protects them better.',
      'The caches are writethrough; what a backup reads is never written, so the mode should not matter.',
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
});
