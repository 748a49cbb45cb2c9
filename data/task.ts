import { defineAreas, defineCriteria, defineQuestions, defineSuccess, defineTask } from '../src/schema/index.ts';

/** The task as it was given. Nothing of it is restated elsewhere. */
export const task = defineTask({
  title: 'Investigate using dm-cache with btrfs for SSD caching',
  goal: 'Determine whether dm-cache is a viable way to add SSD caching to the btrfs RAID1 array without giving up reliability or adding undue complexity.',
  created: '2025-10-29',
  priority: 'medium',
  dependsOn: ['task-101'],
  labels: ['storage', 'filesystem', 'btrfs', 'cache', 'dm-cache', 'investigation', 'performance'],
  context: [
    'An earlier task planned the migration to a btrfs RAID1 of hard disks and left the SSDs out of it.',
    'They were left out because btrfs has no tiering and no SSD cache of its own, as bcachefs has.',
    'The SSDs lie idle and could make the array considerably faster.',
    'dm-cache works on block devices, below the file system.',
  ],
  has: { criteria: 7, questions: 6, areas: 6, success: 4 },
  given: {
    ssds: { value: 2, unit: '', text: 'idle SSDs, Samsung, SATA' },
    ssdCapacity: { value: 512, unit: 'GB', text: 'capacity of each SSD' },
  },
});

export const questions = defineQuestions({
  'multi-device': { number: 1, text: 'Can dm-cache work with btrfs multi-device RAID1?' },
  'per-device-or-array': { number: 2, text: 'Should the cache be applied per device or to the entire array?' },
  modes: { number: 3, text: 'What are the cache policies (writethrough vs writeback)?' },
  'cow-and-checksums': { number: 4, text: 'How does this interact with the copy-on-write and checksums of btrfs?' },
  'ssd-failure': { number: 5, text: 'What happens if an SSD fails?' },
  'nixos-support': { number: 6, text: 'Is there NixOS/disko support for dm-cache?' },
});

export const areas = defineAreas({
  compatibility: { number: 1, text: 'dm-cache compatibility with btrfs RAID1: are there known issues?' },
  performance: { number: 2, text: 'Performance: hit rates, latency improvements' },
  reliability: { number: 3, text: 'Reliability: does it add new failure modes?' },
  configuration: { number: 4, text: 'Configuration in NixOS: how hard to set up and to maintain?' },
  alternatives: { number: 5, text: 'Comparison with lvmcache, bcache and others' },
  backup: { number: 6, text: 'Impact on the existing backup and snapshot workflows' },
});

export const success = defineSuccess({
  feasibility: { number: 1, text: 'Clear understanding of the feasibility of dm-cache with btrfs' },
  'pros-and-cons': { number: 2, text: 'Documented pros and cons against the alternatives' },
  'if-viable': { number: 3, text: 'If viable: a draft configuration or implementation plan' },
  'if-not-viable': { number: 4, text: 'If not viable: documented reasons and alternative recommendations' },
});

export const criteria = defineCriteria({
  compatibility: {
    number: 1,
    text: 'Research dm-cache compatibility with btrfs multi-device RAID1',
    short: 'Compatibility with btrfs RAID1',
    questions: ['multi-device', 'per-device-or-array', 'cow-and-checksums'],
    areas: ['compatibility'],
    success: ['feasibility'],
  },
  comparison: {
    number: 2,
    text: 'Compare dm-cache vs bcache vs lvmcache for this use case',
    short: 'Comparison of the systems',
    questions: ['per-device-or-array'],
    areas: ['alternatives'],
    success: ['pros-and-cons'],
  },
  performance: {
    number: 3,
    text: 'Document performance implications and cache policies',
    short: 'Performance and cache policies',
    questions: ['modes'],
    areas: ['performance'],
    success: ['feasibility'],
  },
  reliability: {
    number: 4,
    text: 'Assess reliability and failure scenarios',
    short: 'Reliability and failures',
    questions: ['ssd-failure', 'cow-and-checksums'],
    areas: ['reliability'],
    success: ['feasibility'],
  },
  nixos: {
    number: 5,
    text: 'Evaluate NixOS/disko configuration complexity',
    short: 'NixOS and disko',
    questions: ['nixos-support'],
    areas: ['configuration'],
    success: ['if-viable'],
  },
  plan: {
    number: 6,
    text: 'Create implementation plan if viable, or document why not',
    short: 'Implementation plan, or why not',
    questions: ['per-device-or-array', 'modes', 'nixos-support'],
    areas: ['configuration', 'alternatives'],
    success: ['if-viable', 'if-not-viable'],
  },
  backup: {
    number: 7,
    text: 'Consider impact on backup/snapshot workflows',
    short: 'Backups and snapshots',
    questions: ['cow-and-checksums'],
    areas: ['backup'],
    success: ['feasibility'],
  },
});
