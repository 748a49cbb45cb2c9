import { defineFindings } from '../../src/schema/index.ts';

/** What the faults of the lab do. Written after the runs, which were made to see just that. */
export const labFaults = defineFindings({
  'a-kill-is-no-power-cut': {
    claim:
      'Killing the virtual machine loses nothing that its disk had taken, flushed or not. Only a power cut loses what was not flushed, and it loses nothing that was.',
    criteria: ['reliability'],
    questions: ['ssd-failure'],
    systems: ['no-cache'],
    evidence: [
      {
        experiment: 'do-the-faults-of-the-lab-do-what-they-say',
        holdsWhen: [
          { measure: 'lostInKill', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'unflushedLostInCut', is: 'at least', value: 64, unit: 'blocks' },
          { measure: 'flushedLostInCut', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions:
      'Linux 6.12 in the lab, on a disk with a volatile write cache that the lab serves; written after the runs',
    falsifiedBy: 'A kill after which a block that the disk had taken is gone, or a cut that takes a flushed one.',
    reviewBy: '2027-11-22',
  },
  'a-disk-that-lies-loses-what-was-flushed': {
    claim:
      'A disk that says it has flushed and has not loses everything that was flushed to it since, when its power goes and its cache keeps nothing.',
    criteria: ['reliability'],
    questions: ['ssd-failure', 'modes'],
    systems: ['no-cache'],
    evidence: [
      {
        experiment: 'do-the-faults-of-the-lab-do-what-they-say',
        holdsWhen: [{ measure: 'flushedLostWhenLying', is: 'exactly', value: 256, unit: 'blocks' }],
      },
    ],
    versions:
      'Linux 6.12 in the lab, on a disk with a volatile write cache that the lab serves; written after the runs',
    falsifiedBy: 'A cut after which a block is there that a lying disk had only in its cache.',
    reviewBy: '2027-11-22',
  },
  'accidents-of-a-guest-are-named': {
    claim:
      'A command that fails, one that does not end, a panic, a restart and a power-off that nobody asked for, and a silent guest each end a run of the lab as invalid, with a reason of its own.',
    criteria: ['reliability'],
    questions: ['ssd-failure'],
    systems: ['no-cache'],
    evidence: [
      {
        experiment: 'does-the-lab-name-what-goes-wrong',
        holdsWhen: [{ measure: 'named', is: 'exactly', value: 6, unit: 'operations' }],
      },
    ],
    versions: 'Linux 6.12 in the lab',
    falsifiedBy: 'An accident of the six that ends a run as complete, or with the reason of another.',
    reviewBy: '2027-11-22',
  },
  'a-leg-tells-what-its-hard-disk-is': {
    claim:
      'A leg behind lvmcache tells the file system that it turns and has a write cache, as its hard disk does, and btrfs has one way to pick the leg of a read.',
    criteria: ['compatibility', 'comparison'],
    questions: ['multi-device', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-can-the-guest-do',
        holdsWhen: [
          { measure: 'rotationHidden', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'writeCacheHidden', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'readPolicies', is: 'exactly', value: 1, unit: 'operations' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A cached leg that says it does not turn, or a kernel of Debian with a second read policy.',
    reviewBy: '2027-05-22',
  },
});
