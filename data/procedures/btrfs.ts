import { defineProcedures } from '../../src/schema/index.ts';

export const btrfs = defineProcedures({
  'make-raid1': {
    title: 'Make a btrfs RAID1 of two legs',
    purpose: 'Two copies of all data and metadata, one on each leg.',
    parameters: { one: 'first leg', two: 'second leg' },
    destroys: 'what is on the two legs',
    steps: [
      { run: 'modprobe btrfs', why: 'The module has to be there before the legs are scanned.' },
      {
        run: 'mkfs.btrfs --force --nodiscard --data raid1 --metadata raid1 {one} {two}',
        why: 'One file system over both legs.',
      },
    ],
  },
  'mount-array': {
    title: 'Mount the array',
    purpose: 'Both legs are known to the kernel, then the file system is mounted by one of them.',
    parameters: { one: 'first leg', directory: 'where to mount it' },
    destroys: 'nothing',
    steps: [
      { run: 'modprobe btrfs', why: 'Without the module there is nothing to register the legs with.' },
      { run: 'btrfs device scan', why: 'A leg that is not registered is a leg that is missing.' },
      {
        run: 'mount --options noatime,nossd {one} {directory}',
        why: 'A cache in front of it must not make the file system lay out data as for an SSD.',
      },
      { run: 'findmnt --output SOURCE,FSTYPE,OPTIONS {directory}', why: 'The options in effect.' },
    ],
  },
  'mount-degraded': {
    title: 'Mount the array with a leg missing',
    purpose: 'btrfs mounts with one leg only when it is told to.',
    parameters: {
      one: 'a leg that is there',
      directory: 'where to mount it',
      access: 'ro to look only, rw to go on working: what is written then has one copy until it is balanced',
    },
    destroys: 'nothing',
    steps: [
      { run: 'modprobe btrfs', why: 'Without the module there is nothing to register the leg with.' },
      { run: 'btrfs device scan', why: 'Registers what is there.' },
      {
        run: 'mount --options noatime,nossd,degraded,{access} {one} {directory}',
        why: 'Degraded allows for a missing leg; it changes nothing while both are there.',
        expect: 'any',
      },
      {
        run: 'btrfs filesystem show {directory}',
        why: 'Names the leg that is missing.',
        expect: 'any',
      },
    ],
  },
  scrub: {
    title: 'Scrub the array',
    purpose: 'Reads every copy, checks it against its checksum, and mends it from the other copy.',
    parameters: { directory: 'where the array is mounted' },
    destroys: 'nothing',
    steps: [
      {
        run: 'btrfs scrub start -B -R {directory}',
        why: 'In the foreground, with raw counters. It exits with status 3 when there were errors that it could not correct.',
        expect: 'any',
      },
      {
        run: 'btrfs --format json device stats {directory}',
        why: 'The errors that the file system has counted for each leg.',
      },
    ],
  },
  'check-array': {
    title: 'Check the file system without writing to it',
    purpose: 'Reads all metadata and the references between them. A scrub looks at checksums alone.',
    parameters: { one: 'a leg; the array has to be unmounted' },
    destroys: 'nothing',
    steps: [
      {
        run: 'btrfs check --readonly {one}',
        why: 'Status 0 means that nothing was found. Nothing is mended.',
        expect: 'any',
      },
    ],
  },
});
