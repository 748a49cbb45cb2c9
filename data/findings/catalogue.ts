import { defineFindings } from '../../src/schema/index.ts';

/** What the catalogue of experiments asks beside the great questions. Written before the counted runs. */
export const catalogue = defineFindings({
  'hard-disks-behind-clean-writethrough-are-whole-after-a-power-cut': {
    claim:
      'When the power goes and the SSD of both legs never comes back, the hard disks behind writethrough caches that were clean have every flushed block, and the array mounts from them.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-an-ssd-that-never-comes-back-after-a-power-cut-take-writes-along',
        holdsWhen: [
          { measure: 'mountsWritethrough', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'lostWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWithoutWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, 7.3 once it is run there; caches that had not been through a crash before',
    falsifiedBy: 'A flushed block that the hard disks lack after a first power cut in writethrough mode.',
    reviewBy: '2027-05-22',
  },
  'hard-disks-behind-writeback-lack-blocks-after-a-power-cut': {
    claim:
      'When the power goes and the SSD of both legs never comes back, the hard disks behind writeback caches lack flushed blocks.',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-an-ssd-that-never-comes-back-after-a-power-cut-take-writes-along',
        holdsWhen: [{ measure: 'lostWithoutWriteback', is: 'at least', value: 1, unit: 'blocks' }],
      },
    ],
    versions: 'Linux 6.12 in the lab, 7.3 once it is run there',
    falsifiedBy: 'Hard disks behind dirty writeback caches that have every flushed block.',
    reviewBy: '2027-05-22',
  },
});
