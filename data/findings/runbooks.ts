import { defineFindings } from '../../src/schema/index.ts';

const seen = 'Linux 6.12.107, LVM 2.03.31, btrfs-progs 6.14, on Debian 13';
const all = (runbooks: number, refusals: number) =>
  [
    { measure: 'done', is: 'exactly', value: runbooks, unit: 'runbooks' },
    { measure: 'dryRuns', is: 'exactly', value: runbooks, unit: 'runbooks' },
    { measure: 'refusals', is: 'exactly', value: refusals, unit: 'runbooks' },
  ] as const;
const nothingLost = { measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' } as const;
const nothingBad = [
  { measure: 'badBefore', is: 'exactly', value: 0, unit: 'blocks' },
  { measure: 'badMeanwhile', is: 'exactly', value: 0, unit: 'blocks' },
  { measure: 'badAfter', is: 'exactly', value: 0, unit: 'blocks' },
] as const;

const followed = (runbooks: number) => all(runbooks, 0).slice(0, 2);

/** What was seen when runbooks were followed as they are printed. */
export const runbooks = defineFindings({
  'the-runbooks-of-a-healthy-array-work': {
    claim:
      'Creating, checking, warming, changing the mode, scrubbing, growing, removing and attaching work as their runbooks say, with the array mounted, and the data read back.',
    criteria: ['plan', 'nixos'],
    questions: ['nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'do-the-runbooks-of-a-healthy-array-work',
        holdsWhen: [...all(13, 10), { measure: 'good', is: 'exactly', value: 3072, unit: 'blocks' }],
      },
    ],
    versions: seen,
    falsifiedBy: 'A runbook of these that stops, or that goes on where it has to refuse.',
    reviewBy: '2027-05-22',
  },
  'the-runbooks-for-dead-disks-bring-the-data-back': {
    claim:
      'After an SSD that dies in use, one that is missing at boot, a dead hard disk, and an SSD with the hard disk of the other leg, the runbooks bring every acknowledged block back.',
    criteria: ['plan', 'reliability', 'nixos'],
    questions: ['ssd-failure', 'nixos-support'],
    systems: ['lvmcache'],
    evidence: [{ experiment: 'do-the-runbooks-for-dead-disks-work', holdsWhen: [...followed(5), nothingLost] }],
    versions: `${seen}; writethrough caches with nothing dirty`,
    falsifiedBy: 'A block that does not read back after one of these deaths, with nothing dirty before.',
    reviewBy: '2027-05-22',
  },
  'one-refusal-named-the-wrong-reason': {
    claim:
      'Each runbook for a dead disk refused where it had to. One of the eight refusals named a reason beside the point: for a group that is not there it said that none of its disks is missing.',
    criteria: ['plan', 'reliability'],
    questions: ['ssd-failure'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'do-the-runbooks-for-dead-disks-work',
        holdsWhen: [{ measure: 'refusals', is: 'exactly', value: 7, unit: 'runbooks' }],
      },
    ],
    versions: `${seen}; the text of that refusal has been mended since, and the series is of before`,
    falsifiedBy: 'A series with the texts as they were then in which all eight reasons are those that were due.',
    reviewBy: '2027-05-22',
  },
  'the-runbooks-around-a-stop-leave-clean-caches': {
    claim:
      'A crash, an image, a journey to another machine and a start of another kernel leave no dirty chunk and no lost block when their runbooks are followed.',
    criteria: ['plan', 'reliability', 'nixos'],
    questions: ['modes', 'nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'do-the-runbooks-around-a-stop-work',
        holdsWhen: [
          ...all(6, 5),
          nothingLost,
          { measure: 'dirtyAfterJourney', is: 'exactly', value: 0, unit: 'chunks' },
        ],
      },
    ],
    versions: `${seen}; from Linux 6.12 to 7.3`,
    falsifiedBy: 'A dirty chunk after an orderly stop, or a lost block at any of the four.',
    reviewBy: '2027-05-22',
  },
  'a-dead-disk-of-the-plain-array-is-replaced': {
    claim:
      'A dead hard disk of an array without caches is replaced as its runbook says: every block reads back, those written meanwhile included, and the new disk alone has all of them.',
    criteria: ['plan', 'reliability', 'nixos'],
    questions: ['ssd-failure', 'multi-device'],
    systems: ['no-cache', 'separate-ssd-pool'],
    evidence: [
      { experiment: 'does-the-runbook-for-a-dead-disk-of-the-array-work', holdsWhen: [...all(1, 3), nothingLost] },
    ],
    versions: `${seen}; two hard disks, one new one`,
    falsifiedBy:
      'A block that the new disk does not have after the runbook, or a refusal for another reason than the one that was due.',
    reviewBy: '2027-05-22',
  },
  'the-runbooks-of-the-pool-work': {
    claim:
      'A pool of the SSDs can be made beside an array that holds data, filled, sent back every night as a difference, repaired after a dead SSD and given up, and the array is mounted as ever meanwhile.',
    criteria: ['plan', 'nixos', 'backup'],
    questions: ['ssd-failure', 'nixos-support'],
    systems: ['separate-ssd-pool'],
    evidence: [
      {
        experiment: 'do-the-runbooks-of-the-ssd-pool-work',
        holdsWhen: [...all(6, 6), nothingLost, { measure: 'arrayWithoutSsd', is: 'exactly', value: 2, unit: 'legs' }],
      },
    ],
    versions: seen,
    falsifiedBy:
      'A block that does not read back at one of the stages, or an array that is not mounted for want of an SSD.',
    reviewBy: '2027-05-22',
  },
  'an-array-moves-onto-legs-with-a-spare-disk': {
    claim:
      'A btrfs RAID1 on whole disks that holds data moves onto cached legs member by member while it is read, with two copies throughout, when there is a spare disk.',
    criteria: ['plan', 'nixos'],
    questions: ['nixos-support', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'can-an-array-move-onto-cached-legs-with-a-spare-disk',
        holdsWhen: [...all(7, 2), ...nothingBad, { measure: 'legs', is: 'exactly', value: 2, unit: 'legs' }],
      },
    ],
    versions: seen,
    falsifiedBy: 'A block that does not read back before, meanwhile or after.',
    reviewBy: '2027-05-22',
  },
  'an-array-moves-onto-legs-without-a-spare-disk': {
    claim:
      'A btrfs RAID1 on partitions that holds data moves onto cached legs without a spare disk, with one copy while each member is made anew.',
    criteria: ['plan', 'nixos'],
    questions: ['nixos-support', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'can-an-array-move-onto-cached-legs-without-a-spare-disk',
        holdsWhen: [...all(7, 2), ...nothingBad, { measure: 'legs', is: 'exactly', value: 2, unit: 'legs' }],
      },
    ],
    versions: seen,
    falsifiedBy: 'A block that does not read back before, meanwhile or after, on disks without fault.',
    reviewBy: '2027-05-22',
  },
  'an-array-of-three-moves-by-removing-members': {
    claim:
      'Where the other members have room, members can be emptied, made legs and added again one by one while the array is read, with two copies throughout.',
    criteria: ['plan'],
    questions: ['nixos-support', 'multi-device'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'can-an-array-of-three-move-onto-legs-by-removing-members',
        holdsWhen: [...all(3, 0), ...nothingBad, { measure: 'legs', is: 'exactly', value: 3, unit: 'legs' }],
      },
    ],
    versions: seen,
    falsifiedBy: 'A block that does not read back before, meanwhile or after.',
    reviewBy: '2027-05-22',
  },
});
