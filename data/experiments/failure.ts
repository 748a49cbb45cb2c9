import { defineExperiments, inCommon } from '../../src/schema/index.ts';
import { noLossIn } from '../bound.ts';

/** What is counted while disks die under a load. */
const whileDisksDie = {
  promisedBefore: { label: 'Writes promised before the disk was gone', unit: 'operations' },
  promisedAfter: { label: 'Writes promised after it was gone', unit: 'operations' },
  writeErrors: { label: 'Errors that the writer got', unit: 'errors' },
  readErrors: { label: 'Errors that the readers got', unit: 'errors' },
  wrongReads: { label: 'Reads that returned other than what was written', unit: 'blocks' },
  readsAfter: { label: 'Reads that succeeded after the disk was gone', unit: 'blocks' },
  writableLegs: {
    label: 'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only',
    unit: 'legs',
  },
} as const;

const load =
  'One writer, which flushes after each write: blocks appended to one file and mebibytes to another, both with checksums, and blocks of a file without checksums (nodatacow) overwritten in place. A reader for each leg. The disk goes after at least 40 promised writes, and the load goes on for 8 seconds.';
const killed =
  'After that time the machine is killed. It is no power cut: what the disks had been given stays on them.';
const pulled = 'Disks are pulled out of the running machine. One that dies slowly, or answers wrongly, is not tried.';

/** What the two experiments on a writethrough SSD that is pulled out have in common. */
const deadSsd = inCommon({
  kind: 'failure',
  criteria: ['reliability', 'comparison', 'plan'],
  questions: ['ssd-failure', 'per-device-or-array', 'modes'],
  procedures: [
    'create-leg',
    'make-raid1',
    'mount-array',
    'attach-cache',
    'check-caches',
    'remove-dead-cache',
    'mount-degraded',
  ],
  kernels: ['6.12', '7.3'],
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
  control: 'can-the-lab-see-loss',
  limits: [
    'The SSD is pulled out of the running machine. A dying SSD that answers slowly or wrongly is not tried.',
    'One writer that flushes each record, and a reader for each leg, for about 40 seconds; the SSD goes after a quarter of that.',
    'After that time the machine is killed, so that nothing of the checks rests on an orderly stop. It is no power cut.',
    noLossIn(3),
  ],
  charts: [
    {
      title: 'Records flushed before and after the SSD was gone',
      measures: ['acknowledgedBefore', 'acknowledgedAfter'],
    },
    { title: 'Flushed records lost', measures: ['lostOnBoth', 'lostOnFirst', 'lostOnSecond'] },
  ],
});

