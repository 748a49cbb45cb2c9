import { defineProcedures } from '../../src/schema/index.ts';

export const bcache = defineProcedures({
  'make-bcache-leg': {
    title: 'Make one hard disk a leg behind bcache',
    purpose: 'The hard disk gets a header of 8 KiB and appears as a bcache device, with or without an SSD.',
    parameters: { hdd: 'the hard disk, by id' },
    destroys: 'what is on the hard disk: everything moves back by the length of the header',
    steps: [
      { run: 'modprobe bcache', why: 'Without the module nothing registers the disk.' },
      { run: 'make-bcache --bdev {hdd}', why: 'Writes the header.' },
      {
        run: 'echo {hdd} > /sys/fs/bcache/register_quiet',
        why: 'The rule of udev does the same when the disk appears. A second time does no harm.',
      },
    ],
  },
  'make-bcache-set': {
    title: 'Make an SSD a cache set',
    purpose: 'One SSD is one set. Legs are attached to it, one or more.',
    parameters: { ssd: 'the SSD, by id' },
    destroys: 'what is on the SSD',
    steps: [
      { run: 'modprobe bcache', why: 'Without the module nothing registers the SSD.' },
      { run: 'make-bcache --cache {ssd}', why: 'Writes the header of the set.' },
      { run: 'echo {ssd} > /sys/fs/bcache/register_quiet', why: 'The set runs from here on.' },
    ],
  },
  'attach-bcache': {
    title: 'Attach a leg to a cache set',
    purpose: 'The leg is cached from now on; the file system on it may be mounted.',
    parameters: {
      device: 'the bcache device of the leg, such as bcache0',
      ssd: 'the SSD of the set, by id',
      mode: 'writethrough, writearound or writeback',
    },
    destroys: 'nothing',
    steps: [
      {
        run: "bcache-super-show {ssd} | awk '/^cset.uuid/ {print $2}' > /sys/block/{device}/bcache/attach",
        why: 'A set is named by its UUID.',
      },
      {
        run: 'echo {mode} > /sys/block/{device}/bcache/cache_mode',
        why: 'The mode stands in the header of the hard disk and outlives a restart.',
      },
      {
        run: 'grep --with-filename . /sys/block/{device}/bcache/state /sys/block/{device}/bcache/cache_mode',
        why: 'The state has to be clean, and the mode in brackets the one that was meant.',
      },
    ],
  },
  'let-bcache-take-everything': {
    title: 'Let bcache take streams too',
    purpose:
      'Takes off the two limits behind which bcache leaves reads and writes to the hard disk: long streams, and an SSD that answers slowly. For warming up a cache, and for tests.',
    parameters: { device: 'the bcache device of the leg, such as bcache0' },
    destroys: 'nothing',
    steps: [
      { run: 'echo 0 > /sys/block/{device}/bcache/sequential_cutoff', why: 'A stream is cached like anything else.' },
      {
        run: 'echo 0 > /sys/block/{device}/bcache/cache/congested_read_threshold_us',
        why: 'A slow read of the SSD does not send the next ones to the hard disk.',
      },
      { run: 'echo 0 > /sys/block/{device}/bcache/cache/congested_write_threshold_us', why: 'The same for writes.' },
    ],
  },
  'check-bcache': {
    title: 'See how the legs behind bcache are',
    purpose: 'Nothing watches a cache by itself: these lines are what a monitor has to read.',
    parameters: {},
    destroys: 'nothing',
    steps: [
      {
        run: 'grep --with-filename . /sys/block/bcache*/bcache/state /sys/block/bcache*/bcache/dirty_data /sys/block/bcache*/bcache/cache_mode',
        why: 'State, how much stands on the SSD alone, and the mode in brackets. A state of clean proves nothing: it has been seen to stand there with the SSD gone.',
        expect: 'any',
      },
      {
        run: 'ls --directory /sys/block/bcache*/bcache/cache /sys/fs/bcache/*-*',
        why: 'Each leg that has a cache, and each cache set that runs. A leg that should be here and is not has lost its SSD.',
        expect: 'any',
      },
    ],
  },
  'start-bcache-device': {
    title: 'Start a disk of bcache by hand',
    purpose: 'What the rule of udev does when the disk appears: a leg waits for its set, a set starts its legs.',
    parameters: { disk: 'a hard disk or an SSD, by id' },
    destroys: 'nothing',
    steps: [
      { run: 'modprobe bcache', why: 'Without the module nothing registers the disk.' },
      {
        run: 'echo {disk} > /sys/fs/bcache/register_quiet',
        why: 'The kernel reads the header and knows what it is.',
        expect: 'any',
      },
    ],
  },
  'run-bcache-without-its-ssd': {
    title: 'Start a leg whose SSD is gone',
    purpose:
      'A leg that ever had a cache waits for it, and no bcache device appears. This starts it from its hard disk alone, for good: a cache that comes back later is not believed.',
    parameters: { hdd: 'the hard disk, by id' },
    destroys: 'what stood on the SSD alone: nothing in writethrough and writearound, new writes in writeback',
    steps: [
      { run: 'modprobe bcache', why: 'Without the module nothing registers the disk.' },
      { run: 'echo {hdd} > /sys/fs/bcache/register_quiet', why: 'The leg is known, and waits.', expect: 'any' },
      {
        run: "bcache-super-show {hdd} | grep '^dev.data.cache_state'",
        why: 'Clean loses nothing. Dirty loses what had not been written back.',
      },
      {
        run: 'echo 1 > /sys/class/block/$(basename $(readlink --canonicalize {hdd}))/bcache/running',
        why: 'Starts it without its cache. A leg that runs already refuses, which does no harm.',
        expect: 'any',
      },
    ],
  },
  'detach-bcache': {
    title: 'Take the cache off a leg',
    purpose: 'Writes back what is dirty and lets the leg run on from its hard disk. The file system may stay mounted.',
    parameters: { device: 'the bcache device of the leg, such as bcache0' },
    destroys: 'the content of the cache for this leg, after what is dirty was written to the hard disk',
    steps: [
      { run: 'cat /sys/block/{device}/bcache/dirty_data', why: 'How much is to be written back.' },
      { run: 'echo 1 > /sys/block/{device}/bcache/detach', why: 'Begins, and comes back before it is done.' },
      {
        run: 'timeout 120 sh -c \'until grep --quiet "no cache" /sys/block/{device}/bcache/state; do sleep 1; done\'',
        why: 'Done when the state says no cache.',
      },
    ],
  },
  'stop-bcache': {
    title: 'Stop a leg behind bcache',
    purpose: 'The bcache device goes; the file system has to be unmounted before. Nothing has to be marked as clean.',
    parameters: { device: 'the bcache device of the leg, such as bcache0' },
    destroys: 'nothing',
    steps: [
      { run: 'echo 1 > /sys/block/{device}/bcache/stop', why: 'The hard disk is free after that.' },
      {
        run: "timeout 60 sh -c 'while test -e /sys/block/{device}; do sleep 1; done'",
        why: 'It takes a moment.',
      },
    ],
  },
  'stop-bcache-set': {
    title: 'Stop a cache set',
    purpose: 'The SSD is free after that. Legs that are attached to it stop too.',
    parameters: { ssd: 'the SSD of the set, by id' },
    destroys: 'nothing',
    steps: [
      {
        run: "echo 1 > /sys/fs/bcache/$(bcache-super-show {ssd} | awk '/^cset.uuid/ {print $2}')/stop",
        why: 'A set is named by its UUID.',
      },
    ],
  },
  'read-a-bcache-leg-without-bcache': {
    title: 'Read a former leg without bcache',
    purpose: 'The data begin 8 KiB into the disk. A loop device that begins there shows them as they are.',
    parameters: { hdd: 'the hard disk, by id; its leg is detached and stopped' },
    destroys: 'nothing',
    steps: [
      {
        run: 'losetup --offset 8192 --find --show {hdd}',
        why: 'The device that it names can be mounted. Only after the cache was detached: before, the newest blocks may be missing.',
      },
    ],
  },
  'try-bcache-over-data': {
    title: 'Put bcache under a file system that is there: what not to do',
    purpose: 'What make-bcache says to a disk that holds a file system.',
    parameters: { hdd: 'the hard disk, by id' },
    destroys: 'the file system on the disk, where make-bcache does not refuse',
    steps: [
      { run: 'modprobe bcache', why: 'The module of bcache.' },
      { run: 'make-bcache --bdev {hdd}', why: 'Either refuses, or writes its header over the disk.', expect: 'any' },
      {
        run: 'echo {hdd} > /sys/fs/bcache/register_quiet',
        why: 'The disk as bcache shows it, 8 KiB further on.',
        expect: 'any',
      },
    ],
  },
  'move-leg-behind-bcache': {
    title: 'Move a leg of a mounted array behind bcache',
    purpose:
      'The way onto bcache for data that are there: a disk with the header of bcache takes the place of one without. The disk that is replaced is free after that, and can be the next.',
    parameters: {
      devid: 'number of the leg in btrfs',
      device: 'the bcache device on the new disk, such as bcache0',
      directory: 'where the array is mounted',
    },
    destroys: 'what is on the new disk',
    steps: [
      {
        run: 'btrfs filesystem resize {devid}:-16M {directory}',
        why: 'A bcache device is 8 KiB smaller than its disk, and btrfs replaces a leg by a larger one only.',
      },
      {
        run: 'btrfs replace start -B -f {devid} /dev/{device} {directory}',
        why: 'Copies the leg, and keeps both copies of everything meanwhile.',
      },
      { run: 'btrfs filesystem show {directory}', why: 'The bcache device is in the place of the disk.' },
    ],
  },
});
