import { defineFindings } from '../../src/schema/index.ts';
import { mayStillLose } from '../bound.ts';

/** What a crash or a power cut leaves. Written before the runs. */
export const suddenEnds = defineFindings({
  'a-killed-machine-loses-no-flushed-write': {
    claim:
      'However often a machine with caches is killed, in writethrough and in writeback mode, every flushed write is there afterwards and the file system is whole.',
    criteria: ['reliability', 'plan'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-flushed-write-lost-when-the-machine-is-killed',
        holdsWhen: [
          { measure: 'notMounted', is: 'exactly', value: 0, unit: 'operations' },
          { measure: 'lostWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWriteback', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'scrubErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'notClean', is: 'exactly', value: 0, unit: 'operations' },
        ],
      },
    ],
    versions: `Linux 6.12 in the lab, 7.3 in two runs of three; nine ends in each mode on the first, so up to ${mayStillLose(9)} % of ends could still lose`,
    falsifiedBy: 'A flushed block that is gone after a kill.',
    reviewBy: '2027-05-22',
  },
  'a-power-cut-at-any-moment-loses-no-flushed-write': {
    claim:
      'When the power goes and each disk keeps about half of what it had not flushed, every flushed write is there afterwards, in both modes. Disks that lie about flushes lose some in the same check.',
    criteria: ['reliability', 'plan'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-flushed-write-lost-when-the-power-goes-at-any-moment',
        holdsWhen: [
          { measure: 'notMounted', is: 'exactly', value: 0, unit: 'operations' },
          { measure: 'lostWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWriteback', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'scrubErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'notClean', is: 'exactly', value: 0, unit: 'operations' },
          { measure: 'lostWhenLying', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: `Linux 6.12 and 7.3 in the lab; nine cuts in each mode, so up to ${mayStillLose(9)} % of cuts could still lose`,
    falsifiedBy: 'A flushed block that is gone after a cut, with disks that are honest about flushes.',
    reviewBy: '2027-05-22',
  },
  'writethrough-keeps-flushed-writes-in-a-power-cut': {
    claim:
      'A power cut right behind a flush, which takes all that the disks had not flushed, loses no flushed write in writethrough mode.',
    criteria: ['reliability', 'plan'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-power-cut-lose-flushed-writes-in-writethrough-mode',
        holdsWhen: [
          { measure: 'mounts', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'lostWithChecksums', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWithoutChecksums', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWhenLying', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; honest disks, which the control tells from lying ones',
    falsifiedBy: 'A flushed block that is gone after a cut, with disks that are honest about flushes.',
    reviewBy: '2027-05-22',
  },
  'writeback-keeps-flushed-writes-in-a-power-cut': {
    claim:
      'A power cut right behind a flush, which takes all that the disks had not flushed, loses no flushed write in writeback mode either.',
    criteria: ['reliability', 'plan'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-power-cut-lose-flushed-writes-in-writeback-mode',
        holdsWhen: [
          { measure: 'mounts', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'lostWithChecksums', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWithoutChecksums', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostWhenLying', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; honest disks, which the control tells from lying ones',
    falsifiedBy: 'A flushed block that is gone after a cut, with disks that are honest about flushes.',
    reviewBy: '2027-05-22',
  },
  'an-own-ssd-that-dies-after-a-crash-costs-no-checked-block': {
    claim:
      'With a writethrough SSD for each leg, one may die right after a crash: the array stays writable and no flushed block with a checksum is lost.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-an-own-ssd-that-dies-after-a-crash-lose-writes',
        holdsWhen: [
          { measure: 'dirtyAtDeath', is: 'at least', value: 32, unit: 'chunks' },
          { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostAfterScrub', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A flushed block with a checksum that both legs together do not have.',
    reviewBy: '2027-05-22',
  },
  'after-a-crash-a-disk-behind-writethrough-lacks-blocks': {
    claim:
      'After a crash the hard disk behind a writethrough cache lacks flushed blocks when its SSD dies before the cache is clean again. The other leg is what saves them.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-an-own-ssd-that-dies-after-a-crash-lose-writes',
        holdsWhen: [
          { measure: 'dirtyAtDeath', is: 'at least', value: 32, unit: 'chunks' },
          { measure: 'lostOnFirstWithout', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A first hard disk that has every flushed block although its cache was dirty.',
    reviewBy: '2027-05-22',
  },
  'every-chunk-is-dirty-while-nothing-can-be-written-back': {
    claim:
      'While the hard disk takes no write, each and every chunk of a writethrough cache counts as dirty after a crash, in a full cache and in one with room.',
    criteria: ['reliability', 'performance'],
    questions: ['modes', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-every-chunk-dirty-when-nothing-can-be-written-back',
        holdsWhen: [
          { measure: 'firstDirtyShare', is: 'exactly', value: 100, unit: 'percent' },
          { measure: 'firstDirtyShareFull', is: 'exactly', value: 100, unit: 'percent' },
          { measure: 'lastDirtyShare', is: 'exactly', value: 100, unit: 'percent' },
          { measure: 'lastDirtyShareFull', is: 'exactly', value: 100, unit: 'percent' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab',
    falsifiedBy: 'A clean chunk after a crash while the hard disk refuses writes.',
    reviewBy: '2027-05-22',
  },
});
