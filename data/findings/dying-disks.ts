import { defineFindings } from '../../src/schema/index.ts';

/** What dies with a disk, by who shares it. Written before the runs. */
export const dyingDisks = defineFindings({
  'a-shared-writeback-ssd-loses-what-was-flushed': {
    claim:
      'One writeback SSD for both legs takes flushed blocks along when it dies, and btrfs has no other copy of them.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-shared-writeback-ssd-lose-what-was-flushed',
        holdsWhen: [
          { measure: 'dirtyAtDeath', is: 'at least', value: 1, unit: 'chunks' },
          { measure: 'lostOnBoth', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A run in which the hard disks have every flushed block although chunks were dirty when the SSD died.',
    reviewBy: '2027-05-22',
  },
  'a-mirrored-writeback-cache-outlives-one-ssd': {
    claim:
      'A writeback cache that is mirrored over both SSDs goes on when one of them dies: no error, no lost block, and the array stays writable.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    systems: ['mirrored-cache'],
    evidence: [
      {
        experiment: 'does-a-mirrored-cache-outlive-one-of-its-ssds',
        holdsWhen: [
          { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnBothWithout', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; an SSD that is pulled out',
    falsifiedBy: 'An error, a wrong read or a lost block after one SSD of the mirror died.',
    reviewBy: '2027-05-22',
  },
  'a-mirrored-cache-needs-force-to-start-without-an-ssd': {
    claim:
      'LVM does not start a leg by itself whose mirrored cache lacks an SSD. Forced to start it does, and the array mounts.',
    criteria: ['reliability', 'nixos', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array', 'nixos-support'],
    systems: ['mirrored-cache'],
    evidence: [
      {
        experiment: 'does-a-mirrored-cache-outlive-one-of-its-ssds',
        holdsWhen: [
          { measure: 'startsDegraded', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'mounts', is: 'exactly', value: 2, unit: 'legs' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; written after LVM had been seen to refuse while the experiment was built',
    falsifiedBy: 'A leg that LVM starts by itself with one SSD of its mirrored cache missing.',
    reviewBy: '2027-05-22',
  },
  'a-dead-hard-disk-behind-a-cache-is-survived': {
    claim:
      'A hard disk that dies behind its writethrough cache is what a dead disk is without one: no error for users, the array writable, and the other leg has every flushed block.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-hard-disk-stop-behind-a-cache',
        holdsWhen: [
          { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnLeft', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnLeftWithout', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab',
    falsifiedBy: 'An error, a read-only array or a lost block after one hard disk died.',
    reviewBy: '2027-05-22',
  },
  'a-whole-dead-leg-is-survived': {
    claim:
      'A hard disk may die together with its own SSD: users see no error and the other leg has every flushed block.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-whole-dead-leg-stop',
        holdsWhen: [
          { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'lostOnLeft', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnLeftWithout', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab',
    falsifiedBy: 'An error or a lost block after both disks of one leg died.',
    reviewBy: '2027-05-22',
  },
  'a-disk-and-the-ssd-of-the-other-leg-stop-the-array': {
    claim:
      'A hard disk and the SSD of the other leg, dead at once, stop the array. The hard disk that is left has every flushed block.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-do-a-hard-disk-and-the-ssd-of-the-other-leg-stop',
        holdsWhen: [
          { measure: 'writableLegs', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'lostOnLeft', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnLeftWithout', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; writethrough caches with nothing dirty',
    falsifiedBy: 'An array that goes on, or a flushed block that the hard disk left does not have.',
    reviewBy: '2027-05-22',
  },
  'one-bare-leg-keeps-what-the-cached-one-loses': {
    claim:
      'With one leg behind a writeback cache and one bare, the SSD may die: the array stays writable and the bare leg has every flushed block.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-when-one-leg-alone-is-cached',
        holdsWhen: [
          { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'lostOnSecond', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnSecondWithout', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostAfterScrub', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab',
    falsifiedBy: 'A flushed block that the bare leg does not have.',
    reviewBy: '2027-05-22',
  },
  'vgreduce-by-force-removes-the-volume': {
    claim:
      'vgreduce with --removemissing and --force removes the volume of the hard disk with the dead SSD in front of it. Uncached first, as the runbook has it, the volume stays.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-vgreduce-by-force-remove-the-volume',
        holdsWhen: [
          { measure: 'leftByForce', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'leftByTheBook', is: 'exactly', value: 1, unit: 'legs' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, LVM 2.03.31',
    falsifiedBy: 'A volume that is left after the group was reduced by force.',
    reviewBy: '2027-05-22',
  },
  'a-volume-removed-by-force-can-be-described-again': {
    claim:
      'The volume that vgreduce by force removed reads back whole when an empty SSD stands in for the dead one while the description of the group is brought back. Without one LVM refuses to restore it.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-vgreduce-by-force-remove-the-volume',
        holdsWhen: [
          { measure: 'refusedPlain', is: 'exactly', value: 1, unit: 'operations' },
          { measure: 'readAfterRestore', is: 'exactly', value: 4096, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, LVM 2.03.31',
    falsifiedBy: 'A block that does not read back after the description was restored.',
    reviewBy: '2027-05-22',
  },
  'no-leg-starts-without-a-shared-ssd': {
    claim:
      'With the one SSD of both legs missing at boot no leg starts, neither by the rule nor by hand. Both come back whole when the dead caches are taken off.',
    criteria: ['reliability', 'nixos', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array', 'nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-the-array-start-without-a-shared-ssd',
        holdsWhen: [
          { measure: 'ruleStarts', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'byHand', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'readAfterRemoval', is: 'exactly', value: 2048, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab',
    falsifiedBy:
      'A leg that starts without the SSD, or a block that does not read back after the caches were taken off.',
    reviewBy: '2027-05-22',
  },
  'a-leg-that-joins-late-returns-old-blocks': {
    claim:
      'A cached leg that was missing for one boot and is there at the next returns old blocks of a file without checksums. Those with checksums are read right.',
    criteria: ['reliability', 'nixos', 'plan'],
    questions: ['ssd-failure', 'nixos-support', 'cow-and-checksums'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-a-leg-that-joins-late-return-old-blocks',
        holdsWhen: [
          { measure: 'oldWithChecksums', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'oldWithoutChecksums', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; stopped in good order each time',
    falsifiedBy: 'A start with the late leg after which no old block is returned, or one with a checksum is.',
    reviewBy: '2027-05-22',
  },
});
