import { defineExperiments } from '../../src/schema/index.ts';
import { noLossIn } from '../bound.ts';

/** The other systems, asked what lvmcache was asked. The files beside this one are by kind; this one is by system. */
export const systems = defineExperiments({
  'what-does-a-dead-ssd-stop-under-bcache': {
    question: 'What does a dead SSD stop under bcache, in each mode, with own sets and with a shared one?',
    hypothesis:
      'When an SSD dies under bcache, an array with a set of its own for each leg stays writable in every mode, and no array loses a flushed record.',
    why: 'bcache fails the requests of a device while it takes a dead cache off. What btrfs above makes of that was read and not seen. Writeback with one SSD for both legs is the arrangement that has to lose.',
    kind: 'failure',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array', 'modes'],
    stacks: [
      {
        name: 'own sets',
        is: 'btrfs RAID1 on two legs behind bcache, a set on an SSD of its own for each; in writethrough, writearound and writeback; the first SSD is pulled out',
      },
      {
        name: 'shared set',
        is: 'the same with one set on the first SSD for both legs; in writethrough and in writeback',
      },
    ],
    procedures: [
      'make-bcache-leg',
      'make-raid1',
      'mount-array',
      'make-bcache-set',
      'attach-bcache',
      'let-bcache-take-everything',
      'check-bcache',
      'run-bcache-without-its-ssd',
      'start-bcache-device',
      'mount-degraded',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      acknowledgedBeforeOwnThrough: {
        label: 'Records flushed before the SSD was gone; own sets, writethrough',
        unit: 'blocks',
      },
      acknowledgedBeforeOwnAround: {
        label: 'Records flushed before the SSD was gone; own sets, writearound',
        unit: 'blocks',
      },
      acknowledgedBeforeOwnBack: {
        label: 'Records flushed before the SSD was gone; own sets, writeback',
        unit: 'blocks',
      },
      acknowledgedBeforeSharedThrough: {
        label: 'Records flushed before the SSD was gone; shared set, writethrough',
        unit: 'blocks',
      },
      acknowledgedBeforeSharedBack: {
        label: 'Records flushed before the SSD was gone; shared set, writeback',
        unit: 'blocks',
      },
      acknowledgedAfterOwnThrough: {
        label: 'Records flushed after it was gone; own sets, writethrough',
        unit: 'blocks',
      },
      acknowledgedAfterOwnAround: { label: 'Records flushed after it was gone; own sets, writearound', unit: 'blocks' },
      acknowledgedAfterOwnBack: { label: 'Records flushed after it was gone; own sets, writeback', unit: 'blocks' },
      acknowledgedAfterSharedThrough: {
        label: 'Records flushed after it was gone; shared set, writethrough',
        unit: 'blocks',
      },
      acknowledgedAfterSharedBack: {
        label: 'Records flushed after it was gone; shared set, writeback',
        unit: 'blocks',
      },
      userErrorsOwnThrough: { label: 'Errors that writer and readers got; own sets, writethrough', unit: 'errors' },
      userErrorsOwnAround: { label: 'Errors that writer and readers got; own sets, writearound', unit: 'errors' },
      userErrorsOwnBack: { label: 'Errors that writer and readers got; own sets, writeback', unit: 'errors' },
      userErrorsSharedThrough: {
        label: 'Errors that writer and readers got; shared set, writethrough',
        unit: 'errors',
      },
      userErrorsSharedBack: { label: 'Errors that writer and readers got; shared set, writeback', unit: 'errors' },
      wrongReadsOwnThrough: {
        label: 'Reads that returned other than what was written; own sets, writethrough',
        unit: 'blocks',
      },
      wrongReadsOwnAround: {
        label: 'Reads that returned other than what was written; own sets, writearound',
        unit: 'blocks',
      },
      wrongReadsOwnBack: {
        label: 'Reads that returned other than what was written; own sets, writeback',
        unit: 'blocks',
      },
      wrongReadsSharedThrough: {
        label: 'Reads that returned other than what was written; shared set, writethrough',
        unit: 'blocks',
      },
      wrongReadsSharedBack: {
        label: 'Reads that returned other than what was written; shared set, writeback',
        unit: 'blocks',
      },
      writableLegsOwnThrough: {
        label:
          'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only; own sets, writethrough',
        unit: 'legs',
      },
      writableLegsOwnAround: {
        label:
          'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only; own sets, writearound',
        unit: 'legs',
      },
      writableLegsOwnBack: {
        label:
          'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only; own sets, writeback',
        unit: 'legs',
      },
      writableLegsSharedThrough: {
        label:
          'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only; shared set, writethrough',
        unit: 'legs',
      },
      writableLegsSharedBack: {
        label:
          'Legs of the file system while it still takes writes at the end: 2, or 0 if it is read-only; shared set, writeback',
        unit: 'legs',
      },
      errorsOfFirstLegOwnThrough: {
        label: 'Errors that btrfs counted for the first leg; own sets, writethrough',
        unit: 'errors',
      },
      errorsOfFirstLegOwnAround: {
        label: 'Errors that btrfs counted for the first leg; own sets, writearound',
        unit: 'errors',
      },
      errorsOfFirstLegOwnBack: {
        label: 'Errors that btrfs counted for the first leg; own sets, writeback',
        unit: 'errors',
      },
      errorsOfFirstLegSharedThrough: {
        label: 'Errors that btrfs counted for the first leg; shared set, writethrough',
        unit: 'errors',
      },
      errorsOfFirstLegSharedBack: {
        label: 'Errors that btrfs counted for the first leg; shared set, writeback',
        unit: 'errors',
      },
      errorsOfSecondLegOwnThrough: {
        label: 'Errors that btrfs counted for the second leg; own sets, writethrough',
        unit: 'errors',
      },
      errorsOfSecondLegOwnAround: {
        label: 'Errors that btrfs counted for the second leg; own sets, writearound',
        unit: 'errors',
      },
      errorsOfSecondLegOwnBack: {
        label: 'Errors that btrfs counted for the second leg; own sets, writeback',
        unit: 'errors',
      },
      errorsOfSecondLegSharedThrough: {
        label: 'Errors that btrfs counted for the second leg; shared set, writethrough',
        unit: 'errors',
      },
      errorsOfSecondLegSharedBack: {
        label: 'Errors that btrfs counted for the second leg; shared set, writeback',
        unit: 'errors',
      },
      lostOwnThrough: {
        label: 'Flushed records lost, on the disks that are left; own sets, writethrough',
        unit: 'blocks',
      },
      lostOwnAround: {
        label: 'Flushed records lost, on the disks that are left; own sets, writearound',
        unit: 'blocks',
      },
      lostOwnBack: { label: 'Flushed records lost, on the disks that are left; own sets, writeback', unit: 'blocks' },
      lostSharedThrough: {
        label: 'Flushed records lost, on the disks that are left; shared set, writethrough',
        unit: 'blocks',
      },
      lostSharedBack: {
        label: 'Flushed records lost, on the disks that are left; shared set, writeback',
        unit: 'blocks',
      },
      lostOfFileOwnThrough: {
        label: 'Blocks of the cached file lost, on the disks that are left; own sets, writethrough',
        unit: 'blocks',
      },
      lostOfFileOwnAround: {
        label: 'Blocks of the cached file lost, on the disks that are left; own sets, writearound',
        unit: 'blocks',
      },
      lostOfFileOwnBack: {
        label: 'Blocks of the cached file lost, on the disks that are left; own sets, writeback',
        unit: 'blocks',
      },
      lostOfFileSharedThrough: {
        label: 'Blocks of the cached file lost, on the disks that are left; shared set, writethrough',
        unit: 'blocks',
      },
      lostOfFileSharedBack: {
        label: 'Blocks of the cached file lost, on the disks that are left; shared set, writeback',
        unit: 'blocks',
      },
    },
    needs: [
      { measure: 'acknowledgedBeforeOwnThrough', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedBeforeOwnAround', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedBeforeOwnBack', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedBeforeSharedThrough', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedBeforeSharedBack', is: 'at least', value: 10, unit: 'blocks' },
    ],
    holdsWhen: [
      { measure: 'writableLegsOwnThrough', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'writableLegsOwnAround', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'writableLegsOwnBack', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'lostOwnThrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOwnAround', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostOwnBack', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostSharedThrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostSharedBack', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'With one SSD for both legs, writeback keeps both copies of what was just flushed on it. With own sets one leg fails, for a moment or for good, and btrfs goes on with the other; in the careful modes the hard disks have everything.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The SSD is pulled out of the running machine. A dying SSD that answers slowly or wrongly is not tried.',
      'Five arrays, on a fifth of each disk and under load at the same time for 90 seconds; the SSD goes when each has written 14 records.',
      'After that time the machine is killed, so that nothing of the checks rests on an orderly stop. It is no power cut.',
      'The disks that are left: both hard disks, and the second SSD. The leg of the dead SSD is started by force.',
      'Both limits behind which bcache leaves streams and a slow SSD alone are taken off.',
      'Three arrays with own sets were tried while the harness was made. What was seen then is in no figure here, and the expectation was written after it.',
      'A first series was broken off: the host was so busy that the loads had not written enough when a time limit ended the run. No SSD had been pulled out.',
      noLossIn(3),
    ],
    charts: [
      {
        title: 'Records flushed after the SSD was gone',
        measures: [
          'acknowledgedAfterOwnThrough',
          'acknowledgedAfterOwnAround',
          'acknowledgedAfterOwnBack',
          'acknowledgedAfterSharedThrough',
          'acknowledgedAfterSharedBack',
        ],
      },
      {
        title: 'Flushed records lost',
        measures: ['lostOwnThrough', 'lostOwnAround', 'lostOwnBack', 'lostSharedThrough', 'lostSharedBack'],
      },
    ],
  },

  'does-bcache-write-to-the-disk-after-a-crash': {
    question: 'Does bcache write to the hard disk after a crash, and does dm-writecache?',
    hypothesis:
      'After a crash a writethrough bcache counts nothing as dirty, a write through it is on the hard disk, and the leg has every write without its SSD.',
    why: 'This is where a writethrough lvmcache was seen to keep writes on the SSD alone. The writeback mode and dm-writecache stand beside it as what has to lose.',
    kind: 'crash',
    criteria: ['reliability', 'comparison'],
    questions: ['modes', 'ssd-failure'],
    stacks: [
      { name: 'bcache writethrough', is: 'a volume without a file system behind bcache on an SSD' },
      {
        name: 'bcache writeback',
        is: 'the same in writeback mode; and once more, with the cache detached after the write',
      },
      { name: 'dm-writecache', is: 'a logical volume behind a write cache of LVM on the same SSD' },
    ],
    procedures: [
      'make-bcache-leg',
      'make-bcache-set',
      'attach-bcache',
      'let-bcache-take-everything',
      'start-bcache-device',
      'check-bcache',
      'run-bcache-without-its-ssd',
      'detach-bcache',
      'create-leg',
      'attach-writecache',
      'check-writecaches',
      'remove-dead-writecache',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      overwritten: {
        label: 'Blocks overwritten and flushed after the crash, on the system with fewest',
        unit: 'blocks',
      },
      dirtyAfterCrashThrough: { label: 'Dirty after the crash, bcache writethrough', unit: 'blocks' },
      dirtyAfterWriteThrough: { label: 'Dirty after the write, bcache writethrough', unit: 'blocks' },
      dirtyAfterWriteBack: { label: 'Dirty after the write, bcache writeback', unit: 'blocks' },
      heldAfterWriteWritecache: { label: 'Held on the SSD after the write, dm-writecache', unit: 'blocks' },
      newOnHddThrough: { label: 'Of those, new on the hard disk, bcache writethrough', unit: 'blocks' },
      newOnHddBack: { label: 'Of those, new on the hard disk, bcache writeback', unit: 'blocks' },
      newOnHddWritecache: { label: 'Of those, new on the hard disk, dm-writecache', unit: 'blocks' },
      legsUpThrough: { label: 'Legs that come up by themselves without the SSD, bcache writethrough', unit: 'legs' },
      legsUpBack: { label: 'Legs that come up by themselves without the SSD, bcache writeback', unit: 'legs' },
      legsUpWritecache: { label: 'Legs that come up by themselves without the SSD, dm-writecache', unit: 'legs' },
      headersClean: { label: 'Legs of bcache whose header says clean, of two', unit: 'legs' },
      lostWithoutSsdThrough: { label: 'Lost when started without the SSD, bcache writethrough', unit: 'blocks' },
      lostWithoutSsdBack: { label: 'Lost when started without the SSD, bcache writeback', unit: 'blocks' },
      lostWithoutSsdWritecache: { label: 'Lost when started without the SSD, dm-writecache', unit: 'blocks' },
      lostDetachedBack: {
        label: 'Not on the hard disk after the cache was detached, bcache writeback',
        unit: 'blocks',
      },
    },
    needs: [
      { measure: 'overwritten', is: 'exactly', value: 64, unit: 'blocks' },
      { measure: 'lostWithoutSsdBack', is: 'at least', value: 1, unit: 'blocks' },
    ],
    holdsWhen: [
      { measure: 'dirtyAfterCrashThrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'newOnHddThrough', is: 'exactly', value: 64, unit: 'blocks' },
      { measure: 'lostWithoutSsdThrough', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostDetachedBack', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'bcache keeps in its journal which data are dirty and has no mark of an orderly stop. The two others acknowledge a write that stands on the SSD alone, crash or not.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'Killed virtual machines, no power cut. Volumes of 4 MiB of blocks, without a file system.',
      'The blocks of bcache that are overwritten are such as its SSD holds; dm-writecache held none before.',
      'What comes up by itself is what registering the disk and activating the volume group start; the guest has no systemd.',
    ],
    charts: [
      {
        title: 'Overwritten blocks that are on the hard disk',
        measures: ['newOnHddThrough', 'newOnHddBack', 'newOnHddWritecache'],
      },
      {
        title: 'Overwritten blocks lost without the SSD',
        measures: ['lostWithoutSsdThrough', 'lostWithoutSsdBack', 'lostWithoutSsdWritecache'],
      },
    ],
  },

  'does-scrub-see-damage-behind-bcache-or-md': {
    question: 'Does scrub find damage on a hard disk behind bcache, or in a mirror of md?',
    hypothesis:
      'btrfs scrub over bcache finds and mends damage on the hard disk in blocks that the cache holds, and over a mirror of md in blocks that no cache holds.',
    why: 'A warm lvmcache was seen to hide such damage from scrub. bcache is the other block cache, and a mirror below btrfs is the other way to have one cache for both disks.',
    kind: 'corruption',
    criteria: ['reliability', 'compatibility', 'comparison'],
    questions: ['cow-and-checksums', 'per-device-or-array'],
    stacks: [
      { name: 'bcache', is: 'btrfs RAID1 on two legs, each behind a writethrough bcache set of its own' },
      {
        name: 'md mirror',
        is: 'btrfs with one copy on a writethrough lvmcache above a mirror of md, on other parts of the same disks',
      },
    ],
    procedures: [
      'make-bcache-leg',
      'make-raid1',
      'mount-array',
      'make-bcache-set',
      'attach-bcache',
      'let-bcache-take-everything',
      'start-bcache-device',
      'detach-bcache',
      'scrub',
      'make-md-mirror',
      'make-md-volume',
      'make-single-btrfs',
      'start-md-mirror',
      'check-md-mirror',
      'start-leg',
      'stop-leg',
    ],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      residentDamaged: { label: 'Damaged blocks that the cache holds, bcache', unit: 'blocks' },
      notResidentDamaged: { label: 'Damaged blocks that the cache does not hold, bcache', unit: 'blocks' },
      mdDamaged: { label: 'Damaged blocks that the cache does not hold, one half of md', unit: 'blocks' },
      notResidentMended: { label: 'Of those not in bcache, mended after both scrubs', unit: 'blocks' },
      residentMended: { label: 'Of those in bcache, mended after both scrubs', unit: 'blocks' },
      scrubErrorsWithCache: { label: 'Checksum errors that scrub reported, bcache in place', unit: 'errors' },
      scrubErrorsDetached: { label: 'Checksum errors that scrub reported, bcache detached', unit: 'errors' },
      mdMended: { label: 'Of those on md, mended by scrub', unit: 'blocks' },
      mdErrors: { label: 'Checksum errors that scrub reported, md', unit: 'errors' },
      mdUncorrectable: { label: 'Errors that scrub could not correct, md', unit: 'errors' },
      mdUnreadable: { label: 'Blocks that could not be read from md, or read wrong', unit: 'blocks' },
      mdMismatchedBlocks: { label: 'Blocks in which md finds its halves to differ', unit: 'blocks' },
    },
    needs: [
      { measure: 'residentDamaged', is: 'exactly', value: 32, unit: 'blocks' },
      { measure: 'notResidentMended', is: 'exactly', value: 32, unit: 'blocks' },
      { measure: 'mdDamaged', is: 'exactly', value: 32, unit: 'blocks' },
    ],
    holdsWhen: [
      { measure: 'scrubErrorsWithCache', is: 'exactly', value: 64, unit: 'errors' },
      { measure: 'mdMended', is: 'exactly', value: 32, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'bcache answers a read of what it holds from the SSD, as dm-cache does. Below md btrfs sees one copy, and md does not ask it which half is right.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'One hard disk of the two is damaged, in whole blocks of file data; both arrangements are stopped in good order before.',
      'A block counts as mended when the host finds it again in the raw image, at the place where it was damaged. The host looks after both scrubs; which of them mended what is told by the errors that each reported.',
      'Which half md reads is its own choice; another choice would give other counts of errors, and no other count of mended blocks.',
    ],
    charts: [
      {
        title: 'Checksum errors that scrub reported',
        measures: ['scrubErrorsWithCache', 'scrubErrorsDetached', 'mdErrors'],
      },
      {
        title: 'Damaged blocks that were mended in the end, of 32 each',
        measures: ['notResidentMended', 'residentMended', 'mdMended'],
      },
    ],
  },

  'what-does-a-dead-ssd-stop-under-the-other-systems': {
    question: 'What does a dead SSD stop under dm-writecache, md, bcachefs and a separate pool?',
    hypothesis:
      'When one SSD dies under load, each of the four goes on taking writes, and every flushed record is on the disks that are left.',
    why: 'The systems are to be compared by the same death. Those that keep new writes on SSDs have to show what that costs when both are gone.',
    kind: 'failure',
    criteria: ['reliability', 'comparison'],
    questions: ['ssd-failure', 'per-device-or-array'],
    stacks: [
      {
        name: 'dm-writecache',
        is: 'btrfs RAID1 on two logical volumes, each behind a write cache on an SSD of its own',
      },
      {
        name: 'md mirror',
        is: 'btrfs with one copy on one writethrough lvmcache on the first SSD, above a mirror of the hard disks',
      },
      { name: 'separate pool', is: 'btrfs RAID1 of the two SSDs, which the hard disks have nothing to do with' },
      { name: 'bcachefs', is: 'two copies, new writes on the SSDs first, moved to the hard disks in the background' },
    ],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-writecache',
      'remove-dead-writecache',
      'make-md-mirror',
      'make-md-volume',
      'make-single-btrfs',
      'start-md-mirror',
      'remove-dead-cache',
      'make-bcachefs',
      'mount-bcachefs',
      'mount-degraded',
      'stop-leg',
    ],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      acknowledgedBeforeWritecache: { label: 'Records flushed before the SSD was gone, dm-writecache', unit: 'blocks' },
      acknowledgedBeforeMd: { label: 'Records flushed before the SSD was gone, md', unit: 'blocks' },
      acknowledgedBeforePool: { label: 'Records flushed before the SSD was gone, separate pool', unit: 'blocks' },
      acknowledgedBeforeBcachefs: { label: 'Records flushed before the SSD was gone, bcachefs', unit: 'blocks' },
      acknowledgedAfterWritecache: { label: 'Records flushed after it was gone, dm-writecache', unit: 'blocks' },
      acknowledgedAfterMd: { label: 'Records flushed after it was gone, md', unit: 'blocks' },
      acknowledgedAfterPool: { label: 'Records flushed after it was gone, separate pool', unit: 'blocks' },
      acknowledgedAfterBcachefs: { label: 'Records flushed after it was gone, bcachefs', unit: 'blocks' },
      userErrorsWritecache: { label: 'Errors that writer and readers got, dm-writecache', unit: 'errors' },
      userErrorsMd: { label: 'Errors that writer and readers got, md', unit: 'errors' },
      userErrorsPool: { label: 'Errors that writer and readers got, separate pool', unit: 'errors' },
      userErrorsBcachefs: { label: 'Errors that writer and readers got, bcachefs', unit: 'errors' },
      wrongReadsWritecache: { label: 'Reads that returned other than what was written, dm-writecache', unit: 'blocks' },
      wrongReadsMd: { label: 'Reads that returned other than what was written, md', unit: 'blocks' },
      wrongReadsPool: { label: 'Reads that returned other than what was written, separate pool', unit: 'blocks' },
      wrongReadsBcachefs: { label: 'Reads that returned other than what was written, bcachefs', unit: 'blocks' },
      mountsAsUsualWritecache: {
        label: 'Mounts that work as usual with the SSD missing, of one, dm-writecache',
        unit: 'operations',
      },
      mountsAsUsualMd: { label: 'Mounts that work as usual with the SSD missing, of one, md', unit: 'operations' },
      mountsAsUsualPool: {
        label: 'Mounts that work as usual with the SSD missing, of one, separate pool',
        unit: 'operations',
      },
      mountsAsUsualBcachefs: {
        label: 'Mounts that work as usual with the SSD missing, of one, bcachefs',
        unit: 'operations',
      },
      lostWritecache: { label: 'Flushed records lost without the dead SSD, dm-writecache', unit: 'blocks' },
      lostMd: { label: 'Flushed records lost without the dead SSD, md', unit: 'blocks' },
      lostPool: { label: 'Flushed records lost without the dead SSD, separate pool', unit: 'blocks' },
      lostBcachefs: { label: 'Flushed records lost without the dead SSD, bcachefs', unit: 'blocks' },
      lostOfFileWritecache: {
        label: 'Blocks of the file that was read lost without the dead SSD, dm-writecache',
        unit: 'blocks',
      },
      lostOfFileMd: { label: 'Blocks of the file that was read lost without the dead SSD, md', unit: 'blocks' },
      lostOfFilePool: {
        label: 'Blocks of the file that was read lost without the dead SSD, separate pool',
        unit: 'blocks',
      },
      lostOfFileBcachefs: {
        label: 'Blocks of the file that was read lost without the dead SSD, bcachefs',
        unit: 'blocks',
      },
      lostWithoutSsdsWritecache: { label: 'Flushed records lost without both SSDs, dm-writecache', unit: 'blocks' },
      lostWithoutSsdsBcachefs: { label: 'Flushed records lost without both SSDs, bcachefs', unit: 'blocks' },
      lostOfFileWithoutSsdsWritecache: {
        label: 'Blocks of the file that was read lost without both SSDs, dm-writecache',
        unit: 'blocks',
      },
      lostOfFileWithoutSsdsBcachefs: {
        label: 'Blocks of the file that was read lost without both SSDs, bcachefs',
        unit: 'blocks',
      },
    },
    needs: [
      { measure: 'acknowledgedBeforeWritecache', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedBeforeMd', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedBeforePool', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedBeforeBcachefs', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'lostWithoutSsdsWritecache', is: 'at least', value: 1, unit: 'blocks' },
    ],
    holdsWhen: [
      { measure: 'acknowledgedAfterWritecache', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedAfterMd', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedAfterPool', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'acknowledgedAfterBcachefs', is: 'at least', value: 10, unit: 'blocks' },
      { measure: 'lostWritecache', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostMd', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostPool', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'lostBcachefs', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'refuted',
      because:
        'One cache above the mirror is in the way of both hard disks, so that arrangement stops. The others have a second copy elsewhere and go on. Without both SSDs, dm-writecache and bcachefs lack what was not written back.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'The SSD is pulled out of the running machine. A dying SSD that answers slowly or wrongly is not tried.',
      'Four arrangements, on a quarter of each disk and under load at the same time for 90 seconds; the SSD goes when each has written 14 records.',
      'After that time the machine is killed, so that nothing of the checks rests on an orderly stop. It is no power cut.',
      'bcachefs as it is in Linux 6.12, with tools of the same version. Later versions live outside of the kernel and were not tried.',
      'The second SSD is pulled out after the look without the first, with everything unmounted.',
      noLossIn(3),
    ],
    charts: [
      {
        title: 'Records flushed after the SSD was gone',
        measures: [
          'acknowledgedAfterWritecache',
          'acknowledgedAfterMd',
          'acknowledgedAfterPool',
          'acknowledgedAfterBcachefs',
        ],
      },
      {
        title: 'Flushed records lost without the dead SSD, and without both',
        measures: [
          'lostWritecache',
          'lostMd',
          'lostPool',
          'lostBcachefs',
          'lostWithoutSsdsWritecache',
          'lostWithoutSsdsBcachefs',
        ],
      },
    ],
  },

  'how-many-disk-reads-does-each-system-leave': {
    question: 'How many reads of a hot file are left to the hard disks, system by system?',
    hypothesis:
      'Once a file was read several times, bcache, a cache above md, and bcachefs leave at most 50 of 1000 random reads to the hard disks, and a pool of SSDs none.',
    why: 'A warm lvmcache was measured against bare hard disks. The others are asked for the same count.',
    kind: 'performance',
    criteria: ['performance', 'comparison'],
    questions: ['per-device-or-array'],
    stacks: [
      { name: 'bare', is: 'btrfs RAID1 on two bcache devices without a cache' },
      { name: 'bcache', is: 'the same, each leg with a writethrough set of its own' },
      { name: 'md mirror', is: 'btrfs with one copy on one writethrough lvmcache above a mirror of md' },
      { name: 'separate pool', is: 'btrfs RAID1 of the two SSDs' },
      { name: 'bcachefs', is: 'two copies, written to the SSDs first and moved to the hard disks in the background' },
    ],
    procedures: [
      'make-bcache-leg',
      'make-raid1',
      'mount-array',
      'make-bcache-set',
      'attach-bcache',
      'let-bcache-take-everything',
      'make-md-mirror',
      'make-md-volume',
      'make-single-btrfs',
      'make-bcachefs',
      'mount-bcachefs',
      'check-bcachefs',
    ],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      hddReadsBare: { label: 'Reads of the hard disks, bare', unit: 'operations per 1000 reads' },
      hddReadsBcache: { label: 'Reads of the hard disks, bcache', unit: 'operations per 1000 reads' },
      hddReadsMd: { label: 'Reads of the hard disks, cache above md', unit: 'operations per 1000 reads' },
      hddReadsPool: { label: 'Reads of the hard disks, separate pool', unit: 'operations per 1000 reads' },
      hddReadsBcachefs: { label: 'Reads of the hard disks, bcachefs', unit: 'operations per 1000 reads' },
    },
    needs: [{ measure: 'hddReadsBare', is: 'at least', value: 950, unit: 'operations per 1000 reads' }],
    holdsWhen: [
      { measure: 'hddReadsBcache', is: 'at most', value: 50, unit: 'operations per 1000 reads' },
      { measure: 'hddReadsMd', is: 'at most', value: 50, unit: 'operations per 1000 reads' },
      { measure: 'hddReadsPool', is: 'at most', value: 5, unit: 'operations per 1000 reads' },
      { measure: 'hddReadsBcachefs', is: 'at most', value: 50, unit: 'operations per 1000 reads' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'bcache takes what is read the first time, and bcachefs still has it from the write. The policy of lvmcache needs several passes, and gets sixteen.',
    },
    limits: [
      'Counts of operations, and no times: the machine is emulated and was shared with others.',
      'A file of 8 MiB in caches of many times its size, read past the page cache. Nothing has to make room.',
      'bcache with its limits for streams and for a slow SSD taken off. With its defaults it would take longer to warm.',
    ],
    charts: [
      {
        title: 'Reads of the hard disks for each 1000 reads of the file',
        measures: ['hddReadsBare', 'hddReadsBcache', 'hddReadsMd', 'hddReadsPool', 'hddReadsBcachefs'],
      },
    ],
  },

  'can-a-cache-go-under-data-that-is-there': {
    question: 'Can a cache go under data that are there, and be taken off again?',
    hypothesis:
      'bcache cannot be made on a leg that holds data so that the data show through it, but a leg can be moved behind it with nothing lost; dm-writecache goes onto a mounted volume and off again.',
    why: 'The array is full. A cache that wants an empty disk first costs a rebuild of each leg.',
    kind: 'lifecycle',
    criteria: ['comparison', 'plan'],
    questions: ['multi-device', 'per-device-or-array'],
    stacks: [
      { name: 'bcache', is: 'btrfs RAID1 on two bare parts of hard disks, one leg of which is to go behind bcache' },
      { name: 'dm-writecache', is: 'btrfs on a logical volume' },
    ],
    procedures: [
      'make-raid1',
      'mount-array',
      'try-bcache-over-data',
      'make-bcache-leg',
      'move-leg-behind-bcache',
      'make-bcache-set',
      'attach-bcache',
      'let-bcache-take-everything',
      'detach-bcache',
      'stop-bcache',
      'stop-bcache-set',
      'read-a-bcache-leg-without-bcache',
      'mount-degraded',
      'create-leg',
      'make-single-btrfs',
      'attach-writecache',
      'remove-writecache',
    ],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      madeOverData: { label: 'Times that make-bcache wrote its header on a leg with data, of one', unit: 'operations' },
      systemsThroughBcache: { label: 'File systems that show through bcache then, of one', unit: 'operations' },
      readAfterTheTry: { label: 'Blocks that read back from the array after the try', unit: 'blocks' },
      replacedAsItIs: {
        label: 'Replacements by bcache on a disk of the same size that worked, of one',
        unit: 'operations',
      },
      readAfterReplace: { label: 'Blocks that read back after the leg was made smaller and replaced', unit: 'blocks' },
      readWhileCached: { label: 'Blocks that read back with a cache on it', unit: 'blocks' },
      readWithoutBcache: { label: 'Blocks that read back from that leg alone, without bcache', unit: 'blocks' },
      readUnderWritecache: { label: 'Blocks that read back through a write cache', unit: 'blocks' },
      readAfterWritecache: { label: 'Blocks that read back after it was taken off', unit: 'blocks' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'systemsThroughBcache', is: 'exactly', value: 0, unit: 'operations' },
      { measure: 'replacedAsItIs', is: 'exactly', value: 0, unit: 'operations' },
      { measure: 'readAfterReplace', is: 'exactly', value: 2048, unit: 'blocks' },
      { measure: 'readWhileCached', is: 'exactly', value: 2048, unit: 'blocks' },
      { measure: 'readWithoutBcache', is: 'exactly', value: 2048, unit: 'blocks' },
      { measure: 'readUnderWritecache', is: 'exactly', value: 2048, unit: 'blocks' },
      { measure: 'readAfterWritecache', is: 'exactly', value: 2048, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'bcache begins its data behind a header, so what was there does not begin where a file system is looked for. LVM moves nothing: it puts a target over the volume.',
    },
    limits: [
      'A first series of two runs broke off, since the guest had not loaded the module for loop devices.',
      'A file of 8 MiB on parts of two hard disks. How long the rebuild of a full leg takes is not measured.',
      'The tools of Debian 13 (bcache-tools 1.0.8). Making the array on logical volumes in the first place is not part of it.',
    ],
    charts: [
      {
        title: 'Blocks that read back, of 2048',
        measures: [
          'readAfterTheTry',
          'readAfterReplace',
          'readWhileCached',
          'readWithoutBcache',
          'readUnderWritecache',
          'readAfterWritecache',
        ],
      },
    ],
  },

  'can-an-ssd-leave-a-bcachefs': {
    question: 'Can an SSD leave a bcachefs, and is a cache that may die one?',
    answers: {
      holds: 'Yes: an SSD was taken out in use, and SSDs that count as caches only took nothing along.',
      refuted: 'Not as one would wish: taking it out failed, or something was lost or did not mount.',
    },
    hypothesis:
      'An SSD is taken out of a mounted bcachefs without loss; and when SSDs count as no copy, the hard disks mount without them and have every flushed block.',
    why: 'bcachefs has the cache in the file system, where it belongs. Whether that can be had on a stable Debian is the question.',
    kind: 'lifecycle',
    criteria: ['reliability', 'comparison', 'compatibility'],
    questions: ['ssd-failure', 'modes'],
    stacks: [
      {
        name: 'tiered',
        is: 'a bcachefs with two copies on two hard disks and two SSDs, writes on the SSDs first; one SSD is evacuated and removed',
      },
      {
        name: 'cached',
        is: 'the same with SSDs of durability 0, which hold copies of what was read; both are missing at the next boot',
      },
    ],
    procedures: [
      'make-bcachefs',
      'make-bcachefs-with-cache-ssds',
      'mount-bcachefs',
      'check-bcachefs',
      'take-device-out-of-bcachefs',
    ],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      evacuated: { label: 'Evacuations of an SSD in use that went through', unit: 'operations' },
      removed: { label: 'Removals of it that went through', unit: 'operations' },
      scrubs: { label: 'Orders to scrub that ended with success, and without a word', unit: 'operations' },
      lostAfterRemoval: { label: 'Blocks lost after it was removed', unit: 'blocks' },
      mountsWithoutIt: { label: 'Mounts as usual without it', unit: 'operations' },
      lostWithoutIt: { label: 'Blocks lost then', unit: 'blocks' },
      mountsWithoutCaches: { label: 'Mounts as usual without SSDs of durability 0', unit: 'operations' },
      mountsWithoutCachesDegraded: { label: 'Degraded mounts without them', unit: 'operations' },
      lostWithoutCaches: { label: 'Blocks lost without them', unit: 'blocks' },
    },
    needs: [],
    holdsWhen: [
      { measure: 'removed', is: 'exactly', value: 1, unit: 'operations' },
      { measure: 'lostAfterRemoval', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'mountsWithoutIt', is: 'exactly', value: 1, unit: 'operations' },
      { measure: 'lostWithoutIt', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'mountsWithoutCachesDegraded', is: 'exactly', value: 1, unit: 'operations' },
      { measure: 'lostWithoutCaches', is: 'exactly', value: 0, unit: 'blocks' },
    ],
    expected: {
      verdict: 'holds',
      because:
        'Evacuating and durability are what the file system was made for. That it asks for a degraded mount without its caches is likely, and is counted.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'bcachefs as it is in Linux 6.12, with tools of the same version from Debian experimental. The kernel 7.3 of Debian has no bcachefs, so nothing can be run there.',
      'Small file systems that are stopped in good order. Crashes are not tried.',
      'Tools of this version end without a word when they are asked for a scrub, and with success. Whether anything was scrubbed is not seen.',
      'Two runs were made while this was built, and are not counted. In one of them the program that makes the file system aborted over its own memory when it had all but ended.',
      noLossIn(2),
    ],
    charts: [{ title: 'Blocks lost', measures: ['lostAfterRemoval', 'lostWithoutIt', 'lostWithoutCaches'] }],
  },
});
