import { defineFindings } from '../../src/schema/index.ts';
import { mayStillLose } from '../bound.ts';

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
    versions: 'Linux 6.12 and 7.3 in the lab, writethrough; an SSD that is pulled out',
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
    versions: `Linux 6.12 and 7.3 in the lab, writethrough; three runs, so up to ${mayStillLose(3)} % of runs could still lose`,
    falsifiedBy: 'A flushed record that neither hard disk has.',
    reviewBy: '2027-05-22',
  },
  'the-disk-behind-a-dead-ssd-is-whole': {
    claim:
      'The hard disk of the leg whose SSD died has every flushed record by itself, those written after the death among them, although btrfs counted its writes and flushes as failed.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-when-each-leg-has-its-own',
        holdsWhen: [
          { measure: 'acknowledgedAfter', is: 'at least', value: 10, unit: 'blocks' },
          { measure: 'errorsOfFirstLeg', is: 'at least', value: 1, unit: 'errors' },
          { measure: 'lostOnFirst', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab, writethrough. Written after the runs: it had been expected that this disk misses the last writes',
    falsifiedBy: 'A flushed record that the hard disk behind the dead SSD lacks.',
    reviewBy: '2027-05-22',
  },
  'btrfs-counts-a-dead-ssd-on-its-leg': {
    claim:
      'btrfs counts the errors of a dead SSD on the leg that it belongs to, goes on using that leg, and counts none on the other.',
    criteria: ['reliability', 'compatibility'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-dead-ssd-stop-when-each-leg-has-its-own',
        holdsWhen: [
          { measure: 'errorsOfFirstLeg', is: 'at least', value: 100, unit: 'errors' },
          { measure: 'errorsOfSecondLeg', is: 'exactly', value: 0, unit: 'errors' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab, writethrough; half a minute after the SSD was pulled out. Written after the runs',
    falsifiedBy: 'A leg without a working SSD and without errors, or errors on the other leg.',
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
    versions: 'Linux 6.12 and 7.3 in the lab, writethrough; two partitions of one SSD',
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
    versions: `Linux 6.12 and 7.3 in the lab, writethrough; three runs, so up to ${mayStillLose(3)} % of runs could still lose`,
    falsifiedBy: 'A flushed record that neither hard disk has.',
    reviewBy: '2027-05-22',
  },
  'one-group-starts-no-leg-at-boot': {
    claim:
      'With all disks in one volume group, the rule at boot starts no leg while one SSD is missing; with a group for each leg it starts the leg that is whole.',
    criteria: ['reliability', 'nixos', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array', 'nixos-support'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-leg-come-up-without-its-ssd',
        holdsWhen: [
          { measure: 'ruleOne', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'ruleOwn', is: 'exactly', value: 1, unit: 'legs' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, lvm2 of Debian 13; the command of the rule, without systemd',
    falsifiedBy: 'A group that lacks a disk and is named as complete, or a whole one that is not.',
    reviewBy: '2027-05-22',
  },
  'the-whole-leg-starts-by-hand': {
    claim:
      'By hand the leg that has its SSD starts with either layout, and the array mounts degraded with every block readable; a plain mount does not work.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-leg-come-up-without-its-ssd',
        holdsWhen: [
          { measure: 'byHandOwn', is: 'exactly', value: 1, unit: 'legs' },
          { measure: 'byHandOne', is: 'exactly', value: 1, unit: 'legs' },
          { measure: 'plainOwn', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'degradedOwn', is: 'exactly', value: 2048, unit: 'blocks' },
          { measure: 'degradedOne', is: 'exactly', value: 2048, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab, lvm2 of Debian 13',
    falsifiedBy:
      'A run in which the leg does not start by hand, or the array mounts without being told that a leg is missing.',
    reviewBy: '2027-05-22',
  },
  'a-returned-cache-serves-old-blocks': {
    claim:
      'A writethrough cache that comes back after its SSD dropped out serves old blocks without an error where the file has no checksums.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'cow-and-checksums', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-stale-cache-served-after-it-returns',
        holdsWhen: [
          { measure: 'diverged', is: 'at least', value: 64, unit: 'blocks' },
          { measure: 'oldWithoutChecksums', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; a nodatacow file on btrfs RAID1',
    falsifiedBy: 'A run in which each block that the SSD holds in an old version is read in its new one.',
    reviewBy: '2027-05-22',
  },
  'a-returned-cache-overwrites-the-disk': {
    claim: 'Left alone, the returned cache writes its old blocks over the new ones on the hard disk.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-stale-cache-served-after-it-returns',
        holdsWhen: [{ measure: 'overwrittenOnHdd', is: 'at least', value: 1, unit: 'blocks' }],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab, writethrough',
    falsifiedBy: 'A run in which the hard disk keeps every new block.',
    reviewBy: '2027-05-22',
  },
  'checksums-catch-the-returned-cache': {
    claim:
      'A file with checksums comes back in its new version after the cache returned, and btrfs counts no error: copy-on-write had put the new blocks where the cache held nothing.',
    criteria: ['reliability', 'compatibility'],
    questions: ['ssd-failure', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-stale-cache-served-after-it-returns',
        holdsWhen: [
          { measure: 'diverged', is: 'at least', value: 64, unit: 'blocks' },
          { measure: 'oldWithChecksums', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'unreadable', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'errorsCounted', is: 'exactly', value: 0, unit: 'errors' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab; RAID1 whose other leg missed nothing. Before the runs the claim was that btrfs takes the blocks from the other leg; it did not have to',
    falsifiedBy: 'An old or unreadable block of a file with checksums.',
    reviewBy: '2027-05-22',
  },
});
