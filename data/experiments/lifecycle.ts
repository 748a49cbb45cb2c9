import { defineExperiments } from '../../src/schema/index.ts';

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
});
