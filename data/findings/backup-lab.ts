import { defineFindings } from '../../src/schema/index.ts';

/** What backups do with a cache in the way, as seen in the lab. */
export const backupLab = defineFindings({
  'a-full-backup-promoted-little': {
    claim: 'Of what a first full backup by btrfs send, restic or borg read, less than a fifth was written to the SSDs.',
    criteria: ['backup', 'performance'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-backup-evict-the-hot-set',
        holdsWhen: [
          { measure: 'readOfTree', is: 'at least', value: 0.8, unit: 'ratio' },
          { measure: 'storedSend', is: 'below', value: 20, unit: 'percent' },
          { measure: 'storedRestic', is: 'below', value: 20, unit: 'percent' },
          { measure: 'storedBorg', is: 'below', value: 20, unit: 'percent' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab; two thirds of the bytes in large files; a tree of small files alone would be promoted for a larger part. Written after the first run',
    falsifiedBy: 'A run in which more of it is written to the SSDs.',
    reviewBy: '2027-05-22',
  },
  'a-full-backup-left-the-files-in-use': {
    claim:
      'A first full backup of three times the cache pushed none of the files in use out of a cache that had room left.',
    criteria: ['backup', 'performance'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-backup-evict-the-hot-set',
        holdsWhen: [
          { measure: 'hitShareBefore', is: 'at least', value: 75, unit: 'percent' },
          { measure: 'lostSend', is: 'below', value: 20, unit: 'percent' },
          { measure: 'lostRestic', is: 'below', value: 20, unit: 'percent' },
          { measure: 'lostBorg', is: 'below', value: 20, unit: 'percent' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab. The opposite was expected. A cache that is full when the backup begins was not tried',
    falsifiedBy: 'A run in which a backup takes twenty points of the hit share.',
    reviewBy: '2027-05-22',
  },
  'writeback-leaves-the-disks-without-flushed-files': {
    claim:
      'Stopped in good order right after a flush, the hard disks behind writeback caches did not have the flushed file, and nothing said so.',
    criteria: ['backup', 'reliability', 'plan'],
    questions: ['modes', 'ssd-failure', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-copy-of-the-hard-disks-a-backup',
        holdsWhen: [{ measure: 'lostWriteback', is: 'at least', value: 1, unit: 'blocks' }],
      },
    ],
    versions: 'Linux 6.12 in the lab, within seconds of the write. Written after the runs',
    falsifiedBy: 'A run in which the hard disks alone have all of it.',
    reviewBy: '2027-05-22',
  },
  'writethrough-disks-are-whole-after-an-orderly-stop': {
    claim:
      'Stopped in good order, the hard disks behind writethrough caches have every flushed block, and can be mounted without the SSDs and without LVM.',
    criteria: ['backup', 'reliability', 'plan'],
    questions: ['modes', 'ssd-failure', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-copy-of-the-hard-disks-a-backup',
        holdsWhen: [
          { measure: 'onHddWritethrough', is: 'exactly', value: 6144, unit: 'blocks' },
          { measure: 'lostWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWithoutLvm', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, no crash before. Written after the runs',
    falsifiedBy: 'A run in which a flushed block is missing on the hard disks after an orderly stop.',
    reviewBy: '2027-05-22',
  },
});
