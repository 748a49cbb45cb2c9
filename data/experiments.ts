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
    procedures: ['make-raid1', 'mount-array', 'scrub'],
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
      because: 'Both copies fail their checksum, so btrfs has no good one to return.',
    },
    limits: [
      'It shows that the check finds loss of whole blocks on an array without a cache, nothing about caches.',
      'The damage is whole blocks of data; damaged metadata is not tried.',
    ],
    charts: [
      {
        title: 'Blocks damaged, and what reading them back said',
        measures: ['blocksDamaged', 'blocksLost', 'blocksWronglyReported'],
      },
    ],
  },

  'does-a-warm-cache-speed-up-random-reads': {
    question: 'How many random reads still reach a hard disk when the cache is warm, and how much faster are they?',
    hypothesis:
      'With a warm writethrough lvmcache on an SSD of its own in front of each leg, fewer than 50 of 1000 random reads of the cached file touch a hard disk, and they come at least twice as fast as without a cache.',
    why: 'Faster reads of what is used often are the whole benefit that is hoped for. If a warm cache does not give them, nothing else about it matters.',
    kind: 'performance',
    criteria: ['performance', 'comparison'],
    questions: ['modes', 'per-device-or-array', 'multi-device'],
    stacks: [
      { name: 'bare', is: 'btrfs RAID1 on two logical volumes, each on a hard disk of its own, no cache' },
      { name: 'cached', is: 'the same file system, each volume behind a writethrough lvmcache on an SSD of its own' },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-cache', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      hddOperationsBare: { label: 'Hard disk reads, no cache', unit: 'operations per 1000 reads' },
      hddOperationsCached: { label: 'Hard disk reads, warm cache', unit: 'operations per 1000 reads' },
      rateBare: { label: 'Random reads, no cache', unit: 'IOPS' },
      rateCached: { label: 'Random reads, warm cache', unit: 'IOPS' },
      gain: { label: 'Rate with a warm cache over the rate without', unit: 'ratio' },
      gainOfEvenReader: { label: 'The same, reader with an even process id', unit: 'ratio' },
      gainOfOddReader: { label: 'The same, reader with an odd process id', unit: 'ratio' },
      hitShare: { label: 'Reads that the cache answered, on the worse leg', unit: 'percent' },
      warmUpReads: { label: 'Reads of 64 KiB until the caches were warm', unit: 'operations' },
      warmUpLastChange: { label: 'Change of the hit share in the last pass of the warm-up', unit: 'percent' },
    },
    needs: [
      { measure: 'hddOperationsBare', is: 'at least', value: 900, unit: 'operations per 1000 reads' },
      { measure: 'warmUpLastChange', is: 'at most', value: 2, unit: 'percent' },
    ],
    holdsWhen: [
      { measure: 'hddOperationsCached', is: 'below', value: 50, unit: 'operations per 1000 reads' },
      { measure: 'gain', is: 'at least', value: 2, unit: 'ratio' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The file is a sixth of the cache, and the policy of dm-cache promotes what is read again. The SSD is allowed twenty times the operations of the hard disk, of which emulation lets only a part through.',
    },
    limits: [
      'The file fits the cache six times over: a working set larger than the cache is not tried.',
      'Only reads, one at a time, past the page cache; nothing is written meanwhile.',
      'The warm-up reads the file again and again and nothing else, which is the best case for promotion.',
      'btrfs picks the leg by the process id of the reader. Readers of both parities warm the caches here; a file read by one process alone would be warm on one leg only.',
      'The hard disks are limited to 150 and the SSDs to 3000 operations a second, on an emulated processor: the ratio of rates belongs to this lab, the operations per 1000 reads do not depend on it.',
      'The bare phase always comes first, on the same file system.',
      "The host was busy with other work throughout the series, and in its last run so busy that the guest's clock lagged: the rate without a cache reads higher there than the hard disk is limited to. Rates of that run are doubtful; its counts of operations are not.",
    ],
    charts: [
      { title: 'Hard disk reads per 1000 reads of the file', measures: ['hddOperationsBare', 'hddOperationsCached'] },
      { title: 'Rate of random reads', measures: ['rateBare', 'rateCached'] },
      {
        title: 'Rate with a warm cache over the rate without',
        measures: ['gain', 'gainOfEvenReader', 'gainOfOddReader'],
      },
    ],
  },

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
    kernels: ['6.12'],
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
