import { defineExperiments } from '../../src/schema/index.ts';

export const corruption = defineExperiments({
  'does-scrub-see-damage-behind-the-cache': {
    question: 'Does btrfs scrub still find damage on a hard disk when a warm cache stands in front of it?',
    answers: {
      refuted: 'No. Scrub is answered by the cache, and damage on the disk below it stays unseen.',
      holds: 'Yes: scrub found and mended the damage below the cache.',
    },
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

  'is-a-damaged-block-on-the-ssd-mended': {
    question: 'Is a block mended that the SSD of a clean cache returns wrong?',
    hypothesis:
      'A block with a checksum that is damaged on the SSD of a writethrough cache is read without an error and without a wrong byte, and stands whole on SSD and hard disk afterwards.',
    why: 'An SSD that returns wrong data is the fault that nothing below btrfs can notice. The repair has to land where the next read comes from.',
    kind: 'corruption',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; one file with checksums and one without (nodatacow), both in the cache',
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
      damaged: { label: 'Blocks with checksums damaged on the first SSD', unit: 'blocks' },
      unreadable: { label: 'Of all blocks with checksums, those that a reader got an error for', unit: 'blocks' },
      wrong: { label: 'Of these, those that a reader got wrong', unit: 'blocks' },
      errorsAtFirst: { label: 'Errors that btrfs counted for the first leg at the first reading', unit: 'errors' },
      errorsAtSecond: { label: 'Errors that it counted at the second reading', unit: 'errors' },
      scrubErrors: { label: 'Checksum errors that a scrub reported after that', unit: 'errors' },
      mendedOnSsd: { label: 'Of the damaged, whole on the SSD afterwards, in their places', unit: 'blocks' },
      wholeOnHdd: { label: 'Of the damaged, whole on the hard disk afterwards', unit: 'blocks' },
      damagedWithout: { label: 'Blocks without checksums damaged on the first SSD', unit: 'blocks' },
      wrongWithout: { label: 'Blocks without checksums that a reader got wrong', unit: 'blocks' },
      wrongWithoutAgain: { label: 'The same at the second reading', unit: 'blocks' },
      mendedOnSsdWithout: {
        label: 'Of the damaged ones without checksums, whole on the SSD afterwards',
        unit: 'blocks',
      },
      wrongWithoutAfterRemoval: {
        label: 'Blocks without checksums that a reader got wrong after the cache was removed',
        unit: 'blocks',
      },
    },
    needs: [
      { measure: 'damaged', is: 'exactly', value: 32, unit: 'blocks' },
      { measure: 'damagedWithout', is: 'exactly', value: 32, unit: 'blocks' },
    ],
    holdsWhen: [
      { measure: 'unreadable', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'wrong', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'mendedOnSsd', is: 'exactly', value: 32, unit: 'blocks' },
      { measure: 'wholeOnHdd', is: 'exactly', value: 32, unit: 'blocks' },
      { measure: 'errorsAtSecond', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'scrubErrors', is: 'exactly', value: 0, unit: 'errors' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The checksum fails, btrfs reads the other leg and writes the block again through the cache, which in writethrough mode and with a clean chunk writes to both devices. Without a checksum nobody notices.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Whole blocks of file data on one SSD. Damaged metadata are not tried.',
      'Caches that were stopped in good order, so that every chunk is clean.',
      'Each file is read by a process of even and by one of odd id, so that both legs are asked for every block.',
      'The host looks into the raw images with the machine off.',
    ],
    charts: [
      { title: 'Damaged blocks, and where they are whole again', measures: ['damaged', 'mendedOnSsd', 'wholeOnHdd'] },
      {
        title: 'Blocks without checksums that are returned wrong',
        measures: ['damagedWithout', 'wrongWithout', 'wrongWithoutAgain', 'wrongWithoutAfterRemoval'],
      },
    ],
  },

  'is-damage-to-a-dirty-block-written-back': {
    question: 'Is a damaged dirty block written back over the hard disk?',
    hypothesis:
      'A block with a checksum that is damaged on the SSD while it is dirty is read without an error, and stands whole on the hard disk once the cache has been written back and removed.',
    why: 'In writeback mode the SSD has the only copy of its leg. If that is wrong, writing back spreads the damage.',
    kind: 'corruption',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'modes', 'ssd-failure'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each behind a writeback lvmcache on an SSD of its own; one file with checksums and one without (nodatacow), both in the cache',
      },
      { name: 'uncached', is: 'the same file system after the caches were written back and removed' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-writeback-cache',
      'stop-leg',
      'start-leg',
      'remove-cache',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      damaged: {
        label: 'Blocks with checksums damaged on the first SSD while the hard disk had none of them',
        unit: 'blocks',
      },
      unreadable: { label: 'Of all blocks with checksums, those that a reader got an error for', unit: 'blocks' },
      wrong: { label: 'Of these, those that a reader got wrong', unit: 'blocks' },
      errorsCounted: { label: 'Errors that btrfs counted for the first leg', unit: 'errors' },
      wholeOnHdd: { label: 'Of the damaged, whole on the hard disk in the end', unit: 'blocks' },
      damagedWithout: { label: 'Blocks without checksums damaged in the same way', unit: 'blocks' },
      wrongWithout: { label: 'Blocks without checksums that a reader got wrong', unit: 'blocks' },
      wrongWithoutAfterRemoval: { label: 'The same after the caches were written back and removed', unit: 'blocks' },
      wholeOnHddWithout: {
        label: 'Of the damaged ones without checksums, whole on the hard disk in the end',
        unit: 'blocks',
      },
    },
    needs: [
      { measure: 'damaged', is: 'exactly', value: 32, unit: 'blocks' },
      { measure: 'damagedWithout', is: 'exactly', value: 32, unit: 'blocks' },
    ],
    holdsWhen: [
      { measure: 'unreadable', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'wrong', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'wholeOnHdd', is: 'exactly', value: 32, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The other leg has a good copy on its own SSD. btrfs writes it over the damaged one, in the cache or behind it, whichever is there by then. A block without a checksum goes to the hard disk as it is.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Whole blocks of file data, on one SSD of two.',
      'The blocks are dirty since they were written as whole chunks into an empty writeback cache; the machine is killed at once, and the host damages the images.',
      'After a crash every chunk counts as dirty; here these were so before.',
      'Whether the damage was written back before or after btrfs mended it is not told apart for each block.',
    ],
    charts: [
      {
        title: 'Damaged blocks, and those whole on the hard disk in the end',
        measures: ['damaged', 'wholeOnHdd', 'damagedWithout', 'wholeOnHddWithout'],
      },
    ],
  },

  'does-scrub-see-the-disk-in-passthrough-mode': {
    question: 'Does scrub see the hard disk when the caches are in passthrough mode?',
    hypothesis:
      'In passthrough mode scrub finds and mends all damage on the hard disk that it passes over otherwise, and the cache keeps what it holds.',
    why: 'Scrub passes over what stands behind a warm cache. A way to close that gap that does not empty the cache would be worth a place in the monthly routine.',
    kind: 'corruption',
    criteria: ['reliability', 'compatibility', 'plan'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own, warm; scrubbed, switched to passthrough, scrubbed again, switched back',
      },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'stop-leg',
      'start-leg',
      'scrub',
      'switch-cache-mode',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      damaged: { label: 'Blocks damaged on the first hard disk while its cache holds them', unit: 'blocks' },
      inPassthrough: { label: 'Legs in passthrough mode at the second scrub', unit: 'legs' },
      errorsThroughCache: { label: 'Checksum errors that scrub reported through the cache', unit: 'errors' },
      errorsInPassthrough: { label: 'Checksum errors that scrub reported in passthrough mode', unit: 'errors' },
      mended: { label: 'Of the damaged, whole on the hard disk afterwards, in their places', unit: 'blocks' },
      kept: { label: 'Chunks that the caches still hold after the way back', unit: 'percent' },
      wrong: { label: 'Blocks of the file wrong or unreadable afterwards', unit: 'blocks' },
    },
    needs: [
      { measure: 'damaged', is: 'exactly', value: 32, unit: 'blocks' },
      { measure: 'inPassthrough', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'errorsThroughCache', is: 'exactly', value: 0, unit: 'errors' },
    ],
    holdsWhen: [
      { measure: 'errorsInPassthrough', is: 'exactly', value: 32, unit: 'errors' },
      { measure: 'mended', is: 'exactly', value: 32, unit: 'blocks' },
      { measure: 'wrong', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'kept', is: 'at least', value: 90, unit: 'percent' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'In passthrough mode a read goes to the hard disk whatever the cache holds. A write makes the cache drop its chunk, and scrub writes only what it mends.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Nothing is written meanwhile but what scrub mends. What an array in use writes in passthrough mode leaves the cache.',
      'Caches that were stopped in good order: after a crash the cache has to be clean first.',
      'Passthrough mode had faults in Linux before 6.12.91; both kernels here are newer.',
    ],
    charts: [
      {
        title: 'Damaged blocks, and those mended in passthrough mode',
        measures: ['damaged', 'mended'],
      },
    ],
  },

  'is-an-old-copy-of-an-ssd-taken-for-current': {
    question: 'Is an old copy of an SSD taken for the current one?',
    hypothesis:
      'When an SSD is put back as it was before the last writes, stopped in good order then, the cache is refused or no old block is read.',
    why: 'An SSD that is restored from an image, swapped with its twin or left out for a day carries a cache that is clean by its own account.',
    kind: 'corruption',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; one file with checksums and one without (nodatacow), both in the cache',
      },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-cache', 'stop-leg', 'start-leg', 'scrub'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      oldWithChecksums: { label: 'Old blocks returned without an error, file with checksums', unit: 'blocks' },
      oldWithoutChecksums: { label: 'Old blocks returned without an error, file without checksums', unit: 'blocks' },
      unreadable: { label: 'Blocks of either file that cannot be read', unit: 'blocks' },
      errorsCounted: { label: 'Errors that btrfs counted for the first leg while reading', unit: 'errors' },
      scrubErrors: { label: 'Errors that a scrub found', unit: 'errors' },
      uncorrectable: { label: 'Of these, those that it could not correct', unit: 'errors' },
      badAfterScrub: { label: 'Blocks with checksums wrong or unreadable after it', unit: 'blocks' },
      oldWithoutAfterScrub: { label: 'Old blocks returned after it, file without checksums', unit: 'blocks' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'oldWithChecksums', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'oldWithoutChecksums', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'Nothing ties the state of the hard disk to that of the cache. The superblock of the leg comes from the old cache too, so the whole leg looks older, and btrfs has to catch it by generation and checksum. What has no checksum it cannot catch.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The SSD of one leg of two, put back between two orderly stops.',
      'Both files are overwritten once in between, the one by copy-on-write, the other in place.',
    ],
    charts: [
      {
        title: 'Old blocks that are returned',
        measures: ['oldWithChecksums', 'oldWithoutChecksums', 'oldWithoutAfterScrub'],
      },
    ],
  },
});
