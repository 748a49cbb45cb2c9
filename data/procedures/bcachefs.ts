import { defineProcedures } from '../../src/schema/index.ts';

export const bcachefs = defineProcedures({
  'make-bcachefs': {
    title: 'Make a bcachefs of hard disks and SSDs',
    purpose:
      'Two copies of everything. What is written goes to the SSDs first and is moved to the hard disks in the background; what is read from there gets a copy on an SSD.',
    parameters: {
      hdd1: 'first hard disk, by id',
      hdd2: 'second hard disk, by id',
      ssd1: 'first SSD, by id',
      ssd2: 'second SSD, by id',
    },
    destroys: 'what is on the four disks: there is no way to keep a btrfs that is on them',
    steps: [
      { run: 'modprobe bcachefs', why: 'In the kernel from 6.7 to 6.17; later it has to be built beside it.' },
      {
        run: 'bcachefs format --replicas=2 --label=hdd.one {hdd1} --label=hdd.two {hdd2} --label=ssd.one {ssd1} --label=ssd.two {ssd2} --foreground_target=ssd --promote_target=ssd --background_target=hdd',
        why: 'A label stands before its disk. Without --force it refuses a disk that holds a file system.',
      },
    ],
  },
  'mount-bcachefs': {
    title: 'Mount a bcachefs',
    purpose: 'All its disks are named, with colons between them.',
    parameters: {
      disks: 'the disks, by id, with colons between them',
      directory: 'where to mount it',
      options: 'rw; or degraded with a disk missing, very_degraded where data may be missing with it',
    },
    destroys: 'nothing',
    steps: [
      { run: 'modprobe bcachefs', why: 'The file system.' },
      {
        run: 'mount --types bcachefs --options {options} {disks} {directory}',
        why: 'With a disk missing it does not mount unless it is told to.',
        expect: 'any',
      },
    ],
  },
  'check-bcachefs': {
    title: 'See where a bcachefs keeps its data',
    purpose: 'Copies by disk: user data, cached copies, metadata.',
    parameters: { directory: 'where it is mounted' },
    destroys: 'nothing',
    steps: [
      { run: 'bcachefs fs usage {directory}', why: 'What is only on SSDs has not been moved yet.', expect: 'any' },
    ],
  },
  'make-bcachefs-with-cache-ssds': {
    title: 'Make a bcachefs whose SSDs count as caches only',
    purpose:
      'What is on a device of durability 0 does not count as a copy: two copies are on the hard disks before a write is on disk, and an SSD may go at any time.',
    parameters: {
      hdd1: 'first hard disk, by id',
      hdd2: 'second hard disk, by id',
      ssd1: 'first SSD, by id',
      ssd2: 'second SSD, by id',
    },
    destroys: 'what is on the four disks',
    steps: [
      { run: 'modprobe bcachefs', why: 'In the kernel from 6.7 to 6.17; later it has to be built beside it.' },
      {
        run: 'bcachefs format --replicas=2 --label=hdd.one {hdd1} --label=hdd.two {hdd2} --durability=0 --label=ssd.one {ssd1} --durability=0 --label=ssd.two {ssd2} --foreground_target=hdd --promote_target=ssd --background_target=hdd',
        why: 'Writes go to the hard disks, and what is read gets a copy on an SSD.',
      },
    ],
  },
  'take-device-out-of-bcachefs': {
    title: 'Take an SSD out of a mounted bcachefs',
    purpose: 'Moves away what only this device has, then strikes it from the file system.',
    parameters: { device: 'the device, by id' },
    destroys: 'nothing: it refuses while something is left on the device',
    steps: [
      { run: 'bcachefs device evacuate {device}', why: 'Everything on it moves to the others.', expect: 'any' },
      { run: 'bcachefs device remove {device}', why: 'The file system no longer asks for it.', expect: 'any' },
    ],
  },
});
