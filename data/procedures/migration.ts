import { defineProcedures } from '../../src/schema/index.ts';
import {
  hasFreshBackup,
  isEmpty,
  isHardDisk,
  isMounted,
  isNotMounted,
  isRaid1,
  noBalance,
  noErrors,
  noGroup,
  noLegMissing,
} from './shared/checks.ts';
import { backup, devid, directory, leg, mountArray, size } from './shared/words.ts';

const isWell = [isMounted, noLegMissing, noErrors, noBalance, isRaid1];

/** How a btrfs RAID1 that holds data gets legs that can be cached: one at a time, its data in place. */
export const migration = defineProcedures({
  'make-room-for-legs': {
    title: 'Make a member smaller, so that a volume can take its place',
    purpose:
      'A volume on a disk of the same size is a little smaller than the disk. btrfs replaces a member only by one that is as large.',
    parameters: { devid, less: 'how much to give up, such as 1g', directory },
    destroys: 'nothing: btrfs moves what is in the way',
    requires: isWell,
    steps: [
      { run: 'btrfs filesystem resize {devid}:-{less} {directory}', why: 'The member gives up its end.' },
      { run: 'btrfs filesystem show --raw {directory}', why: 'The size that the volume has to have at least.' },
    ],
    runbook: {
      when: 'Before a member of the array is replaced by a volume on a disk of the same size. For every member.',
      takes: 'Seconds, or as long as moving what lies at the end of the disk.',
      pointOfNoReturn: 'None: resize to max brings it back.',
      abort: 'At any time.',
      verify: 'The size that is shown is that of the disk less what was given up.',
    },
  },
  'migrate-with-spare': {
    title: 'Move a member onto a leg, with a spare disk',
    purpose:
      'A leg is made on the spare disk and takes the place of one member, mounted and with two copies throughout. The old disk is the next spare.',
    parameters: { leg, spare: 'an empty hard disk, by id', size, devid, directory, backup },
    destroys: 'nothing: the spare has to be empty, and the old disk keeps its content until it is used again',
    requires: [hasFreshBackup, ...isWell, isEmpty('spare'), isHardDisk('spare'), noGroup('{leg}')],
    steps: [
      { run: 'pvcreate {spare}', why: 'The spare becomes a physical volume.' },
      { run: 'vgcreate {leg} {spare}', why: 'A group for this leg alone. Its SSD joins later.' },
      { run: 'lvcreate --yes --name data --size {size} {leg} {spare}', why: 'Not smaller than the member.' },
      {
        run: 'test "$(blockdev --getsize64 /dev/{leg}/data)" -ge "$(btrfs filesystem show --raw {directory} | awk \'$2 == {devid} { print $4 }\')"',
        why: 'Fails if the volume is smaller than the member: then make the member smaller first.',
      },
      {
        run: 'btrfs replace start -B {devid} /dev/{leg}/data {directory}',
        why: 'Copies the member, and takes it out of the array at the end. The file system is in use meanwhile.',
      },
      { run: 'btrfs filesystem show {directory}', why: 'The member is the volume now.' },
      { run: 'btrfs device stats --check {directory}', why: 'No errors on the way.' },
    ],
    runbook: {
      when: 'A disk as large as the members is at hand, if only for a day. Once for each member.',
      takes: 'As long as copying the data of one disk, for each member.',
      pointOfNoReturn: 'None: the same runbook the other way round, and the old disk is left as it was.',
      abort: 'btrfs replace cancel; then vgremove the leg.',
      verify: 'Two members, none missing, no errors; the files compare with the backup.',
    },
  },
  'migrate-without-spare': {
    title: 'Move a member onto a leg, without a spare disk',
    purpose:
      'One member is given up, its disk becomes a leg, and the leg is filled from the other member. Meanwhile there is one copy.',
    parameters: {
      leg,
      disk: 'the disk or partition of the member that is given up, by id',
      devid: 'number of that member',
      stays: 'the other member, as a device',
      size,
      directory,
      backup,
    },
    destroys: 'one of the two copies of everything, until it has been made again',
    requires: [hasFreshBackup, ...isWell, noGroup('{leg}')],
    steps: [
      {
        run: 'btrfs scrub start -B {directory}',
        why: 'Every block of both copies can be read. It fails, and all stops here, if one cannot.',
      },
      { run: 'umount {directory}', why: 'btrfs gives up a member of two only by being mounted without it.' },
      { run: 'btrfs device scan --forget', why: 'The kernel no longer knows the member that goes.' },
      { run: 'wipefs --all {disk}', why: 'The point of no return: from here on there is one copy.' },
      { run: 'pvcreate {disk}', why: 'The disk becomes a physical volume.' },
      { run: 'vgcreate {leg} {disk}', why: 'A group for this leg alone. Its SSD joins later.' },
      { run: 'lvcreate --yes --name data --size {size} {leg} {disk}', why: 'Not smaller than the member was.' },
      { run: 'btrfs device scan {stays}', why: 'The member that stays.' },
      {
        run: 'mount --options noatime,nossd,degraded {stays} {directory}',
        why: 'The array is in use again, with one copy.',
      },
      {
        run: 'btrfs replace start -B {devid} /dev/{leg}/data {directory}',
        why: 'The second copy is made from the member that stays.',
      },
      {
        run: 'btrfs balance start -dconvert=raid1,soft -mconvert=raid1,soft {directory}',
        why: 'What was written meanwhile gets its second copy.',
      },
      { run: 'btrfs filesystem show {directory}', why: 'Two members, none missing.' },
      { run: 'btrfs device stats --check {directory}', why: 'No errors on the way.' },
    ],
    runbook: {
      when: 'There is no spare disk, a backup ended today, and it was read back. Once for each member.',
      takes: 'A scrub and the copying of one disk, for each member.',
      pointOfNoReturn: 'wipefs: until the replace has ended there is one copy, and a bad sector of it is a lost block.',
      abort: 'Before wipefs: mount again. After it: only forward, or back from the backup.',
      verify: 'Two members, none missing, all RAID1, no errors; the files compare with the backup.',
    },
  },
  'migrate-by-remove': {
    title: 'Move a member onto a leg, where the others have room for it',
    purpose:
      'With three members or more: one is emptied into the others, its disk becomes a leg, and the leg is added. Two copies throughout.',
    parameters: { leg, disk: 'the disk of the member, by id', size, directory, backup },
    destroys: 'nothing: btrfs moves the data away first, and refuses when it does not fit',
    requires: [
      hasFreshBackup,
      ...isWell,
      noGroup('{leg}'),
      {
        so: 'the array has three members or more',
        check: 'test "$(btrfs filesystem show {directory} | grep --count devid)" -ge 3',
        refuses: 'RAID1 needs two members that stay: there are too few.',
      },
    ],
    steps: [
      { run: 'btrfs device remove {disk} {directory}', why: 'Moves its data to the others; then the disk is free.' },
      { run: 'pvcreate {disk}', why: 'The disk becomes a physical volume. btrfs has taken its signature away.' },
      { run: 'vgcreate {leg} {disk}', why: 'A group for this leg alone. Its SSD joins later.' },
      { run: 'lvcreate --yes --name data --size {size} {leg} {disk}', why: 'The volume of the leg.' },
      { run: 'btrfs device add /dev/{leg}/data {directory}', why: 'Empty so far.' },
      { run: 'btrfs balance start --full-balance {directory}', why: 'Spreads the data over the legs again.' },
      { run: 'btrfs filesystem show {directory}', why: 'As many members as before.' },
      { run: 'btrfs device stats --check {directory}', why: 'No errors on the way.' },
    ],
    runbook: {
      when: 'There are more than two members, and room enough on the others for the data of one.',
      takes: 'As long as moving the data of one disk away, and then all data once.',
      pointOfNoReturn: 'None: the data are on two disks at any time.',
      abort: 'btrfs device remove can be cancelled, btrfs balance too.',
      verify: 'As many members as before, none missing, no errors; the files compare with the backup.',
    },
  },
  'mount-migrated-array': {
    title: 'Mount the array by its legs',
    purpose: 'After the last member was moved: the array starts from its volumes and from nothing else.',
    parameters: { directory },
    destroys: 'nothing',
    requires: [isNotMounted],
    steps: [
      { run: 'vgchange --activate y leg1 leg2', why: 'Both volumes.' },
      ...mountArray('/dev/leg1/data'),
      { run: 'btrfs filesystem show {directory}', why: 'Both members are volumes.' },
    ],
    runbook: {
      when: 'All members are legs, and the machine was started anew.',
      takes: 'Seconds.',
      pointOfNoReturn: 'None.',
      abort: 'At any step.',
      verify: 'Both members are volumes, none missing.',
    },
  },
});
