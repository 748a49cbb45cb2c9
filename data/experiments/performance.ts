import { defineExperiments } from '../../src/schema/index.ts';

export const performance = defineExperiments({
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
      "The host was busy with other work throughout the series, and in its last run so busy that the guest's clock lagged: the rate without a cache reads higher there than the hard disk is limited to. Rates of that run are doubtful; its counts of operations are not. That is the series on 6.12.",
      'The series on 7.3 ran later, on a quiet host. That the two kernels differ may therefore come from the host and not from the kernel; the series was not made again on 6.12.',
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

  'which-stack-makes-flushed-writes-faster': {
    question: 'Which stack takes small writes that are flushed at once off the hard disks, and makes them faster?',
    hypothesis:
      'Writeback caches on both legs take at least half of the hard disk writes off a flushed write of 4 KiB; writethrough takes none off, and only the SSDs alone take all.',
    why: 'Databases, mail and package managers wait for each flush. It is the one thing that writeback, with all its risk, promises and writethrough does not.',
    kind: 'performance',
    criteria: ['performance', 'comparison'],
    questions: ['modes', 'per-device-or-array', 'cow-and-checksums'],
    stacks: [
      { name: 'bare', is: 'btrfs RAID1 on two hard disks, measured first and again last' },
      { name: 'writethrough', is: 'both legs behind a writethrough lvmcache' },
      { name: 'one leg', is: 'a writeback lvmcache on one leg, none on the other' },
      { name: 'writeback', is: 'both legs behind a writeback lvmcache' },
      { name: 'pool', is: 'btrfs RAID1 on two SSDs, no hard disk' },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-tuned-cache'],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      leftWritethrough: { label: 'Hard disk writes over those of bare, writethrough', unit: 'ratio' },
      leftOneLeg: { label: 'Hard disk writes over those of bare, writeback on one leg', unit: 'ratio' },
      leftWriteback: { label: 'Hard disk writes over those of bare, writeback on both legs', unit: 'ratio' },
      leftWritebackNocow: {
        label: 'Hard disk writes over those of bare, writeback on both legs, without copy-on-write',
        unit: 'ratio',
      },
      rateWritethrough: { label: 'Rate over bare, writethrough', unit: 'ratio' },
      rateOneLeg: { label: 'Rate over bare, writeback on one leg', unit: 'ratio' },
      rateWriteback: { label: 'Rate over bare, writeback on both legs', unit: 'ratio' },
      ratePool: { label: 'Rate over bare, SSDs alone', unit: 'ratio' },
      rateAgain: { label: 'Rate over bare, bare again at the end', unit: 'ratio' },
      rateWritethroughNocow: { label: 'Without copy-on-write: writethrough', unit: 'ratio' },
      rateOneLegNocow: { label: 'Without copy-on-write: writeback on one leg', unit: 'ratio' },
      rateWritebackNocow: { label: 'Without copy-on-write: writeback on both legs', unit: 'ratio' },
      ratePoolNocow: { label: 'Without copy-on-write: SSDs alone', unit: 'ratio' },
      rateAgainNocow: { label: 'Without copy-on-write: bare again at the end', unit: 'ratio' },
      hddWritesBare: { label: 'Writes to the hard disks for each flushed write, bare', unit: 'ratio' },
      hddWritesWritethrough: { label: 'The same, writethrough', unit: 'ratio' },
      hddWritesOneLeg: { label: 'The same, writeback on one leg', unit: 'ratio' },
      hddWritesWriteback: { label: 'The same, writeback on both legs', unit: 'ratio' },
      hddWritesPool: { label: 'The same, SSDs alone', unit: 'ratio' },
      hddWritesBareNocow: { label: 'The same without copy-on-write, bare', unit: 'ratio' },
      hddWritesWritethroughNocow: { label: 'The same without copy-on-write, writethrough', unit: 'ratio' },
      hddWritesWritebackNocow: { label: 'The same without copy-on-write, writeback on both legs', unit: 'ratio' },
      ssdWritesPool: { label: 'Writes to the SSDs of the pool for each flushed write', unit: 'ratio' },
      hddFlushesBare: { label: 'Flushes of the hard disks for each flushed write, bare', unit: 'ratio' },
      hddFlushesWriteback: { label: 'The same, writeback on both legs ', unit: 'ratio' },
    },
    needs: [{ measure: 'hddWritesBare', is: 'at least', value: 2, unit: 'ratio' }],
    holdsWhen: [
      { measure: 'leftWriteback', is: 'at most', value: 0.5, unit: 'ratio' },
      { measure: 'leftWritethrough', is: 'at least', value: 0.9, unit: 'ratio' },
      { measure: 'hddWritesPool', is: 'exactly', value: 0, unit: 'ratio' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'Copy-on-write sends the new data and the log of the file system to places that the cache has not seen, and these misses go to the hard disk also in writeback mode. Without copy-on-write the data should stay on the SSD.',
    },
    limits: [
      'Each variant begins with the same saved machine.',
      'The virtual disks answer a flush at once and have no cache of their own that could lose it: what a flush costs a real disk or SSD is not in these rates. Writes and flushes for each flushed write are counted by the host and do not depend on that.',
      'The hard disks are limited to 150 and the SSDs to 3000 operations a second on an emulated processor, and the host had other work: the ratios of rates are as good as bare measured again says. The counts of operations do not depend on it.',
      'One writer, 150 writes of 4 KiB at random in a file of 8 MiB, after 75 that are not counted. The file without copy-on-write was read into the caches first; of the ordinary one that would be of no use, since its data move.',
      'The pool has SSDs of its own, of the same kind, in the same machine.',
      'The host was so busy that bare, measured again at the end, was between half and almost twice as fast as at the beginning. No claim rests on the rates of this series.',
      'The array was mounted beside the pool, and its own commits reached the hard disks while the pool was written, which the rule did not allow for: that alone refuted the hypothesis. Our reason for expecting so was wrong, since writeback took more than half of the writes off.',
    ],
    charts: [
      {
        title: 'Hard disk writes of a flushed write over those without a cache',
        measures: ['leftWritethrough', 'leftOneLeg', 'leftWriteback', 'leftWritebackNocow'],
      },
      {
        title: 'Rate of flushed writes over that without a cache',
        measures: ['rateAgain', 'rateWritethrough', 'rateOneLeg', 'rateWriteback', 'ratePool'],
      },
      {
        title: 'The same for a file without copy-on-write',
        measures: ['rateAgainNocow', 'rateWritethroughNocow', 'rateOneLegNocow', 'rateWritebackNocow', 'ratePoolNocow'],
      },
      {
        title: 'Writes to the hard disks for each flushed write',
        measures: ['hddWritesBare', 'hddWritesWritethrough', 'hddWritesOneLeg', 'hddWritesWriteback', 'hddWritesPool'],
      },
    ],
  },

  'how-far-do-two-measurements-of-the-same-differ': {
    question: 'How far do two measurements of the same thing differ in this lab?',
    hypothesis:
      'The same work under two labels, by turns, gives rates that differ by less than 15 percent, and the same counts of operations within 5 percent.',
    why: 'A difference between two stacks means something only when it is larger than the difference between a stack and itself.',
    kind: 'performance',
    criteria: ['performance'],
    questions: ['modes'],
    stacks: [
      { name: 'bare', is: 'btrfs RAID1 on two hard disks' },
      { name: 'warm', is: 'the same behind warm writethrough lvmcaches' },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-tuned-cache', 'stop-leg'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      ratioBareReads: { label: 'Second label over first, random reads without a cache', unit: 'ratio' },
      ratioWarmReads: { label: 'Second label over first, random reads from a warm cache', unit: 'ratio' },
      ratioFlushes: { label: 'Second label over first, flushed writes', unit: 'ratio' },
      spreadBareReads: { label: 'Fastest over slowest of four, random reads without a cache', unit: 'ratio' },
      spreadWarmReads: { label: 'Fastest over slowest of four, random reads from a warm cache', unit: 'ratio' },
      spreadFlushes: { label: 'Fastest over slowest of four, flushed writes', unit: 'ratio' },
      hddReadsBare: { label: 'Most over fewest hard disk reads, of four, without a cache', unit: 'ratio' },
      hddWritesOfFlushes: { label: 'Most over fewest hard disk writes, of four, flushed writes', unit: 'ratio' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'ratioBareReads', is: 'at least', value: 0.85, unit: 'ratio' },
      { measure: 'ratioBareReads', is: 'at most', value: 1.15, unit: 'ratio' },
      { measure: 'ratioWarmReads', is: 'at least', value: 0.85, unit: 'ratio' },
      { measure: 'ratioWarmReads', is: 'at most', value: 1.15, unit: 'ratio' },
      { measure: 'ratioFlushes', is: 'at least', value: 0.85, unit: 'ratio' },
      { measure: 'ratioFlushes', is: 'at most', value: 1.15, unit: 'ratio' },
      { measure: 'hddReadsBare', is: 'at most', value: 1.05, unit: 'ratio' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'What is bound by the limit of the hard disks should be the same each time. Reads from the SSD are bound by the emulated processor and should vary most.',
    },
    limits: [
      'Four measurements of each kind in a run. The host had other work meanwhile, and a quiet one would do better.',
      'The noise between runs, each with a machine of its own, is larger than that within one; it is seen in the spread of the runs.',
    ],
    charts: [
      {
        title: 'The same work under a second label over that under the first',
        measures: ['ratioBareReads', 'ratioWarmReads', 'ratioFlushes'],
      },
      {
        title: 'Fastest over slowest of four',
        measures: ['spreadBareReads', 'spreadWarmReads', 'spreadFlushes'],
      },
    ],
  },

  'what-does-a-write-cost-the-ssd': {
    question: 'How much is written to the SSDs for what a user writes, in each mode?',
    hypothesis:
      'A new file costs the SSDs little in writethrough mode. Small rewrites in place cost them, in either mode, at least the two copies of what was written; and writing a dirty chunk back costs the hard disks more than the write itself.',
    why: 'SSDs of this class are rated for some hundred times their size. Wear by mode and load decides whether the cache or the SSD is used up first.',
    kind: 'performance',
    criteria: ['performance', 'plan', 'comparison'],
    questions: ['modes', 'cow-and-checksums'],
    stacks: [
      { name: 'writethrough', is: 'btrfs RAID1, each leg behind a writethrough lvmcache in chunks of 64 KiB' },
      { name: 'writeback', is: 'the same with writeback' },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-tuned-cache'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      ssdFreshWritethrough: { label: 'New file, writethrough', unit: 'ratio' },
      ssdCowWritethrough: { label: 'Small rewrites, writethrough', unit: 'ratio' },
      ssdNocowWritethrough: { label: 'Small rewrites without copy-on-write, writethrough', unit: 'ratio' },
      ssdFreshWriteback: { label: 'New file, writeback', unit: 'ratio' },
      ssdCowWriteback: { label: 'Small rewrites, writeback', unit: 'ratio' },
      ssdNocowWriteback: { label: 'Small rewrites without copy-on-write, writeback', unit: 'ratio' },
      hddFreshWritethrough: { label: 'To the hard disks: new file, writethrough', unit: 'ratio' },
      hddCowWritethrough: { label: 'To the hard disks: small rewrites, writethrough', unit: 'ratio' },
      hddNocowWritethrough: {
        label: 'To the hard disks: small rewrites without copy-on-write, writethrough',
        unit: 'ratio',
      },
      hddFreshWriteback: { label: 'To the hard disks: new file, writeback', unit: 'ratio' },
      hddCowWriteback: { label: 'To the hard disks: small rewrites, writeback', unit: 'ratio' },
      hddNocowWriteback: { label: 'To the hard disks: small rewrites without copy-on-write, writeback', unit: 'ratio' },
    },
    needs: [{ measure: 'hddNocowWritethrough', is: 'at least', value: 2, unit: 'ratio' }],
    holdsWhen: [
      { measure: 'ssdFreshWritethrough', is: 'at most', value: 1, unit: 'ratio' },
      { measure: 'ssdNocowWritethrough', is: 'at least', value: 2, unit: 'ratio' },
      { measure: 'ssdNocowWriteback', is: 'at least', value: 2, unit: 'ratio' },
      { measure: 'hddNocowWriteback', is: 'above', value: 2, unit: 'ratio' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'A new file goes to places that the cache does not hold. A rewrite in place of a cached block goes to the SSD in both modes, on both legs, and in writeback mode the whole chunk of 64 KiB is written back for the 4 KiB in it.',
    },
    limits: [
      'Each variant begins with the same saved machine.',
      'Measures are bytes written to both SSDs, or to both hard disks, for each byte that was written by the user, counted by the host until all was flushed and nothing dirty. Two copies are a ratio of 2.',
      'A new file of 16 MiB; 768 rewrites of 4 KiB at random in a file of 8 MiB that is in the cache. Metadata of btrfs and of the cache are counted with them, and weigh more in so small a load.',
      'What an SSD writes inside itself for that is not seen.',
    ],
    charts: [
      {
        title: 'Bytes written to the SSDs for each byte written by the user',
        measures: [
          'ssdFreshWritethrough',
          'ssdFreshWriteback',
          'ssdCowWritethrough',
          'ssdCowWriteback',
          'ssdNocowWritethrough',
          'ssdNocowWriteback',
        ],
      },
      {
        title: 'Bytes written to the hard disks for each byte written by the user',
        measures: [
          'hddFreshWritethrough',
          'hddFreshWriteback',
          'hddCowWritethrough',
          'hddCowWriteback',
          'hddNocowWritethrough',
          'hddNocowWriteback',
        ],
      },
    ],
  },

  'what-does-one-ssd-for-both-legs-cost-that-ssd': {
    question: 'What does it cost an SSD to serve both legs?',
    answers: {
      holds: 'About twice the writes: both copies of everything cached go to the same SSD.',
      refuted: 'More writes by far, but not twice as many in every run: in writeback mode the runs were far apart.',
    },
    hypothesis:
      'One SSD for both legs takes about twice the bytes that the busier of two SSDs takes for the same flushed writes, in both modes.',
    why: 'One SSD is what many have to spare. It is used up by two copies of the same blocks, and holds half as much.',
    kind: 'performance',
    criteria: ['performance', 'plan', 'comparison'],
    questions: ['per-device-or-array', 'modes'],
    stacks: [
      {
        name: 'own SSDs',
        is: 'btrfs RAID1, each leg behind an lvmcache on an SSD of its own, in writethrough and in writeback; small flushed rewrites of a cached file without copy-on-write',
      },
      { name: 'one SSD', is: 'the same with both caches on partitions of one SSD' },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-tuned-cache'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      busiestWritethroughOwn: { label: 'Busier SSD of two, writethrough', unit: 'ratio' },
      busiestWritethroughShared: { label: 'One SSD for both legs, writethrough', unit: 'ratio' },
      busiestWritebackOwn: { label: 'Busier SSD of two, writeback', unit: 'ratio' },
      busiestWritebackShared: { label: 'One SSD for both legs, writeback', unit: 'ratio' },
      timesWritethrough: { label: 'How many times as much one SSD takes, writethrough', unit: 'ratio' },
      timesWriteback: { label: 'How many times as much one SSD takes, writeback', unit: 'ratio' },
      sumWritebackOwn: { label: 'All SSDs together, own SSDs, writeback', unit: 'ratio' },
      sumWritebackShared: { label: 'All SSDs together, one SSD, writeback', unit: 'ratio' },
      rateWriteback: { label: 'Flushed writes a second with one SSD, of those with two; writeback', unit: 'ratio' },
    },
    needs: [{ measure: 'busiestWritebackOwn', is: 'at least', value: 1, unit: 'ratio' }],
    holdsWhen: [
      { measure: 'timesWritethrough', is: 'at least', value: 1.7, unit: 'ratio' },
      { measure: 'timesWritethrough', is: 'at most', value: 2.3, unit: 'ratio' },
      { measure: 'timesWriteback', is: 'at least', value: 1.7, unit: 'ratio' },
      { measure: 'timesWriteback', is: 'at most', value: 2.3, unit: 'ratio' },
    ],
    expected: {
      verdict: 'holds',
      because: 'Each leg has a cache of its own, and both write the same blocks: the SSD gets either copy.',
    },
    limits: [
      'Each variant begins with the same saved machine.',
      'Ratios are bytes written to an SSD for each byte written by the user, counted by the host until all was flushed and nothing dirty.',
      'Rewrites of 4 KiB in a file of 4 MiB that both caches hold. The metadata of btrfs and of the caches are in the figures, and weigh much in so small a load.',
      'The rate of flushed writes is under the limits that the lab sets on its disks: one SSD is no bottleneck here.',
    ],
    charts: [
      {
        title: 'Bytes written to an SSD for each byte written by the user',
        measures: [
          'busiestWritethroughOwn',
          'busiestWritethroughShared',
          'busiestWritebackOwn',
          'busiestWritebackShared',
        ],
      },
    ],
  },
});
