import { defineExperiments } from '../../src/schema/index.ts';

export const control = defineExperiments({
  'can-the-lab-see-loss': {
    question: 'Can the checks of this lab see loss at all?',
    answers: {
      refuted:
        'Yes. Blocks were destroyed on purpose and the checks named each of them, so the refuted hypothesis is what this control is for.',
      holds: 'No: blocks were destroyed on purpose, and the checks did not see it.',
    },
    hypothesis:
      'After both copies of some blocks are overwritten on the disks, every block of the corpus still reads back as it was written.',
    why: 'A check that cannot fail proves nothing. Loss is arranged here on purpose, so this hypothesis must be refuted; if it ever holds, no other result of the lab counts.',
    kind: 'control',
    criteria: ['reliability'],
    questions: ['cow-and-checksums'],
    stacks: [{ name: 'bare', is: 'btrfs RAID1 on two hard disks, no cache' }],
    procedures: ['make-raid1', 'mount-array', 'scrub'],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      blocksDamaged: { label: 'Blocks whose two copies were overwritten', unit: 'blocks' },
      blocksLost: { label: 'Blocks that no longer read back as written', unit: 'blocks' },
      blocksWronglyReported: { label: 'Undamaged blocks reported as lost', unit: 'blocks' },
      scrubUncorrectable: { label: 'Uncorrectable errors in the report of btrfs scrub', unit: 'errors' },
    },
    needs: [{ measure: 'blocksDamaged', is: 'at least', value: 1, unit: 'blocks' }],
    holdsWhen: [{ measure: 'blocksLost', is: 'exactly', value: 0, unit: 'blocks' }],
    expected: {
      verdict: 'refuted',
      because: 'Both copies fail their checksum, so btrfs has no good one to return.',
    },
    limits: [
      'It shows that the check finds loss of whole blocks on an array without a cache, nothing about caches.',
      'The damage is whole blocks of data; damaged metadata is not tried.',
      'A first series on 7.3 found two faults of the lab and is in the history as commit 624b6fd: in one run a direct read stopped short before a damaged block and the reader of the corpus took 123 good blocks behind it for wrong, in another the guest panicked while it was powered off. Both were mended, and what is kept is the first whole series after that.',
    ],
    charts: [
      {
        title: 'Blocks damaged, and what reading them back said',
        measures: ['blocksDamaged', 'blocksLost', 'blocksWronglyReported'],
      },
    ],
  },
});
