import { defineExperiments } from '../../src/schema/index.ts';

export const failure = defineExperiments({
  'what-does-a-dead-ssd-stop-when-each-leg-has-its-own': {
    question: 'What does a dead SSD stop when each leg has its own?',
    hypothesis:
      'When one SSD dies, the array stays writable, its users see no error, and every flushed record is on the hard disks.',
    why: 'An SSD for each leg is meant to make a dead SSD the same as a dead disk: seen, counted, survived.',
    kind: 'failure',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    stacks: [
      {
        name: 'own SSDs',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; the first SSD is pulled out',
      },
      {
        name: 'hard disks alone',
        is: 'the same legs afterwards, started without any SSD and with the caches taken off',
      },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'check-caches',
      'remove-dead-cache',
      'mount-degraded',
    ],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      acknowledgedBefore: { label: 'Records flushed before the SSD was gone', unit: 'blocks' },
      acknowledgedAfter: { label: 'Records flushed after it was gone', unit: 'blocks' },
      writeErrors: { label: 'Errors that the writer got', unit: 'errors' },
      readErrors: { label: 'Errors that the readers got', unit: 'errors' },
      wrongReads: { label: 'Reads that returned other than what was written', unit: 'blocks' },
      readsAfter: { label: 'Reads that succeeded after the SSD was gone', unit: 'blocks' },
      longestStall: { label: 'Longest time without a finished record, up to the first error', unit: 'seconds' },
      writableLegs: {
        label: 'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only',
        unit: 'legs',
      },
      errorsOfFirstLeg: { label: 'Errors that btrfs counted for the first leg', unit: 'errors' },
      errorsOfSecondLeg: { label: 'Errors that btrfs counted for the second leg', unit: 'errors' },
      lostOnBoth: { label: 'Flushed records lost, both hard disks without SSDs', unit: 'blocks' },
      lostOnFirst: { label: 'Flushed records lost, first hard disk alone', unit: 'blocks' },
      lostOnSecond: { label: 'Flushed records lost, second hard disk alone', unit: 'blocks' },
      lostOfCorpus: { label: 'Blocks of the cached file lost, both hard disks without SSDs', unit: 'blocks' },
    },
    needs: [{ measure: 'acknowledgedBefore', is: 'at least', value: 10, unit: 'blocks' }],
    holdsWhen: [
      { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'acknowledgedAfter', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOfCorpus', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'dm-cache does not fall back to the hard disk, so the first leg fails its flushes and its cached reads. btrfs tolerates one failing leg and reads the other one.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The SSD is pulled out of the running machine. A dying SSD that answers slowly or wrongly is not tried.',
      'One writer that flushes each record, and a reader for each leg, for about 40 seconds; the SSD goes after a quarter of that.',
      'After that time the machine is killed, so that nothing of the checks rests on an orderly stop. It is no power cut.',
      'With no loss in three runs the true share of runs with loss can still be up to 63 % (95 % confidence).',
    ],
    charts: [
      {
        title: 'Records flushed before and after the SSD was gone',
        measures: ['acknowledgedBefore', 'acknowledgedAfter'],
      },
      { title: 'Flushed records lost', measures: ['lostOnBoth', 'lostOnFirst', 'lostOnSecond'] },
    ],
  },

  'what-does-a-dead-ssd-stop-when-both-legs-share-it': {
    question: 'What does a dead SSD stop when both legs share it?',
    hypothesis:
      'When the one SSD in front of both legs dies, the array stops taking writes, and every record flushed before is on the hard disks.',
    why: 'One SSD for both legs is the cheapest way. What it costs is to be seen when that SSD dies.',
    kind: 'failure',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    stacks: [
      {
        name: 'shared SSD',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on a partition of the same SSD; that SSD is pulled out',
      },
      {
        name: 'hard disks alone',
        is: 'the same legs afterwards, started without any SSD and with the caches taken off',
      },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'check-caches',
      'remove-dead-cache',
      'mount-degraded',
    ],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      acknowledgedBefore: { label: 'Records flushed before the SSD was gone', unit: 'blocks' },
      acknowledgedAfter: { label: 'Records flushed after it was gone', unit: 'blocks' },
      writeErrors: { label: 'Errors that the writer got', unit: 'errors' },
      readErrors: { label: 'Errors that the readers got', unit: 'errors' },
      wrongReads: { label: 'Reads that returned other than what was written', unit: 'blocks' },
      readsAfter: { label: 'Reads that succeeded after the SSD was gone', unit: 'blocks' },
      longestStall: { label: 'Longest time without a finished record, up to the first error', unit: 'seconds' },
      writableLegs: {
        label: 'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only',
        unit: 'legs',
      },
      errorsOfFirstLeg: { label: 'Errors that btrfs counted for the first leg', unit: 'errors' },
      errorsOfSecondLeg: { label: 'Errors that btrfs counted for the second leg', unit: 'errors' },
      lostOnBoth: { label: 'Flushed records lost, both hard disks without SSDs', unit: 'blocks' },
      lostOnFirst: { label: 'Flushed records lost, first hard disk alone', unit: 'blocks' },
      lostOnSecond: { label: 'Flushed records lost, second hard disk alone', unit: 'blocks' },
      lostOfCorpus: { label: 'Blocks of the cached file lost, both hard disks without SSDs', unit: 'blocks' },
    },
    needs: [{ measure: 'acknowledgedBefore', is: 'at least', value: 10, unit: 'blocks' }],
    holdsWhen: [
      { measure: 'writableLegs', is: 'exactly', value: 0, unit: 'legs' },
      { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOfCorpus', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'Both legs fail their flushes at the same commit, and btrfs tolerates one. Writethrough leaves nothing on the SSD alone, so it should be an outage and not a loss.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The SSD is pulled out of the running machine. A dying SSD that answers slowly or wrongly is not tried.',
      'One writer that flushes each record, and a reader for each leg, for about 40 seconds; the SSD goes after a quarter of that.',
      'After that time the machine is killed, so that nothing of the checks rests on an orderly stop. It is no power cut.',
      'With no loss in three runs the true share of runs with loss can still be up to 63 % (95 % confidence).',
    ],
    charts: [
      {
        title: 'Records flushed before and after the SSD was gone',
        measures: ['acknowledgedBefore', 'acknowledgedAfter'],
      },
      { title: 'Flushed records lost', measures: ['lostOnBoth', 'lostOnFirst', 'lostOnSecond'] },
    ],
  },

  'is-a-stale-cache-served-after-it-returns': {
    question: 'Is an old cache served when its SSD drops out and comes back?',
    hypothesis:
      'A writethrough cache whose SSD dropped out while the array was written, and came back as it was, returns no old block and puts none on the hard disk.',
    why: 'A loose cable or a flapping controller brings an SSD back with what it held before. In writethrough mode the hard disk got every write meanwhile, and the cache did not.',
    kind: 'failure',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'cow-and-checksums', 'modes'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; one file with checksums, one that is overwritten in place without (nodatacow)',
      },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-cache', 'start-leg', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      diverged: {
        label: 'Blocks without checksums that are new on the hard disk and old on its SSD when the SSD returns',
        unit: 'blocks',
      },
      oldWithoutChecksums: { label: 'Old blocks served without an error, file without checksums', unit: 'blocks' },
      oldWithChecksums: { label: 'Old blocks served without an error, file with checksums', unit: 'blocks' },
      unreadable: { label: 'Blocks of either file that cannot be read', unit: 'blocks' },
      overwrittenOnHdd: {
        label: 'New blocks on the hard disk that the returned cache put old ones over',
        unit: 'blocks',
      },
      errorsCounted: { label: 'Errors that btrfs counted for the leg while reading back', unit: 'errors' },
    },
    needs: [{ measure: 'diverged', is: 'at least', value: 64, unit: 'blocks' }],
    holdsWhen: [
      { measure: 'oldWithoutChecksums', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'oldWithChecksums', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'overwrittenOnHdd', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'The mapping on the SSD never learned of the writes that it missed. Its metadata are not marked as stopped in good order either, so each old chunk counts as dirty and is written over the hard disk. Checksums find it where there are any.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'A leg without a cache that drops out goes stale too. Here the hard disk got the writes and the cache in front of it makes the leg stale again.',
      'The SSD is pulled out of the running machine, and comes back at the next boot after a kill.',
      'Files are overwritten in place or by copy-on-write for some seconds; metadata that go stale are only seen through the errors that btrfs counts.',
      'The array is left quiet for 30 seconds after it was read back, so that the cache can write back what it takes for dirty.',
    ],
    charts: [
      {
        title: 'Blocks that the returned cache made old again',
        measures: ['diverged', 'oldWithoutChecksums', 'oldWithChecksums', 'overwrittenOnHdd'],
      },
    ],
  },
});
