import { defineExperiments } from '../src/schema/index.ts';

export const experiments = defineExperiments({
  'can-the-lab-see-loss': {
    question: 'Can the checks of this lab see loss at all?',
    hypothesis:
      'After both copies of some blocks are overwritten on the disks, every block of the corpus still reads back as it was written.',
    why: 'A check that cannot fail proves nothing. Loss is arranged here on purpose, so this hypothesis must be refuted; if it ever holds, no other result of the lab counts.',
    kind: 'control',
    criteria: ['reliability'],
    questions: ['cow-and-checksums'],
    stacks: [{ name: 'bare', is: 'btrfs RAID1 on two hard disks, no cache' }],
    procedures: [],
    kernels: ['6.12'],
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
      because: 'Both mirrors fail their checksum, so btrfs has no good copy to return.',
    },
    limits: ['It shows that the check finds loss of whole blocks on an array without a cache, nothing about caches.'],
    charts: [],
  },
});
