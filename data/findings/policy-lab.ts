import { defineFindings } from '../../src/schema/index.ts';

/** What the cache keeps and what it lets in, as seen in the lab. */
export const policyLab = defineFindings({
  'rewriting-takes-a-file-out-of-the-cache': {
    claim:
      'An ordinary btrfs file that was in the cache is read from the hard disks for more than half after it was rewritten.',
    criteria: ['compatibility', 'performance'],
    questions: ['cow-and-checksums', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-rewriting-a-file-empty-the-cache',
        holdsWhen: [
          { measure: 'beforeCow', is: 'at least', value: 80, unit: 'percent' },
          { measure: 'afterCow', is: 'below', value: 50, unit: 'percent' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; writethrough, rewritten as a whole in pieces of 64 KiB',
    falsifiedBy: 'A run in which the cache answers most reads of the rewritten file.',
    reviewBy: '2027-05-22',
  },
  'a-file-without-cow-stays-in-the-cache': {
    claim: 'A file without copy-on-write is still answered by the cache after it was rewritten in place.',
    criteria: ['compatibility', 'performance'],
    questions: ['cow-and-checksums', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-rewriting-a-file-empty-the-cache',
        holdsWhen: [{ measure: 'afterNocow', is: 'at least', value: 80, unit: 'percent' }],
      },
    ],
    versions: 'Linux 6.12 in the lab; such a file has no checksums either',
    falsifiedBy: 'A run in which the cache answers less of it than before.',
    reviewBy: '2027-05-22',
  },
  'a-rewritten-file-comes-back-within-passes': {
    claim: 'At the fourth reading after it was rewritten, a file comes from the cache for the greater part again.',
    criteria: ['performance'],
    questions: ['cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-rewriting-a-file-empty-the-cache',
        holdsWhen: [{ measure: 'againCow', is: 'at least', value: 60, unit: 'percent' }],
      },
    ],
    versions: 'Linux 6.12 in the lab, in a cache with room to spare. Written after the runs',
    falsifiedBy: 'A run in which less of it is back.',
    reviewBy: '2027-05-22',
  },
  'two-caches-hold-the-same-blocks': {
    claim:
      'Once readers of both parities have used a file, each SSD holds all of it, so that two caches hold no more different blocks than one.',
    criteria: ['performance', 'compatibility', 'comparison'],
    questions: ['multi-device', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-every-block-cached-twice',
        holdsWhen: [
          { measure: 'hitShareOtherParity', is: 'below', value: 20, unit: 'percent' },
          { measure: 'distinctShare', is: 'below', value: 60, unit: 'percent' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, read policy by process id. Written after the runs',
    falsifiedBy: 'A run in which the two SSDs together hold clearly more different blocks than one of them.',
    reviewBy: '2027-05-22',
  },
  'streams-and-scrub-leave-the-files-in-use': {
    claim:
      'Reading three times the cache once in order, or scrubbing it, took none of the files in use out of the cache.',
    criteria: ['performance', 'backup'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-one-full-read-evict-the-hot-set',
        holdsWhen: [
          { measure: 'hitShareBefore', is: 'at least', value: 80, unit: 'percent' },
          { measure: 'lostInOrder', is: 'below', value: 20, unit: 'percent' },
          { measure: 'lostScrub', is: 'below', value: 20, unit: 'percent' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; a small cache that nothing used meanwhile. Written after the runs',
    falsifiedBy: 'A run in which a stream or a scrub takes twenty points of the hit share.',
    reviewBy: '2027-05-22',
  },
  'reading-at-random-once-can-evict': {
    claim:
      'Reading three times the cache once at random writes a tenth of it or more to the SSDs, and can push files in use out: it took nearly half of them in one of two runs, and none in the other.',
    criteria: ['performance', 'backup'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-one-full-read-evict-the-hot-set',
        holdsWhen: [
          { measure: 'hitShareBefore', is: 'at least', value: 80, unit: 'percent' },
          { measure: 'storedAtRandom', is: 'at least', value: 10, unit: 'percent' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, 64 KiB at a time and one at a time. Written after the runs',
    falsifiedBy: 'A run in which reading at random is hardly promoted.',
    reviewBy: '2027-05-22',
  },
});
