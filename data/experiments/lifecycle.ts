import { defineExperiments } from '../../src/schema/index.ts';
import { noLossIn } from '../bound.ts';

/** How caches come, go and are replaced on an array that lives. */
export const lifecycle = defineExperiments({
  'can-caches-come-and-go-under-load': {
    question: 'Can caches be put on and taken off while the array is being written and read?',
    hypothesis:
      'Caches come to both legs of an array under load and go again, in writethrough and in writeback mode, without an error, a wrong read or the loss of a flushed record.',
    why: 'A trial that can be ended at any time without downtime is worth more than a benchmark. It also decides whether the array has to be on LVM from the first day.',
    kind: 'lifecycle',
    criteria: ['plan', 'compatibility', 'comparison'],
    questions: ['per-device-or-array', 'multi-device', 'modes'],
    stacks: [
      {
        name: 'legs',
        is: 'btrfs RAID1 on two logical volumes, with a writer that flushes each record and two readers; writethrough caches come and go, then writeback caches',
      },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-tuned-cache', 'remove-cache', 'scrub', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      acknowledged: { label: 'Records that were flushed', unit: 'blocks' },
      acknowledgedAfter: { label: 'Of them, after the last cache was taken off', unit: 'blocks' },
      reads: { label: 'Reads that gave what was written', unit: 'blocks' },
      writeErrors: { label: 'Writes or flushes that failed', unit: 'errors' },
      readErrors: { label: 'Reads that failed', unit: 'errors' },
      wrongReads: { label: 'Reads that gave something else', unit: 'errors' },
      lost: { label: 'Flushed records that do not read back at the end', unit: 'blocks' },
      scrubErrors: { label: 'Errors that a scrub found at the end', unit: 'errors' },
      longestStall: { label: 'Longest time between two flushed records', unit: 'seconds' },
      dirtyBeforeRemoval: { label: 'Dirty chunks when the writeback caches were taken off', unit: 'chunks' },
      writtenByRemovalWritethrough: {
        label: 'Written to the hard disks while writethrough caches were taken off',
        unit: 'MiB',
      },
      writtenByRemovalWriteback: {
        label: 'Written to the hard disks while writeback caches were taken off',
        unit: 'MiB',
      },
    },
    needs: [
      { measure: 'acknowledgedAfter', is: 'at least', value: 5, unit: 'blocks' },
      { measure: 'reads', is: 'at least', value: 100, unit: 'blocks' },
    ],
    holdsWhen: [
      { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'scrubErrors', is: 'exactly', value: 0, unit: 'errors' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'LVM swaps the tables of a volume that is in use, holds its requests for that moment, and writes a dirty cache back before it takes it off.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'A light load: one flushed record and some reads at a time. Caches of 128 MiB, of which little is dirty: a real one takes as long as its dirty chunks need.',
      'Works only where the legs are logical volumes already. A file system on bare disks has to move first.',
      'The longest time between two records is that of an emulated machine on a busy host.',
    ],
    charts: [
      { title: 'What went wrong', measures: ['writeErrors', 'readErrors', 'wrongReads', 'scrubErrors'] },
      {
        title: 'Written to the hard disks while the caches were taken off',
        measures: ['writtenByRemovalWritethrough', 'writtenByRemovalWriteback'],
      },
    ],
  },

  'can-a-leg-grow-with-its-cache-on': {
    question: 'Can a leg be made larger with its cache on?',
    answers: {
      holds: 'Yes: volume and file system grew in use, the cache stayed, and nothing was lost.',
      refuted: 'No: LVM or btrfs refused, or something was lost.',
    },
    hypothesis:
      'With dirty caches in front of both legs and the array mounted, the volumes and the file system grow, the caches stay as warm as they were, and no block is lost.',
    why: 'The runbook takes the cache off for it, which costs a warm cache. If that is not needed, it is one step less to get wrong.',
    kind: 'lifecycle',
    criteria: ['plan', 'compatibility'],
    questions: ['multi-device', 'per-device-or-array'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each behind an lvmcache on an SSD of its own that is warm and has dirty chunks; both grow by 300 MiB',
      },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'switch-cache-mode',
      'grow-cached-leg',
      'scrub',
      'stop-leg',
      'start-leg',
      'check-stopped-cache',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      grown: { label: 'Legs that grew, volume and member alike', unit: 'legs' },
      cached: { label: 'Legs that are cached afterwards', unit: 'legs' },
      onHardDisks: { label: 'Legs whose data are on one hard disk and nowhere else', unit: 'legs' },
      dirtyWhenGrown: { label: 'Dirty chunks when they grew', unit: 'chunks' },
      chunksKept: { label: 'Share of the cached chunks that stayed', unit: 'percent' },
      lost: { label: 'Blocks lost', unit: 'blocks' },
      lostAfterRestart: { label: 'Blocks lost after a stop and a start', unit: 'blocks' },
      scrubErrors: { label: 'Errors that a scrub found', unit: 'errors' },
      damagedCaches: { label: 'Caches in which cache_check found something', unit: 'legs' },
    },
    needs: [{ measure: 'dirtyWhenGrown', is: 'at least', value: 1, unit: 'chunks' }],
    holdsWhen: [
      { measure: 'grown', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'cached', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'onHardDisks', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostAfterRestart', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'scrubErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'damagedCaches', is: 'exactly', value: 0, unit: 'legs' },
    ],
    expected: {
      verdict: 'holds',
      because: 'LVM has learnt to extend a cached volume, and the kernel to grow the origin by loading a longer table.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Nothing else uses the array while it grows.',
      'The volumes grow by an eighth. A cache whose chunk size was chosen for the old size may be a poor fit for a much larger one.',
      noLossIn(3),
    ],
    charts: [{ title: 'Legs after growing', measures: ['grown', 'cached', 'onHardDisks'] }],
  },

  'does-a-cache-get-in-the-way-of-replacing-a-hard-disk': {
    question: 'Does a cache get in the way of replacing a failing hard disk?',
    answers: {
      holds: 'No: the leg was replaced with the array in use, and each leg alone had everything afterwards.',
      refuted: 'Yes: the replacement did not go through, its users noticed it, or a leg lacked blocks afterwards.',
    },
    hypothesis:
      'A hard disk with unreadable sectors is replaced behind its cache with the array in use: no user gets an error, and each leg alone has every flushed block afterwards.',
    why: 'Hard disks die more often than caches pay off. What is a routine without a cache should stay one with it.',
    kind: 'lifecycle',
    criteria: ['reliability', 'plan', 'compatibility'],
    questions: ['multi-device', 'per-device-or-array', 'modes'],
    stacks: [
      {
        name: 'writethrough',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own, under a load; a part of the first hard disk cannot be read; a new leg takes its place and then its SSD',
      },
      { name: 'writeback', is: 'the same in writeback mode, with dirty chunks on the SSD of the leg that goes' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'switch-cache-mode',
      'replace-cached-leg',
      'take-ssd-to-the-new-leg',
      'scrub',
      'stop-leg',
      'start-leg',
      'mount-degraded',
    ],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      failing: { label: 'Times that the sectors failed which were made to, of two', unit: 'operations' },
      dirtyAtReplacement: { label: 'Dirty chunks of the leg when it was replaced, writeback', unit: 'chunks' },
      acknowledgedThrough: { label: 'Records flushed meanwhile; writethrough', unit: 'blocks' },
      acknowledgedBack: { label: 'Records flushed meanwhile; writeback', unit: 'blocks' },
      userErrorsThrough: { label: 'Errors that writer and readers got; writethrough', unit: 'errors' },
      userErrorsBack: { label: 'Errors that writer and readers got; writeback', unit: 'errors' },
      wrongReadsThrough: { label: 'Reads that returned other than what was written; writethrough', unit: 'blocks' },
      wrongReadsBack: { label: 'Reads that returned other than what was written; writeback', unit: 'blocks' },
      replacedThrough: { label: 'Replacements that went through; writethrough', unit: 'operations' },
      replacedBack: { label: 'Replacements that went through; writeback', unit: 'operations' },
      cachedThrough: { label: 'Legs with a cache at the end; writethrough', unit: 'legs' },
      cachedBack: { label: 'Legs with a cache at the end; writeback', unit: 'legs' },
      scrubErrorsThrough: { label: 'Errors that a scrub found at the end; writethrough', unit: 'errors' },
      scrubErrorsBack: { label: 'Errors that a scrub found at the end; writeback', unit: 'errors' },
      lostThrough: { label: 'Flushed blocks lost, both legs together; writethrough', unit: 'blocks' },
      lostBack: { label: 'Flushed blocks lost, both legs together; writeback', unit: 'blocks' },
      lostOnNewThrough: { label: 'Flushed blocks that the new leg lacks; writethrough', unit: 'blocks' },
      lostOnNewBack: { label: 'Flushed blocks that the new leg lacks; writeback', unit: 'blocks' },
      lostOnOtherThrough: { label: 'Flushed blocks that the other leg lacks; writethrough', unit: 'blocks' },
      lostOnOtherBack: { label: 'Flushed blocks that the other leg lacks; writeback', unit: 'blocks' },
    },
    needs: [
      { measure: 'failing', is: 'exactly', value: 2, unit: 'operations' },
      { measure: 'dirtyAtReplacement', is: 'at least', value: 1, unit: 'chunks' },
      { measure: 'acknowledgedThrough', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedBack', is: 'at least', value: 10, unit: 'blocks' },
    ],
    holdsWhen: [
      { measure: 'replacedThrough', is: 'exactly', value: 1, unit: 'operations' },
      { measure: 'userErrorsThrough', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'wrongReadsThrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnNewThrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnOtherThrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'replacedBack', is: 'exactly', value: 1, unit: 'operations' },
      { measure: 'userErrorsBack', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'wrongReadsBack', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnNewBack', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnOtherBack', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'To btrfs a cached leg is a device like any other. Told to spare the old leg it copies from the one that is whole, and nothing of the old cache is needed, dirty or not.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'One run was made while this was built, and is not counted.',
      'Sixteen blocks of the old hard disk give errors; it answers otherwise. One that answers slowly, or is dead, is not tried here.',
      'The other leg is whole. With bad sectors on both, the old leg has to be read too.',
      'The legs are started and mounted one by one in the same machine, for reading.',
      noLossIn(3),
    ],
    charts: [
      {
        title: 'Flushed blocks that a leg lacks',
        measures: ['lostOnNewThrough', 'lostOnOtherThrough', 'lostOnNewBack', 'lostOnOtherBack'],
      },
    ],
  },
});
