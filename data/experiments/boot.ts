import { defineExperiments } from '../../src/schema/index.ts';

export const boot = defineExperiments({
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
});
