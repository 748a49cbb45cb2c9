import type { Precondition } from '../../../src/schema/index.ts';

/**
 * Preconditions that several runbooks share. Each is a command that changes nothing. `{leg}` and the like are parameters
 * of the procedure in which it stands. `dmsetup status` is asked with --noflush: without it the question itself writes.
 */
export const isDisk = (disk: string): Precondition => ({
  so: `{${disk}} is there`,
  check: `test -b {${disk}}`,
  refuses: `there is no {${disk}}.`,
});

export const isEmpty = (disk: string): Precondition => ({
  so: `{${disk}} is there and empty`,
  check: `test -b {${disk}} && test -z "$(wipefs --noheadings {${disk}})"`,
  refuses: `{${disk}} is not there, or carries something already: see wipefs {${disk}}. An SSD that comes back holds what is older than the disk.`,
});

export const isHardDisk = (disk: string): Precondition => ({
  so: `{${disk}} is a hard disk`,
  check: `lsblk --nodeps --noheadings --output ROTA {${disk}} | grep --quiet 1`,
  refuses: `{${disk}} does not say that it turns: is it an SSD?`,
});

export const isSsd = (disk: string): Precondition => ({
  so: `{${disk}} is an SSD`,
  check: `lsblk --nodeps --noheadings --output ROTA {${disk}} | grep --quiet 0`,
  refuses: `{${disk}} says that it turns: is it a hard disk?`,
});

export const hasTools: Precondition = {
  so: 'cache_check and the modules of dm-cache are there',
  check: 'command -v cache_check && modprobe --all dm-cache dm-cache-smq',
  refuses: 'cache_check or the modules dm-cache and dm-cache-smq are missing.',
};

export const noGroup = (leg: string): Precondition => ({
  so: `no group is called ${leg}`,
  check: `! vgs ${leg}`,
  refuses: `there is a volume group ${leg} already.`,
});

export const isActive = (leg = '{leg}'): Precondition => ({
  so: `the leg ${leg} is active`,
  check: `test -b /dev/${leg}/data`,
  refuses: `the leg ${leg} is not active.`,
});

export const isCached = (leg = '{leg}'): Precondition => ({
  so: `${leg} has a cache`,
  check: `dmsetup status --noflush --target cache ${leg}-data | grep --quiet cache`,
  refuses: `the leg ${leg} is not active, or has no cache.`,
});

export const isPlain = (leg = '{leg}'): Precondition => ({
  so: `${leg} has no cache`,
  check: `lvs --noheadings --options segtype ${leg}/data | grep --quiet linear`,
  refuses: `there is no volume ${leg}/data without a cache.`,
});

/** Field 14 of the status is the count of dirty chunks. */
export const isClean = (leg = '{leg}'): Precondition => ({
  so: `nothing is dirty in the cache of ${leg}`,
  check: `test "$(dmsetup status --noflush ${leg}-data | awk '{ print $14 }')" = 0`,
  refuses: `the cache of ${leg} has dirty chunks, or does not answer: its hard disk alone is not whole. After a crash wait until it has written back.`,
});

export const metadataAreWell = (leg = '{leg}'): Precondition => ({
  so: `the metadata of the cache of ${leg} are well`,
  check: `dmsetup status --noflush ${leg}-data | grep --quiet 'rw - *$'`,
  refuses: `the metadata of the cache of ${leg} want a check, or are read-only.`,
});

export const isComplete = (leg = '{leg}'): Precondition => ({
  so: `no disk of ${leg} is missing`,
  check: `vgs --noheadings --options vg_missing_pv_count ${leg} | grep --quiet '^ *0$'`,
  refuses: `a disk of the group ${leg} is missing, or there is no such group.`,
});

export const lacksDisk = (leg = '{leg}'): Precondition => ({
  so: `a disk of ${leg} is missing`,
  check: `vgs --noheadings --options vg_missing_pv_count ${leg} | grep --quiet '[1-9]'`,
  refuses: `no disk of the group ${leg} is missing, or there is no such group.`,
});

/** The volume behind the cache is [data_corig]; a device that is missing shows as unknown. */
export const dataAreThere = (leg = '{leg}'): Precondition => ({
  so: `the hard disk of ${leg} is there`,
  check: `lvs --all --noheadings --options lv_name,devices ${leg} | grep '\\[data_corig\\]' | grep --quiet --invert-match unknown`,
  refuses: `the disk that ${leg} misses is its hard disk, or the leg has no cache any more: this runbook is for a dead SSD.`,
});

export const dataAreGone = (leg = '{leg}'): Precondition => ({
  so: `it is the hard disk of ${leg} that is missing`,
  check: `lvs --all --noheadings --options lv_name,devices ${leg} | grep '[[ ]data' | grep --quiet unknown`,
  refuses: `the disk that ${leg} misses is not its hard disk: this runbook is for a dead hard disk.`,
});

export const wasWritethrough = (leg = '{leg}'): Precondition => ({
  so: `the cache of ${leg} was in writethrough mode`,
  check: `lvs --all --noheadings --options cache_mode ${leg} | grep --quiet writethrough`,
  refuses: `the cache of ${leg} was not in writethrough mode: its SSD took data along that no hard disk has. Go on from the other leg, or from the backup.`,
});

export const isMounted: Precondition = {
  so: '{directory} is mounted',
  check: 'mountpoint --quiet {directory}',
  refuses: 'nothing is mounted on {directory}.',
};

export const isNotMounted: Precondition = {
  so: 'nothing is mounted on {directory}',
  check: '! mountpoint --quiet {directory}',
  refuses: 'something is mounted on {directory}: stop what uses it, and unmount it.',
};

export const noLegMissing: Precondition = {
  so: 'no member of the array is missing',
  check: '! btrfs filesystem show {directory} 2>&1 | grep --quiet --ignore-case missing',
  refuses: 'a member of the array is missing.',
};

export const noErrors: Precondition = {
  so: 'btrfs has counted no errors',
  check: 'btrfs device stats --check {directory}',
  refuses: 'btrfs has counted errors on a leg: scrub first, and find out which disk.',
};

export const noBalance: Precondition = {
  so: 'no balance is under way',
  check: 'btrfs balance status {directory}',
  refuses: 'a balance is under way.',
};

export const isRaid1: Precondition = {
  so: 'data, metadata and system are RAID1',
  check: 'test "$(btrfs filesystem df {directory} | grep --count RAID1)" -ge 3',
  refuses: 'data, metadata or system are not RAID1.',
};

export const hasFreshBackup: Precondition = {
  so: 'a backup has ended since yesterday',
  check: 'find {backup} -maxdepth 0 -mtime -1 | grep --quiet .',
  refuses: '{backup} is not there or is older than a day: no backup has ended since yesterday.',
};
