import { defineExperiments } from '../../src/schema/index.ts';

export const corruption = defineExperiments({
  'does-scrub-see-damage-behind-the-cache': {
    question: 'Does btrfs scrub still find damage on a hard disk when a warm cache stands in front of it?',
    hypothesis:
      'btrfs scrub, run over cached legs, finds and mends damage on the hard disk in blocks that are resident in the cache.',
    why: 'Scrub is what keeps two copies two. If the cache answers in place of the hard disk, the copy behind it can rot unseen until the cache is gone.',
    kind: 'corruption',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each a hard disk behind a writethrough lvmcache on an SSD of its own',
      },
      { name: 'uncached', is: 'the same file system after the caches were removed' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'stop-leg',
      'start-leg',
      'scrub',
      'remove-cache',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      residentDamaged: { label: 'Damaged blocks that the cache holds', unit: 'blocks' },
      notResidentDamaged: { label: 'Damaged blocks that the cache does not hold', unit: 'blocks' },
      residentMendedWithCache: {
        label: 'Of those in the cache, mended by scrub with the cache in place',
        unit: 'blocks',
      },
      notResidentMendedWithCache: {
        label: 'Of those not in the cache, mended by scrub with the cache in place',
        unit: 'blocks',
      },
      residentMendedByRemoval: { label: 'Of those in the cache, mended by removing it', unit: 'blocks' },
      residentMendedWithoutCache: { label: 'Of those in the cache, mended by scrub after its removal', unit: 'blocks' },
      scrubErrorsWithCache: { label: 'Checksum errors that scrub reported with the cache in place', unit: 'errors' },
      scrubErrorsWithoutCache: { label: 'Checksum errors that scrub reported after its removal', unit: 'errors' },
      deviceErrorsWithCache: {
        label: 'Corruption counted for the leg by device stats, with the cache in place',
        unit: 'errors',
      },
      deviceErrorsWithoutCache: { label: 'Corruption counted for the leg since the cache was removed', unit: 'errors' },
      dirtyChunks: { label: 'Dirty chunks before the damage and at the scrub', unit: 'chunks' },
    },
    needs: [
      { measure: 'residentDamaged', is: 'at least', value: 32, unit: 'blocks' },
      { measure: 'notResidentDamaged', is: 'at least', value: 32, unit: 'blocks' },
      { measure: 'notResidentMendedWithCache', is: 'at least', value: 32, unit: 'blocks' },
      { measure: 'dirtyChunks', is: 'exactly', value: 0, unit: 'chunks' },
    ],
    holdsWhen: [{ measure: 'residentMendedWithCache', is: 'at least', value: 32, unit: 'blocks' }],
    expected: {
      verdict: 'refuted',
      because:
        'dm-cache answers a read of a resident chunk from the SSD alone, so scrub checks the copy on the SSD and never asks the hard disk. After the cache is removed it should find every block that it missed.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Writethrough, and caches that were stopped in good order, so that every chunk is clean. After a crash all chunks count as dirty, and writing them back would put good data over the damage.',
      'One hard disk of the two is damaged, in whole blocks of file data.',
      'A block counts as mended when the host finds it again in the raw image of the hard disk, at the place where it was damaged, with the machine off.',
      'The second scrub runs after a boot of its own, so that the images can be looked at between removal and scrub.',
      'A first series was broken off in its second run, when the image of the guest was deleted from under it; its first run had given the same figures. What is kept is the first whole series.',
    ],
    charts: [
      {
        title: 'Damaged blocks, and those that scrub mended',
        measures: [
          'residentDamaged',
          'residentMendedWithCache',
          'residentMendedWithoutCache',
          'notResidentDamaged',
          'notResidentMendedWithCache',
        ],
      },
      {
        title: 'Errors reported with the cache in place, and after its removal',
        measures: [
          'scrubErrorsWithCache',
          'scrubErrorsWithoutCache',
          'deviceErrorsWithCache',
          'deviceErrorsWithoutCache',
        ],
      },
    ],
  },
});
