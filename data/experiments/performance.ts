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
});
