import { defineFindings } from '../../src/schema/index.ts';
import { mayStillLose } from '../bound.ts';

/** What the lab saw of disks that die under a load and of starts that fail. Written before the runs where nothing else is said. */
export const faults = defineFindings({
  'a-stopped-writeback-leg-without-its-ssd-cannot-be-uncached': {
    claim:
      'LVM does not take a writeback cache off a stopped leg whose SSD is gone, not even by force: it wants to start the leg first, to flush what is not there.',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'modes'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-the-other-leg-save-what-a-dead-writeback-ssd-held',
        holdsWhen: [{ measure: 'refused', is: 'exactly', value: 1, unit: 'legs' }],
      },
      {
        source: 'lvm2-cache-manip-c',
        at: 'lv_cache_remove',
        says: 'An inactive volume in any other mode than writethrough or passthrough is activated for the flush, and the command ends when that fails. Force is not asked for there.',
      },
    ],
    versions:
      'lvm2 of Debian 13 in the lab, git d804677c7 as read. Written after it had been seen while the experiment was built',
    falsifiedBy: 'A forced removal that succeeds on a stopped leg without its SSD.',
    reviewBy: '2027-05-22',
    disagreement:
      'The test of upstream takes such a cache off by force and passes. There the volume is still active. After a reboot it is not, and cannot be made so: the run is what an owner meets.',
  },
  'a-shared-writethrough-ssd-loses-writes-after-a-crash': {
    claim:
      'After a crash a writethrough SSD that both legs share takes flushed blocks along when it dies while its caches are dirty, of files with checksums and without: neither hard disk has them.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-shared-ssd-that-dies-after-a-crash-lose-writes',
        holdsWhen: [
          { measure: 'dirtyAtDeath', is: 'at least', value: 32, unit: 'chunks' },
          { measure: 'writableLegs', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'lostOnBoth', is: 'at least', value: 1, unit: 'blocks' },
          { measure: 'lostOnBothWithout', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab; caches held dirty, as large ones are for hours. In an earlier series, replaced by this one, one of two complete runs lost no block with a checksum',
    falsifiedBy: 'A run in which the hard disks have every block that was flushed since the crash.',
    reviewBy: '2027-05-22',
  },
  'the-other-leg-has-what-a-dead-writeback-ssd-held': {
    claim:
      'With a writeback SSD for each leg, one of them may die: every flushed block with a checksum is on the other leg, reads right from both together, and a scrub corrects all that it finds.',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'cow-and-checksums', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-the-other-leg-save-what-a-dead-writeback-ssd-held',
        holdsWhen: [
          { measure: 'dirtyAtDeath', is: 'at least', value: 1, unit: 'chunks' },
          { measure: 'lostOnSecond', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostAfterScrub', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'uncorrectable', is: 'exactly', value: 0, unit: 'errors' },
        ],
      },
    ],
    versions: `Linux 6.12 and 7.3 in the lab; three runs on each, so up to ${mayStillLose(3)} % of runs could still lose`,
    falsifiedBy: 'A flushed block with a checksum that the second leg does not have.',
    reviewBy: '2027-05-22',
  },
  'a-dead-writeback-ssd-leaves-old-blocks-that-scrub-does-not-see': {
    claim:
      'The leg whose writeback SSD died goes on returning old blocks of a file without checksums, after a scrub as before it.',
    criteria: ['reliability', 'compatibility', 'plan'],
    questions: ['ssd-failure', 'modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-the-other-leg-save-what-a-dead-writeback-ssd-held',
        holdsWhen: [
          { measure: 'lostOnSecondWithout', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostOnBothWithout', is: 'at least', value: 1, unit: 'blocks' },
          { measure: 'lostAfterScrubWithout', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
      {
        experiment: 'what-does-a-dead-ssd-stop-when-one-leg-alone-is-cached',
        holdsWhen: [
          { measure: 'lostOnSecondWithout', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'lostAfterScrubWithout', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; a nodatacow file. With a bare second leg the same was seen after the runs',
    falsifiedBy: 'A scrub that makes the two copies of such a file the same.',
    reviewBy: '2027-05-22',
  },
  'a-start-that-failed-in-stage-1-is-not-tried-again': {
    claim:
      'A cached volume group that could not start for want of the cache modules is named as started all the same, and does not come up when the events of its disks are replayed with the modules there.',
    criteria: ['nixos', 'reliability', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-start-that-failed-in-stage-1-tried-again',
        holdsWhen: [
          { measure: 'namedInStage1', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'activeInStage1', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'namedAtReplay', is: 'exactly', value: 0, unit: 'legs' },
          { measure: 'activeAfterReplay', is: 'exactly', value: 0, unit: 'legs' },
        ],
      },
    ],
    versions:
      'lvm2 of Debian 13 in the lab; the commands of the event rule, without systemd and without the initrd of NixOS',
    falsifiedBy: 'A replay that starts the groups.',
    reviewBy: '2027-05-22',
  },
  'vgchange-or-fresh-marks-bring-a-failed-start-back': {
    claim:
      'Three remedies bring the groups up: vgchange by name once the modules are there, taking the marks of LVM away before the replay, and the modules at hand before the first events.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-start-that-failed-in-stage-1-tried-again',
        holdsWhen: [
          { measure: 'activeByHand', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'activeAfterForgetting', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'activeWithModulesLoaded', is: 'exactly', value: 2, unit: 'legs' },
          { measure: 'activeWithModulesLoadable', is: 'exactly', value: 2, unit: 'legs' },
        ],
      },
    ],
    versions:
      'lvm2 of Debian 13 in the lab; a kernel that loads the modules when LVM asks for them needs no list of them',
    falsifiedBy: 'A remedy that leaves a group down.',
    reviewBy: '2027-05-22',
  },
});
