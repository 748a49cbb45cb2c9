import { defineExperiments } from '../../src/schema/index.ts';

export const control = defineExperiments({
  'can-the-lab-see-loss': {
    question: 'Can the checks of this lab see loss at all?',
    answers: {
      refuted:
        'Yes. Blocks were destroyed on purpose and the checks named each of them, so the refuted hypothesis is what this control is for.',
      holds: 'No: blocks were destroyed on purpose, and the checks did not see it.',
    },
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

  'do-the-faults-of-the-lab-do-what-they-say': {
    question: 'Do the faults that the lab arranges do what they say, and no more?',
    answers: {
      holds:
        'Yes: a kill keeps what the disk had taken, a cut loses what was not flushed, a lying disk loses all of it.',
      refuted: 'No: at least one fault does something else than it says.',
    },
    hypothesis:
      'A killed machine loses nothing that its disk had taken. A power cut loses writes that were not flushed and none that were. A disk that lies about flushes loses both. A sector that is made to fail fails, and nothing beside it. A disk that is pulled out and plugged in again is the same disk.',
    why: 'Every claim about a crash, a power cut or a dead disk rests on these. A kill that is taken for a power cut proves less than it says.',
    kind: 'control',
    criteria: ['reliability'],
    questions: ['ssd-failure'],
    stacks: [{ name: 'raw', is: 'one SSD with a volatile write cache, written to without a file system' }],
    procedures: [],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      lostInKill: { label: 'Blocks lost when the machine is killed, flushed or not', unit: 'blocks' },
      unflushedLostInCut: { label: 'Blocks that were not flushed and are lost in a power cut', unit: 'blocks' },
      flushedLostInCut: { label: 'Flushed blocks lost in a power cut', unit: 'blocks' },
      flushedLostWhenLying: { label: 'Flushed blocks lost in a power cut, disk that lies', unit: 'blocks' },
      unreadable: { label: 'Blocks that cannot be read while one is made to fail', unit: 'blocks' },
      changedByReplug: { label: 'Blocks that are other ones after the disk was out and in again', unit: 'blocks' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'lostInKill', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'unflushedLostInCut', is: 'at least', value: 1, unit: 'blocks' },
      { measure: 'flushedLostInCut', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'flushedLostWhenLying', is: 'exactly', value: 256, unit: 'blocks' },
      { measure: 'unreadable', is: 'exactly', value: 1, unit: 'blocks' },
      { measure: 'changedByReplug', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because: 'The lab serves the disk itself and decides what stands on the platter.',
    },
    limits: [
      'It was tried out while it was written, so the expectation is no prediction.',
      'The cache of the drive is a model: it forgets whole blocks of 4 KiB, in no order, and only at a cut. A real drive can also tear a block or forget what it had flushed.',
    ],
    charts: [
      {
        title: 'Of 256 blocks each, those that are lost',
        measures: ['lostInKill', 'unflushedLostInCut', 'flushedLostInCut', 'flushedLostWhenLying'],
      },
    ],
  },

  'does-the-lab-name-what-goes-wrong': {
    question: 'Does the lab notice when a guest goes wrong, and give it the right name?',
    answers: {
      holds: 'Yes: six accidents were arranged, and each ended the run with the reason of its own.',
      refuted: 'No: at least one accident was not noticed, or taken for another.',
    },
    hypothesis:
      'A command that fails, one that does not end, a panic, a restart and a power-off that nobody asked for, and a guest that falls silent each end a run as invalid, with a reason of its own.',
    why: 'A run that went wrong and counts as a result is worse than no run. Each accident is arranged here, so that the lab has to tell it from the others.',
    kind: 'control',
    criteria: ['reliability'],
    questions: ['ssd-failure'],
    stacks: [{ name: 'raw', is: 'a guest on one empty disk that nothing is done to' }],
    procedures: [],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      arranged: { label: 'Accidents arranged', unit: 'operations' },
      named: { label: 'Accidents that ended a run with the reason of their own', unit: 'operations' },
    },
    needs: [{ measure: 'arranged', is: 'exactly', value: 6, unit: 'operations' }],
    holdsWhen: [{ measure: 'named', is: 'exactly', value: 6, unit: 'operations' }],
    expected: {
      verdict: 'holds',
      because: 'The watch over the machine is tested against recordings of such guests.',
    },
    limits: [
      'Accidents of the host are tried by hand and in tests: QEMU killed, the host asleep, no room left.',
      'A guest whose clock is wrong, or that answers wrongly, is not noticed.',
    ],
  },

  'what-can-the-guest-do': {
    question: 'Does the kernel of the guest have what the experiments want, and are the disks what they claim to be?',
    answers: {
      holds: 'Yes: nothing that the experiments want is missing, and every layer tells what the disk below it is.',
      refuted: 'Not in all: something is missing, or a layer does not tell what the disk below it is.',
    },
    hypothesis:
      'The kernel has the targets cache, writecache, mirror and linear of device-mapper, bcache and btrfs; each layer tells of the disk below whether it turns and has a write cache; and btrfs picks the leg of a read by the process id and by nothing else.',
    why: 'What the kernel lacks can only be not run. What a layer hides from the file system changes what is measured, and has to be known before.',
    kind: 'control',
    criteria: ['comparison'],
    questions: ['multi-device'],
    stacks: [{ name: 'cached', is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache' }],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-cache'],
    kernels: ['6.12', '7.3'],
    repeats: 2,
    measures: {
      targetsMissing: { label: 'Targets of device-mapper that are missing', unit: 'operations' },
      modulesMissing: { label: 'Modules that are missing', unit: 'operations' },
      rotationHidden: { label: 'Disks and legs that do not tell whether they turn as they should', unit: 'legs' },
      writeCacheHidden: { label: 'Disks and legs whose write cache is not seen', unit: 'legs' },
      readPolicies: { label: 'Ways in which btrfs can pick the leg of a read', unit: 'operations' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'targetsMissing', is: 'exactly', value: 0, unit: 'operations' },
      { measure: 'modulesMissing', is: 'exactly', value: 0, unit: 'operations' },
      { measure: 'rotationHidden', is: 'exactly', value: 0, unit: 'legs' },
      { measure: 'writeCacheHidden', is: 'exactly', value: 0, unit: 'legs' },
      { measure: 'readPolicies', is: 'exactly', value: 1, unit: 'operations' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'Debian builds all of them as modules, device-mapper hands the properties of the origin on, and the other read policies of btrfs are behind an option for developers.',
    },
    limits: [
      'What is there is asked, not whether it works.',
      'A leg of lvmcache is to turn as its hard disk does. What bcache and bcachefs tell is not asked here.',
    ],
  },

  'do-the-disks-of-the-lab-deliver-what-they-declare': {
    question: 'Do the disks of the lab deliver what they declare, and no more?',
    answers: {
      holds: 'Yes: a busy hard disk does what its limits say, no disk does more, and guest and host count the same.',
      refuted:
        'The disks do what they declare, and no more. The counts differ by more than was allowed, since the guest looks over a disk by itself after each job that wrote to it, and 7.3 sends a large transfer as two.',
    },
    hypothesis:
      'A busy hard disk of the lab does what its limits say within a tenth, no disk does more than a tenth above them, and guest and host count the same operations within a twentieth.',
    why: 'Every ratio of the lab is one of these disks to another. If they are not what they say, it is a ratio of something else.',
    kind: 'control',
    criteria: ['performance'],
    questions: ['modes'],
    stacks: [
      { name: 'raw', is: 'a hard disk and an SSD without anything on them, read and written past the page cache' },
    ],
    procedures: [],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      hddRandomOne: { label: 'HDD: Random reads, one at a time', unit: 'ratio' },
      hddRandomEight: { label: 'HDD: Random reads, eight at a time', unit: 'ratio' },
      hddReadStream: { label: 'HDD: Stream of reads of 1 MiB', unit: 'ratio' },
      hddWriteStream: { label: 'HDD: Stream of writes of 1 MiB', unit: 'ratio' },
      hddFlushed: { label: 'HDD: Small writes, each flushed', unit: 'ratio' },
      ssdRandomOne: { label: 'SSD: Random reads, one at a time', unit: 'ratio' },
      ssdRandomEight: { label: 'SSD: Random reads, eight at a time', unit: 'ratio' },
      ssdReadStream: { label: 'SSD: Stream of reads of 1 MiB', unit: 'ratio' },
      ssdWriteStream: { label: 'SSD: Stream of writes of 1 MiB', unit: 'ratio' },
      ssdFlushed: { label: 'SSD: Small writes, each flushed', unit: 'ratio' },
      countsApart: { label: 'How far guest and host differ in their counts, at most', unit: 'percent' },
      flushesSeen: { label: 'Flushes that the hard disk got for each flushed write', unit: 'ratio' },
      ssdOverHdd: { label: 'Random reads of the SSD over those of the hard disk, eight at a time', unit: 'ratio' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'hddRandomEight', is: 'at least', value: 0.9, unit: 'ratio', over: 'the median' },
      { measure: 'hddRandomOne', is: 'at most', value: 1.1, unit: 'ratio', over: 'the median' },
      { measure: 'hddRandomEight', is: 'at most', value: 1.1, unit: 'ratio', over: 'the median' },
      { measure: 'hddReadStream', is: 'at most', value: 1.1, unit: 'ratio', over: 'the median' },
      { measure: 'hddWriteStream', is: 'at most', value: 1.1, unit: 'ratio', over: 'the median' },
      { measure: 'hddFlushed', is: 'at most', value: 1.1, unit: 'ratio', over: 'the median' },
      { measure: 'ssdRandomOne', is: 'at most', value: 1.1, unit: 'ratio', over: 'the median' },
      { measure: 'ssdRandomEight', is: 'at most', value: 1.1, unit: 'ratio', over: 'the median' },
      { measure: 'ssdReadStream', is: 'at most', value: 1.1, unit: 'ratio', over: 'the median' },
      { measure: 'ssdWriteStream', is: 'at most', value: 1.1, unit: 'ratio', over: 'the median' },
      { measure: 'ssdFlushed', is: 'at most', value: 1.1, unit: 'ratio', over: 'the median' },
      { measure: 'countsApart', is: 'at most', value: 5, unit: 'percent', over: 'the median' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'QEMU counts operations and bytes against the limits before it passes them on. A disk may do less where the emulated processor is too slow to ask for more, which is likelier for the SSD.',
    },
    limits: [
      'Each figure is what was done in eight seconds over what the limits of that disk allow. At most a tenth of a second of unused allowance can be used up at once.',
      'The limits know no distance: on a real hard disk neighbouring blocks are cheaper than far ones, and a flush costs a turn of the platter. Here a flush counts as nothing.',
      'How near the SSD comes to its limit says how fast the host was, and what else ran on it.',
      'The runs refute the hypothesis by the counts alone. On 6.12 the host counts every operation that fio asked for, and besides them the 48 to 90 reads of udev, which looks for a file system whenever a program that wrote to a disk lets go of it. Beside the thousand operations of a job on a hard disk that is more than a twentieth.',
      'On 7.3 each transfer of 1 MiB reached the disk as two operations. So the streams of the hard disk got half of what its limits allow, and the host counted twice. A request to these disks has at most 254 segments, and a buffer of single pages of 4 KiB needs 256 for 1 MiB. Counts of large transfers are compared within one kernel only.',
    ],
    charts: [
      {
        title: 'Done, as a share of what the limits allow',
        measures: [
          'hddRandomOne',
          'hddRandomEight',
          'hddReadStream',
          'hddWriteStream',
          'hddFlushed',
          'ssdRandomOne',
          'ssdRandomEight',
          'ssdReadStream',
          'ssdWriteStream',
          'ssdFlushed',
        ],
      },
    ],
  },
});
