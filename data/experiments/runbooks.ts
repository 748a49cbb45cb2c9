import { defineExperiments } from '../../src/schema/index.ts';

/** What every experiment measures that follows runbooks. */
const followed = {
  done: { label: 'Runbooks that were followed to their end', unit: 'runbooks' },
  dryRuns: { label: 'Dry runs that ended well and changed nothing', unit: 'runbooks' },
  refusals: { label: 'Refusals with the reason that was due', unit: 'runbooks' },
} as const;
/** All of them: so many followed, each after a dry run, and so many refused. */
const asWritten = (runbooks: number, refusals: number) =>
  [
    { measure: 'done', is: 'exactly', value: runbooks, unit: 'runbooks' },
    { measure: 'dryRuns', is: 'exactly', value: runbooks, unit: 'runbooks' },
    { measure: 'refusals', is: 'exactly', value: refusals, unit: 'runbooks' },
  ] as const;

const moved = {
  ...followed,
  badBefore: { label: 'Blocks that did not read back before', unit: 'blocks' },
  passes: { label: 'Times that all was read meanwhile', unit: 'operations' },
  badMeanwhile: { label: 'Blocks that did not read back meanwhile, all passes', unit: 'blocks' },
  badAfter: { label: 'Blocks that did not read back afterwards', unit: 'blocks' },
  legs: { label: 'Members of the array that are volumes at the end', unit: 'legs' },
} as const;
const nothingBad = [
  { measure: 'badBefore', is: 'exactly', value: 0, unit: 'blocks' },
  { measure: 'badMeanwhile', is: 'exactly', value: 0, unit: 'blocks' },
  { measure: 'badAfter', is: 'exactly', value: 0, unit: 'blocks' },
] as const;
const smallDisks = 'Disks of a few gigabytes and one file. Real ones take hours where these take seconds.';
const ownScripts =
  'Each runbook is run as the shell script that this site offers, on Debian with LVM 2.03.31 and btrfs-progs 6.14, not on NixOS.';
const oneWay = 'Each refusal is tried for one reason. The other preconditions are checked in passing, when they hold.';
const once = 'One run: it shows that the steps work, not how often they would fail.';
const tried =
  'The scripts were tried in the lab and mended before this series; the measures and conditions were written down before it.';

