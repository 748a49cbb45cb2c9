import { defineExperiments } from '../../src/schema/index.ts';

/** What the cache keeps, and what makes it keep something else. */
export const policy = defineExperiments({
  'is-every-block-cached-twice': {
    question: 'Do two SSDs, one in front of each leg, hold twice as much as one?',
    hypothesis:
      'A reader of the other parity starts cold, and what readers of both parities use is held by both SSDs, so that two caches hold hardly more than one.',
    why: 'btrfs picks the copy by the process id of the reader, and each copy has a cache of its own. If both hold the same, a terabyte of SSDs is half a terabyte of cache.',
    kind: 'policy',
    criteria: ['performance', 'compatibility', 'comparison'],
    questions: ['multi-device', 'per-device-or-array'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each a hard disk behind a writethrough lvmcache of 24 MiB in chunks of 64 KiB on an SSD of its own',
      },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-tuned-cache', 'remove-cache', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      hitShareWarmedParity: { label: 'Hit share of a reader of the parity that warmed the cache', unit: 'percent' },
      hitShareOtherParity: { label: 'Hit share of the first reader of the other parity', unit: 'percent' },
      hitShareBoth: { label: 'Hit share once both parities have warmed it, on the worse leg', unit: 'percent' },
      distinctShare: { label: 'Different blocks among all that the two SSDs hold then', unit: 'percent' },
      hitShareLarge: { label: 'Hit share for a file of one and a half caches', unit: 'percent' },
    },
    needs: [
      { measure: 'hitShareWarmedParity', is: 'at least', value: 80, unit: 'percent' },
      { measure: 'hitShareBoth', is: 'at least', value: 80, unit: 'percent' },
    ],
    holdsWhen: [
      { measure: 'hitShareOtherParity', is: 'below', value: 20, unit: 'percent' },
      { measure: 'distinctShare', is: 'below', value: 60, unit: 'percent' },
      { measure: 'hitShareLarge', is: 'below', value: 75, unit: 'percent' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'In the kernels of Debian the mirror is chosen by the process id modulo two. A file of 36 MiB would fit two caches of 24 MiB if they added up; if both hold the same, at most two in three reads can hit.',
    },
    limits: [
      'Caches of 24 MiB and files of 16 and 36 MiB: the shares carry over to larger sizes only as far as the policy treats them alike.',
      'Reads of 64 KiB past the page cache, each block once in a pass and in random order. A load with a hot part would hit more often.',
      'Both parities read everything, as long-lived services with many processes do. Data that only ever one process reads are on one leg, and there the caches do add up.',
    ],
    charts: [
      {
        title: 'Reads that the cache answered',
        measures: ['hitShareWarmedParity', 'hitShareOtherParity', 'hitShareBoth', 'hitShareLarge'],
      },
    ],
  },

  'does-rewriting-a-file-empty-the-cache': {
    question: 'Is a file that was in the cache still in it after it was rewritten?',
    hypothesis:
      'After a file in the cache was rewritten, an ordinary one is read from the hard disks again, while one without copy-on-write is still answered by the cache.',
    why: 'A cache below btrfs keeps places on the disk, not files. Copy-on-write gives a rewritten file new places, and the old ones stay in the cache for nothing.',
    kind: 'policy',
    criteria: ['compatibility', 'performance'],
    questions: ['cow-and-checksums', 'modes'],
    stacks: [
      {
        name: 'cow',
        is: 'an ordinary file on btrfs RAID1, each leg behind a writethrough lvmcache, settings as they come',
      },
      { name: 'nocow', is: 'a file without copy-on-write in the same file system' },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-tuned-cache', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      beforeCow: { label: 'Hit share before, ordinary file', unit: 'percent' },
      afterCow: { label: 'Hit share of the first pass after the rewriting, ordinary file', unit: 'percent' },
      againCow: { label: 'Hit share three passes later, ordinary file', unit: 'percent' },
      beforeNocow: { label: 'Hit share before, without copy-on-write', unit: 'percent' },
      afterNocow: { label: 'Hit share of the first pass after the rewriting, without copy-on-write', unit: 'percent' },
    },
    needs: [
      { measure: 'beforeCow', is: 'at least', value: 80, unit: 'percent' },
      { measure: 'beforeNocow', is: 'at least', value: 80, unit: 'percent' },
    ],
    holdsWhen: [
      { measure: 'afterCow', is: 'below', value: 50, unit: 'percent' },
      { measure: 'afterNocow', is: 'at least', value: 80, unit: 'percent' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The new places were free until now and so have not been read. Of them only what the policy promotes for the writing itself can be in the cache.',
    },
    limits: [
      'The whole file is rewritten, in pieces of 64 KiB and in random order, then flushed.',
      'Writethrough. In writeback mode a write of a whole chunk may go to the SSD at once, and more of the new places would be in the cache.',
      'A cache with room to spare: what the old places cost in evicted data is not seen.',
    ],
    charts: [
      {
        title: 'Reads of the file that the cache answered',
        measures: ['beforeCow', 'afterCow', 'againCow', 'beforeNocow', 'afterNocow'],
      },
    ],
  },

  'does-one-full-read-evict-the-hot-set': {
    question: 'Does reading everything once push the files in use out of the cache?',
    hypothesis:
      'After three times the size of the cache was read once, in order, at random or by a scrub, the cache still answers the files in use almost as before: less than 20 points are lost.',
    why: 'Backups, scrubs and media players read much and never again. A cache that keeps what it saw last loses what it is there for every night.',
    kind: 'policy',
    criteria: ['performance', 'backup'],
    questions: ['modes', 'cow-and-checksums'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1, each leg behind a writethrough lvmcache of 48 MiB in chunks of 64 KiB, warm with the files in use; each way of reading begins with the same saved machine',
      },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-tuned-cache', 'scrub'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      hitShareBefore: { label: 'Hit share of the files in use before', unit: 'percent' },
      lostInOrder: { label: 'Points of it lost by reading in order', unit: 'percent' },
      lostAtRandom: { label: 'Points of it lost by reading at random', unit: 'percent' },
      lostScrub: { label: 'Points of it lost by a scrub', unit: 'percent' },
      storedInOrder: { label: 'Written to the SSDs for what the hard disks read, in order', unit: 'percent' },
      storedAtRandom: { label: 'Written to the SSDs for what the hard disks read, at random', unit: 'percent' },
      storedScrub: { label: 'Written to the SSDs for what the hard disks read, scrub', unit: 'percent' },
    },
    needs: [{ measure: 'hitShareBefore', is: 'at least', value: 80, unit: 'percent' }],
    holdsWhen: [
      { measure: 'lostInOrder', is: 'below', value: 20, unit: 'percent' },
      { measure: 'lostAtRandom', is: 'below', value: 20, unit: 'percent' },
      { measure: 'lostScrub', is: 'below', value: 20, unit: 'percent' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'The policy has no rule against streams, and with few requests in flight its threshold lets almost every miss in. Reading in order and scrub keep many requests in flight and should harm little; reading at random, one request at a time, should push the files out.',
    },
    limits: [
      'A cache of 48 MiB in front of 144 MiB that are read, and 12 MiB in use: the real ones are ten thousand times as large, and a pass over them takes hours in place of seconds.',
      'Nothing uses the files in use while the rest is read. A load that goes on protects them better.',
      'Reading in order is buffered and once from each leg; reading at random is 64 KiB at a time, one at a time.',
      'The hard disks have a limit on operations in place of seeks, which slows reading in order in small pieces more than a real disk would.',
    ],
    charts: [
      {
        title: 'Points of the hit share that one full read costs',
        measures: ['lostInOrder', 'lostAtRandom', 'lostScrub'],
      },
      {
        title: 'Share of what the hard disks read that was written to the SSDs',
        measures: ['storedInOrder', 'storedAtRandom', 'storedScrub'],
      },
    ],
  },

  'is-a-one-time-read-promoted': {
    question: 'What decides whether data that are read once, in order, are copied to the SSD?',
    hypothesis:
      'A single pass with one request in flight is copied to the SSD in good part; with sixteen requests in flight almost nothing of it is.',
    why: 'It decides what a nightly backup does to the cache and to the life of the SSD, and whether it can be helped by how the backup reads.',
    kind: 'policy',
    criteria: ['performance', 'backup'],
    questions: ['modes', 'cow-and-checksums'],
    stacks: [
      {
        name: '512 KiB',
        is: 'a volume behind a fresh writethrough lvmcache in chunks of 512 KiB, as LVM makes for an SSD of 512 GB',
      },
      { name: '64 KiB', is: 'the same in chunks of 64 KiB' },
    ],
    procedures: ['create-leg', 'attach-tuned-cache'],
    kernels: ['6.12', '7.3'],
    repeats: 2,
    measures: {
      chunk512Read16Depth1: { label: 'Chunk 512 KiB, requests of 16 KiB, 1 in flight', unit: 'percent' },
      chunk512Read128Depth1: { label: 'Chunk 512 KiB, requests of 128 KiB, 1 in flight', unit: 'percent' },
      chunk512Read128Depth4: { label: 'Chunk 512 KiB, requests of 128 KiB, 4 in flight', unit: 'percent' },
      chunk512Read128Depth16: { label: 'Chunk 512 KiB, requests of 128 KiB, 16 in flight', unit: 'percent' },
      chunk512Read128Slow: {
        label: 'Chunk 512 KiB, requests of 128 KiB, 16 in flight, held to 16 MiB a second',
        unit: 'percent',
      },
      chunk512Read1024Depth1: { label: 'Chunk 512 KiB, requests of 1 MiB, 1 in flight', unit: 'percent' },
      chunk64Read64Depth1: { label: 'Chunk 64 KiB, requests of 64 KiB, 1 in flight', unit: 'percent' },
      chunk64Read64Depth4: { label: 'Chunk 64 KiB, requests of 64 KiB, 4 in flight', unit: 'percent' },
      chunk64Read64Depth16: { label: 'Chunk 64 KiB, requests of 64 KiB, 16 in flight', unit: 'percent' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'chunk512Read128Depth1', is: 'at least', value: 10, unit: 'percent' },
      { measure: 'chunk64Read64Depth1', is: 'at least', value: 10, unit: 'percent' },
      { measure: 'chunk512Read128Depth16', is: 'below', value: 10, unit: 'percent' },
      { measure: 'chunk64Read64Depth16', is: 'below', value: 10, unit: 'percent' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The policy raises the level of a region once between two of its ticks, and ticks come with the requests that finish. With one request in flight nearly every request counts; with many, most fall into the same tick. A model of the policy gave 61 and 33 percent for one request, and next to nothing for sixteen.',
    },
    limits: [
      'Each variant begins with the same saved machine.',
      'The measures are shares of 128 MiB that were promoted while they were read once, in order, from an empty cache twice that size.',
      'A volume without a file system; through btrfs a reader does not choose its requests so freely.',
      'The hard disk is limited in bytes a second and not in operations, since reading in order needs few seeks; promotions cost no seek here either.',
      'Nothing else uses the volume, and a pass takes seconds. What a policy does that runs for hours is not seen.',
    ],
    charts: [
      {
        title: 'Share of a single pass that was promoted, chunks of 512 KiB',
        measures: [
          'chunk512Read16Depth1',
          'chunk512Read128Depth1',
          'chunk512Read128Depth4',
          'chunk512Read128Depth16',
          'chunk512Read128Slow',
          'chunk512Read1024Depth1',
        ],
      },
      {
        title: 'The same, chunks of 64 KiB',
        measures: ['chunk64Read64Depth1', 'chunk64Read64Depth4', 'chunk64Read64Depth16'],
      },
    ],
  },

  'what-does-a-miss-cost-by-chunk-size': {
    question: 'What does a random read cost that the cache does not hold yet?',
    hypothesis:
      'While a cache is cold, reads of 4 KiB make the hard disk read at least four times what was asked for, and at least ten times with chunks of 256 KiB and more.',
    why: 'A cache has to be paid for before it helps: each promotion reads a whole chunk from the slow disk and writes it to the SSD. The size of a chunk is fixed when the cache is made.',
    kind: 'policy',
    criteria: ['performance', 'plan'],
    questions: ['modes', 'per-device-or-array'],
    stacks: [
      { name: 'bare', is: 'a volume on a hard disk' },
      { name: 'cold', is: 'the same behind an empty writethrough lvmcache, in chunks of 32, 64, 256 and 1024 KiB' },
    ],
    procedures: ['create-leg', 'attach-tuned-cache'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      hddBytesBare: { label: 'Read from the hard disk for each byte asked for, no cache', unit: 'ratio' },
      hddBytes32: { label: 'The same, cold cache in chunks of 32 KiB', unit: 'ratio' },
      hddBytes64: { label: 'The same, chunks of 64 KiB', unit: 'ratio' },
      hddBytes256: { label: 'The same, chunks of 256 KiB', unit: 'ratio' },
      hddBytes1024: { label: 'The same, chunks of 1 MiB', unit: 'ratio' },
      ssdBytes32: { label: 'Written to the SSD for each byte asked for, chunks of 32 KiB', unit: 'ratio' },
      ssdBytes64: { label: 'The same, chunks of 64 KiB, written', unit: 'ratio' },
      ssdBytes256: { label: 'The same, chunks of 256 KiB, written', unit: 'ratio' },
      ssdBytes1024: { label: 'The same, chunks of 1 MiB, written', unit: 'ratio' },
      hddReads32: { label: 'Hard disk reads, chunks of 32 KiB', unit: 'operations per 1000 reads' },
      hddReads64: { label: 'Hard disk reads, chunks of 64 KiB', unit: 'operations per 1000 reads' },
      hddReads256: { label: 'Hard disk reads, chunks of 256 KiB', unit: 'operations per 1000 reads' },
      hddReads1024: { label: 'Hard disk reads, chunks of 1 MiB', unit: 'operations per 1000 reads' },
    },
    needs: [{ measure: 'hddBytesBare', is: 'at most', value: 1.2, unit: 'ratio' }],
    holdsWhen: [
      { measure: 'hddBytes32', is: 'at least', value: 4, unit: 'ratio' },
      { measure: 'hddBytes64', is: 'at least', value: 4, unit: 'ratio' },
      { measure: 'hddBytes256', is: 'at least', value: 10, unit: 'ratio' },
      { measure: 'hddBytes1024', is: 'at least', value: 10, unit: 'ratio' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'A promotion copies the whole chunk after the read itself was answered by the hard disk, and with one request at a time nearly every miss is promoted.',
    },
    limits: [
      'Each variant begins with the same saved machine.',
      'Reads of 4 KiB, one at a time and spread evenly over 64 MiB, 1200 of them: the large chunks hold all of it after a while and then cost nothing more, so that the ratio of the large chunks is bounded by the size of the region.',
      'A volume without a file system, and nothing written.',
      'The limit on operations counts a chunk of 1 MiB as one operation, as for a head that moves once.',
    ],
    charts: [
      {
        title: 'Bytes read from the hard disk for each byte asked for, cold',
        measures: ['hddBytesBare', 'hddBytes32', 'hddBytes64', 'hddBytes256', 'hddBytes1024'],
      },
      {
        title: 'Bytes written to the SSD for each byte asked for, cold',
        measures: ['ssdBytes32', 'ssdBytes64', 'ssdBytes256', 'ssdBytes1024'],
      },
    ],
  },

  'can-a-writeback-cache-be-emptied-under-load': {
    question: 'Can a writeback cache be emptied while the array is in use?',
    hypothesis:
      'Left alone, a cache in use keeps what is dirty, while an idle one writes it back; told to clean, the one in use is clean within a minute.',
    why: 'What is dirty is lost with the SSD. Before an image, a kernel update or a change of the SSD it has to be written back, and a server is never idle.',
    kind: 'policy',
    criteria: ['performance', 'reliability', 'plan'],
    questions: ['modes', 'ssd-failure'],
    stacks: [
      {
        name: 'in use',
        is: 'a volume behind a writeback lvmcache, read twenty times a second in places that are not cached',
      },
      { name: 'idle', is: 'the same on other disks, left alone' },
    ],
    procedures: ['create-leg', 'attach-tuned-cache', 'empty-cache-in-use', 'give-cache-its-policy-back', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      dirtyIdle: { label: 'Dirty chunks right after the writing, idle', unit: 'chunks' },
      dirtyInUse: { label: 'Dirty chunks right after the writing, in use', unit: 'chunks' },
      leftIdle: { label: 'Dirty chunks after at most 12 seconds, idle', unit: 'chunks' },
      leftInUse: { label: 'Dirty chunks after 12 seconds, in use', unit: 'chunks' },
      leftCleaner: { label: 'Dirty chunks after at most a minute of the cleaner policy, in use', unit: 'chunks' },
      secondsCleaner: { label: 'From the first look until nothing was dirty, cleaner policy', unit: 'seconds' },
    },
    needs: [
      { measure: 'dirtyIdle', is: 'at least', value: 50, unit: 'chunks' },
      { measure: 'dirtyInUse', is: 'at least', value: 50, unit: 'chunks' },
    ],
    holdsWhen: [
      { measure: 'leftInUse', is: 'at least', value: 50, unit: 'chunks' },
      { measure: 'leftIdle', is: 'exactly', value: 0, unit: 'chunks' },
      { measure: 'leftCleaner', is: 'exactly', value: 0, unit: 'chunks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The default policy is told that there is time only when nothing was in flight for a second; the cleaner policy does not ask.',
    },
    limits: [
      'Sixteen MiB are dirty, 256 chunks: how long a real cache takes is not seen, only that it gets there.',
      'A load of twenty reads a second from the hard disk and no writes. Writes that go on make new dirty chunks.',
      'A volume without a file system.',
    ],
    charts: [{ title: 'Dirty chunks', measures: ['dirtyIdle', 'leftIdle', 'dirtyInUse', 'leftInUse', 'leftCleaner'] }],
  },

  'how-large-must-the-cache-be': {
    question: 'How does the hit share grow with the size of the cache?',
    hypothesis:
      'With accesses that fall off as they do in many real loads, a cache for a quarter of the data answers at least half of the reads, and each doubling adds less than the one before.',
    why: 'The SSDs are there and have 512 GB each; whether a part of one would do decides whether the rest can be a pool of its own.',
    kind: 'policy',
    criteria: ['performance', 'plan'],
    questions: ['per-device-or-array', 'modes'],
    stacks: [
      {
        name: 'cached',
        is: 'a volume with 32 MiB of data behind a writethrough lvmcache of 4, 8, 16, 32 and 64 MiB in chunks of 64 KiB',
      },
    ],
    procedures: ['create-leg', 'attach-tuned-cache'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      hitsEighth: { label: 'Hit share, cache for an eighth of the data', unit: 'percent' },
      hitsQuarter: { label: 'Hit share, cache for a quarter', unit: 'percent' },
      hitsHalf: { label: 'Hit share, cache for half', unit: 'percent' },
      hitsWhole: { label: 'Hit share, cache as large as the data', unit: 'percent' },
      hitsDouble: { label: 'Hit share, cache twice as large', unit: 'percent' },
      hddEighth: { label: 'Hard disk reads, cache for an eighth of the data', unit: 'operations per 1000 reads' },
      hddQuarter: { label: 'Hard disk reads, cache for a quarter', unit: 'operations per 1000 reads' },
      hddHalf: { label: 'Hard disk reads, cache for half', unit: 'operations per 1000 reads' },
      hddWhole: { label: 'Hard disk reads, cache as large as the data', unit: 'operations per 1000 reads' },
      hddDouble: { label: 'Hard disk reads, cache twice as large', unit: 'operations per 1000 reads' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'hitsQuarter', is: 'at least', value: 50, unit: 'percent' },
      { measure: 'hitsDouble', is: 'at least', value: 85, unit: 'percent' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'With an exponent of 1.1 the quarter of the blocks that is read most gets more than three in four reads. The policy should keep most of that quarter.',
    },
    limits: [
      'Each variant begins with the same saved machine.',
      'Blocks of 64 KiB, as large as a chunk, picked with a Zipf exponent of 1.1: where a chunk holds hot and cold data together the same cache does worse.',
      'One volume behind one cache. In a btrfs RAID1 each leg has a cache of its own that holds much the same, so the size of one is the size that counts.',
      'The hot part does not move, and six passes of 512 reads have warmed the cache.',
      'Caches of 64 to 1024 chunks: the share is of the data, not of a size.',
    ],
    charts: [
      {
        title: 'Hit share by size of the cache',
        measures: ['hitsEighth', 'hitsQuarter', 'hitsHalf', 'hitsWhole', 'hitsDouble'],
      },
      {
        title: 'Hard disk reads per 1000 reads by size of the cache, promotions included',
        measures: ['hddEighth', 'hddQuarter', 'hddHalf', 'hddWhole', 'hddDouble'],
      },
    ],
  },

  'does-mkfs-on-a-cached-leg-change-what-is-cached': {
    question: 'Does the discard of mkfs.btrfs on a cached leg change what gets into the cache?',
    answers: {
      holds: 'Yes: on discarded places a new file goes to the SSD at once, where it otherwise would not.',
      refuted:
        'Not in writeback mode: a new file goes to the SSDs whole, with the discard and without it. In writethrough mode two runs with the discard were far apart.',
    },
    hypothesis:
      'When mkfs.btrfs discards a leg that is cached already, at least twice as many bytes of a new file go to the SSDs in writeback mode as without the discard.',
    why: 'Whoever makes the file system on legs that are cached already lets mkfs discard them. The cache remembers what was discarded, and takes writes there without reading anything first.',
    kind: 'policy',
    criteria: ['performance', 'nixos', 'plan'],
    questions: ['modes', 'nixos-support'],
    stacks: [
      {
        name: 'discarded',
        is: 'btrfs RAID1 made with its default discard on two legs that are behind an lvmcache already, in writethrough and in writeback; a new file of 16 MiB',
      },
      { name: 'kept', is: 'the same made with --nodiscard' },
    ],
    procedures: ['create-leg', 'attach-tuned-cache', 'mount-array'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      ssdWritethroughDiscarded: { label: 'New file, writethrough, discarded', unit: 'ratio' },
      ssdWritethroughKept: { label: 'New file, writethrough, not discarded', unit: 'ratio' },
      ssdWritebackDiscarded: { label: 'New file, writeback, discarded', unit: 'ratio' },
      ssdWritebackKept: { label: 'New file, writeback, not discarded', unit: 'ratio' },
      timesWriteback: { label: 'How many times as much with the discard, writeback', unit: 'ratio' },
      promotedWritethroughDiscarded: { label: 'Chunks promoted, writethrough, discarded', unit: 'chunks' },
      promotedWritethroughKept: { label: 'Chunks promoted, writethrough, not discarded', unit: 'chunks' },
      promotedWritebackDiscarded: { label: 'Chunks promoted, writeback, discarded', unit: 'chunks' },
      promotedWritebackKept: { label: 'Chunks promoted, writeback, not discarded', unit: 'chunks' },
      hddReadsWritebackDiscarded: { label: 'Read from the hard disks, writeback, discarded', unit: 'ratio' },
      hddReadsWritebackKept: { label: 'Read from the hard disks, writeback, not discarded', unit: 'ratio' },
      discardsByItself: { label: 'Mounts of four in which btrfs discards by itself', unit: 'operations' },
    },
    needs: [{ measure: 'ssdWritebackKept', is: 'above', value: 0, unit: 'ratio' }],
    holdsWhen: [
      { measure: 'promotedWritebackDiscarded', is: 'above', value: 0, unit: 'chunks' },
      { measure: 'timesWriteback', is: 'at least', value: 2, unit: 'ratio' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'The policy lets a miss on a discarded place into the cache without waiting for a second one, since there is nothing to copy.',
    },
    limits: [
      'Each variant begins with the same saved machine, with legs that hold nothing. The cache is attached before mkfs runs, which the runbooks do not do.',
      'Ratios are bytes for each byte of the file, two copies counted, until all was flushed and nothing dirty. Metadata of the caches are among them.',
      'The hard disks of the lab take no discard: the caches note it, and pass nothing on.',
      'One write of a new file on an empty file system. What happens to places that are freed later depends on whether btrfs discards by itself, which is counted.',
    ],
    charts: [
      {
        title: 'Bytes written to the SSDs for each byte of a new file',
        measures: ['ssdWritethroughDiscarded', 'ssdWritethroughKept', 'ssdWritebackDiscarded', 'ssdWritebackKept'],
      },
    ],
  },
});
