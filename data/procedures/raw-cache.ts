import { defineProcedures } from '../../src/schema/index.ts';

/** dm-cache without LVM: the tables that a script of one's own would have to load at each start. */
export const rawCache = defineProcedures({
  'make-raw-cache': {
    title: 'Make a cache by dmsetup',
    purpose:
      'The target of device-mapper without LVM: nothing on the disks says that they belong together, only these commands do.',
    parameters: {
      name: 'name of the cached device',
      hdd: 'the hard disk, by id',
      ssd: 'the SSD of this leg, by id; of at least 208 MiB',
      mode: 'writethrough or writeback',
    },
    destroys: 'what is on the SSD',
    steps: [
      { run: 'modprobe --all dm_cache dm_cache_smq', why: 'The target, and its policy.' },
      {
        run: 'dmsetup create {name}-meta --table "0 16384 linear {ssd} 0"',
        why: 'The first 8 MiB of the SSD hold the metadata.',
      },
      {
        run: 'dd if=/dev/zero of=/dev/mapper/{name}-meta bs=1M count=8 conv=fsync status=none',
        why: 'Metadata of zeros are those of a new cache. At any later start this would lose what is dirty.',
      },
      { run: 'dmsetup create {name}-fast --table "0 409600 linear {ssd} 16384"', why: '200 MiB for the chunks.' },
      {
        run: 'dmsetup create {name} --table "0 $(blockdev --getsz {hdd}) cache /dev/mapper/{name}-meta /dev/mapper/{name}-fast {hdd} 128 1 {mode} smq 0"',
        why: 'The cached device, in chunks of 64 KiB. The data begin where those of the hard disk begin.',
      },
    ],
  },
  'start-raw-cache': {
    title: 'Start a cache made by dmsetup',
    purpose: 'What a script at boot has to do, for each leg and before anything mounts the array.',
    parameters: {
      name: 'name of the cached device',
      hdd: 'the hard disk, by id',
      ssd: 'the SSD of this leg, by id',
      mode: 'writethrough or writeback',
    },
    destroys: 'nothing, if no one has written to the hard disk past the cache; blocks of the array, if someone has',
    steps: [
      { run: 'modprobe --all dm_cache dm_cache_smq', why: 'The target, and its policy.' },
      { run: 'dmsetup create {name}-meta --table "0 16384 linear {ssd} 0"', why: 'The metadata as they are.' },
      { run: 'dmsetup create {name}-fast --table "0 409600 linear {ssd} 16384"', why: 'The chunks.' },
      {
        run: 'dmsetup create {name} --table "0 $(blockdev --getsz {hdd}) cache /dev/mapper/{name}-meta /dev/mapper/{name}-fast {hdd} 128 1 {mode} smq 0"',
        why: 'The kernel compares nothing with the hard disk: it takes the cache as it finds it.',
      },
      { run: 'dmsetup status --noflush {name}', why: 'What it holds, and what of it is dirty.' },
    ],
  },
  'mount-raw-cached-array': {
    title: 'Mount an array on caches made by dmsetup',
    purpose:
      'Both legs are named. A scan finds each leg twice, on the cached device and on the hard disk behind it, and may settle for the wrong one.',
    parameters: { one: 'first cached device', two: 'second cached device', directory: 'where to mount it' },
    destroys: 'nothing',
    steps: [
      { run: 'modprobe btrfs', why: 'The file system.' },
      {
        run: 'mount --options noatime,nossd,device={one},device={two} {one} {directory}',
        why: 'The legs by name, and not whatever a scan found.',
        expect: 'any',
      },
      { run: 'btrfs filesystem show {directory}', why: 'Which devices it took.', expect: 'any' },
    ],
  },
});
