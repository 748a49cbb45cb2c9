import { defineFindings } from '../../src/schema/index.ts';

/** What NixOS, nixpkgs and disko offer. */
export const nixos = defineFindings({
  'nixos-has-no-cache-option': {
    claim: 'NixOS has no option for cached volumes: modules and tools have to be named by hand.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'nixpkgs-lvm-module',
        at: 'options',
        says: 'The options are enable, package, dmeventd, thin, VDO and the initrd. None is about caches.',
      },
      {
        source: 'nixpkgs-issue-15516',
        at: 'Comments',
        says: 'Users add the kernel modules and the thin option by hand, and ask for a switch.',
      },
      {
        source: 'nixpkgs-lvm-module-late',
        at: 'options',
        says: 'A helper for resizing has come, and still nothing about caches.',
      },
    ],
    versions: 'nixpkgs commit cc56f5cf2 and a copy newer than May 2026; issue open in May 2026',
    falsifiedBy: 'An option for caches in a later nixpkgs.',
    reviewBy: '2027-05-22',
  },
  'thin-option-brings-the-check': {
    claim:
      'The option services.lvm.boot.thin.enable is what gives LVM the cache_check tool on NixOS; it does not load dm-cache.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'nixpkgs-lvm-module',
        at: 'mkIf cfg.boot.thin.enable',
        says: 'It writes the paths of cache_check, cache_dump and cache_repair into lvm.conf and adds two kernel modules to the initrd, dm-snapshot and dm-thin-pool.',
      },
    ],
    versions: 'nixpkgs commit cc56f5cf2',
    falsifiedBy: 'A cache check that runs without the option, or dm-cache in the list of modules.',
    reviewBy: '2027-05-22',
  },
  'lvm-of-nixpkgs-loads-no-module': {
    claim:
      'LVM as nixpkgs built it cannot load the dm-cache module by itself, so the module must be loaded before the volume is activated.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        source: 'lvm2-activate-c',
        at: 'module_present',
        says: 'The call of modprobe is compiled in only when the build found one.',
      },
      {
        source: 'dm-ioctl-c',
        at: 'get_target_version',
        says: 'LVM asks for the version of the target before it loads a table. The kernel answers from its list of registered targets and loads no module for that.',
      },
      {
        source: 'nixpkgs-lvm2-recipe',
        at: 'nativeBuildInputs, buildInputs, configureFlags',
        says: 'The recipe has no kmod among its inputs and names no modprobe.',
      },
      {
        source: 'nixpkgs-issue-428775',
        at: 'Description',
        says: 'A RAID volume fails with a missing target in the same second in which its module is inserted.',
      },
    ],
    versions: 'lvm2 git d804677c7; nixpkgs commit 0a4fb9865 and a later copy of the recipe',
    falsifiedBy: 'A cached volume of a stock NixOS that comes up with no module named in the configuration.',
    reviewBy: '2027-02-22',
  },
  'a-group-is-announced-once': {
    claim:
      'LVM announces a complete volume group for activation once after a start; a first attempt that failed is not repeated by later events.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'lvm2-pvscan-c',
        at: 'the branch on do_vgonline; online_vg_file_create',
        says: 'The group is named to udev only when a file of its name could be created anew. If the file is there already, the scan says that the group is finished.',
      },
      {
        source: 'lvm2-dm-lvm-rules',
        at: 'lvm_scan',
        says: 'The rule starts the activation only for a group that the scan names as complete.',
      },
    ],
    versions: 'lvm2 git d804677c7',
    falsifiedBy: 'An event that activates a group whose first activation had failed.',
    reviewBy: '2027-05-22',
  },
  'lvm-is-in-the-initrd-by-default': {
    claim: 'From NixOS 26.05 on, stage 1 is built with systemd by default, and LVM with its rules is part of it.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'bcache'],
    evidence: [
      {
        source: 'nixos-breaking-changes',
        at: 'The announcement',
        says: 'Stage 1 is based on systemd by default; the scripted one is to go in 26.11.',
      },
      {
        source: 'nixpkgs-pr-343760',
        at: 'Title',
        says: 'LVM and bcache are enabled in the initrd when it uses systemd.',
      },
      {
        source: 'nixpkgs-lvm-module-late',
        at: 'boot.initrd.services.lvm.enable',
        says: 'On by default when stage 1 is systemd and LVM is enabled.',
      },
    ],
    versions: 'NixOS 26.05',
    falsifiedBy: 'An initrd of 26.05 with default settings and without the rules of LVM.',
    reviewBy: '2027-05-22',
  },
  'a-stock-initrd-can-use-up-the-activation': {
    claim:
      'On a stock NixOS 26.05 a cached volume of a data array may stay down: its one activation can fall into stage 1, where dm-cache is not loaded.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        from: [
          'lvm-is-in-the-initrd-by-default',
          'stage-1-loads-the-device-mapper',
          'lvm-of-nixpkgs-loads-no-module',
          'a-group-is-announced-once',
        ],
        because:
          'Stage 1 has the rules, sees the disks and tries; the target is missing, so the volume fails; the marker that it tried lives on in /run.',
      },
    ],
    versions: 'NixOS 26.05, not booted here',
    falsifiedBy: 'A stock NixOS 26.05 that brings up a cached data volume by itself.',
    reviewBy: '2027-02-22',
  },
  'nixpkgs-tests-no-cached-volume': {
    claim: 'The LVM tests of nixpkgs boot RAID, thin and VDO volumes, and no cached one.',
    criteria: ['nixos'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        source: 'nixpkgs-lvm2-tests',
        at: 'default.nix, systemd-stage-1.nix',
        says: 'The flavours are thinpool, raid and vdo.',
      },
    ],
    versions: 'nixpkgs commit 035aa04c1',
    falsifiedBy: 'A test of a cached volume in a later nixpkgs.',
    reviewBy: '2027-05-22',
  },
  'nixpkgs-boots-from-bcache-and-bcachefs': {
    claim:
      'The installer tests of nixpkgs install to bcache and to bcachefs, one with SSD and disk targets among them, and boot from them.',
    criteria: ['nixos', 'comparison'],
    questions: ['nixos-support'],
    systems: ['bcache', 'bcachefs'],
    evidence: [
      {
        source: 'nixpkgs-installer-tests',
        at: 'bcache, bcachefsSimple, bcachefsMulti',
        says: 'The layouts are made in a machine, NixOS is installed on them, and the machine is started from them.',
      },
    ],
    versions: 'nixpkgs commit 517dd30cf',
    falsifiedBy: 'A later nixpkgs without these tests.',
    reviewBy: '2027-05-22',
  },
  'disko-has-no-cache-type': {
    claim: 'disko has no type for a cache: neither LVM caching nor dm-cache nor bcache can be said without a hook.',
    criteria: ['nixos', 'comparison'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'dm-cache', 'bcache'],
    evidence: [
      {
        source: 'disko-lvm-vg',
        at: 'lvm_type',
        says: 'The kinds of volume are mirror, the RAID levels, thin pool and thin volume.',
      },
      {
        source: 'disko-default-nix',
        at: '_partitionTypes, _deviceTypes',
        says: 'The lists of contents hold no bcache.',
      },
      {
        source: 'disko-issue-421',
        at: 'Description',
        says: 'Cache types were asked for in October 2023, and the issue is open.',
      },
      {
        source: 'disko-pr-1244',
        at: 'Description',
        says: 'Types for bcache were proposed in April 2026, and not merged when this was stored.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026',
    falsifiedBy: 'A cache type in a later disko.',
    reviewBy: '2027-02-22',
  },
  'disko-cannot-place-a-volume': {
    claim: 'disko cannot say on which disk of a volume group a volume is to lie, so a cache pool needs a hook.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'disko-lvm-vg',
        at: '_create',
        says: 'Extra arguments of lvcreate stand before the name of the group, which comes last. A device named there would be read as the group.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026',
    falsifiedBy: 'A disko configuration without a hook that puts the pool on the SSD.',
    reviewBy: '2027-02-22',
  },
  'bcache-is-on-by-default': {
    claim: 'NixOS brings the tools and rules of bcache without being asked.',
    criteria: ['nixos', 'comparison'],
    questions: ['nixos-support'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'nixpkgs-bcache-module',
        at: 'options.boot.bcache.enable',
        says: 'The option is true by default and adds tools and udev rules.',
      },
    ],
    versions: 'nixpkgs commit 136283b55',
    falsifiedBy: 'The option being off by default in a later nixpkgs.',
    reviewBy: '2027-05-22',
  },
  'bcachefs-has-a-kernel-window': {
    claim:
      'nixpkgs builds bcachefs as a module outside the kernel and marks it broken for kernels outside a window; 6.12 is below it, and 7.3 was above it in every copy read.',
    criteria: ['nixos', 'comparison'],
    questions: ['nixos-support'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'nixpkgs-bcachefs-kernel-module',
        at: 'meta.broken',
        says: 'The module is broken below 6.16 and from an upper bound on, which is 6.18 in one copy, 6.19 in a later one and 7.3 in the latest found.',
      },
      {
        source: 'nixpkgs-bcachefs-module',
        at: 'config',
        says: 'The module package is added to the extra modules of the kernel.',
      },
      { source: 'bcachefs-dkms-conf', at: 'BUILD_EXCLUSIVE_KERNEL_MIN', says: 'Upstream builds for 6.16 and later.' },
    ],
    versions: 'nixpkgs commits f6dd0582a and 77a879bbf and a later copy; the bound moves',
    falsifiedBy: 'A build for 6.12, or a recipe without bounds.',
    reviewBy: '2027-02-22',
  },
  'disko-makes-bcachefs': {
    claim: 'disko can create a bcachefs by a type of its own, and has it mounted in stage 1 in every case.',
    criteria: ['nixos'],
    questions: ['nixos-support'],
    systems: ['bcachefs'],
    evidence: [{ source: 'disko-bcachefs-type', at: '_config', says: 'Each mount is written with neededForBoot set.' }],
    versions: 'disko git 878ec37 of March 2026',
    falsifiedBy: 'A bcachefs mount of disko without it.',
    reviewBy: '2027-05-22',
  },
  'a-missing-leg-blocks-the-mount': {
    claim:
      'With one leg missing a btrfs of two devices is not mounted at boot: the devices that are there count as not ready.',
    criteria: ['nixos', 'reliability', 'plan'],
    questions: ['nixos-support', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache', 'bcache', 'no-cache'],
    evidence: [
      {
        source: 'systemd-btrfs-rule',
        at: 'The whole rule',
        says: 'A device is marked not ready until the kernel says that the file system is complete.',
      },
      {
        source: 'nixos-discourse-degraded',
        at: 'First answer',
        says: 'With systemd in stage 1, and for all later mounts, none of the devices becomes ready while one is missing, whatever the mount options.',
      },
    ],
    versions: 'systemd commit a146b800f; answer undated in the stored copy',
    falsifiedBy: 'A mount at boot with one device missing and no own unit.',
    reviewBy: '2027-05-22',
  },
  'disko-makes-btrfs-raid1': {
    claim: 'disko makes a btrfs over several devices by its own type: the further devices are arguments of mkfs.',
    criteria: ['nixos', 'comparison'],
    questions: ['nixos-support'],
    systems: ['no-cache', 'separate-ssd-pool'],
    evidence: [
      {
        source: 'disko-btrfs-type',
        at: 'extraArgs, _create',
        says: 'The extra arguments go to mkfs.btrfs after the device of the content, so further devices can be named there.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026',
    falsifiedBy: 'A btrfs of several devices that disko cannot make without a hook.',
    reviewBy: '2027-05-22',
  },
  'disko-destroy-reaches-the-data-from-the-ssd': {
    claim: 'The destroy step of disko on a cache SSD removes the cached volume, and the data on the hard disk with it.',
    criteria: ['nixos', 'reliability', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'dm-writecache', 'mirrored-cache'],
    evidence: [
      {
        experiment: 'does-the-destroy-step-of-disko-on-an-ssd-take-the-data-along',
        holdsWhen: [
          { measure: 'ended', is: 'exactly', value: 1, unit: 'commands' },
          { measure: 'after', is: 'exactly', value: 1, unit: 'legs' },
        ],
      },
      {
        source: 'disko-deactivate-jq',
        at: 'walk, deactivate',
        says: 'From the disk it goes down through the children that lsblk lists, and calls lvremove with force for each LVM volume it meets. The volume that is cached is among the children of its SSD.',
      },
      {
        source: 'disko-default-nix',
        at: '_destroy, disksToWipe',
        says: 'Every disk whose destroy is set is handed to that script.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026; read, and run on Debian 13 with LVM 2.03.31',
    falsifiedBy: 'A destroy of the SSD that leaves the volume on the hard disk.',
    reviewBy: '2027-02-22',
  },
  'disko-destroy-wipes-bcache-through-the-ssd': {
    claim:
      'The destroy step of disko on a cache SSD wipes the signatures of the bcache device, that is of the btrfs leg.',
    criteria: ['nixos', 'reliability'],
    questions: ['nixos-support'],
    systems: ['bcache'],
    evidence: [
      {
        source: 'bcache-super-c',
        at: 'bcache_device_link',
        says: 'The bcache device is registered as a holder of the SSD, so it is listed below it.',
      },
      {
        source: 'util-linux-lsblk-c',
        at: 'get_type',
        says: 'A device that is no partition and no mapped one counts as a disk unless the kernel gives it a SCSI type.',
      },
      {
        source: 'disko-deactivate-jq',
        at: 'walk, deactivate',
        says: 'For a child of the type disk it calls wipefs for all signatures.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026; read, not run',
    falsifiedBy: 'A destroy of the SSD after which the leg still carries its superblock.',
    reviewBy: '2027-02-22',
  },
  'disko-destroys-unless-told': {
    claim: 'Every disk in a disko configuration is marked for the destroy step unless destroy is set to false for it.',
    criteria: ['nixos', 'reliability'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'bcache', 'no-cache', 'separate-ssd-pool'],
    evidence: [
      { source: 'disko-disk', at: 'options.destroy', says: 'The option is true by default.' },
      { source: 'disko-default-nix', at: 'disksToWipe', says: 'Disks are filtered by that option alone.' },
    ],
    versions: 'disko git 878ec37 of March 2026',
    falsifiedBy: 'A disk that is spared without the option.',
    reviewBy: '2027-05-22',
  },
  'disko-formats-what-destroy-spares': {
    claim:
      'In disko destroy = false spares a disk the destroy step alone. The format step still writes the declared partitions to it, and makes a file system on each that shows none.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['no-cache', 'separate-ssd-pool', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'disko-default-nix',
        at: '_create, disksToWipe',
        says: 'The option filters the disks of the destroy step. The script that creates goes through every declared device.',
      },
      {
        source: 'disko-gpt',
        at: '_create',
        says: 'A table that is there is not cleared, but sgdisk is called to make each declared partition on the disk, and only where that fails is the old one kept and renamed.',
      },
      {
        source: 'disko-btrfs-type',
        at: '_create',
        says: 'mkfs.btrfs is left out only where blkid names a type on that very device.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026; read, not run',
    falsifiedBy: 'A format step that refuses a disk with data on it, or leaves one alone that is marked so.',
    reviewBy: '2026-12-22',
  },
  'disko-breaks-on-some-names': {
    claim:
      'The destroy step of disko gets names wrong: an underscore breaks the name of a volume group, a hyphen that of a volume.',
    criteria: ['nixos'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'dm-writecache', 'mirrored-cache'],
    evidence: [
      {
        source: 'disko-deactivate-jq',
        at: 'remove, deactivate',
        says: 'The name of the group is cut out by a pattern of letters, digits and hyphens. Group and volume are told apart by splitting the mapped name at its first hyphen.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026',
    falsifiedBy: 'A destroy that removes a group with an underscore in its name.',
    reviewBy: '2027-05-22',
  },
  'disko-gives-a-group-all-its-disks': {
    claim:
      'disko makes a volume group of every disk declared for it and creates volumes without naming one, so a size in percent can put data on the SSD.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support', 'per-device-or-array'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-disko-put-data-on-the-ssd-when-both-disks-are-in-one-group',
        holdsWhen: [
          { measure: 'ended', is: 'exactly', value: 1, unit: 'commands' },
          { measure: 'warnings', is: 'exactly', value: 0, unit: 'commands' },
          { measure: 'ssds', is: 'exactly', value: 1, unit: 'disks' },
        ],
      },
      {
        source: 'disko-lvm-vg',
        at: '_create',
        says: 'vgcreate takes the list of all declared disks. lvcreate is given the size and the group, and no disk.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026; run on Debian 13 with LVM 2.03.31',
    falsifiedBy: 'A volume of all free space that stays on the hard disk when the SSD is declared for the group too.',
    reviewBy: '2027-05-22',
  },
  'disko-hooks-run-last': {
    claim:
      'In disko the hook after the creation of a volume group runs after its volumes and their file systems were made.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'disko-default-nix',
        at: 'mkCreateOption',
        says: 'The script is the hook before, the creation itself, the hook after.',
      },
      {
        source: 'disko-lvm-vg',
        at: '_create',
        says: 'The creation is vgcreate, every lvcreate, and then the contents, mkfs among them.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026',
    falsifiedBy: 'Another order in the generated script.',
    reviewBy: '2027-05-22',
  },
  'disko-renames-partitions-by-identity': {
    claim:
      'A second run of disko gives each partition a new random identity unless one is written down; its label stays.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'bcache', 'no-cache', 'separate-ssd-pool'],
    evidence: [
      {
        source: 'disko-gpt',
        at: '_create',
        says: 'The partition is given a random GUID when no uuid is set, and the same arguments are applied again when it exists already.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026',
    falsifiedBy: 'A second run after which the identities are the same.',
    reviewBy: '2027-05-22',
  },
  'disko-acts-on-every-group': {
    claim: 'When disko mounts or unmounts an LVM layout it activates or deactivates every volume group of the machine.',
    criteria: ['nixos'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'dm-writecache', 'mirrored-cache'],
    evidence: [
      {
        source: 'disko-lvm-vg',
        at: '_mount, _unmount',
        says: 'vgchange is called without the name of a group in both.',
      },
    ],
    versions: 'disko git 878ec37 of March 2026',
    falsifiedBy: 'A generated script that names its groups.',
    reviewBy: '2027-05-22',
  },
  'stage-1-loads-the-device-mapper': {
    claim: 'NixOS loads the device mapper in stage 1 by default, and none of the targets that a cache needs.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache', 'dm-cache', 'dm-writecache', 'mirrored-cache'],
    evidence: [
      {
        source: 'nixpkgs-kernel-module',
        at: 'boot.initrd.kernelModules',
        says: 'With the default modules included dm_mod is in the list, and nothing else. Both copies say so.',
      },
    ],
    versions: 'nixpkgs commit 8a2b0a70a and a copy newer than May 2026',
    falsifiedBy: 'A default list with a cache target in it.',
    reviewBy: '2027-05-22',
  },
  'auto-scrub-knows-no-cache': {
    claim:
      'services.btrfs.autoScrub runs a plain scrub of the mount point; nothing in it takes a cache out of the way.',
    criteria: ['nixos', 'backup'],
    questions: ['nixos-support', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache', 'bcache', 'mirrored-cache', 'no-cache', 'separate-ssd-pool'],
    evidence: [
      {
        source: 'nixpkgs-btrfs-module',
        at: 'scrubService',
        says: 'The unit calls btrfs scrub start for each mount point, with an optional limit and no step before or after.',
      },
    ],
    versions: 'a copy of nixpkgs newer than May 2026',
    falsifiedBy: 'A setting that runs something before the scrub.',
    reviewBy: '2027-05-22',
  },
  'bcachefs-has-its-own-auto-scrub': {
    claim: 'NixOS has a timer for the scrub of bcachefs, for kernels that support it.',
    criteria: ['nixos', 'backup'],
    questions: ['nixos-support'],
    systems: ['bcachefs'],
    evidence: [
      {
        source: 'nixpkgs-bcachefs-module',
        at: 'services.bcachefs.autoScrub',
        says: 'A timer and a service run the scrub of each mount point; an assertion asks for 6.14 or later.',
      },
    ],
    versions: 'nixpkgs commit 0003a08b7',
    falsifiedBy: 'A module without the timer.',
    reviewBy: '2027-05-22',
  },
  'nixpkgs-boots-a-btrfs-of-two': {
    claim: 'A test of nixpkgs boots a btrfs of two devices with systemd in stage 1.',
    criteria: ['nixos'],
    questions: ['nixos-support'],
    systems: ['no-cache', 'separate-ssd-pool'],
    evidence: [
      {
        source: 'nixpkgs-btrfs-raid-test',
        at: 'The whole test',
        says: 'It makes a btrfs over two disks, in the profile RAID0, boots from it and counts the devices.',
      },
    ],
    versions: 'nixpkgs commit 05924f714',
    falsifiedBy: 'A later nixpkgs without it.',
    reviewBy: '2027-05-22',
  },
  'dmeventd-watches-no-cache': {
    claim:
      'The event daemon of LVM has plugins for mirrors, RAID, snapshots and thin pools and none for caches: switching it on watches nothing of a cache.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'dmeventd-man',
        at: 'LVM PLUGINS',
        says: 'The plugins are named one by one; each is for mirrors, RAID, snapshots or thin pools.',
      },
    ],
    versions: 'the manual as published; excerpt read',
    falsifiedBy: 'A message of the daemon about a cache.',
    reviewBy: '2027-05-22',
  },
  'the-cache-tools-have-stopped-a-start': {
    claim:
      'The option that gives LVM its cache_check on NixOS writes paths of tools into its configuration, and once they changed a system did not start.',
    criteria: ['nixos'],
    questions: ['nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'nixpkgs-issue-317018',
        at: 'Description',
        says: 'After an update of thin-provisioning-tools the configuration could not be loaded at boot; the generation before started.',
      },
    ],
    versions: 'nixpkgs of June 2024',
    falsifiedBy: 'Another cause for that failure.',
    reviewBy: '2027-05-22',
  },
  'the-scripted-stage-1-activates-every-group': {
    claim:
      'The scripted stage 1 of NixOS activates every volume group that it finds, whether the root file system needs it or not.',
    criteria: ['nixos'],
    questions: ['nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        source: 'nixpkgs-issue-50346',
        at: 'Description',
        says: 'While it waits for a device it calls vgchange for all groups, over and over; groups of data and of virtual machines came up.',
      },
    ],
    versions: 'scripted stage 1, the default up to 25.11',
    falsifiedBy: 'A scripted stage 1 that leaves a group alone.',
    reviewBy: '2027-05-22',
  },
  'a-data-array-without-nofail-stops-the-start': {
    claim:
      'A btrfs of data that is not ready in time fails the target of all local file systems, unless it is mounted with nofail.',
    criteria: ['nixos', 'reliability', 'plan'],
    questions: ['nixos-support', 'ssd-failure'],
    systems: ['lvmcache', 'bcache', 'no-cache', 'separate-ssd-pool'],
    evidence: [
      {
        source: 'nixpkgs-issue-32588',
        at: 'Description',
        says: 'The device of a RAID1 of two disks times out, and the target of local file systems fails with it.',
      },
    ],
    versions: 'NixOS of December 2017; the mechanism is that of systemd',
    falsifiedBy: 'A start that goes on by itself with such a mount and without nofail.',
    reviewBy: '2027-05-22',
  },
  'disko-makes-the-stack-that-was-measured': {
    claim:
      'The shell text that disko makes of the layout lvmcache builds the same cached legs and the same btrfs as the stack of the experiments, and a second run of it makes nothing.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-the-text-of-disko-make-the-stack-of-the-experiments',
        holdsWhen: [
          { measure: 'ended', is: 'exactly', value: 2, unit: 'commands' },
          { measure: 'madeAgain', is: 'exactly', value: 0, unit: 'commands' },
          { measure: 'differences', is: 'exactly', value: 0, unit: 'differences' },
        ],
      },
    ],
    versions: 'disko git 878ec37 of March 2026; run on Debian 13, Linux 6.12.107',
    falsifiedBy: 'A difference in mode, policy, chunk size, placement or profiles between the two.',
    reviewBy: '2027-02-22',
  },
  'the-scripts-of-the-module-scrub-stop-and-start': {
    claim:
      'The scripts of the NixOS module check, scrub, stop and start a cached array when they are called as their units call them.',
    criteria: ['nixos', 'plan'],
    questions: ['nixos-support', 'cow-and-checksums'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'does-the-text-of-disko-make-the-stack-of-the-experiments',
        holdsWhen: [
          { measure: 'units', is: 'exactly', value: 5, unit: 'commands' },
          { measure: 'good', is: 'exactly', value: 2048, unit: 'blocks' },
        ],
      },
    ],
    versions: 'run on Debian 13, Linux 6.12.107; without systemd',
    falsifiedBy: 'A script that ends with an error on a healthy array.',
    reviewBy: '2027-02-22',
  },
});
