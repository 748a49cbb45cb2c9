import { defineFindings } from '../../src/schema/index.ts';

/**
 * Claims that a run in the lab bears out or refutes. Written before the runs, from the source code, but for those that
 * say of themselves that they were written after them.
 */
export const lab = defineFindings({
  'the-check-sees-arranged-loss': {
    claim:
      'When both copies of sixteen blocks are overwritten on the disks, the check of the lab reports each of the sixteen as lost, and no other block.',
    criteria: ['reliability'],
    questions: ['cow-and-checksums'],
    systems: ['no-cache'],
    evidence: [
      {
        experiment: 'can-the-lab-see-loss',
        holdsWhen: [
          { measure: 'blocksDamaged', is: 'exactly', value: 16, unit: 'blocks' },
          { measure: 'blocksLost', is: 'exactly', value: 16, unit: 'blocks' },
          { measure: 'blocksWronglyReported', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A run in which the damage is not reported, or an undamaged block is.',
    reviewBy: '2027-05-22',
  },
  'a-warm-cache-spares-the-disks': {
    claim:
      'With warm writethrough caches and a file that fits them, fewer than one random read in twenty reaches a hard disk.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-a-warm-cache-speed-up-random-reads',
        holdsWhen: [
          { measure: 'hddOperationsCached', is: 'below', value: 50, unit: 'operations per 1000 reads' },
          { measure: 'hddOperationsBare', is: 'at least', value: 900, unit: 'operations per 1000 reads' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; the file is a fraction of the cache',
    falsifiedBy: 'A warm run in which more of the reads reach a hard disk.',
    reviewBy: '2027-05-22',
  },
  'each-leg-answers-from-its-own-cache': {
    claim:
      'A btrfs RAID1 on two cached legs reads at least twice as fast from either leg once its cache is warm, under the limits of the lab.',
    criteria: ['compatibility', 'performance', 'comparison'],
    questions: ['multi-device', 'per-device-or-array', 'modes'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-a-warm-cache-speed-up-random-reads',
        holdsWhen: [
          { measure: 'gainOfEvenReader', is: 'at least', value: 2, unit: 'ratio' },
          { measure: 'gainOfOddReader', is: 'at least', value: 2, unit: 'ratio' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; the ratio is bounded by the limits set on the virtual disks',
    falsifiedBy: 'A warm run in which readers of one leg gain less.',
    reviewBy: '2027-05-22',
  },
  'most-warm-reads-leave-the-disks-alone': {
    claim:
      'With warm writethrough caches and a file that fits them six times over, at most one random read in ten reached a hard disk in each run.',
    criteria: ['performance', 'comparison'],
    questions: ['modes'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-a-warm-cache-speed-up-random-reads',
        holdsWhen: [
          { measure: 'hddOperationsBare', is: 'at least', value: 900, unit: 'operations per 1000 reads' },
          { measure: 'hddOperationsCached', is: 'below', value: 100, unit: 'operations per 1000 reads' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab. Written after the runs on 6.12, with a wider bound, since the claim of one in twenty was refuted by one of them',
    falsifiedBy: 'A further run in which more of the reads reach a hard disk.',
    reviewBy: '2027-05-22',
  },
  'warm-reads-were-faster-on-both-legs': {
    claim:
      'With warm caches, readers of either leg read at least half as fast again as without, in each run and under the limits of the lab.',
    criteria: ['performance', 'compatibility', 'comparison'],
    questions: ['modes', 'multi-device', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-a-warm-cache-speed-up-random-reads',
        holdsWhen: [
          { measure: 'gainOfEvenReader', is: 'at least', value: 1.5, unit: 'ratio' },
          { measure: 'gainOfOddReader', is: 'at least', value: 1.5, unit: 'ratio' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab. Written after the runs on 6.12, with a lower bound, since the claim of twice as fast was refuted by one of them. The ratio differs by a factor of two between runs of the same code',
    falsifiedBy: 'A further run in which readers of one leg gain less.',
    reviewBy: '2027-05-22',
  },
  'a-steady-cache-still-misses': {
    claim:
      'A warm-up that ends when the hit share moves by less than two points leaves part of a file outside the cache, although the file would fit six times over.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-a-warm-cache-speed-up-random-reads',
        holdsWhen: [
          { measure: 'warmUpLastChange', is: 'at most', value: 2, unit: 'percent' },
          { measure: 'hitShare', is: 'at most', value: 99, unit: 'percent' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab. Written after the runs on 6.12: that some of the file would stay outside had not been foreseen',
    falsifiedBy: 'A steady run in which the cache answers every read.',
    reviewBy: '2027-05-22',
  },
  'a-cache-comes-while-mounted': {
    claim: 'LVM puts caches on both legs of a mounted btrfs RAID1 and takes them off again, without unmounting it.',
    criteria: ['compatibility', 'comparison', 'plan'],
    questions: ['multi-device', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-a-warm-cache-speed-up-random-reads',
        holdsWhen: [{ measure: 'hitShare', is: 'at least', value: 90, unit: 'percent' }],
      },
      {
        experiment: 'does-scrub-see-damage-behind-the-cache',
        holdsWhen: [{ measure: 'residentMendedWithoutCache', is: 'at least', value: 1, unit: 'blocks' }],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab, an array at rest while the caches change',
    falsifiedBy: 'A run in which either step fails, or the caches answer nothing afterwards.',
    reviewBy: '2027-05-22',
  },
  'scrub-misses-what-the-cache-holds': {
    claim:
      'With clean writethrough caches in front, scrub mends the damaged blocks of a hard disk that the cache does not hold, and none of those that it holds.',
    criteria: ['reliability', 'compatibility', 'backup'],
    questions: ['cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-scrub-see-damage-behind-the-cache',
        holdsWhen: [
          { measure: 'notResidentMendedWithCache', is: 'exactly', value: 32, unit: 'blocks' },
          { measure: 'residentMendedWithCache', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A run in which scrub mends a block below a cached chunk, or misses one outside the cache.',
    reviewBy: '2027-05-22',
  },
  'scrub-sees-all-without-the-cache': {
    claim:
      'Taking the clean caches off mends nothing by itself, and the next scrub mends every block that the first one missed.',
    criteria: ['reliability', 'backup', 'plan'],
    questions: ['cow-and-checksums'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-scrub-see-damage-behind-the-cache',
        holdsWhen: [
          { measure: 'residentMendedByRemoval', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'residentMendedWithoutCache', is: 'exactly', value: 32, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A damaged block that is left after the second scrub, or one that was gone before it.',
    reviewBy: '2027-05-22',
  },
});
