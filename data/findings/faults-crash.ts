import { defineFindings } from '../../src/schema/index.ts';

/** What the lab saw of caches that were left dirty: how long it lasts, what makes it, and what a crash keeps. */
export const faultsCrash = defineFindings({
  'reads-that-miss-hold-up-write-back': {
    claim:
      'Twenty reads a second that miss the cache keep it dirty: of 256 chunks more than half were still dirty after 30 seconds, and their number had not moved.',
    criteria: ['reliability', 'performance', 'plan'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-cache-in-use-get-clean',
        holdsWhen: [
          { measure: 'dirtyAfterMisses', is: 'at least', value: 129, unit: 'chunks' },
          { measure: 'reads', is: 'at least', value: 150, unit: 'operations' },
        ],
      },
    ],
    versions:
      'Linux 6.12 in the lab. The bound was written after the runs; that the number does not move is in the samples of each run',
    falsifiedBy: 'A cache that gets clean under such reads.',
    reviewBy: '2027-05-22',
  },
  'a-crash-keeps-what-was-promoted': {
    claim:
      'A crash half a minute after the warm-up leaves at least 95 of 100 promoted chunks in the cache, whether or not anything was flushed in between.',
    criteria: ['reliability', 'performance'],
    questions: ['modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-crash-forget-what-was-promoted',
        holdsWhen: [
          { measure: 'residentBefore', is: 'at least', value: 100, unit: 'chunks' },
          { measure: 'keptFlushed', is: 'at least', value: 95, unit: 'percent' },
          { measure: 'keptNotFlushed', is: 'at least', value: 95, unit: 'percent' },
        ],
      },
      {
        source: 'kernel-cache-doc',
        at: 'Updating on-disk metadata',
        says: 'The metadata are committed about once a second, and with every flush.',
      },
    ],
    versions: 'Linux 6.12 in the lab; a killed virtual machine, not a power cut',
    falsifiedBy: 'A cache that comes up with fewer chunks after such a crash.',
    reviewBy: '2027-05-22',
    disagreement:
      'One run of another experiment had come up empty after a crash right behind the warm-up. With half a minute in between none of six caches did, so the documentation stands.',
  },
});
