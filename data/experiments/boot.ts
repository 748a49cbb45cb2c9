import { defineExperiments } from '../../src/schema/index.ts';

export const boot = defineExperiments({
  'does-a-leg-come-up-without-its-ssd': {
    question: 'Does a leg come up when an SSD is missing at boot?',
    answers: {
      inconclusive:
        'Not settled: fewer runs than declared came to an end. In those that did, the other leg came up by itself only where each leg has a volume group of its own.',
      holds: 'The leg of the other SSD does, and the array mounts degraded.',
      refuted: 'Not always: it hangs on how the disks are put into volume groups.',
    },
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
      'The second run ended when the kernel of the guest stopped at an int3 trap 1.2 seconds into a boot, in its idle task, before anything was asked of a disk. The kernel plants such traps while it patches its own code, which fits a fault of the emulation with two processors, and nothing here. The other two runs gave the same figures.',
    ],
    control: 'can-the-lab-see-loss',
    charts: [{ title: 'What starts with one SSD missing', measures: ['ruleOwn', 'ruleOne', 'byHandOwn', 'byHandOne'] }],
  },

  'is-a-start-that-failed-in-stage-1-tried-again': {
    question: 'Is a start that failed in stage 1 tried again in stage 2?',
    hypothesis:
      'A cached volume group whose start failed in the initrd, for want of the modules of the cache, starts when the disks appear again to the running system.',
    why: 'The initrd of NixOS has the rules of LVM and not the modules of dm-cache. If nothing tries again, an array that worked until the reboot does not come up.',
    kind: 'boot',
    criteria: ['nixos', 'reliability', 'plan'],
    questions: ['nixos-support'],
    stacks: [{ name: 'cached', is: 'two volume groups, each a hard disk with its SSD as writethrough lvmcache' }],
    procedures: [
      'create-leg',
      'attach-cache',
      'stop-leg',
      'start-leg',
      'ask-boot-rule',
      'start-as-the-boot-rule',
      'forget-groups-online',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      namedInStage1: { label: 'Groups that the rule starts in stage 1', unit: 'legs' },
      activeInStage1: { label: 'Groups that come up then, without the modules', unit: 'legs' },
      namedAtReplay: {
        label: 'Groups that the rule starts when the events come again, with the modules',
        unit: 'legs',
      },
      activeAfterReplay: { label: 'Groups that are up after that', unit: 'legs' },
      activeByHand: { label: 'Groups that vgchange starts in that state', unit: 'legs' },
      activeAfterForgetting: { label: 'Groups that come up by the events once the marks are taken away', unit: 'legs' },
      activeWithModulesLoaded: {
        label: 'Groups that come up by the first events, modules loaded before',
        unit: 'legs',
      },
      activeWithModulesLoadable: {
        label: 'Groups that come up by the first events, modules there and not loaded',
        unit: 'legs',
      },
    },
    needs: [
      { measure: 'namedInStage1', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'activeInStage1', is: 'exactly', value: 0, unit: 'legs' },
    ],
    holdsWhen: [{ measure: 'activeAfterReplay', is: 'exactly', value: 2, unit: 'legs' }],
    expected: {
      verdict: 'refuted',
      because:
        'The rule marks a group as online before it is started, and names it no second time. A unit that runs vgchange in stage 2, or the modules in the initrd, should help.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The guest has neither systemd nor the initrd of NixOS. The commands of the event rule are run for each disk in turn, and the modules are kept away and given back, as happens between stage 1 and stage 2.',
      'The marks of LVM are kept from one stage to the other, as NixOS keeps /run.',
      'That the initrd of NixOS lacks the modules is not shown here.',
    ],
    charts: [
      {
        title: 'Groups that come up, of two',
        measures: [
          'activeInStage1',
          'activeAfterReplay',
          'activeByHand',
          'activeAfterForgetting',
          'activeWithModulesLoaded',
          'activeWithModulesLoadable',
        ],
      },
    ],
  },

  'does-the-array-start-without-a-shared-ssd': {
    question: 'Does the array start when the SSD that both legs share is missing?',
    hypothesis:
      'With the one SSD in front of both legs missing at boot, at least one leg of a writethrough cache starts from its hard disk.',
    why: 'A dead SSD should not keep the server from its data when the hard disks have all of them.',
    kind: 'boot',
    criteria: ['reliability', 'nixos', 'plan'],
    questions: ['ssd-failure', 'per-device-or-array', 'nixos-support'],
    stacks: [
      {
        name: 'shared SSD',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on a partition of the same SSD, which is not there at the next boot',
      },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'stop-leg',
      'ask-boot-rule',
      'remove-dead-cache',
    ],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      ruleStarts: { label: 'Volume groups that the rule at boot starts', unit: 'legs' },
      byHand: { label: 'Legs that vgchange --activate y starts', unit: 'legs' },
      readAfterRemoval: { label: 'Blocks that read back after the dead caches were taken off', unit: 'blocks' },
    },
    needs: [],
    holdsWhen: [{ measure: 'byHand', is: 'at least', value: 1, unit: 'legs' }],
    expected: {
      verdict: 'refuted',
      because:
        'LVM starts no volume of which a disk is missing, and both legs miss one. Taking the caches off by hand should bring back both.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The guest has no systemd: what its event rule would start is asked of the command that the rule runs.',
      'The array was stopped in good order before. After a crash the hard disks can lack writes.',
    ],
    charts: [{ title: 'Legs that start without the shared SSD', measures: ['ruleStarts', 'byHand'] }],
  },

  'does-a-leg-that-joins-late-return-old-blocks': {
    question: 'Does a leg that was missing for a while return old blocks when it is back?',
    hypothesis:
      'When the array ran degraded without one cached leg and the leg is there again at the next boot, no old block is returned from it.',
    why: 'An SSD that comes up late keeps its leg out. A degraded mount option turns that into two legs that differ.',
    kind: 'boot',
    criteria: ['reliability', 'nixos', 'plan'],
    questions: ['ssd-failure', 'nixos-support', 'cow-and-checksums'],
    stacks: [
      {
        name: 'cached',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; mounted degraded for writing once while the first SSD is missing',
      },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'stop-leg',
      'start-leg',
      'mount-degraded',
      'scrub',
    ],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      oldWithChecksums: { label: 'Old blocks returned without an error, file with checksums', unit: 'blocks' },
      oldWithoutChecksums: { label: 'Old blocks returned without an error, file without checksums', unit: 'blocks' },
      unreadable: { label: 'Blocks of either file that cannot be read', unit: 'blocks' },
      errorsCounted: { label: 'Errors that btrfs counted for the late leg while reading', unit: 'errors' },
      uncorrectable: { label: 'Errors that a scrub could not correct', unit: 'errors' },
      badAfterScrub: { label: 'Blocks with checksums wrong or unreadable after it', unit: 'blocks' },
      oldWithoutAfterScrub: { label: 'Old blocks returned after it, file without checksums', unit: 'blocks' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'oldWithChecksums', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'oldWithoutChecksums', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'btrfs does not bring a leg up to date when it is back. It finds by checksum what is old, and has none for one of the files.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The same happens to a leg without a cache that was missing. What a cache adds is a second disk whose absence takes the leg out.',
      'All stops are in good order.',
    ],
    charts: [
      {
        title: 'Old blocks that are returned',
        measures: ['oldWithChecksums', 'oldWithoutChecksums', 'oldWithoutAfterScrub'],
      },
    ],
  },

  'is-an-array-on-raw-dm-cache-mounted-past-its-caches': {
    question: 'What happens when the script that makes the caches of raw dm-cache does not run at a boot?',
    answers: {
      refuted:
        'The array mounts from the bare hard disks, behind the caches. When the caches run again, they and the hard disks contradict each other.',
      holds: 'Nothing: the array does not mount without its caches, or nothing was lost by it.',
    },
    hypothesis:
      'When nothing makes the caches at a boot, the array does not mount by its UUID; and no flushed block is lost or old once the caches run again.',
    why: 'Caches made by dmsetup leave no mark on the hard disk. One start without the script, from a rescue system or after an update, is enough to get at the disks behind them.',
    kind: 'boot',
    criteria: ['reliability', 'comparison', 'nixos'],
    questions: ['modes', 'per-device-or-array', 'nixos-support'],
    stacks: [
      {
        name: 'writethrough',
        is: 'btrfs RAID1 on two hard disks, each behind a cache that dmsetup makes on an SSD of its own; stopped in good order, mounted once by its UUID without the caches and written to, then started with them',
      },
      { name: 'writeback', is: 'the same in writeback mode' },
      {
        name: 'lvmcache',
        is: 'btrfs RAID1 on two legs behind lvmcache, at a boot that starts no volume: the contrast',
      },
    ],
    procedures: [
      'make-raw-cache',
      'start-raw-cache',
      'mount-raw-cached-array',
      'make-raid1',
      'create-leg',
      'make-single-btrfs',
      'attach-cache',
      'stop-leg',
      'scrub',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      mountedPastThrough: { label: 'Legs that mount past their caches, writethrough', unit: 'legs' },
      mountedPastBack: { label: 'Legs that mount past their caches, writeback', unit: 'legs' },
      mountedPastLvm: { label: 'Legs that mount past their caches, lvmcache', unit: 'legs' },
      flushedBefore: { label: 'Blocks flushed before the boot, in each mode', unit: 'blocks' },
      lostPastThrough: {
        label: 'Of those, not there while the array is mounted past its caches, writethrough',
        unit: 'blocks',
      },
      lostPastBack: {
        label: 'Of those, not there while the array is mounted past its caches, writeback',
        unit: 'blocks',
      },
      writtenPastThrough: { label: 'Blocks flushed past the caches, writethrough', unit: 'blocks' },
      writtenPastBack: { label: 'Blocks flushed past the caches, writeback', unit: 'blocks' },
      mountsKnownThrough: {
        label: 'Legs that mount once the caches run again, while btrfs knows the hard disks, writethrough',
        unit: 'legs',
      },
      mountsKnownBack: {
        label: 'Legs that mount once the caches run again, while btrfs knows the hard disks, writeback',
        unit: 'legs',
      },
      mountsAgainThrough: {
        label: 'Legs that mount once btrfs was told to forget the hard disks, writethrough',
        unit: 'legs',
      },
      mountsAgainBack: {
        label: 'Legs that mount once btrfs was told to forget the hard disks, writeback',
        unit: 'legs',
      },
      oldWithoutThrough: {
        label: 'Blocks of the file without checksums that are old or gone then, writethrough',
        unit: 'blocks',
      },
      oldWithoutBack: {
        label: 'Blocks of the file without checksums that are old or gone then, writeback',
        unit: 'blocks',
      },
      lostWithThrough: { label: 'Blocks of the files with checksums that are gone then, writethrough', unit: 'blocks' },
      lostWithBack: { label: 'Blocks of the files with checksums that are gone then, writeback', unit: 'blocks' },
      scrubErrorsThrough: { label: 'Errors that a scrub finds then, writethrough', unit: 'errors' },
      scrubErrorsBack: { label: 'Errors that a scrub finds then, writeback', unit: 'errors' },
    },
    needs: [{ measure: 'flushedBefore', is: 'exactly', value: 256, unit: 'blocks' }],
    holdsWhen: [
      { measure: 'mountedPastThrough', is: 'exactly', value: 0, unit: 'legs' },
      { measure: 'mountedPastBack', is: 'exactly', value: 0, unit: 'legs' },
      { measure: 'oldWithoutThrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostWithThrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'oldWithoutBack', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostWithBack', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'The superblock of btrfs stands on the hard disk where a file system without a cache has it, so the array is found and mounted. The caches know nothing of what is written then, and return what they hold. LVM gives its origins another name and shows none of them.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The guest has no systemd: the array is mounted by its UUID, as a line of fstab does it.',
      'The array was stopped in good order before. A crash leaves more on the SSD alone.',
      'The caches are made again in the machine that had mounted the array without them, after it was unmounted: once while btrfs still knows the hard disks, and once after it was told to forget all devices, as after a boot.',
      'Before the stop the caches are told to write nothing back, so that what was written last is still dirty in writeback mode.',
      'One run was made while this was built, and is not counted: the bare disks were mounted, and btrfs refused the cached devices, whose superblock was older than that of the disks it knew. The look after forgetting them was added then.',
      'Small files, and caches that hold all of them: how much is old depends on what was cached and what was written meanwhile.',
      'Where the array cannot be mounted once the caches run again, all its blocks count as gone; a scrub that cannot run or breaks off counts as one error.',
    ],
    charts: [
      {
        title: 'Legs that mount past their caches',
        measures: ['mountedPastThrough', 'mountedPastBack', 'mountedPastLvm'],
      },
      {
        title: 'Flushed blocks that are old or gone',
        measures: [
          'lostPastThrough',
          'lostPastBack',
          'oldWithoutThrough',
          'oldWithoutBack',
          'lostWithThrough',
          'lostWithBack',
        ],
      },
    ],
  },

  'does-an-array-on-bcache-start-without-its-ssd': {
    question: 'Does an array on bcache start when an SSD is missing at boot?',
    answers: {
      refuted: 'Not by itself: a leg whose SSD is missing waits until it is started by force.',
      holds: 'Yes: every leg came up from its hard disk.',
    },
    hypothesis: 'With an SSD missing at boot, each leg of a writethrough bcache starts from its hard disk by itself.',
    why: 'A running bcache lets go of a dead SSD and goes on. Whether it also starts without one decides what a dead SSD costs at the next reboot.',
    kind: 'boot',
    criteria: ['reliability', 'comparison', 'nixos'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    stacks: [
      {
        name: 'own sets',
        is: 'btrfs RAID1 on two legs behind bcache, a set on an SSD of its own for each, in writethrough and in writeback; the first SSD is missing at the next boot',
      },
      { name: 'shared set', is: 'the same with one writethrough set on the first SSD for both legs' },
    ],
    procedures: [
      'make-bcache-leg',
      'make-raid1',
      'mount-array',
      'make-bcache-set',
      'attach-bcache',
      'let-bcache-take-everything',
      'check-bcache',
      'start-bcache-device',
      'run-bcache-without-its-ssd',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      rewritten: { label: 'Blocks rewritten and flushed before the stop, writeback', unit: 'blocks' },
      upOwnThrough: { label: 'Legs that come up by themselves; own sets, writethrough', unit: 'legs' },
      upSharedThrough: { label: 'Legs that come up by themselves; shared set, writethrough', unit: 'legs' },
      upOwnBack: { label: 'Legs that come up by themselves; own sets, writeback', unit: 'legs' },
      mountsPlainOwnThrough: {
        label: 'Legs that mount as on any other day: 2, or 0; own sets, writethrough',
        unit: 'legs',
      },
      mountsPlainSharedThrough: {
        label: 'Legs that mount as on any other day: 2, or 0; shared set, writethrough',
        unit: 'legs',
      },
      mountsPlainOwnBack: { label: 'Legs that mount as on any other day: 2, or 0; own sets, writeback', unit: 'legs' },
      lostDegradedOwnThrough: {
        label: 'Blocks that a degraded mount does not have; own sets, writethrough',
        unit: 'blocks',
      },
      lostDegradedSharedThrough: {
        label: 'Blocks that a degraded mount does not have; shared set, writethrough',
        unit: 'blocks',
      },
      lostDegradedOwnBack: { label: 'Blocks that a degraded mount does not have; own sets, writeback', unit: 'blocks' },
      dirtyOwnThrough: { label: 'Legs started by force whose header says dirty; own sets, writethrough', unit: 'legs' },
      dirtySharedThrough: {
        label: 'Legs started by force whose header says dirty; shared set, writethrough',
        unit: 'legs',
      },
      dirtyOwnBack: { label: 'Legs started by force whose header says dirty; own sets, writeback', unit: 'legs' },
      mountsForcedOwnThrough: {
        label: 'Legs that mount once all were started by force: 2, or 0; own sets, writethrough',
        unit: 'legs',
      },
      mountsForcedSharedThrough: {
        label: 'Legs that mount once all were started by force: 2, or 0; shared set, writethrough',
        unit: 'legs',
      },
      mountsForcedOwnBack: {
        label: 'Legs that mount once all were started by force: 2, or 0; own sets, writeback',
        unit: 'legs',
      },
      lostForcedOwnThrough: {
        label: 'Blocks that are lost or old then, for a reader of either leg; own sets, writethrough',
        unit: 'blocks',
      },
      lostForcedSharedThrough: {
        label: 'Blocks that are lost or old then, for a reader of either leg; shared set, writethrough',
        unit: 'blocks',
      },
      lostForcedOwnBack: {
        label: 'Blocks that are lost or old then, for a reader of either leg; own sets, writeback',
        unit: 'blocks',
      },
    },
    needs: [{ measure: 'rewritten', is: 'exactly', value: 512, unit: 'blocks' }],
    holdsWhen: [
      { measure: 'upOwnThrough', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'upSharedThrough', is: 'exactly', value: 2, unit: 'legs' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'A leg that was attached to a set waits for that set, in every mode: its header names the set, and only a hand or a script says that it will not come.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The guest has no systemd: the disks are registered one by one, as the rule of udev does it.',
      'The array was unmounted and the machine powered off in good order before.',
      'In writeback mode what had been written back before the stop cannot be lost: how many blocks are old after a start by force is a matter of when the machine was stopped.',
    ],
    charts: [{ title: 'Legs that come up by themselves', measures: ['upOwnThrough', 'upSharedThrough', 'upOwnBack'] }],
  },
});
