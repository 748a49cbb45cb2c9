import { defineFindings } from '../../src/schema/index.ts';

/** What the modes do for small flushed writes, and what writing costs, as counted in the lab. */
export const performanceLab = defineFindings({
  'writethrough-leaves-every-flushed-write-on-the-disks': {
    claim: 'A writethrough cache takes no write off the hard disks when small writes are flushed one by one.',
    criteria: ['performance', 'comparison'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'which-stack-makes-flushed-writes-faster',
        holdsWhen: [
          { measure: 'hddWritesBare', is: 'at least', value: 2, unit: 'ratio' },
          { measure: 'leftWritethrough', is: 'at least', value: 0.9, unit: 'ratio' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; counts of the host',
    falsifiedBy: 'A run in which the hard disks are written less often than without a cache.',
    reviewBy: '2027-05-22',
  },
  'writeback-takes-half-of-a-flushed-write-off-the-disks': {
    claim:
      'Writeback caches on both legs take at least half of the hard disk writes off small flushed rewrites of an ordinary btrfs file.',
    criteria: ['performance', 'comparison', 'compatibility'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'which-stack-makes-flushed-writes-faster',
        holdsWhen: [
          { measure: 'hddWritesBare', is: 'at least', value: 2, unit: 'ratio' },
          { measure: 'leftWriteback', is: 'at most', value: 0.5, unit: 'ratio' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; counted while it ran, before anything was written back',
    falsifiedBy: 'A run in which more than half of the writes still reach the hard disks.',
    reviewBy: '2027-05-22',
    disagreement:
      'From the code we had concluded that writes under copy-on-write mostly miss the cache. In the runs they did not: new places that follow each other share a chunk, and the chunk is promoted. The runs win for this load; rewrites that are scattered over a full disk were not tried.',
  },
  'copy-on-write-changed-nothing-for-flushed-writes': {
    claim:
      'With and without copy-on-write, writeback leaves less than half of the hard disk writes of small flushed rewrites.',
    criteria: ['performance', 'compatibility'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'which-stack-makes-flushed-writes-faster',
        holdsWhen: [
          { measure: 'leftWriteback', is: 'at most', value: 0.5, unit: 'ratio' },
          { measure: 'leftWritebackNocow', is: 'at most', value: 0.5, unit: 'ratio' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab. Written after the runs',
    falsifiedBy: 'A run in which one of the two is left with more.',
    reviewBy: '2027-05-22',
  },
  'one-cached-leg-leaves-most-flushed-writes': {
    claim: 'A writeback cache on one leg leaves more than half of the hard disk writes of small flushed rewrites.',
    criteria: ['performance', 'comparison'],
    questions: ['modes', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'which-stack-makes-flushed-writes-faster',
        holdsWhen: [{ measure: 'leftOneLeg', is: 'above', value: 0.5, unit: 'ratio' }],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab. Written after the runs; a flush waits for the leg without a cache in any case',
    falsifiedBy: 'A run in which less is left.',
    reviewBy: '2027-05-22',
  },
  'flushes-reach-the-hard-disks-in-writeback': {
    claim:
      'In writeback mode each small flushed write still flushes the hard disks, about once each in place of twice.',
    criteria: ['performance', 'reliability'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'which-stack-makes-flushed-writes-faster',
        holdsWhen: [
          { measure: 'hddFlushesBare', is: 'at least', value: 3, unit: 'ratio' },
          { measure: 'hddFlushesWriteback', is: 'at least', value: 1.5, unit: 'ratio' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab. Written after the runs. The virtual disks answer a flush at once, so that its cost on a real disk is not in any rate here',
    falsifiedBy: 'A run in which fewer flushes reach the two hard disks.',
    reviewBy: '2027-05-22',
  },
  'a-pool-writes-flushed-writes-to-ssds-alone': {
    claim:
      'Small flushed writes to a pool of the SSDs are written to the SSDs as often as they would be to the hard disks, and not to those.',
    criteria: ['performance', 'comparison', 'plan'],
    questions: ['modes', 'per-device-or-array'],
    systems: ['separate-ssd-pool'],
    evidence: [
      {
        experiment: 'which-stack-makes-flushed-writes-faster',
        holdsWhen: [
          { measure: 'ssdWritesPool', is: 'at least', value: 2, unit: 'ratio' },
          { measure: 'hddWritesPool', is: 'at most', value: 0.2, unit: 'ratio' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab. Written after the runs, with a bound above zero: the array was mounted beside the pool, and its own commits reached the hard disks meanwhile',
    falsifiedBy: 'A run in which the writes reach the hard disks.',
    reviewBy: '2027-05-22',
  },
});
