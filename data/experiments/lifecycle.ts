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
});
