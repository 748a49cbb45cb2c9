import { defineFindings } from '../../src/schema/index.ts';

/** Claims that a run in the lab bears out or refutes. Written before the runs, from the source code. */
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
    versions: 'Linux 6.12 in the lab',
    falsifiedBy: 'A run in which the damage is not reported, or an undamaged block is.',
    reviewBy: '2027-05-22',
  },
});