export const runbooks = defineExperiments({
  'do-the-runbooks-of-a-healthy-array-work': {
    question: 'Do the runbooks of a healthy array work?',
    hypothesis:
      'Create, check, warm and measure, change the mode, scrub, remove the cache, grow and adopt each do what they say, refuse what they should, and the data read back.',
    why: 'A command that nobody has run is a guess, and a runbook is read when there is no time to guess.',
    kind: 'lifecycle',
    criteria: ['plan', 'nixos'],
    questions: ['nixos-support'],
    stacks: [{ name: 'lvmcache', is: 'btrfs RAID1, each leg behind a writethrough cache on an SSD of its own' }],
    procedures: [
      'create-cached-array',
      'check-health',
      'warm-and-measure',
      'change-mode',
      'scrub-leg',
      'remove-cache-for-good',
      'grow-leg',
      'adopt-leg',
    ],
    kernels: ['6.12'],
    repeats: 1,
    measures: {
      ...followed,
      good: { label: 'Blocks that read back at the end', unit: 'blocks' },
      cachedAtEnd: { label: 'Legs behind a writethrough cache at the end', unit: 'legs' },
      grown: { label: 'Legs that are larger by what was asked for', unit: 'legs' },
      hitShare: { label: 'Reads of the measuring pass that a cache answered', unit: 'percent' },
    },
    holdsWhen: [
      ...asWritten(13, 10),
      { measure: 'good', is: 'exactly', value: 3072, unit: 'blocks' },
      { measure: 'cachedAtEnd', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'grown', is: 'exactly', value: 2, unit: 'legs' },
    ],
    expected: {
      verdict: 'holds',
      because: 'The commands are those of the manuals, and were tried while they were written.',
    },
    limits: [smallDisks, ownScripts, oneWay, once, tried],
  },
  'does-the-runbook-for-a-dead-disk-of-the-array-work': {
    question: 'Does the runbook for a dead hard disk of an array without caches work?',
    hypothesis:
      'A dead hard disk of the array is replaced by an empty one as the runbook says; every block reads back, those that were written without it included, and the new disk alone has all of them.',
    why: 'It is the commonest fault of the array as it is, and as it stays when the SSDs become a pool.',
    kind: 'failure',
    criteria: ['plan', 'reliability', 'nixos'],
    questions: ['ssd-failure', 'multi-device'],
    stacks: [
      {
        name: 'array alone',
        is: 'btrfs RAID1 on two whole hard disks; one is gone after a crash, and a third takes its place',
      },
    ],
    procedures: ['array-disk-died'],
    kernels: ['6.12'],
    repeats: 2,
    measures: {
      ...followed,
      lost: { label: 'Blocks that did not read back, from both disks and from the new one alone', unit: 'blocks' },
      read: { label: 'Blocks that were read back, from both disks and from the new one alone', unit: 'blocks' },
    },
    needs: [{ measure: 'read', is: 'exactly', value: 5120, unit: 'blocks' }],
    holdsWhen: [...asWritten(1, 3), { measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' }],
    expected: { verdict: 'holds', because: 'It is what btrfs replace and a soft balance are made for.' },
    control: 'can-the-lab-see-loss',
    limits: [
      smallDisks,
      ownScripts,
      oneWay,
      'The disk is gone at a boot after a crash. That it dies while the array is in use is another experiment.',
    ],
  },

  'do-the-runbooks-of-the-ssd-pool-work': {
    question: 'Do the runbooks for SSDs in a pool of their own work?',
    hypothesis:
      'The pool is made beside an array that holds data, a subvolume moves there, goes back every night as a difference, survives the death of an SSD and moves back, and every block reads back; the array never notices.',
    why: 'A pool of their own is the other thing that the SSDs can become, and its runbooks are held to the same standard.',
    kind: 'failure',
    criteria: ['plan', 'nixos', 'backup'],
    questions: ['ssd-failure', 'nixos-support'],
    stacks: [{ name: 'separate pool', is: 'btrfs RAID1 on two whole hard disks, and another on two whole SSDs' }],
    procedures: ['make-ssd-pool', 'move-to-pool', 'send-pool-to-array', 'scrub-both', 'pool-ssd-died', 'give-up-pool'],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      ...followed,
      lost: { label: 'Blocks that did not read back, at any stage', unit: 'blocks' },
      read: { label: 'Blocks that were read back, at all stages', unit: 'blocks' },
      arrayWithoutSsd: { label: 'Members of the array that were mounted as ever with an SSD missing', unit: 'legs' },
    },
    needs: [{ measure: 'read', is: 'exactly', value: 6656, unit: 'blocks' }],
    holdsWhen: [
      ...asWritten(6, 6),
      { measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'arrayWithoutSsd', is: 'exactly', value: 2, unit: 'legs' },
    ],
    expected: {
      verdict: 'holds',
      because: 'It is btrfs RAID1 with its own tools, and nothing stands between the two file systems.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'An earlier series of one run held too. Since then the preconditions of one runbook stand in another order.',
      smallDisks,
      ownScripts,
      oneWay,
      tried,
      'The SSD is missing at boot. That it dies while the pool is in use is not tried here.',
      'A first run ended in the middle, invalid: the command that compares what was sent was taken for arithmetic by the shell, and the runbook stopped. It was mended, and the minute without writes that a move asks for was ten seconds before; this is the run after that.',
    ],
  },
  'do-the-runbooks-for-dead-disks-work': {
    question: 'Do the runbooks for dead disks work?',
    hypothesis:
      'After an SSD that dies running, one that is missing at boot, a dead hard disk, and an SSD with the hard disk of the other leg, the runbooks bring every acknowledged block back.',
    why: 'These are the four nights that the array is built for.',
    kind: 'failure',
    criteria: ['plan', 'reliability', 'nixos'],
    questions: ['ssd-failure', 'nixos-support'],
    stacks: [{ name: 'lvmcache', is: 'btrfs RAID1, each leg behind a writethrough cache on an SSD of its own' }],
    procedures: [
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'ssd-died-running',
      'ssd-missing-at-boot',
      'replace-ssd',
      'hdd-died',
      'ssd-and-hdd-died',
    ],
    kernels: ['6.12'],
    repeats: 1,
    measures: {
      ...followed,
      lost: { label: 'Blocks that did not read back, after any of the deaths', unit: 'blocks' },
      read: { label: 'Blocks that were read back, after all of the deaths', unit: 'blocks' },
    },
    needs: [{ measure: 'read', is: 'exactly', value: 12288, unit: 'blocks' }],
    holdsWhen: [...asWritten(5, 8), { measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' }],
    expected: {
      verdict: 'holds',
      because:
        'Each death leaves one whole copy: the caches are in writethrough mode and nothing was dirty when a disk died.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      smallDisks,
      ownScripts,
      oneWay,
      once,
      tried,
      'The dying is a disk that is pulled out. A disk that answers slowly or wrongly is another matter.',
      'Files with checksums only.',
    ],
  },
  'do-the-runbooks-around-a-stop-work': {
    question: 'Do the runbooks around a stop of the machine work?',
    hypothesis:
      'After a crash, before an image, on the way to another machine and across a change of the kernel the runbooks leave clean caches, and every block reads back.',
    why: 'Most of what can go wrong with a cache goes wrong when the machine stops.',
    kind: 'crash',
    criteria: ['plan', 'reliability', 'nixos'],
    questions: ['modes', 'nixos-support'],
    stacks: [{ name: 'lvmcache', is: 'btrfs RAID1, each leg behind a warm writethrough cache on an SSD of its own' }],
    procedures: [
      'create-leg',
      'make-raid1',
      'attach-cache',
      'mount-array',
      'start-leg',
      'after-power-cut',
      'before-imaging',
      'leave-machine',
      'join-machine',
      'before-kernel-upgrade',
      'after-kernel-upgrade',
    ],
    kernels: ['6.12'],
    repeats: 1,
    measures: {
      ...followed,
      lost: { label: 'Blocks that did not read back, at any stop', unit: 'blocks' },
      read: { label: 'Blocks that were read back, at all stops', unit: 'blocks' },
      dirtyAfterCrash: { label: 'Dirty chunks at the first look after the crash', unit: 'chunks' },
      dirtyAfterJourney: { label: 'Dirty chunks on the other machine', unit: 'chunks' },
    },
    needs: [{ measure: 'read', is: 'exactly', value: 32768, unit: 'blocks' }],
    holdsWhen: [
      ...asWritten(6, 5),
      { measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' },
      { measure: 'dirtyAfterJourney', is: 'exactly', value: 0, unit: 'chunks' },
    ],
    expected: {
      verdict: 'holds',
      because: 'An orderly stop leaves the mark of a clean cache, and a cache that nothing uses writes back by itself.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      smallDisks,
      ownScripts,
      oneWay,
      once,
      tried,
      'The crash is a killed QEMU: what the disks had been given stays on them. It is no power cut.',
      'The other machine is the same one, started anew: another controller and other names of disks are not tried.',
      'The kernel changes from 6.12 to 7.3 in the last start; the series counts as one on 6.12.',
    ],
  },
  'can-an-array-move-onto-cached-legs-with-a-spare-disk': {
    question: 'Can an array that holds data move onto cached legs with a spare disk?',
    hypothesis:
      'A btrfs RAID1 on two whole disks moves onto two cached legs, one member at a time, while it is read, and every block reads back before, meanwhile and after.',
    why: 'The array of the owner exists and holds data. A layout that can only be made anew is of no use to it.',
    kind: 'lifecycle',
    criteria: ['plan', 'nixos'],
    questions: ['nixos-support', 'per-device-or-array'],
    stacks: [
      { name: 'before', is: 'btrfs RAID1 on two whole disks, and an empty third' },
      { name: 'after', is: 'btrfs RAID1 on two legs, each behind a writethrough cache on an SSD of its own' },
    ],
    procedures: ['make-room-for-legs', 'migrate-with-spare', 'adopt-leg', 'stop-leg', 'mount-migrated-array'],
    kernels: ['6.12'],
    repeats: 1,
    measures: moved,
    needs: [{ measure: 'passes', is: 'at least', value: 2, unit: 'operations' }],
    holdsWhen: [...asWritten(7, 2), ...nothingBad, { measure: 'legs', is: 'exactly', value: 2, unit: 'legs' }],
    expected: { verdict: 'holds', because: 'btrfs replaces a member in use, and a volume is a device like any other.' },
    limits: [
      smallDisks,
      ownScripts,
      oneWay,
      once,
      tried,
      'Nothing is interrupted: what a crash in the middle of a replacement does is not tried.',
      'A first run ended invalid near its end, after both members had moved: the reader of the experiment still read the file when the array was to be unmounted. The experiment waits for it now.',
    ],
  },
  'can-an-array-move-onto-cached-legs-without-a-spare-disk': {
    question: 'Can an array that holds data move onto cached legs without a spare disk?',
    hypothesis:
      'A btrfs RAID1 on two partitions moves onto two cached legs by giving up one member at a time, and every block reads back before, meanwhile and after.',
    why: 'Most owners have no third disk. Then there is one copy for a while, and the steps have to be right.',
    kind: 'lifecycle',
    criteria: ['plan', 'nixos'],
    questions: ['nixos-support', 'per-device-or-array'],
    stacks: [
      { name: 'before', is: 'btrfs RAID1 on one partition of each of two disks' },
      {
        name: 'after',
        is: 'btrfs RAID1 on two legs on these partitions, each behind a writethrough cache on an SSD of its own',
      },
    ],
    procedures: ['make-room-for-legs', 'migrate-without-spare', 'adopt-leg', 'stop-leg', 'mount-migrated-array'],
    kernels: ['6.12'],
    repeats: 1,
    measures: moved,
    needs: [{ measure: 'passes', is: 'at least', value: 2, unit: 'operations' }],
    holdsWhen: [...asWritten(7, 2), ...nothingBad, { measure: 'legs', is: 'exactly', value: 2, unit: 'legs' }],
    expected: { verdict: 'holds', because: 'It is the repair of a dead disk, done on purpose and one disk at a time.' },
    limits: [
      smallDisks,
      ownScripts,
      oneWay,
      once,
      tried,
      'The disk that stays is without fault. With a bad sector on it there would be a lost block; that is why it is scrubbed first and a backup is asked for.',
      'Nothing reads while the array is mounted with one copy; it is read after each member.',
    ],
  },
  'can-an-array-of-three-move-onto-legs-by-removing-members': {
    question: 'Can an array of three disks move onto legs by removing and adding members?',
    hypothesis:
      'Where the other members have room, each member can be emptied, made a leg and added again, while the array is read, and every block reads back.',
    why: 'With four hard disks this is the way that needs no spare and never has one copy.',
    kind: 'lifecycle',
    criteria: ['plan'],
    questions: ['nixos-support', 'multi-device'],
    stacks: [
      { name: 'before', is: 'btrfs RAID1 on three whole disks' },
      { name: 'after', is: 'btrfs RAID1 on three volumes, each in a group of its own' },
    ],
    procedures: ['migrate-by-remove'],
    kernels: ['6.12'],
    repeats: 1,
    measures: moved,
    needs: [{ measure: 'passes', is: 'at least', value: 2, unit: 'operations' }],
    holdsWhen: [...asWritten(3, 0), ...nothingBad, { measure: 'legs', is: 'exactly', value: 3, unit: 'legs' }],
    expected: { verdict: 'holds', because: 'btrfs moves the data away before it gives up a member.' },
    limits: [
      smallDisks,
      ownScripts,
      once,
      tried,
      "Three disks stand for four: there is no room for a fourth in the guest's time.",
    ],
  },
});
