import { defineExperiments } from '../../src/schema/index.ts';

const text =
  'The text is that of disko at commit 878ec37, made with Nix on a host and run unchanged on Debian with LVM 2.03.31 and btrfs-progs 6.14. No NixOS was started.';
const once = 'One run: what the text does on the same disks hangs on nothing that changes from run to run.';
const tried =
  'The text was run in the lab while the experiment was written; measures and conditions were written down before this series.';

export const nixos = defineExperiments({
  'does-the-text-of-disko-make-the-stack-of-the-experiments': {
    question: 'Does the shell text that disko generates make the stack that the experiments use?',
    hypothesis:
      'On four empty disks the text that disko makes of nix/layouts makes the same two cached legs and the same btrfs as the procedures, a second run makes nothing, and the scripts of the module scrub, check, stop and start them.',
    why: 'What was measured on one stack says something of another only if they are the same.',
    kind: 'lifecycle',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    stacks: [
      {
        name: 'by procedures',
        is: 'the stack of the experiments: a group for each leg, writethrough cache on its own SSD',
      },
      { name: 'by disko', is: 'what the layout lvmcache of nix/layouts makes of the same disks' },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-cache'],
    kernels: ['6.12'],
    repeats: 1,
    measures: {
      ended: { label: 'Runs of the text that ended well, on empty disks and again', unit: 'commands' },
      made: { label: 'Commands that make something, first run', unit: 'commands' },
      madeAgain: { label: 'Commands that make something, second run', unit: 'commands' },
      differences: { label: 'Differences between the stacks', unit: 'differences' },
      cachedLegs: { label: 'Legs behind a writethrough cache', unit: 'legs' },
      units: { label: 'Scripts of the module that ended well', unit: 'commands' },
      good: { label: 'Blocks that read back at the end', unit: 'blocks' },
    },
    holdsWhen: [
      { measure: 'ended', is: 'exactly', value: 2, unit: 'commands' },
      { measure: 'madeAgain', is: 'exactly', value: 0, unit: 'commands' },
      { measure: 'differences', is: 'exactly', value: 0, unit: 'differences' },
      { measure: 'cachedLegs', is: 'exactly', value: 2, unit: 'legs' },
      { measure: 'units', is: 'exactly', value: 5, unit: 'commands' },
      { measure: 'good', is: 'exactly', value: 2048, unit: 'blocks' },
    ],
    expected: { verdict: 'holds', because: 'The layout was written for it, and the text had been run by hand.' },
    limits: [
      'A second run was complete and refuted: the check of the module took an empty list of disks for a missing one, before and after. The script was mended, and the run made again.',
      'A first run was spoilt: where the first partition begins, the disks still bore the signature of an old btrfs, at which vgcreate asks, gets no answer and ends. Disks that held a file system are wiped first.',
      text,
      once,
      tried,
      'Compared are segment type, mode, policy and chunk size of each leg, the disks of volume, pool and metadata, and profiles and members of btrfs. Sizes differ: disko makes partitions and leaves room.',
      'The part of the check that asks disks for SMART is not asked: the disks of the lab have none.',
    ],
  },
  'does-disko-put-data-on-the-ssd-when-both-disks-are-in-one-group': {
    question: 'Does disko put data on the SSD when hard disk and SSD are declared for one group?',
    hypothesis:
      'With hard disk and SSD as physical volumes of one group and a volume of all that is free, the text of disko makes one volume over both disks, without a warning.',
    why: 'It is what a first reading of the manual suggests. Then half of a leg lies on the SSD that was to be its cache.',
    kind: 'lifecycle',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    stacks: [
      { name: 'one group', is: 'one hard disk and one SSD as physical volumes of a group, a volume of 100%FREE' },
    ],
    procedures: [],
    kernels: ['6.12'],
    repeats: 1,
    measures: {
      ended: { label: 'The text ended well', unit: 'commands' },
      warnings: { label: 'Commands that warned', unit: 'commands' },
      disks: { label: 'Disks on which the volume lies', unit: 'disks' },
      ssds: { label: 'SSDs among them', unit: 'disks' },
    },
    holdsWhen: [
      { measure: 'ended', is: 'exactly', value: 1, unit: 'commands' },
      { measure: 'warnings', is: 'exactly', value: 0, unit: 'commands' },
      { measure: 'disks', is: 'exactly', value: 2, unit: 'disks' },
      { measure: 'ssds', is: 'exactly', value: 1, unit: 'disks' },
    ],
    expected: { verdict: 'holds', because: 'lvcreate is given no disk, and takes what is free anywhere in the group.' },
    limits: [text, once, tried],
  },
  'does-the-destroy-step-of-disko-on-an-ssd-take-the-data-along': {
    question: 'Does the destroy step of disko on a cache SSD take the data along?',
    hypothesis:
      'The destroy step of disko, run for the SSD of one leg alone, removes the volume with the data on the hard disk of that leg.',
    why: 'Whoever wants to take an SSD out marks that disk for destruction, and not the hard disk.',
    kind: 'failure',
    criteria: ['nixos', 'reliability', 'plan'],
    questions: ['nixos-support'],
    stacks: [
      { name: 'lvmcache', is: 'btrfs RAID1, each leg behind a writethrough cache on an SSD of its own, unmounted' },
    ],
    procedures: ['create-leg', 'make-raid1', 'mount-array', 'attach-cache', 'mount-degraded'],
    kernels: ['6.12'],
    repeats: 3,
    measures: {
      before: { label: 'Legs with a volume before', unit: 'legs' },
      ended: { label: 'The destroy step ended well', unit: 'commands' },
      after: { label: 'Legs with a volume after', unit: 'legs' },
      goodOnTheOther: { label: 'Blocks that read back from the other leg', unit: 'blocks' },
    },
    needs: [{ measure: 'before', is: 'exactly', value: 2, unit: 'legs' }],
    holdsWhen: [
      { measure: 'ended', is: 'exactly', value: 1, unit: 'commands' },
      { measure: 'after', is: 'exactly', value: 1, unit: 'legs' },
    ],
    expected: {
      verdict: 'holds',
      because: 'The step goes from the disk to all that stands on it, and the cached volume stands on its SSD too.',
    },
    control: 'can-the-lab-see-loss',
    limits: [text, once, tried, 'The part of the step that asks for swap on ZFS is left out; there is neither.'],
  },
});