/** What the experiments on a dead hard disk and on a whole dead leg have in common. */
const deadDisk = inCommon({
  kind: 'failure',
  criteria: ['reliability', 'comparison'],
  questions: ['ssd-failure', 'per-device-or-array'],
  procedures: [
    'create-leg',
    'make-raid1',
    'mount-array',
    'attach-cache',
    'check-caches',
    'start-leg',
    'mount-degraded',
  ],
  kernels: ['6.12'],
  measures: {
    ...whileDisksDie,
    lostOnLeft: { label: 'Flushed blocks lost, second leg', unit: 'blocks' },
    lostOnLeftWithout: { label: 'Flushed blocks without checksums lost, second leg', unit: 'blocks' },
  },
  needs: [{ measure: 'promisedBefore', is: 'at least', value: 10, unit: 'operations' }],
  holdsWhen: [
    { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
    { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
    { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
    { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'blocks' },
    { measure: 'lostOnLeft', is: 'exactly', value: 0, unit: 'blocks' },
    { measure: 'lostOnLeftWithout', is: 'exactly', value: 0, unit: 'blocks' },
  ],
  control: 'does-a-shared-writeback-ssd-lose-what-was-flushed',
  charts: [
    { title: 'Writes promised before and after the disk was gone', measures: ['promisedBefore', 'promisedAfter'] },
    {
      title: 'Flushed blocks lost',
      measures: ['lostOnLeft', 'lostOnLeftWithout'],
    },
  ],
});

export const failure = defineExperiments({
  'what-does-a-dead-ssd-stop-when-each-leg-has-its-own': {
    question: 'What does a dead SSD stop when each leg has its own?',
    answers: {
      holds: 'Nothing that a user would notice: the array goes on with the other leg, and no flushed record is lost.',
      refuted: 'More than a leg: the array, its users or its flushed records were hit as well.',
    },
    hypothesis:
      'When one SSD dies, the array stays writable, its users see no error, and every flushed record is on the hard disks.',
    why: 'An SSD for each leg is meant to make a dead SSD the same as a dead disk: seen, counted, survived.',
    ...deadSsd,
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
  },

  'what-does-a-dead-ssd-stop-when-both-legs-share-it': {
    question: 'What does a dead SSD stop when both legs share it?',
    answers: {
      holds: 'The array: it takes no more writes. What was flushed before is on the hard disks.',
      refuted: 'Not what was expected: the array went on, or flushed records are missing from the hard disks.',
    },
    hypothesis:
      'When the one SSD in front of both legs dies, the array stops taking writes, and every record flushed before is on the hard disks.',
    why: 'One SSD for both legs is the cheapest way. What it costs is to be seen when that SSD dies.',
    ...deadSsd,
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
  },

  'is-a-stale-cache-served-after-it-returns': {
    question: 'Is an old cache served when its SSD drops out and comes back?',
    answers: {
      refuted:
        'Yes. The old cache is trusted again: old blocks come back where no checksum guards them, and are written over newer ones.',
      holds: 'No: nothing old was returned or written to the hard disk.',
    },
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
    kernels: ['6.12', '7.3'],
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

  'does-the-other-leg-save-what-a-dead-writeback-ssd-held': {
    question: 'Does the other leg save what a dead writeback SSD held?',
    hypothesis:
      'With a writeback cache on an SSD of its own in front of each leg, the death of one SSD loses no flushed write to a file with checksums: the other leg has all of them, and a scrub makes the first leg whole again.',
    why: 'Writeback is where the gain for writes would be. Whether RAID1 pays for its risk decides if it may be used at all.',
    kind: 'failure',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'cow-and-checksums', 'per-device-or-array'],
    stacks: [
      {
        name: 'own SSDs',
        is: 'btrfs RAID1 on two legs, each behind a writeback lvmcache on an SSD of its own; the first SSD is pulled out',
      },
      { name: 'first leg', is: 'its hard disk alone, mapped past LVM' },
      { name: 'second leg', is: 'its hard disk with its SSD' },
      { name: 'both legs', is: 'the two together, scrubbed twice' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-writeback-cache',
      'check-caches',
      'map-origin-of-dead-cache',
      'start-leg',
      'mount-degraded',
      'scrub',
      'check-array',
      'stop-leg',
      'check-stopped-cache',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      ...whileDisksDie,
      dirtyAtDeath: { label: 'Dirty chunks of the first leg when its SSD died', unit: 'chunks' },
      lostOnFirst: { label: 'Flushed blocks lost, first leg alone', unit: 'blocks' },
      lostOnFirstWithout: { label: 'Flushed blocks without checksums lost, first leg alone', unit: 'blocks' },
      lostOnSecond: { label: 'Flushed blocks lost, second leg with its SSD', unit: 'blocks' },
      lostOnSecondWithout: { label: 'Flushed blocks without checksums lost, second leg', unit: 'blocks' },
      lostOnBoth: { label: 'Flushed blocks lost, both legs', unit: 'blocks' },
      lostOnBothWithout: {
        label: 'Flushed blocks without checksums that one leg or the other returns old, both legs',
        unit: 'blocks',
      },
      lostAfterScrub: { label: 'Flushed blocks lost, after a scrub', unit: 'blocks' },
      lostAfterScrubWithout: {
        label: 'Flushed blocks without checksums that a leg returns old, after a scrub',
        unit: 'blocks',
      },
      errorsOfFirstScrub: { label: 'Errors that the first scrub found', unit: 'errors' },
      uncorrectable: { label: 'Of these, those that it could not correct', unit: 'errors' },
      errorsOfSecondScrub: { label: 'Errors that the second scrub found', unit: 'errors' },
      refused: { label: 'Legs of which LVM refused to take the dead cache off by force', unit: 'legs' },
    },
    needs: [
      { measure: 'promisedBefore', is: 'at least', value: 10, unit: 'operations' },
      { measure: 'dirtyAtDeath', is: 'at least', value: 1, unit: 'chunks' },
      { measure: 'lostOnFirstWithout', is: 'at least', value: 1, unit: 'blocks' },
    ],
    holdsWhen: [
      { measure: 'lostOnSecond', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostAfterScrub', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'uncorrectable', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'errorsOfSecondScrub', is: 'exactly', value: 0, unit: 'errors' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The two legs hold the same data, each with its own SSD. The first leg is left as a mixture of old and new blocks, of which btrfs tells the old ones by checksum and generation. What has no checksum it cannot tell.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      pulled,
      load,
      killed,
      noLossIn(3),
      'The second SSD stays well. The cache has room: nothing is evicted.',
      'While this was built LVM refused to take the cache off the stopped leg by force. So the volume of the hard disk is mapped past LVM.',
    ],
    charts: [
      {
        title: 'Flushed blocks lost, files with checksums',
        measures: ['lostOnFirst', 'lostOnSecond', 'lostOnBoth', 'lostAfterScrub'],
      },
      {
        title: 'Flushed blocks lost or returned old, file without checksums',
        measures: ['lostOnFirstWithout', 'lostOnSecondWithout', 'lostOnBothWithout', 'lostAfterScrubWithout'],
      },
    ],
  },

  'does-a-shared-writeback-ssd-lose-what-was-flushed': {
    question: 'Does one writeback SSD for both legs lose what was flushed when it dies?',
    hypothesis:
      'RAID1 protects what was flushed when the one SSD in front of both legs dies in writeback mode: the two hard disks have it.',
    why: 'It looks like RAID1 and has a single point of failure. It is also the control of the experiments on dead SSDs: the same check has to find loss here.',
    kind: 'failure',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    stacks: [
      {
        name: 'shared SSD',
        is: 'btrfs RAID1 on two legs, each behind a writeback lvmcache on a partition of the same SSD; that SSD is pulled out',
      },
      { name: 'hard disks alone', is: 'the same legs afterwards, mapped past LVM' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-writeback-cache',
      'check-caches',
      'map-origin-of-dead-cache',
      'mount-degraded',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      ...whileDisksDie,
      dirtyAtDeath: { label: 'Dirty chunks of both legs when the SSD died', unit: 'chunks' },
      mounts: { label: 'Legs of the file system if it can be mounted afterwards: 2, or 0', unit: 'legs' },
      lostOnBoth: { label: 'Flushed blocks lost, both hard disks', unit: 'blocks' },
      lostOnBothWithout: { label: 'Flushed blocks without checksums lost, both hard disks', unit: 'blocks' },
      lostOfHot: { label: 'Blocks of a file lost that was only read', unit: 'blocks' },
      refused: { label: 'Legs of which LVM refused to take the dead cache off by force', unit: 'legs' },
    },
    needs: [
      { measure: 'promisedBefore', is: 'at least', value: 10, unit: 'operations' },
      { measure: 'dirtyAtDeath', is: 'at least', value: 1, unit: 'chunks' },
    ],
    holdsWhen: [
      { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnBothWithout', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because: 'Both copies of what was written last stood on the same SSD.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      pulled,
      load,
      killed,
      'What could be rescued from the hard disks with tools for broken file systems is not tried.',
      'Two first series were broken off, each in its second run: the disk was pulled out before the load had begun, on a busy host. Since then the load says when it has begun. The first run of either lost flushed blocks too.',
    ],
    charts: [{ title: 'Blocks lost with the SSD', measures: ['lostOnBoth', 'lostOnBothWithout', 'lostOfHot'] }],
  },

  'does-a-mirrored-cache-outlive-one-of-its-ssds': {
    question: 'Does a cache that is mirrored over two SSDs outlive one of them?',
    hypothesis:
      'With the caches of both legs in writeback mode and mirrored over the two SSDs, one SSD may die: no user sees an error, nothing flushed is lost, and the array starts again without it.',
    why: 'It is the one layout in which both legs share all SSDs and one may still die, at the price of half the room.',
    kind: 'failure',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    stacks: [
      {
        name: 'mirrored SSDs',
        is: 'btrfs RAID1 on two legs in one volume group, each behind a writeback lvmcache whose data and metadata are LVM RAID1 over both SSDs; the first SSD is pulled out',
      },
      { name: 'without it', is: 'the same after a boot without that SSD' },
    ],
    procedures: [
      'create-legs-with-mirrored-caches',
      'attach-mirrored-cache',
      'make-raid1',
      'mount-array',
      'check-caches',
      'start-volume-without-a-disk',
      'mount-degraded',
      'scrub',
      'check-array',
      'stop-leg',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      ...whileDisksDie,
      dirtyAtDeath: { label: 'Dirty chunks of both legs when the SSD died', unit: 'chunks' },
      startsDegraded: { label: 'Legs that LVM starts by itself without the SSD', unit: 'legs' },
      mounts: {
        label: 'Legs of the file system if it can be mounted after a start that was forced: 2, or 0',
        unit: 'legs',
      },
      lostOnBoth: { label: 'Flushed blocks lost', unit: 'blocks' },
      lostOnBothWithout: { label: 'Flushed blocks without checksums lost', unit: 'blocks' },
      errorsOfFirstScrub: { label: 'Errors that a scrub found afterwards', unit: 'errors' },
    },
    needs: [
      { measure: 'promisedBefore', is: 'at least', value: 10, unit: 'operations' },
      { measure: 'dirtyAtDeath', is: 'at least', value: 1, unit: 'chunks' },
    ],
    holdsWhen: [
      { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'startsDegraded', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnBothWithout', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because: 'The mirror below the cache hides the dead SSD from it, and LVM starts a mirror from one half.',
    },
    control: 'does-a-shared-writeback-ssd-lose-what-was-flushed',
    limits: [
      pulled,
      load,
      killed,
      noLossIn(3),
      'The legs are started by hand after the boot. The rule at boot starts no group of which a disk is missing.',
      'While this was built LVM was seen to refuse the start without the SSD. What was expected stands as it was before that.',
      'A second SSD that dies, and a mirror whose halves differ, are not tried: the mirror has no checksums.',
    ],
    charts: [
      { title: 'Writes promised before and after the disk was gone', measures: ['promisedBefore', 'promisedAfter'] },
      {
        title: 'Flushed blocks lost',
        measures: ['lostOnBoth', 'lostOnBothWithout'],
      },
    ],
  },

  'what-does-a-dead-hard-disk-stop-behind-a-cache': {
    question: 'What does a dead hard disk stop when it has a cache in front?',
    hypothesis:
      'A hard disk that dies behind a writethrough cache stops nothing that it would not stop without one: users see no error, and the other leg has everything that was flushed.',
    why: 'A cache must not make the failure worse that RAID1 is there for.',
    ...deadDisk,
    stacks: [
      {
        name: 'own SSDs',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; the first hard disk is pulled out',
      },
      { name: 'what is left', is: 'the second leg with its SSD' },
    ],
    repeats: 3,
    expected: {
      verdict: 'holds',
      because:
        'What misses the cache and every flush of that leg fails, btrfs counts it and goes on with the other leg. What the cache still holds it goes on serving.',
    },
    limits: [pulled, load, killed, noLossIn(3)],
  },

  'what-does-a-whole-dead-leg-stop': {
    question: 'What does it stop when a hard disk and its SSD die together?',
    hypothesis:
      'A hard disk and the SSD in front of it may die at once: users see no error, and the other leg has everything that was flushed.',
    why: 'A leg with two disks has two that can take it down, and a common cable or power supply takes both.',
    ...deadDisk,
    stacks: [
      {
        name: 'own SSDs',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; the first hard disk and its SSD are pulled out',
      },
      { name: 'what is left', is: 'the second leg with its SSD' },
    ],
    repeats: 2,
    expected: {
      verdict: 'holds',
      because: 'To btrfs it is one device that is gone.',
    },
    limits: [pulled, load, killed, noLossIn(2)],
  },

  'what-do-a-hard-disk-and-the-ssd-of-the-other-leg-stop': {
    question: 'What does it stop when a hard disk and the SSD of the other leg die?',
    hypothesis:
      'A hard disk of one leg and the SSD of the other may die at once: the array stops, and everything that was flushed is on the hard disk that is left.',
    why: 'Four disks instead of two make a second failure more likely. Without a cache a dead SSD would not matter here.',
    kind: 'failure',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array'],
    stacks: [
      {
        name: 'own SSDs',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; the first hard disk and the second SSD are pulled out',
      },
      { name: 'what is left', is: 'the second hard disk, its cache taken off' },
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
    repeats: 2,
    measures: {
      ...whileDisksDie,
      lostOnLeft: { label: 'Flushed blocks lost, second leg', unit: 'blocks' },
      lostOnLeftWithout: { label: 'Flushed blocks without checksums lost, second leg', unit: 'blocks' },
    },
    needs: [{ measure: 'promisedBefore', is: 'at least', value: 10, unit: 'operations' }],
    holdsWhen: [
      { measure: 'writableLegs', is: 'exactly', value: 0, unit: 'legs' },
      { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnLeft', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnLeftWithout', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'Both legs fail their flushes, which is one more than RAID1 tolerates. Writethrough has left nothing on the SSD alone.',
    },
    control: 'does-a-shared-writeback-ssd-lose-what-was-flushed',
    limits: [pulled, load, killed, noLossIn(2)],
    charts: [
      { title: 'Writes promised before and after the disk was gone', measures: ['promisedBefore', 'promisedAfter'] },
      {
        title: 'Flushed blocks lost',
        measures: ['lostOnLeft', 'lostOnLeftWithout'],
      },
    ],
  },

  'what-does-a-dead-ssd-stop-when-one-leg-alone-is-cached': {
    question: 'What does a dead SSD stop when one leg alone is cached?',
    hypothesis:
      'With a writeback cache in front of one leg and none in front of the other, the SSD may die: the array stays writable, the bare leg has everything that was flushed, and a scrub makes the other whole.',
    why: 'One leg without a cache is the simplest way to have a copy that no cache stands before.',
    kind: 'failure',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    stacks: [
      {
        name: 'one leg cached',
        is: 'btrfs RAID1 on two legs, the first behind a writeback lvmcache, the second a hard disk alone; the SSD is pulled out',
      },
      { name: 'bare leg', is: 'the second hard disk alone' },
      { name: 'both legs', is: 'both hard disks, mapped past LVM, scrubbed twice' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-writeback-cache',
      'check-caches',
      'map-origin-of-dead-cache',
      'start-leg',
      'mount-degraded',
      'scrub',
      'check-array',
      'stop-leg',
    ],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      ...whileDisksDie,
      dirtyAtDeath: { label: 'Dirty chunks when the SSD died', unit: 'chunks' },
      lostOnSecond: { label: 'Flushed blocks lost, bare leg', unit: 'blocks' },
      lostOnSecondWithout: { label: 'Flushed blocks without checksums lost, bare leg', unit: 'blocks' },
      lostAfterScrub: { label: 'Flushed blocks lost, both legs after a scrub', unit: 'blocks' },
      lostAfterScrubWithout: {
        label: 'Flushed blocks without checksums that a leg returns old, after a scrub',
        unit: 'blocks',
      },
      errorsOfSecondScrub: { label: 'Errors that the second scrub found', unit: 'errors' },
    },
    needs: [
      { measure: 'promisedBefore', is: 'at least', value: 10, unit: 'operations' },
      { measure: 'dirtyAtDeath', is: 'at least', value: 1, unit: 'chunks' },
    ],
    holdsWhen: [
      { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'lostOnSecond', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnSecondWithout', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostAfterScrub', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because: 'One leg fails, and the other has no cache to lose.',
    },
    control: 'does-a-shared-writeback-ssd-lose-what-was-flushed',
    limits: [pulled, load, killed, noLossIn(2)],
    charts: [
      { title: 'Writes promised before and after the disk was gone', measures: ['promisedBefore', 'promisedAfter'] },
      {
        title: 'Flushed blocks lost',
        measures: ['lostOnSecond', 'lostOnSecondWithout', 'lostAfterScrubWithout'],
      },
    ],
  },

  'does-vgreduce-by-force-remove-the-volume': {
    question: 'Does striking a dead SSD from its group by force remove the volume on the hard disk?',
    hypothesis:
      'vgreduce --removemissing --force takes the dead SSD out of the group and leaves the volume of the hard disk.',
    why: 'It is the first command that a search for a dead disk in LVM turns up.',
    kind: 'failure',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure'],
    stacks: [
      {
        name: 'by force',
        is: 'a volume behind a writethrough lvmcache, stopped in good order, its SSD missing; vgreduce by force',
      },
      { name: 'by the book', is: 'the same on another pair of disks, its cache taken off first' },
    ],
    procedures: [
      'create-leg',
      'attach-cache',
      'stop-leg',
      'remove-dead-cache',
      'vgreduce-by-force',
      'bring-back-removed-volume',
    ],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      leftByForce: { label: 'Volumes that are left, by force', unit: 'legs' },
      leftByTheBook: { label: 'Volumes that are left, by the book', unit: 'legs' },
      readByTheBook: { label: 'Blocks that read back, by the book', unit: 'blocks' },
      refusedPlain: {
        label: 'Descriptions that LVM refused to bring back without a disk for the dead one',
        unit: 'operations',
      },
      readAfterRestore: { label: 'Blocks that read back after the description was brought back', unit: 'blocks' },
    },
    needs: [{ measure: 'readByTheBook', is: 'exactly', value: 4096, unit: 'blocks' }],
    holdsWhen: [{ measure: 'leftByForce', is: 'exactly', value: 1, unit: 'legs' }],
    expected: {
      verdict: 'refuted',
      because:
        'LVM removes every volume that is partial, and a cached volume without its SSD is partial. The description from before should bring it back.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Only the LVM of Debian 13. Volumes without a file system.',
      'A first series of two runs had a runbook that only restored the description. LVM refused it, for want of the dead disk, and no block read back. The runbook was mended, and this series is of its new text.',
      'The way back is tried at once, before anything else is written to the disk.',
    ],
    charts: [
      {
        title: 'Volumes left after the dead SSD was struck from the group',
        measures: ['leftByForce', 'leftByTheBook'],
      },
    ],
  },
});
