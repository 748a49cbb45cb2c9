import { definePlan } from '../src/schema/index.ts';

const rollBack = 'the last configuration that worked is one choice away in the boot menu';

/** From hard disks and idle SSDs to done, and back. */
export const plan = definePlan([
  {
    id: 'pool',
    title: 'The SSDs as a pool of their own',
    when: 'An array that holds data stays as it is, on whole disks, partitions or volumes.',
    carriesOut: ['separate-ssd-pool'],
    phases: [
      {
        title: 'Know what is there',
        aim: 'The array is well, every copy was read, and a backup was restored once and read.',
        runbooks: ['check-health'],
        byHand: [
          'Restore one directory from the backup to another place and compare it.',
          'Note for a week which services wait for the disks, and how large their data are.',
          'Read the wear and the reallocated sectors of both SSDs.',
        ],
        stopIf:
          'Nothing waits for the disks, or what does is larger than one SSD: then the SSDs stay idle, and that is an answer.',
      },
      {
        title: 'Make the pool',
        aim: 'A second btrfs RAID1, on the SSDs, mounted.',
        runbooks: ['make-ssd-pool'],
        byHand: [
          'Put both file systems into the configuration, with nofail. Do not run the format step of disko: it goes through the disks of the array too.',
        ],
        stopIf: 'An SSD carries something, or is worn.',
      },
      {
        title: 'Start the machine without an SSD',
        aim: 'It was seen that the machine comes up and the array is mounted when an SSD is not there.',
        runbooks: ['pool-ssd-died'],
        byHand: [
          'Power off, unplug one SSD, start: the array has to be there, the pool not, and an alert has to arrive.',
          'Power off, plug it in again, start. The runbook for a dead SSD is for the day when it is dead.',
        ],
        stopIf: `The machine does not come up: ${rollBack}.`,
      },
      {
        title: 'Move one service',
        aim: 'The service runs from the pool, and its old data are kept on the array.',
        runbooks: ['move-to-pool'],
        byHand: ['Stop the service before, mount its subvolume from the pool in the configuration, start it after.'],
        stopIf: 'The copy does not compare, or the service is not faster for it: then the next phase brings it back.',
      },
      {
        title: 'Send the pool to the array every night',
        aim: 'The pool has a third copy on other hardware, and the backup takes it along.',
        runbooks: ['send-pool-to-array', 'scrub-both'],
        byHand: [
          'Timers for both; an alert when either did not run.',
          'Restore one file from last night and compare it.',
        ],
        stopIf: 'A send fails twice: find out why before the next service moves.',
      },
      {
        title: 'Done, a month later',
        aim: 'What moved has proved itself, and the old data are removed by hand.',
        runbooks: ['check-health'],
        byHand: ['Delete the subvolumes that were kept, one by one, with their names written out.'],
        stopIf: 'Anybody is unsure: they cost nothing but room.',
      },
      {
        title: 'The way back',
        aim: 'All is on the array again and the SSDs are idle.',
        runbooks: ['give-up-pool'],
        byHand: ['Point the service to the array, start it; then take the pool out of the configuration.'],
        stopIf: 'The array has no room for it.',
      },
    ],
  },
  {
    id: 'cached-legs',
    title: 'Cached legs under an array that holds data',
    when: 'The decision was another one, or is tried on an array whose backup is good.',
    carriesOut: ['lvmcache'],
    phases: [
      {
        title: 'Know what is there',
        aim: 'The array is well, every copy was read, and a backup was restored once and read.',
        runbooks: ['check-health'],
        byHand: [
          'Restore one directory from the backup to another place and compare it.',
          'Read the wear of both SSDs.',
        ],
        stopIf: 'There is no backup that was read back.',
      },
      {
        title: 'Make room',
        aim: 'Each member is smaller than the volume that takes its place.',
        runbooks: ['make-room-for-legs'],
        stopIf: 'The array is too full for it.',
      },
      {
        title: 'Move the members onto legs',
        aim: 'Every member is a volume in a group of its own; the data never left.',
        runbooks: ['migrate-with-spare', 'migrate-without-spare', 'migrate-by-remove'],
        byHand: [
          'One of the three, once for each member: with a spare disk, without one, or with three members and more.',
        ],
        stopIf: 'There is no spare disk and no backup: one copy for a night is not worth a cache.',
      },
      {
        title: 'Put the configuration in, and start',
        aim: 'The machine starts with the legs, and the array is mounted by a volume.',
        runbooks: ['mount-migrated-array'],
        byHand: ['The module of nix/, with the topology lvmcache; nixos-rebuild boot, then a start.'],
        stopIf: `A leg stays down: ${rollBack}, and the volumes can be mounted by hand.`,
      },
      {
        title: 'Attach the caches',
        aim: 'Each leg has a writethrough cache on an SSD of its own.',
        runbooks: ['adopt-leg', 'warm-and-measure'],
        byHand: ['Start the machine once with an SSD unplugged, and follow the runbook for it.'],
        stopIf: 'The second reading is not faster: what is read does not fit, and the cache can go.',
      },
      {
        title: 'Scrub the disks and not the caches',
        aim: 'Every copy was read on its hard disk.',
        runbooks: ['scrub-leg'],
        byHand: ['The timer of the module; not the autoScrub of NixOS, which reads the SSDs.'],
        stopIf: 'A scrub finds errors: then that disk first.',
      },
      {
        title: 'The way back',
        aim: 'The legs are plain volumes and the SSDs are idle.',
        runbooks: ['remove-cache-for-good'],
        stopIf: 'A cache has dirty chunks: then it writes back first.',
      },
    ],
  },
  {
    id: 'fresh',
    title: 'Cached legs on empty disks',
    when: 'There is no array yet, or it is restored from the backup anyway.',
    carriesOut: ['lvmcache'],
    phases: [
      {
        title: 'Make it',
        aim: 'A mounted btrfs RAID1 on two cached legs.',
        runbooks: ['create-cached-array', 'check-health'],
        byHand: ['Or disko --mode format with the layout lvmcache, which makes the same.'],
        stopIf: 'A disk carries something.',
      },
      {
        title: 'Restore and compare',
        aim: 'All data are there, compared with the backup.',
        runbooks: [],
        byHand: ['Restore the backup, and compare it file by file.'],
        stopIf: 'Anything differs.',
      },
    ],
  },
]);
