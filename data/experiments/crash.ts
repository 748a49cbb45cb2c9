import { defineExperiments, inCommon } from '../../src/schema/index.ts';
import { noLossIn } from '../bound.ts';

/** What the power cuts in the two modes have in common. */
const powerCut = inCommon({
  why: 'A killed machine leaves on the disks what they were given. A power cut does not, and shows whether the cache passes flushes on before it says that they are done.',
  kind: 'crash',
  criteria: ['reliability', 'plan'],
  questions: ['modes', 'cow-and-checksums'],
  kernels: ['6.12', '7.3'],
  repeats: 3,
  measures: {
    promised: { label: 'Writes promised before the cut', unit: 'operations' },
    unflushedLost: { label: 'Blocks that the disks lost in the cut', unit: 'blocks' },
    mounts: { label: 'Legs of the file system if it can be mounted afterwards: 2, or 0', unit: 'legs' },
    lostWithChecksums: { label: 'Flushed blocks lost', unit: 'blocks' },
    lostWithoutChecksums: { label: 'Flushed blocks without checksums lost', unit: 'blocks' },
    scrubErrors: { label: 'Errors that a scrub found afterwards', unit: 'errors' },
    lostWhenLying: { label: 'Flushed blocks lost with disks that lie about flushes', unit: 'blocks' },
  },
  needs: [
    { measure: 'promised', is: 'at least', value: 20, unit: 'operations' },
    { measure: 'unflushedLost', is: 'at least', value: 1, unit: 'blocks' },
    { measure: 'lostWhenLying', is: 'at least', value: 1, unit: 'blocks' },
  ],
  holdsWhen: [
    { measure: 'mounts', is: 'exactly', value: 2, unit: 'legs' },
    { measure: 'lostWithChecksums', is: 'exactly', value: 0, unit: 'blocks' },
    { measure: 'lostWithoutChecksums', is: 'exactly', value: 0, unit: 'blocks' },
  ],
  control: 'can-the-lab-see-loss',
  limits: [
    'All disks lose their power at one moment, right behind a flush, while another program writes; of what was not flushed nothing survives. Cuts that lose a part only are not tried.',
    'The disks are served by the lab and honest about flushes. Real SSDs without protection against power loss can do worse.',
    noLossIn(3),
  ],
  charts: [
    {
      title: 'Flushed blocks lost in a power cut',
      measures: ['lostWithChecksums', 'lostWithoutChecksums', 'lostWhenLying'],
    },
  ],
});

