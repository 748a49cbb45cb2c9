import { defineFindings } from '../../src/schema/index.ts';

/** What the lab saw of dead and missing SSDs. Written before the runs, from the source code, where nothing else is said. */
export const deadSsd = defineFindings({
  'an-own-ssd-dies-unnoticed-by-users': {
    claim:
      'With an SSD for each leg, the array stays writable when one of them dies, and neither the writer nor the readers get an error.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-when-each-leg-has-its-own',
        holdsWhen: [
          { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'acknowledgedAfter', is: 'at least', value: 10, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, writethrough; an SSD that is pulled out',
    falsifiedBy: 'A run in which a user of the array gets an error, or the array turns read-only.',
    reviewBy: '2027-05-22',
  },
  'an-own-ssd-dies-without-loss': {
    claim:
      'Every flushed record is on the two hard disks after the SSD of one leg has died, with both caches taken off.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-when-each-leg-has-its-own',
        holdsWhen: [
          { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOfCorpus', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnSecond', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, writethrough; three runs, so up to 63 % of runs could still lose',
    falsifiedBy: 'A flushed record that neither hard disk has.',
    reviewBy: '2027-05-22',
  },
  'a-shared-ssd-stops-the-array': {
    claim: 'One SSD in front of both legs takes the array down when it dies: it no longer takes writes.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-when-both-legs-share-it',
        holdsWhen: [
          { measure: 'writableLegs', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'writeErrors', is: 'at least', value: 1, unit: 'errors' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, writethrough; two partitions of one SSD',
    falsifiedBy: 'An array that goes on taking writes without that SSD.',
    reviewBy: '2027-05-22',
  },
  'a-shared-ssd-dies-without-loss': {
    claim: 'What was flushed before a shared SSD died is on the hard disks, with both caches taken off.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-when-both-legs-share-it',
        holdsWhen: [
          { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOfCorpus', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, writethrough; three runs, so up to 63 % of runs could still lose',
    falsifiedBy: 'A flushed record that neither hard disk has.',
    reviewBy: '2027-05-22',
  },
});
