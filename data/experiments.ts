import { defineExperiments } from '../src/schema/index.ts';

export const experiments = defineExperiments({
  'can-the-lab-see-loss': {
    question: 'Can the checks of this lab see loss at all?',
    hypothesis:
      'After both copies of some blocks are overwritten on the disks, every block of the corpus still reads back as it was written.',
    why: 'A check that cannot fail proves nothing. Loss is arranged here on purpose, so this hypothesis must be refuted; if it ever holds, no other result of the lab counts.',
    kind: 'control',
    criteria: ['reliability'],
    questions: ['cow-and-checksums'],
    stacks: [{ name: 'bare', is: 'btrfs RAID1 on two hard disks, no cache' }],
    procedures: ['make-raid1', 'mount-array', 'scrub'],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      blocksDamaged: { label: 'Blocks whose two copies were overwritten', unit: 'blocks' },
      blocksLost: { label: 'Blocks that no longer read back as written', unit: 'blocks' },
      blocksWronglyReported: { label: 'Undamaged blocks reported as lost', unit: 'blocks' },
      scrubUncorrectable: { label: 'Uncorrectable errors in the report of btrfs scrub', unit: 'errors' },
    },
    needs: [{ measure: 'blocksDamaged', is: 'at least', value: 1, unit: 'blocks' }],
    holdsWhen: [{ measure: 'blocksLost', is: 'exactly', value: 0, unit: 'blocks' }],
    expected: {
      verdict: 'refuted',
      because: 'Both copies fail their checksum, so btrfs has no good one to return.',
    },
    limits: [
      'It shows that the check finds loss of whole blocks on an array without a cache, nothing about caches.',
      'The damage is whole blocks of data; damaged metadata is not tried.',
      'A first series on 7.3 found two faults of the lab and is in the history as commit 624b6fd: in one run a direct read stopped short before a damaged block and the reader of the corpus took 123 good blocks behind it for wrong, in another the guest panicked while it was powered off. Both were mended, and what is kept is the first whole series after that.',
    ],
    charts: [
      {
        title: 'Blocks damaged, and what reading them back said',
        measures: ['blocksDamaged', 'blocksLost', 'blocksWronglyReported'],
      },
    ],
  },

  'does-a-warm-cache-speed-up-random-reads': {
    question: 'How many random reads still reach a hard disk when the cache is warm, and how much faster are they?',
    hypothesis:
      'With a warm writethrough lvmcache on an SSD of its own in front of each leg, fewer than 50 of 1000 random reads of the cached file touch a hard disk, and they come at least twice as fast as without a cache.',
    why: 'Faster reads of what is used often are the whole benefit that is hoped for. If a warm cache does not give them, nothing else about it matters.',
    kind: 'performance',
    criteria: ['performance', 'comparison'],
    questions: ['modes', 'per-device-or-array', 'multi-device'],
    stacks: [
      { name: 'bare', is: 'btrfs RAID1 on two logical volumes, each on a hard disk of its own, no cache' },
      { name: 'cached', is: 'the same file system, each volume behind a writethrough lvmcache on an SSD of its own' },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-cache', 'stop-leg'],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      hddOperationsBare: { label: 'Hard disk reads, no cache', unit: 'operations per 1000 reads' },
      hddOperationsCached: { label: 'Hard disk reads, warm cache', unit: 'operations per 1000 reads' },
      rateBare: { label: 'Random reads, no cache', unit: 'IOPS' },
      rateCached: { label: 'Random reads, warm cache', unit: 'IOPS' },
      gain: { label: 'Rate with a warm cache over the rate without', unit: 'ratio' },
      gainOfEvenReader: { label: 'The same, reader with an even process id', unit: 'ratio' },
      gainOfOddReader: { label: 'The same, reader with an odd process id', unit: 'ratio' },
      hitShare: { label: 'Reads that the cache answered, on the worse leg', unit: 'percent' },
      warmUpReads: { label: 'Reads of 64 KiB until the caches were warm', unit: 'operations' },
      warmUpLastChange: { label: 'Change of the hit share in the last pass of the warm-up', unit: 'percent' },
    },
    needs: [
      { measure: 'hddOperationsBare', is: 'at least', value: 900, unit: 'operations per 1000 reads' },
      { measure: 'warmUpLastChange', is: 'at most', value: 2, unit: 'percent' },
    ],
    holdsWhen: [
      { measure: 'hddOperationsCached', is: 'below', value: 50, unit: 'operations per 1000 reads' },
      { measure: 'gain', is: 'at least', value: 2, unit: 'ratio' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The file is a sixth of the cache, and the policy of dm-cache promotes what is read again. The SSD is allowed twenty times the operations of the hard disk, of which emulation lets only a part through.',
    },
    limits: [
      'The file fits the cache six times over: a working set larger than the cache is not tried.',
      'Only reads, one at a time, past the page cache; nothing is written meanwhile.',
      'The warm-up reads the file again and again and nothing else, which is the best case for promotion.',
      'btrfs picks the leg by the process id of the reader. Readers of both parities warm the caches here; a file read by one process alone would be warm on one leg only.',
      'The hard disks are limited to 150 and the SSDs to 3000 operations a second, on an emulated processor: the ratio of rates belongs to this lab, the operations per 1000 reads do not depend on it.',
      'The bare phase always comes first, on the same file system.',
      "The host was busy with other work throughout the series, and in its last run so busy that the guest's clock lagged: the rate without a cache reads higher there than the hard disk is limited to. Rates of that run are doubtful; its counts of operations are not.",
    ],
    charts: [
      { title: 'Hard disk reads per 1000 reads of the file', measures: ['hddOperationsBare', 'hddOperationsCached'] },
      { title: 'Rate of random reads', measures: ['rateBare', 'rateCached'] },
      {
        title: 'Rate with a warm cache over the rate without',
        measures: ['gain', 'gainOfEvenReader', 'gainOfOddReader'],
      },
    ],
  },

  'does-scrub-see-damage-behind-the-cache': {
    question: 'Does btrfs scrub still find damage on a hard disk when a warm cache stands in front of it?',
    hypothesis:
      'btrfs scrub, run over cached legs, finds and mends damage on the hard disk in blocks that are resident in the cache.',
    why: 'Scrub is what keeps two copies two. If the cache answers in place of the hard disk, the copy behind it can rot unseen until the cache is gone.',
    kind: 'corruption',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each a hard disk behind a writethrough lvmcache on an SSD of its own',
      },
      { name: 'uncached', is: 'the same file system after the caches were removed' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'stop-leg',
      'start-leg',
      'scrub',
      'remove-cache',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      residentDamaged: { label: 'Damaged blocks that the cache holds', unit: 'blocks' },
      notResidentDamaged: { label: 'Damaged blocks that the cache does not hold', unit: 'blocks' },
      residentMendedWithCache: {
        label: 'Of those in the cache, mended by scrub with the cache in place',
        unit: 'blocks',
      },
      notResidentMendedWithCache: {
        label: 'Of those not in the cache, mended by scrub with the cache in place',
        unit: 'blocks',
      },
      residentMendedByRemoval: { label: 'Of those in the cache, mended by removing it', unit: 'blocks' },
      residentMendedWithoutCache: { label: 'Of those in the cache, mended by scrub after its removal', unit: 'blocks' },
      scrubErrorsWithCache: { label: 'Checksum errors that scrub reported with the cache in place', unit: 'errors' },
      scrubErrorsWithoutCache: { label: 'Checksum errors that scrub reported after its removal', unit: 'errors' },
      deviceErrorsWithCache: {
        label: 'Corruption counted for the leg by device stats, with the cache in place',
        unit: 'errors',
      },
      deviceErrorsWithoutCache: { label: 'Corruption counted for the leg since the cache was removed', unit: 'errors' },
      dirtyChunks: { label: 'Dirty chunks before the damage and at the scrub', unit: 'chunks' },
    },
    needs: [
      { measure: 'residentDamaged', is: 'at least', value: 32, unit: 'blocks' },
      { measure: 'notResidentDamaged', is: 'at least', value: 32, unit: 'blocks' },
      { measure: 'notResidentMendedWithCache', is: 'at least', value: 32, unit: 'blocks' },
      { measure: 'dirtyChunks', is: 'exactly', value: 0, unit: 'chunks' },
    ],
    holdsWhen: [{ measure: 'residentMendedWithCache', is: 'at least', value: 32, unit: 'blocks' }],
    expected: {
      verdict: 'refuted',
      because:
        'dm-cache answers a read of a resident chunk from the SSD alone, so scrub checks the copy on the SSD and never asks the hard disk. After the cache is removed it should find every block that it missed.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Writethrough, and caches that were stopped in good order, so that every chunk is clean. After a crash all chunks count as dirty, and writing them back would put good data over the damage.',
      'One hard disk of the two is damaged, in whole blocks of file data.',
      'A block counts as mended when the host finds it again in the raw image of the hard disk, at the place where it was damaged, with the machine off.',
      'The second scrub runs after a boot of its own, so that the images can be looked at between removal and scrub.',
      'A first series was broken off in its second run, when the image of the guest was deleted from under it; its first run had given the same figures. What is kept is the first whole series.',
    ],
    charts: [
      {
        title: 'Damaged blocks, and those that scrub mended',
        measures: [
          'residentDamaged',
          'residentMendedWithCache',
          'residentMendedWithoutCache',
          'notResidentDamaged',
          'notResidentMendedWithCache',
        ],
      },
      {
        title: 'Errors reported with the cache in place, and after its removal',
        measures: [
          'scrubErrorsWithCache',
          'scrubErrorsWithoutCache',
          'deviceErrorsWithCache',
          'deviceErrorsWithoutCache',
        ],
      },
    ],
  },

  'does-a-crash-make-every-chunk-dirty': {
    question: 'Does a crash make every chunk of a clean writethrough cache count as dirty?',
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
    kernels: ['6.12'],
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
    kernels: ['6.12'],
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
    kernels: ['6.12'],
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
    kernels: ['6.12'],
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

  'what-does-a-dead-ssd-stop-when-each-leg-has-its-own': {
    question: 'What does a dead SSD stop when each leg has its own?',
    hypothesis:
      'When one SSD dies, the array stays writable, its users see no error, and every flushed record is on the hard disks.',
    why: 'An SSD for each leg is meant to make a dead SSD the same as a dead disk: seen, counted, survived.',
    kind: 'failure',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    stacks: [
      {
        name: 'own SSDs',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; the first SSD is pulled out',
      },
      {
        name: 'hard disks alone',
        is: 'the same legs afterwards, started without any SSD and with the caches taken off',
      },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'check-caches',
      'remove-dead-cache',
      'mount-degraded',
    ],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      acknowledgedBefore: { label: 'Records flushed before the SSD was gone', unit: 'blocks' },
      acknowledgedAfter: { label: 'Records flushed after it was gone', unit: 'blocks' },
      writeErrors: { label: 'Errors that the writer got', unit: 'errors' },
      readErrors: { label: 'Errors that the readers got', unit: 'errors' },
      wrongReads: { label: 'Reads that returned other than what was written', unit: 'blocks' },
      readsAfter: { label: 'Reads that succeeded after the SSD was gone', unit: 'blocks' },
      longestStall: { label: 'Longest time without a finished record, up to the first error', unit: 'seconds' },
      writableLegs: {
        label: 'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only',
        unit: 'legs',
      },
      errorsOfFirstLeg: { label: 'Errors that btrfs counted for the first leg', unit: 'errors' },
      errorsOfSecondLeg: { label: 'Errors that btrfs counted for the second leg', unit: 'errors' },
      lostOnBoth: { label: 'Flushed records lost, both hard disks without SSDs', unit: 'blocks' },
      lostOnFirst: { label: 'Flushed records lost, first hard disk alone', unit: 'blocks' },
      lostOnSecond: { label: 'Flushed records lost, second hard disk alone', unit: 'blocks' },
      lostOfCorpus: { label: 'Blocks of the cached file lost, both hard disks without SSDs', unit: 'blocks' },
    },
    needs: [{ measure: 'acknowledgedBefore', is: 'at least', value: 10, unit: 'blocks' }],
    holdsWhen: [
      { measure: 'writableLegs', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
      { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'acknowledgedAfter', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOfCorpus', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'dm-cache does not fall back to the hard disk, so the first leg fails its flushes and its cached reads. btrfs tolerates one failing leg and reads the other one.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The SSD is pulled out of the running machine. A dying SSD that answers slowly or wrongly is not tried.',
      'One writer that flushes each record, and a reader for each leg, for about 40 seconds; the SSD goes after a quarter of that.',
      'After that time the machine is killed, so that nothing of the checks rests on an orderly stop. It is no power cut.',
      'With no loss in three runs the true share of runs with loss can still be up to 63 % (95 % confidence).',
    ],
    charts: [
      {
        title: 'Records flushed before and after the SSD was gone',
        measures: ['acknowledgedBefore', 'acknowledgedAfter'],
      },
      { title: 'Flushed records lost', measures: ['lostOnBoth', 'lostOnFirst', 'lostOnSecond'] },
    ],
  },

  'what-does-a-dead-ssd-stop-when-both-legs-share-it': {
    question: 'What does a dead SSD stop when both legs share it?',
    hypothesis:
      'When the one SSD in front of both legs dies, the array stops taking writes, and every record flushed before is on the hard disks.',
    why: 'One SSD for both legs is the cheapest way. What it costs is to be seen when that SSD dies.',
    kind: 'failure',
    criteria: ['reliability', 'comparison', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    stacks: [
      {
        name: 'shared SSD',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on a partition of the same SSD; that SSD is pulled out',
      },
      {
        name: 'hard disks alone',
        is: 'the same legs afterwards, started without any SSD and with the caches taken off',
      },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'check-caches',
      'remove-dead-cache',
      'mount-degraded',
    ],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      acknowledgedBefore: { label: 'Records flushed before the SSD was gone', unit: 'blocks' },
      acknowledgedAfter: { label: 'Records flushed after it was gone', unit: 'blocks' },
      writeErrors: { label: 'Errors that the writer got', unit: 'errors' },
      readErrors: { label: 'Errors that the readers got', unit: 'errors' },
      wrongReads: { label: 'Reads that returned other than what was written', unit: 'blocks' },
      readsAfter: { label: 'Reads that succeeded after the SSD was gone', unit: 'blocks' },
      longestStall: { label: 'Longest time without a finished record, up to the first error', unit: 'seconds' },
      writableLegs: {
        label: 'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only',
        unit: 'legs',
      },
      errorsOfFirstLeg: { label: 'Errors that btrfs counted for the first leg', unit: 'errors' },
      errorsOfSecondLeg: { label: 'Errors that btrfs counted for the second leg', unit: 'errors' },
      lostOnBoth: { label: 'Flushed records lost, both hard disks without SSDs', unit: 'blocks' },
      lostOnFirst: { label: 'Flushed records lost, first hard disk alone', unit: 'blocks' },
      lostOnSecond: { label: 'Flushed records lost, second hard disk alone', unit: 'blocks' },
      lostOfCorpus: { label: 'Blocks of the cached file lost, both hard disks without SSDs', unit: 'blocks' },
    },
    needs: [{ measure: 'acknowledgedBefore', is: 'at least', value: 10, unit: 'blocks' }],
    holdsWhen: [
      { measure: 'writableLegs', is: 'exactly', value: 0, unit: 'legs' },
      { measure: 'lostOnBoth', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOfCorpus', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'Both legs fail their flushes at the same commit, and btrfs tolerates one. Writethrough leaves nothing on the SSD alone, so it should be an outage and not a loss.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The SSD is pulled out of the running machine. A dying SSD that answers slowly or wrongly is not tried.',
      'One writer that flushes each record, and a reader for each leg, for about 40 seconds; the SSD goes after a quarter of that.',
      'After that time the machine is killed, so that nothing of the checks rests on an orderly stop. It is no power cut.',
      'With no loss in three runs the true share of runs with loss can still be up to 63 % (95 % confidence).',
    ],
    charts: [
      {
        title: 'Records flushed before and after the SSD was gone',
        measures: ['acknowledgedBefore', 'acknowledgedAfter'],
      },
      { title: 'Flushed records lost', measures: ['lostOnBoth', 'lostOnFirst', 'lostOnSecond'] },
    ],
  },

  'does-a-leg-come-up-without-its-ssd': {
    question: 'Does a leg come up when an SSD is missing at boot?',
    hypothesis:
      'With one SSD missing, the leg of the other SSD comes up and the array mounts degraded, whether each leg has a volume group of its own or all disks are in one.',
    why: 'A cache that keeps the server from starting is worse than none. The popular recipe puts all disks into one volume group.',
    kind: 'boot',
    criteria: ['reliability', 'nixos', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array', 'nixos-support'],
    stacks: [
      { name: 'own groups', is: 'a volume group for each hard disk with its SSD' },
      { name: 'one group', is: 'the same four disks in a single volume group' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'stop-leg',
      'ask-boot-rule',
      'mount-degraded',
      'create-legs-in-one-group',
    ],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      ruleOwn: { label: 'Volume groups that the rule at boot starts, own groups', unit: 'legs' },
      byHandOwn: { label: 'Legs that vgchange --activate y starts, own groups', unit: 'legs' },
      plainOwn: { label: 'Blocks that read back after a plain mount, own groups', unit: 'blocks' },
      degradedOwn: { label: 'Blocks that read back after a degraded mount, own groups', unit: 'blocks' },
      ruleOne: { label: 'Volume groups that the rule at boot starts, one group', unit: 'legs' },
      byHandOne: { label: 'Legs that vgchange --activate y starts, one group', unit: 'legs' },
      plainOne: { label: 'Blocks that read back after a plain mount, one group', unit: 'blocks' },
      degradedOne: { label: 'Blocks that read back after a degraded mount, one group', unit: 'blocks' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'ruleOwn', is: 'exactly', value: 1, unit: 'legs' },
      { measure: 'degradedOwn', is: 'exactly', value: 2048, unit: 'blocks' },
      { measure: 'ruleOne', is: 'at least', value: 1, unit: 'legs' },
      { measure: 'degradedOne', is: 'exactly', value: 2048, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'The rule starts a volume group only when all its disks are there, so with one group nothing is started at boot. By hand the leg that is whole should start with either layout.',
    },
    limits: [
      'The guest has no systemd. What its event rule would start is asked of the same command that the rule runs, disk by disk; nothing waits or times out.',
      'Only the LVM of Debian 13, and volumes outside of the root file system.',
      'The array was stopped in good order before the SSD went missing.',
    ],
    control: 'can-the-lab-see-loss',
    charts: [{ title: 'What starts with one SSD missing', measures: ['ruleOwn', 'ruleOne', 'byHandOwn', 'byHandOne'] }],
  },

  'is-a-stale-cache-served-after-it-returns': {
    question: 'Is an old cache served when its SSD drops out and comes back?',
    hypothesis:
      'A writethrough cache whose SSD dropped out while the array was written, and came back as it was, returns no old block and puts none on the hard disk.',
    why: 'A loose cable or a flapping controller brings an SSD back with what it held before. In writethrough mode the hard disk got every write meanwhile, and the cache did not.',
    kind: 'failure',
    criteria: ['reliability', 'plan'],
    questions: ['ssd-failure', 'cow-and-checksums', 'modes'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; one file with checksums, one that is overwritten in place without (nodatacow)',
      },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-cache', 'start-leg', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      diverged: {
        label: 'Blocks without checksums that are new on the hard disk and old on its SSD when the SSD returns',
        unit: 'blocks',
      },
      oldWithoutChecksums: { label: 'Old blocks served without an error, file without checksums', unit: 'blocks' },
      oldWithChecksums: { label: 'Old blocks served without an error, file with checksums', unit: 'blocks' },
      unreadable: { label: 'Blocks of either file that cannot be read', unit: 'blocks' },
      overwrittenOnHdd: {
        label: 'New blocks on the hard disk that the returned cache put old ones over',
        unit: 'blocks',
      },
      errorsCounted: { label: 'Errors that btrfs counted for the leg while reading back', unit: 'errors' },
    },
    needs: [{ measure: 'diverged', is: 'at least', value: 64, unit: 'blocks' }],
    holdsWhen: [
      { measure: 'oldWithoutChecksums', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'oldWithChecksums', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'overwrittenOnHdd', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'The mapping on the SSD never learned of the writes that it missed. Its metadata are not marked as stopped in good order either, so each old chunk counts as dirty and is written over the hard disk. Checksums find it where there are any.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'A leg without a cache that drops out goes stale too. Here the hard disk got the writes and the cache in front of it makes the leg stale again.',
      'The SSD is pulled out of the running machine, and comes back at the next boot after a kill.',
      'Files are overwritten in place or by copy-on-write for some seconds; metadata that go stale are only seen through the errors that btrfs counts.',
      'The array is left quiet for 30 seconds after it was read back, so that the cache can write back what it takes for dirty.',
    ],
    charts: [
      {
        title: 'Blocks that the returned cache made old again',
        measures: ['diverged', 'oldWithoutChecksums', 'oldWithChecksums', 'overwrittenOnHdd'],
      },
    ],
  },
});
