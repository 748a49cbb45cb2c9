import { defineColumn } from '../../src/schema/index.ts';

export const mirroredCache = defineColumn('mirrored-cache', {
  'under-multi-device': {
    is: 'good',
    says: 'One cached volume for each device; btrfs need not know.',
    findings: ['btrfs-takes-mapped-devices', 'no-device-stands-for-the-array'],
  },
  'own-ssd-per-leg': {
    is: 'not supported',
    says: 'Both SSDs serve both legs.',
    reason: 'That is what sets this layout apart. With one SSD for each leg it is the column of lvmcache.',
  },
  'retrofit-in-place': {
    is: 'mixed',
    says: 'An existing volume takes one; bare partitions become volumes first.',
    findings: ['lvm-cache-comes-and-goes'],
  },
  'hides-the-origin': {
    is: 'good',
    says: 'The origin is hidden and marked as internal.',
    findings: ['lvm-hides-the-origin'],
  },
  'ssd-lost-while-running': {
    is: 'not tested',
    says: 'By the manual the caches go on with one SSD; no run.',
    reason: 'The manual says that a mirrored cache tolerates a failed device. Nobody has pulled one here.',
    findings: ['mirrored-pool-survives-an-ssd'],
  },
  'ssd-missing-at-boot': {
    is: 'poor',
    says: 'By the code both legs stay down, not one.',
    note: 'Read, not run. It is the price of sharing: each leg has a part on the SSD that is missing.',
    findings: ['a-mirrored-pair-ties-the-legs-together', 'a-missing-leg-blocks-the-mount'],
  },
  'after-a-crash': {
    is: 'poor',
    says: 'All chunks dirty, as with any dm-cache.',
    findings: ['a-crash-makes-every-chunk-dirty', 'writethrough-is-not-whole-after-a-crash'],
  },
  'checks-cached-data': {
    is: 'mixed',
    says: 'No checksums in cache or mirror; btrfs above notices.',
    findings: ['cached-data-are-not-checked', 'btrfs-repairs-from-its-own-replica'],
  },
  'warm-read-speed': {
    is: 'not tested',
    says: 'Measured with one SSD for each leg only.',
    reason: 'The target is the same, but its caches would be half as large and on a mirror. That was not run.',
  },
  'careful-write-mode': {
    is: 'mixed',
    says: 'Writethrough, except after a crash.',
    findings: ['writethrough-writes-both', 'writethrough-is-not-whole-after-a-crash'],
  },
  'leaves-streams-alone': {
    is: 'poor',
    says: 'No rule against streams; the old thresholds do nothing.',
    findings: ['smq-has-no-stream-detector'],
  },
  'leaving-again': {
    is: 'good',
    says: 'One command for each leg, then the mirror.',
    findings: ['lvm-cache-comes-and-goes'],
  },
  'nixos-options': {
    is: 'mixed',
    says: 'As lvmcache.',
    findings: ['nixos-has-no-cache-option', 'thin-option-brings-the-check', 'lvm-of-nixpkgs-loads-no-module'],
  },
  'disko-type': {
    is: 'mixed',
    says: 'A mirror is a type; the cache on it needs a hook.',
    findings: ['disko-has-no-cache-type', 'disko-cannot-place-a-volume'],
  },
  'nixos-boot-test': {
    is: 'mixed',
    says: 'LVM RAID is booted in tests, a cached volume is not.',
    findings: ['nixpkgs-tests-no-cached-volume'],
  },
  'scrub-reaches-the-disks': {
    is: 'mixed',
    says: 'Not through the cache: passthrough mode, or without it.',
    findings: ['scrub-takes-the-ordinary-path', 'passthrough-reads-the-disk', 'passthrough-was-broken-for-years'],
  },
  'keeps-btrfs-snapshots': {
    is: 'good',
    says: 'Untouched; keep away from LVM snapshots of a leg.',
    findings: ['caches-below-leave-send-alone', 'snapshot-of-a-leg-is-a-twin'],
  },
  'backup-pass': {
    is: 'not tested',
    says: 'How much a backup pushes out has not been measured.',
    reason: 'As with lvmcache: the policy has no rule against streams, and how much is promoted needs a run.',
    findings: ['smq-has-no-stream-detector', 'dm-cache-ignores-hints'],
  },
  'in-the-kernel': {
    is: 'mixed',
    says: 'In the tree and maintained, still labelled experimental.',
    findings: ['dm-cache-is-kept-and-called-experimental'],
  },
  'recent-loss': {
    is: 'mixed',
    says: 'Passthrough mode was broken until this year.',
    findings: ['passthrough-was-broken-for-years'],
  },
});