export const crash = defineExperiments({
  'does-a-crash-make-every-chunk-dirty': {
    question: 'Does a crash make every chunk of a clean writethrough cache count as dirty?',
    answers: {
      refuted:
        'Most of them, though not every one was still dirty at the first look: the cache begins to write back at once.',
      holds: 'Yes: every chunk that the cache holds counts as dirty after a crash.',
    },
    hypothesis:
      'After a crash every chunk that a writethrough cache holds counts as dirty, although none was dirty before it.',
    why: 'A dirty chunk is written back over the hard disk, and the kernel treats writes to it differently. If a crash makes the whole cache dirty, writethrough is no longer what its name says.',
    kind: 'crash',
    criteria: ['reliability', 'performance'],
    questions: ['modes', 'ssd-failure'],
    stacks: [
      { name: 'as it comes', is: 'a leg behind a writethrough lvmcache with every setting as LVM makes it' },
      {
        name: 'no migration',
        is: 'the other leg of the same btrfs RAID1, its cache told before the crash to move nothing (migration_threshold 0)',
      },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'hold-cache-still',
      'see-clean-mark',
      'stop-leg',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      residentBefore: { label: 'Chunks in the cache before the crash, on the leg with fewer', unit: 'chunks' },
      dirtyBefore: { label: 'Dirty chunks before the crash, both legs', unit: 'chunks' },
      markedClean: {
        label: 'Legs whose metadata say after the crash that they were stopped in good order',
        unit: 'legs',
      },
      firstDirtyShare: { label: 'Chunks that are dirty at the first look, settings as they come', unit: 'percent' },
      firstLookAfter: { label: 'From the call that activates the leg to that look', unit: 'seconds' },
      firstDirtyShareHeld: { label: 'Chunks that are dirty at the first look, no migration', unit: 'percent' },
      dirtyAfterQuiet: { label: 'Dirty chunks after 40 quiet seconds, settings as they come', unit: 'chunks' },
      dirtyAfterQuietHeld: { label: 'Dirty chunks after 40 quiet seconds, no migration', unit: 'chunks' },
      secondsUntilClean: { label: 'From activation until nothing is dirty, settings as they come', unit: 'seconds' },
      writtenBack: { label: 'Writes to the hard disk meanwhile, settings as they come', unit: 'operations' },
      writtenBackHeld: { label: 'Writes to the hard disk meanwhile, no migration', unit: 'operations' },
    },
    needs: [
      { measure: 'residentBefore', is: 'at least', value: 100, unit: 'chunks' },
      { measure: 'dirtyBefore', is: 'exactly', value: 0, unit: 'chunks' },
    ],
    holdsWhen: [
      { measure: 'firstDirtyShare', is: 'at least', value: 95, unit: 'percent' },
      { measure: 'firstDirtyShareHeld', is: 'at least', value: 95, unit: 'percent' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The kernel takes the mark of an orderly stop away when it opens the metadata, and without it loads each mapping as dirty whatever the mode. A look after activation once found nothing dirty, which may be a chunk count that had drained: so the first look is in the same command as the activation, and one leg is held still.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The crash is a killed QEMU: what the disks had been given stays on them. It is no power cut.',
      'Caches of some hundred chunks. Draining time grows with the cache; only its course is of use here.',
      'The file system is not mounted after the crash, so nothing but the cache itself uses the disks.',
      'The leg that is told to move nothing was to show how many chunks were loaded as dirty. It could not: LVM raised the threshold of nothing to eight chunks, as its status shows, and both legs wrote back at once.',
      'The first look came one to five seconds after the call that activates the leg, on a busy host, when writing back had begun. The writes to the hard disk, counted from before the activation, are the better measure of how many chunks were dirty.',
      'The tool that reads the metadata before the activation has them open for reading only.',
    ],
    charts: [
      {
        title: 'Share of the chunks that are dirty at the first look after a crash',
        measures: ['firstDirtyShare', 'firstDirtyShareHeld'],
      },
      { title: 'Dirty chunks after 40 quiet seconds', measures: ['dirtyAfterQuiet', 'dirtyAfterQuietHeld'] },
    ],
  },

  'does-writethrough-write-to-the-disk-after-a-crash': {
    question: 'After a crash, does a write through a writethrough cache still reach the hard disk?',
    answers: {
      refuted:
        'No. After a crash, flushed writes to cached blocks were on the SSD alone until the cache was clean again.',
      holds: 'Yes: every flushed write was on the hard disk, after a crash as before.',
    },
    hypothesis:
      'In writethrough mode a flushed write to a cached block is on the hard disk, after a crash as before it.',
    why: 'That the hard disk is always complete is the reason to choose writethrough. If it is not so after a crash, losing the SSD then loses acknowledged writes.',
    kind: 'crash',
    criteria: ['reliability', 'performance', 'plan'],
    questions: ['modes', 'ssd-failure'],
    stacks: [
      {
        name: 'in use',
        is: 'a volume behind a writethrough lvmcache, settings as they come, read twenty times a second since its activation in places that are not cached',
      },
      {
        name: 'left alone',
        is: 'the same on another pair of disks, which nothing reads; the write comes as soon after the activation as it can',
      },
    ],
    procedures: ['create-leg', 'attach-cache'],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      overwritten: { label: 'Cached blocks overwritten and flushed after the crash, on each volume', unit: 'blocks' },
      dirtyAtWrite: { label: 'Dirty chunks just before that, on the volume with fewer', unit: 'chunks' },
      cleanOnHdd: { label: 'Cached blocks overwritten before the crash, found on the hard disk', unit: 'percent' },
      newOnHdd: { label: 'New versions on the hard disk, volume in use', unit: 'blocks' },
      newOnSsd: { label: 'New versions on the SSD, volume in use', unit: 'blocks' },
      oldOnHdd: { label: 'Old versions still on the hard disk, volume in use', unit: 'blocks' },
      newOnHddAlone: { label: 'New versions on the hard disk, volume left alone', unit: 'blocks' },
      newOnSsdAlone: { label: 'New versions on the SSD, volume left alone', unit: 'blocks' },
      oldOnHddAlone: { label: 'Old versions still on the hard disk, volume left alone', unit: 'blocks' },
    },
    needs: [
      { measure: 'overwritten', is: 'exactly', value: 64, unit: 'blocks' },
      { measure: 'dirtyAtWrite', is: 'at least', value: 1, unit: 'chunks' },
      { measure: 'cleanOnHdd', is: 'exactly', value: 100, unit: 'percent' },
    ],
    holdsWhen: [
      { measure: 'newOnHdd', is: 'exactly', value: 64, unit: 'blocks' },
      { measure: 'newOnHddAlone', is: 'exactly', value: 64, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'The kernel writes to both devices only where the chunk is not dirty, and after a crash all are. It writes dirty chunks back when the volume has been quiet for a while, which a volume in use is not.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Volumes without a file system, overwritten in place past the page cache: a file system that writes elsewhere meets a cached chunk less often.',
      'The crash is a killed QEMU, not a power cut.',
      'The write comes within seconds of the activation. How long the state lasts is in another experiment.',
      'A first series was broken off after two runs, which did not meet what is needed: the reader had been a new process for each read, came less than once a second on the loaded host, and the caches were clean again when the write came.',
      'A read counts as use here only because it misses the cache: what the cache answers does not keep it from writing back.',
      'On the volume left alone the cache is already writing back when the write comes: some of its chunks are clean by then.',
      'The host looks in the raw images after the volumes were stopped in good order and the guest was powered off.',
    ],
    charts: [
      {
        title: 'Where 64 blocks are that were overwritten and flushed after a crash',
        measures: ['newOnHdd', 'newOnSsd', 'newOnHddAlone', 'newOnSsdAlone'],
      },
    ],
  },

  'does-detaching-an-inactive-cache-lose-writes': {
    question: 'After a crash, does taking a writethrough cache off a stopped volume lose writes?',
    answers: {
      refuted: 'Yes. Taken off a stopped volume after a crash, the cache took flushed writes with it.',
      holds: 'No: no flushed write was lost, whether the volume was active or stopped.',
    },
    hypothesis:
      'A writethrough cache can be taken off its volume without losing a flushed write, whether the volume is active or stopped in good order.',
    why: 'To stop the volume first looks like the careful way. If LVM then drops the cache as clean because it is a writethrough cache, whatever stood on the SSD alone is gone.',
    kind: 'crash',
    criteria: ['reliability', 'plan'],
    questions: ['modes', 'ssd-failure'],
    stacks: [
      {
        name: 'stopped',
        is: 'a volume behind a writethrough lvmcache that crashed, was used, stopped in good order, and is uncached while stopped',
      },
      { name: 'active', is: 'the same on another pair of disks, started again and uncached while active' },
    ],
    procedures: ['create-leg', 'attach-cache', 'stop-leg', 'start-leg', 'remove-cache', 'remove-cache-of-stopped-leg'],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      overwritten: { label: 'Cached blocks overwritten and flushed after the crash, on each volume', unit: 'blocks' },
      readBackBefore: { label: 'Of those, read back as new through both caches', unit: 'blocks' },
      dirtyAtWrite: { label: 'Dirty chunks just before the writes, on the volume with fewer', unit: 'chunks' },
      lostStopped: { label: 'New versions lost, cache taken off the stopped volume', unit: 'blocks' },
      lostActive: { label: 'New versions lost, cache taken off the active volume', unit: 'blocks' },
      staleStopped: { label: 'Of the lost, blocks that read as their old version, stopped volume', unit: 'blocks' },
    },
    needs: [
      { measure: 'overwritten', is: 'exactly', value: 64, unit: 'blocks' },
      { measure: 'readBackBefore', is: 'exactly', value: 128, unit: 'blocks' },
      { measure: 'dirtyAtWrite', is: 'at least', value: 1, unit: 'chunks' },
    ],
    holdsWhen: [
      { measure: 'lostStopped', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostActive', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'LVM flushes an active cache until nothing is dirty, and of a stopped writethrough volume it drops the cache at once. With writes on the SSD alone, the second way should lose every one of them and the first none.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Volumes without a file system. What btrfs makes of a leg that lost writes is not shown here.',
      'A first series was broken off after one run, which did not meet what is needed: nothing had been flushed after the warm-up, and the caches came up empty after the crash. Since then one block is flushed before the crash, and what happened is an experiment of its own.',
      'A second series was broken off for the same need after one run: the reader then asked for one block again and again, which the cache came to hold, and the cache was clean within four seconds. Since then each read is of another block and reaches the hard disk.',
      'Both volumes are read twenty times a second in places that are not cached, between activation and stop, as if in use, so that nothing is written back meanwhile.',
      'The crash is a killed QEMU, not a power cut.',
    ],
    charts: [
      {
        title: 'Flushed writes that are gone once the cache is off, of 64',
        measures: ['lostStopped', 'lostActive'],
      },
    ],
  },

  'does-a-cache-in-use-get-clean': {
    question: 'Does a dirty cache get clean while its volume is in use?',
    answers: {
      refuted: 'It does while the cache answers the reads; while they reach the hard disk, it does not.',
      holds: 'No: as long as the volume is read, the cache stays dirty.',
    },
    hypothesis:
      'After a crash a writethrough cache stays dirty as long as its volume is read, wherever the reads are answered from.',
    why: 'How long the state after a crash lasts decides how much can be lost in it. An array is seldom quiet.',
    kind: 'crash',
    criteria: ['reliability', 'performance'],
    questions: ['modes'],
    stacks: [
      {
        name: 'hits',
        is: 'a volume behind a writethrough lvmcache of which a process reads one cached block twenty times a second',
      },
      { name: 'misses', is: 'the same on another pair of disks, each read of a block that is not cached' },
    ],
    procedures: ['create-leg', 'attach-cache', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      dirtyFirst: { label: 'Dirty chunks at the first look after the crash, on the volume with fewer', unit: 'chunks' },
      reads: { label: 'Reads in 30 seconds, on the volume with fewer', unit: 'operations' },
      dirtyAfterHits: { label: 'Dirty chunks after 30 seconds of reads from the cache', unit: 'chunks' },
      dirtyAfterMisses: { label: 'Dirty chunks after 30 seconds of reads from the hard disk', unit: 'chunks' },
    },
    needs: [
      { measure: 'dirtyFirst', is: 'at least', value: 1, unit: 'chunks' },
      { measure: 'reads', is: 'at least', value: 150, unit: 'operations' },
    ],
    holdsWhen: [
      { measure: 'dirtyAfterHits', is: 'at least', value: 1, unit: 'chunks' },
      { measure: 'dirtyAfterMisses', is: 'at least', value: 1, unit: 'chunks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'The kernel counts only requests to the hard disk when it asks whether there is time to write back. In a run of another experiment a volume read from its cache was clean within four seconds; reads that miss should keep it dirty.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Declared after a cache had been seen to get clean under such reads by chance.',
      'One reader and no writer, twenty reads a second at most; the host may let fewer through.',
      'The crash is a killed QEMU, not a power cut.',
    ],
    charts: [{ title: 'Dirty chunks after 30 seconds in use', measures: ['dirtyAfterHits', 'dirtyAfterMisses'] }],
  },

  'does-a-crash-forget-what-was-promoted': {
    question: 'Does a crash forget what the cache had promoted?',
    answers: {
      holds: 'No: what was promoted before a crash is still in the cache afterwards.',
      refuted: 'Yes: some of what was promoted is gone after a crash.',
    },
    hypothesis:
      'What a writethrough cache promoted half a minute before a crash is still in it afterwards, whether or not anything was flushed in between.',
    why: 'An empty cache after a crash has no dirty chunk and needs warming again. It also makes a crash look harmless in a test that did not flush.',
    kind: 'crash',
    criteria: ['reliability', 'performance'],
    questions: ['modes'],
    stacks: [
      { name: 'flushed', is: 'a volume behind a writethrough lvmcache, warm, then one block written and flushed' },
      { name: 'not flushed', is: 'the same on another pair of disks, warm, only read since' },
    ],
    procedures: ['create-leg', 'attach-cache', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      residentBefore: { label: 'Chunks in the cache before the crash, on the volume with fewer', unit: 'chunks' },
      keptFlushed: { label: 'Of those, in the cache after it, flushed', unit: 'percent' },
      keptNotFlushed: { label: 'Of those, in the cache after it, not flushed', unit: 'percent' },
      dirtyFlushed: { label: 'Dirty chunks at the first look, flushed', unit: 'chunks' },
      dirtyNotFlushed: { label: 'Dirty chunks at the first look, not flushed', unit: 'chunks' },
    },
    needs: [{ measure: 'residentBefore', is: 'at least', value: 100, unit: 'chunks' }],
    holdsWhen: [
      { measure: 'keptFlushed', is: 'at least', value: 95, unit: 'percent' },
      { measure: 'keptNotFlushed', is: 'at least', value: 95, unit: 'percent' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'The metadata are said to be committed about once a second and with every flush. In a run of another experiment, in which nothing was flushed after the warm-up, the cache came up empty: so the second half was expected, and not the first.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Declared after one such crash had been seen by chance. The look is the same as there.',
      'Volumes without a file system. A mounted btrfs flushes when it commits something, by default within 30 seconds.',
      'The crash is a killed QEMU, not a power cut.',
    ],
    charts: [
      {
        title: 'Share of the promoted chunks that a crash leaves in the cache',
        measures: ['keptFlushed', 'keptNotFlushed'],
      },
    ],
  },

  'does-an-orderly-stop-leave-a-clean-cache': {
    question: 'Which way of stopping leaves a writethrough cache clean?',
    answers: {
      refuted: 'Deactivating the volume does; unmounting alone does not.',
      holds: 'Both: nothing is dirty after the volume was deactivated, nor after the file system was only unmounted.',
    },
    hypothesis:
      'A writethrough cache comes up with nothing dirty after an orderly stop, whether its volume was deactivated before the power went off or the file system only unmounted.',
    why: 'Many systems unmount and power off without deactivating every volume. If that counts as a crash, each reboot makes the whole cache dirty.',
    kind: 'crash',
    criteria: ['reliability', 'nixos'],
    questions: ['modes', 'nixos-support'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own',
      },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-cache', 'see-clean-mark', 'stop-leg'],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      resident: { label: 'Chunks in the cache, on the leg with fewer', unit: 'chunks' },
      markedCleanDeactivated: { label: 'Legs marked as stopped in good order, after deactivation', unit: 'legs' },
      dirtyShareDeactivated: { label: 'Chunks that come up dirty after deactivation', unit: 'percent' },
      markedCleanUnmounted: { label: 'Legs marked as stopped in good order, after unmounting alone', unit: 'legs' },
      dirtyShareUnmounted: { label: 'Chunks that come up dirty after unmounting alone', unit: 'percent' },
    },
    needs: [{ measure: 'resident', is: 'at least', value: 100, unit: 'chunks' }],
    holdsWhen: [
      { measure: 'dirtyShareDeactivated', is: 'exactly', value: 0, unit: 'percent' },
      { measure: 'dirtyShareUnmounted', is: 'exactly', value: 0, unit: 'percent' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'The kernel writes the mark of an orderly stop and the dirty bits when the mapped device is suspended. Unmounting suspends nothing, so a power-off after it should look like a crash to the cache.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The guest has no systemd: what a distribution does at shutdown is not tried, only what each of the two ways leads to.',
      'A cache begins to write back about a second after its activation. The first look is in the same command as the activation, and still comes too late to see every dirty chunk; the mark in the metadata does not depend on it.',
      'A first series was broken off in its first run, when another experiment had shown that LVM does not let a cache be held still, as was declared here.',
      'The power goes off by the kernel, with buffers synced; nothing is cut.',
    ],
    charts: [
      {
        title: 'Share of the chunks that come up dirty',
        measures: ['dirtyShareDeactivated', 'dirtyShareUnmounted'],
      },
    ],
  },

  'does-a-shared-ssd-that-dies-after-a-crash-lose-writes': {
    question: 'After a crash, does a dead SSD lose writes when both legs share it, in writethrough mode?',
    hypothesis:
      'A writethrough cache on one SSD for both legs can die soon after a crash without taking what was flushed since: the hard disks have it.',
    why: 'Writethrough on a shared SSD is chosen because a dead SSD then costs time and no data. After a crash that may not be so.',
    kind: 'crash',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    stacks: [
      {
        name: 'shared SSD',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on a partition of the same SSD; the machine crashes, is used again, and the SSD is pulled out',
      },
      { name: 'hard disks alone', is: 'the same legs afterwards, with the caches taken off' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'start-leg',
      'check-caches',
      'remove-dead-cache',
      'mount-degraded',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      promisedBefore: { label: 'Writes promised before the SSD was gone', unit: 'operations' },
      promisedAfter: { label: 'Writes promised after it was gone', unit: 'operations' },
      writeErrors: { label: 'Errors that the writer got', unit: 'errors' },
      readErrors: { label: 'Errors that the readers got', unit: 'errors' },
      wrongReads: { label: 'Reads that returned other than what was written', unit: 'blocks' },
      readsAfter: { label: 'Reads that succeeded after the SSD was gone', unit: 'blocks' },
      writableLegs: {
        label: 'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only',
        unit: 'legs',
      },
      dirtyAtDeath: { label: 'Dirty chunks when the SSD died, on the leg with fewer', unit: 'chunks' },
      mounts: { label: 'Legs of the file system if it can be mounted afterwards: 2, or 0', unit: 'legs' },
      lostOnBoth: { label: 'Flushed blocks lost, both hard disks', unit: 'blocks' },
      lostOnBothWithout: { label: 'Flushed blocks without checksums lost, both hard disks', unit: 'blocks' },
    },
    needs: [
      { measure: 'promisedBefore', is: 'at least', value: 10, unit: 'operations' },
      { measure: 'dirtyAtDeath', is: 'at least', value: 32, unit: 'chunks' },
    ],
    holdsWhen: [
      { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOnBothWithout', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'After a crash each chunk counts as dirty and writes to it go to the SSD alone, on both legs. The superblock and the file that is overwritten in place are in such chunks.',
    },
    control: 'what-does-a-dead-ssd-stop-when-both-legs-share-it',
    limits: [
      'An earlier series on a loaded host had two complete runs, of which one lost no block with a checksum and the other all of them; a third came to no end. This one was made after the claim had been narrowed.',
      'The crash is a killed QEMU, not a power cut. After the second one the disks keep what they had been given.',
      'The caches of the lab are small and would be clean again within seconds. The hard disks refuse writes while the caches come up, and these are then told to write nothing back (migration_threshold 0 by dmsetup): so they stay dirty as caches of some hundred GiB do for hours.',
      'One writer, which flushes after each write: blocks appended to one file and mebibytes to another, both with checksums, and blocks of a file without checksums (nodatacow) overwritten in place. The SSD goes after at least 40 promised writes, and the load goes on for 8 seconds.',
      'Two first series were broken off, each after one run that did not meet what is needed: one of the two small caches had been written back before the SSD died. Flushed blocks without checksums were old on the other leg in both, 21 and 6 of them.',
      'Of three runs the second ended when the kernel of the guest stopped with a NULL pointer dereference, right as the SSD was pulled out. No trace of it was kept, and whether the fault is that of the kernel or of the emulation is not known. It stays in the series, and a third run followed.',
    ],
    charts: [{ title: 'Flushed blocks lost', measures: ['lostOnBoth', 'lostOnBothWithout'] }],
  },

  'does-an-own-ssd-that-dies-after-a-crash-lose-writes': {
    question: 'After a crash, does a dead SSD lose writes when each leg has its own, in writethrough mode?',
    hypothesis:
      'With a writethrough cache on an SSD of its own for each leg, one SSD may die soon after a crash: nothing that was flushed to a file with checksums is lost, and a scrub makes its leg whole.',
    why: 'A crash makes writethrough behave like writeback for a time. Own SSDs should carry that as they carry writeback.',
    kind: 'crash',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    stacks: [
      {
        name: 'own SSDs',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; the machine crashes, is used again, and the first SSD is pulled out',
      },
      { name: 'first leg', is: 'its hard disk alone, with the cache taken off' },
      { name: 'both legs', is: 'that one together with the second leg and its SSD, scrubbed twice' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'start-leg',
      'check-caches',
      'remove-dead-cache',
      'mount-degraded',
      'scrub',
      'check-array',
      'stop-leg',
      'check-stopped-cache',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      promisedBefore: { label: 'Writes promised before the SSD was gone', unit: 'operations' },
      promisedAfter: { label: 'Writes promised after it was gone', unit: 'operations' },
      writeErrors: { label: 'Errors that the writer got', unit: 'errors' },
      readErrors: { label: 'Errors that the readers got', unit: 'errors' },
      wrongReads: { label: 'Reads that returned other than what was written', unit: 'blocks' },
      readsAfter: { label: 'Reads that succeeded after the SSD was gone', unit: 'blocks' },
      writableLegs: {
        label: 'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only',
        unit: 'legs',
      },
      dirtyAtDeath: { label: 'Dirty chunks of the first leg when the SSD died', unit: 'chunks' },
      mounts: { label: 'Legs of the file system if it can be mounted afterwards: 2, or 0', unit: 'legs' },
      lostOnFirst: { label: 'Flushed blocks lost, first hard disk alone', unit: 'blocks' },
      lostOnFirstWithout: { label: 'Flushed blocks without checksums lost, first hard disk alone', unit: 'blocks' },
      lostOnBoth: { label: 'Flushed blocks lost, both legs', unit: 'blocks' },
      lostOnBothWithout: {
        label: 'Flushed blocks without checksums that one leg or the other returns old',
        unit: 'blocks',
      },
      lostAfterScrub: { label: 'Flushed blocks lost, both legs after a scrub', unit: 'blocks' },
    },
    needs: [
      { measure: 'promisedBefore', is: 'at least', value: 10, unit: 'operations' },
      { measure: 'dirtyAtDeath', is: 'at least', value: 32, unit: 'chunks' },
    ],
    holdsWhen: [
      { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostAfterScrub', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The second leg has everything. The first lacks what went to its SSD alone, which btrfs finds by checksum and generation, except where there is no checksum.',
    },
    control: 'does-a-shared-ssd-that-dies-after-a-crash-lose-writes',
    limits: [
      'The crash is a killed QEMU, not a power cut. After the second one the disks keep what they had been given.',
      'The caches of the lab are small and would be clean again within seconds. The hard disks refuse writes while the caches come up, and these are then told to write nothing back (migration_threshold 0 by dmsetup): so they stay dirty as caches of some hundred GiB do for hours.',
      'One writer, which flushes after each write: blocks appended to one file and mebibytes to another, both with checksums, and blocks of a file without checksums (nodatacow) overwritten in place. The SSD goes after at least 40 promised writes, and the load goes on for 8 seconds.',
      noLossIn(3),
    ],
    charts: [
      {
        title: 'Flushed blocks lost',
        measures: ['lostOnFirst', 'lostOnFirstWithout', 'lostOnBoth', 'lostOnBothWithout', 'lostAfterScrub'],
      },
    ],
  },

  'is-every-chunk-dirty-when-nothing-can-be-written-back': {
    question: 'Is every chunk dirty after a crash when nothing can be written back?',
    hypothesis:
      'After a crash each and every chunk of a clean writethrough cache counts as dirty, in a cache with room and in a full one, as long as the hard disk takes no write.',
    why: 'At every look so far some chunks were clean, as the caches began to write back at once. This looks before anything can drain, and would refute the claim if chunks were loaded as clean.',
    kind: 'crash',
    criteria: ['reliability', 'performance'],
    questions: ['modes', 'ssd-failure'],
    stacks: [
      { name: 'with room', is: 'a volume behind a writethrough lvmcache that holds all that was read' },
      { name: 'full', is: 'the same on another pair of disks, with a cache smaller than what was read' },
    ],
    procedures: ['create-leg', 'attach-cache', 'see-clean-mark', 'stop-leg'],
    kernels: ['6.12', '7.3'],
    repeats: 2,
    measures: {
      residentBefore: { label: 'Chunks in the cache before the crash, on the volume with fewer', unit: 'chunks' },
      filled: { label: 'Share of the small cache that was in use', unit: 'percent' },
      dirtyBefore: { label: 'Dirty chunks before the crash, both volumes', unit: 'chunks' },
      markedClean: { label: 'Volumes whose metadata say that they were stopped in good order', unit: 'legs' },
      firstDirtyShare: { label: 'Chunks that are dirty at the first look, with room', unit: 'percent' },
      firstDirtyShareFull: { label: 'Chunks that are dirty at the first look, full', unit: 'percent' },
      lastDirtyShare: { label: 'Chunks that are dirty 15 looks later, with room', unit: 'percent' },
      lastDirtyShareFull: { label: 'Chunks that are dirty 15 looks later, full', unit: 'percent' },
      writtenBack: { label: 'Writes for each chunk once the hard disk takes them again, with room', unit: 'ratio' },
      writtenBackFull: { label: 'Writes for each chunk once the hard disk takes them again, full', unit: 'ratio' },
    },
    needs: [
      { measure: 'residentBefore', is: 'at least', value: 100, unit: 'chunks' },
      { measure: 'filled', is: 'at least', value: 95, unit: 'percent' },
      { measure: 'dirtyBefore', is: 'exactly', value: 0, unit: 'chunks' },
    ],
    holdsWhen: [
      { measure: 'firstDirtyShare', is: 'exactly', value: 100, unit: 'percent' },
      { measure: 'firstDirtyShareFull', is: 'exactly', value: 100, unit: 'percent' },
      { measure: 'lastDirtyShare', is: 'exactly', value: 100, unit: 'percent' },
      { measure: 'lastDirtyShareFull', is: 'exactly', value: 100, unit: 'percent' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'Without the mark of an orderly stop the kernel loads each mapping as dirty. Writing back fails here, so nothing can get clean between the activation and the look.',
    },
    control: 'does-an-orderly-stop-leave-a-clean-cache',
    limits: [
      'The hard disk answers each write with an error from before the activation on. That holds the cache as it was loaded; a disk that is merely slow would let some chunks through.',
      'The crash is a killed QEMU: what the disks had been given stays on them.',
      'Volumes without a file system.',
    ],
    charts: [
      {
        title: 'Share of the chunks that are dirty after a crash',
        measures: ['firstDirtyShare', 'firstDirtyShareFull', 'lastDirtyShare', 'lastDirtyShareFull'],
      },
    ],
  },

  'does-a-power-cut-lose-flushed-writes-in-writethrough-mode': {
    question: 'Does a power cut lose flushed writes in writethrough mode?',
    hypothesis:
      'When the power goes, no write that had been flushed through a writethrough cache is lost, though each disk loses what it had not flushed.',
    ...powerCut,
    stacks: [
      {
        name: 'honest disks',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; every disk has a volatile write cache, which the cut empties',
      },
      { name: 'lying disks', is: 'the same, with disks that say that they have flushed and have not: the control' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'start-leg',
      'mount-degraded',
      'scrub',
      'check-array',
      'stop-leg',
      'check-stopped-cache',
    ],
    expected: {
      verdict: 'holds',
      because: 'The cache sends a flush to both disks, after it has written down its metadata.',
    },
  },

  'does-a-power-cut-lose-flushed-writes-in-writeback-mode': {
    question: 'Does a power cut lose flushed writes in writeback mode?',
    hypothesis:
      'When the power goes, no write that had been flushed through a writeback cache is lost, though each disk loses what it had not flushed.',
    ...powerCut,
    repeats: 2,
    limits: [...powerCut.limits.slice(0, -1), noLossIn(2)],
    stacks: [
      {
        name: 'honest disks',
        is: 'btrfs RAID1 on two legs, each behind a writeback lvmcache on an SSD of its own; every disk has a volatile write cache, which the cut empties',
      },
      { name: 'lying disks', is: 'the same, with disks that say that they have flushed and have not: the control' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-writeback-cache',
      'start-leg',
      'mount-degraded',
      'scrub',
      'check-array',
      'stop-leg',
      'check-stopped-cache',
    ],
    expected: {
      verdict: 'holds',
      because: 'The cache flushes its metadata and the SSD before a flush ends, so a dirty chunk is found again.',
    },
  },

  'does-an-ssd-that-never-comes-back-after-a-power-cut-take-writes-along': {
    question: 'Does an SSD that does not come back after a power cut take writes along?',
    answers: {
      holds: 'Not in writethrough mode: the hard disks alone had every flushed block. In writeback mode it does.',
      refuted: 'Yes, even in writethrough mode: the hard disks alone lacked a flushed block.',
    },
    hypothesis:
      'When the power goes and the one SSD of both legs never comes back, the hard disks behind clean writethrough caches have every flushed block.',
    why: 'Power supplies take disks along when they die. After a start the caches call everything dirty; before it nobody can ask them, and only the hard disks can say whether they are whole.',
    kind: 'crash',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'modes', 'per-device-or-array'],
    stacks: [
      {
        name: 'writethrough',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on a partition of one SSD; every disk has a volatile write cache, which the cut empties; the SSD is missing at the next boot',
      },
      { name: 'writeback', is: 'the same, switched to writeback: what has to lose' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'switch-cache-mode',
      'remove-dead-cache',
      'map-origin-of-dead-cache',
      'mount-degraded',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      promised: { label: 'Writes promised before the cut, in the mode with fewer', unit: 'operations' },
      unflushedLost: { label: 'Blocks that the disks lost in the cut, writethrough', unit: 'blocks' },
      refusedWritethrough: {
        label: 'Legs that LVM refuses to free of the missing SSD, writethrough',
        unit: 'legs',
      },
      refusedWriteback: { label: 'Legs that LVM refuses to free of the missing SSD, writeback', unit: 'legs' },
      mountsWritethrough: { label: 'Legs that mount from the hard disks: 2, or 0; writethrough', unit: 'legs' },
      mountsWriteback: { label: 'Legs that mount from the hard disks: 2, or 0; writeback', unit: 'legs' },
      lostWritethrough: { label: 'Flushed blocks lost, writethrough', unit: 'blocks' },
      lostWithoutWritethrough: { label: 'Flushed blocks without checksums lost, writethrough', unit: 'blocks' },
      lostWriteback: { label: 'Flushed blocks lost, writeback', unit: 'blocks' },
      lostWithoutWriteback: { label: 'Flushed blocks without checksums lost, writeback', unit: 'blocks' },
    },
    needs: [
      { measure: 'promised', is: 'at least', value: 20, unit: 'operations' },
      { measure: 'lostWithoutWriteback', is: 'at least', value: 1, unit: 'blocks' },
    ],
    holdsWhen: [
      { measure: 'mountsWritethrough', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'lostWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostWithoutWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'While a chunk is clean, a write through the cache is acknowledged by both disks and a flush goes to both. That the caches call everything dirty afterwards is a guess of theirs, made at the next start.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The caches had not been through a crash before. After a crash that they have come back from, writes can stand on the SSD alone until it is clean: other experiments ask that.',
      'The disks are served by the lab and honest about flushes; of what was not flushed nothing survives the cut.',
      'One SSD for both legs, since then no other cache can hide what a hard disk lacks.',
      noLossIn(3),
    ],
    charts: [
      {
        title: 'Flushed blocks that the hard disks lack',
        measures: ['lostWritethrough', 'lostWithoutWritethrough', 'lostWriteback', 'lostWithoutWriteback'],
      },
    ],
  },
});
