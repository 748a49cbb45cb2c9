import { defineProcedures } from '../../src/schema/index.ts';
import {
  dataAreGone,
  dataAreThere,
  hasTools,
  isActive,
  isComplete,
  isEmpty,
  isHardDisk,
  isNotMounted,
  isPlain,
  isSsd,
  lacksDisk,
  noErrors,
  noLegMissing,
  wasWritethrough,
} from './shared/checks.ts';
import { fillFrom, oneIsLeft } from './shared/replace-member.ts';
import { attach, cache, devid, directory, leg, look, mountArray, other, size } from './shared/words.ts';

/** Runbooks for an array of which something died. */
export const runbooksFailures = defineProcedures({
  'ssd-died-running': {
    title: 'An SSD died while the machine runs',
    purpose: 'The leg of the dead SSD gets rid of its cache and catches up from the other leg.',
    parameters: { leg, other, directory },
    destroys: 'what the dead SSD held; nothing else when the cache was in writethrough mode',
    requires: [
      isNotMounted,
      lacksDisk(),
      isComplete('{other}'),
      isActive('{other}'),
      dataAreThere(),
      wasWritethrough(),
    ],
    steps: [
      {
        run: 'vgchange --activate n {leg}',
        why: 'The cache cannot write down anything any more; it may take a while to give up.',
        expect: 'any',
      },
      {
        run: 'lvconvert --yes --uncache {leg}/data',
        why: 'The SSD is missing, so the cache can only be dropped.',
      },
      {
        run: 'vgreduce --removemissing {leg}',
        why: 'Strikes the dead SSD from the group. Never with --force here: that removes the volume with its data.',
      },
      { run: 'vgchange --activate y {leg}', why: 'The leg starts from its hard disk.' },
      ...mountArray('/dev/{other}/data'),
      {
        run: 'btrfs scrub start -B -R {directory}',
        why: 'The leg has missed writes since its SSD died. They are found by their checksums and mended from the other leg; a file without checksums is not.',
        expect: 'any',
      },
      { run: 'btrfs device stats --reset {directory}', why: 'What was counted meanwhile, and from zero again.' },
      look,
    ],
    runbook: {
      when: 'The kernel log has I/O errors of an SSD, or check-health shows a group that misses a disk. The array still works on the other leg.',
      takes: 'Minutes, and the time of a scrub.',
      pointOfNoReturn: 'lvconvert --uncache: from there on the SSD is of no use, even if it comes back.',
      abort: 'Before that step: reboot with the SSD back in place.',
      verify: 'The scrub has no uncorrectable errors, the counters are zero, no group misses a disk.',
    },
  },
  'ssd-missing-at-boot': {
    title: 'An SSD is missing at boot',
    purpose:
      'The leg that stays down for want of its SSD starts from its hard disk alone, and the array is mounted whole.',
    parameters: { leg, other, directory },
    destroys: 'what the dead SSD held; nothing else when the cache was in writethrough mode and had nothing dirty',
    requires: [isNotMounted, lacksDisk(), dataAreThere(), isComplete('{other}'), wasWritethrough()],
    steps: [
      {
        run: 'lvconvert --yes --uncache {leg}/data',
        why: 'The SSD is missing, so the cache can only be dropped.',
      },
      {
        run: 'vgreduce --removemissing {leg}',
        why: 'Strikes the dead SSD from the group. Never with --force here: that removes the volume with its data.',
      },
      { run: 'vgchange --activate y {leg}', why: 'The leg starts from its hard disk.' },
      { run: 'vgchange --activate y {other}', why: 'The other leg, if it is not up yet.' },
      ...mountArray('/dev/{other}/data'),
      {
        run: 'btrfs scrub start -B -R {directory}',
        why: 'If the machine had crashed before, writes of this leg may have stood on the SSD alone. They come from the other leg.',
        expect: 'any',
      },
      look,
    ],
    runbook: {
      when: 'The array is not mounted after a start, and one group misses its SSD.',
      takes: 'Minutes, and the time of a scrub.',
      pointOfNoReturn: 'lvconvert --uncache: from there on the SSD is of no use, even if it comes back.',
      abort: 'Before that step: power off, and look after cable and power of the SSD first.',
      verify: 'The scrub has no uncorrectable errors and no group misses a disk.',
    },
  },
  'ssd-and-hdd-died': {
    title: 'An SSD of one leg and the hard disk of the other died',
    purpose:
      'One hard disk is left that nothing is wrong with, and its leg is down for want of its SSD. It is brought up for reading only.',
    parameters: { leg: 'volume group of the leg whose hard disk is left', directory },
    destroys: 'what the dead SSD held; nothing else when the cache was in writethrough mode and had nothing dirty',
    requires: [isNotMounted, lacksDisk(), dataAreThere(), wasWritethrough()],
    steps: [
      {
        run: 'lvconvert --yes --uncache {leg}/data',
        why: 'The SSD is missing, so the cache can only be dropped.',
      },
      { run: 'vgreduce --removemissing {leg}', why: 'Strikes the dead SSD from the group. Never with --force here.' },
      { run: 'vgchange --activate y {leg}', why: 'The leg starts from its hard disk.' },
      { run: 'modprobe btrfs; btrfs device scan', why: 'Registers what is there.' },
      {
        run: 'mount --options noatime,nossd,degraded,ro /dev/{leg}/data {directory}',
        why: 'Only for reading: this is the only copy.',
      },
      {
        run: 'btrfs scrub start -B -R -r {directory}',
        why: 'Reads every block and mends nothing. Status 3 names damage that only the backup can mend.',
        expect: 'any',
      },
    ],
    runbook: {
      when: 'Two of the four disks are dead, and not both of one leg. If both hard disks are, there is only the backup.',
      takes: 'Minutes, and the time of a scrub.',
      pointOfNoReturn: 'lvconvert --uncache.',
      abort: 'Before that step: power off, image the hard disk that is left, and go on with a copy.',
      verify: 'The scrub has no errors. Copy what is not in the backup; then the runbook for a dead hard disk.',
    },
  },
  'hdd-died': {
    title: 'A hard disk died: replace it',
    purpose: 'A new leg on a new hard disk, with the SSD that is left, filled from the other leg.',
    parameters: {
      leg,
      other,
      hdd: 'the new hard disk, by id',
      ssd: 'the SSD of this leg, by id, still good',
      size,
      cache,
      devid: 'number of the member that is missing, from btrfs filesystem show',
      directory,
    },
    destroys: 'what the SSD of the dead hard disk held',
    requires: [
      hasTools,
      isNotMounted,
      lacksDisk(),
      dataAreGone(),
      isComplete('{other}'),
      {
        so: '{ssd} is of the group {leg}',
        check: 'pvs --noheadings --options vg_name {ssd} | grep --quiet --word-regexp {leg}',
        refuses: '{ssd} is not of the group {leg}: is it the SSD that died? That has a runbook of its own.',
      },
      isEmpty('hdd'),
      isHardDisk('hdd'),
    ],
    steps: [
      { run: 'vgchange --activate y {other}', why: 'The leg that is left, if it is not up yet.' },
      { run: 'modprobe btrfs; btrfs device scan', why: 'Registers what is there.' },
      {
        run: 'mount --options noatime,nossd,degraded /dev/{other}/data {directory}',
        why: 'For writing: what is written from here on has one copy until the balance below.',
      },
      {
        run: 'vgreduce --removemissing --force {leg}',
        why: 'The volume of the dead disk goes with it. With --force only because it is the hard disk that is missing.',
      },
      { run: 'vgremove --yes {leg}', why: 'What is left of the old leg: the pool on the SSD.' },
      { run: 'vgcreate {leg} {hdd} {ssd}', why: 'The leg anew, under its old name.' },
      { run: 'lvcreate --yes --name data --size {size} {leg} {hdd}', why: 'As large as the volume of the other leg.' },
      {
        run: 'btrfs replace start -B {devid} /dev/{leg}/data {directory}',
        why: 'Copies everything from the leg that is left. Without --force: it refuses what carries a file system.',
      },
      {
        run: 'btrfs balance start -dconvert=raid1,soft -mconvert=raid1,soft {directory}',
        why: 'What was written meanwhile gets its second copy.',
      },
      ...attach('{leg}', 'ssd'),
      look,
      { run: 'btrfs filesystem show {directory}', why: 'Two members, and none missing.' },
    ],
    runbook: {
      when: 'A group misses its hard disk, and a new one of at least that size is there.',
      takes: 'As long as writing the data of one leg.',
      pointOfNoReturn: 'vgreduce --force: until then the old disk could come back.',
      abort: 'btrfs replace cancel; the array goes on with one leg and one copy.',
      verify: 'Two members, none missing, all RAID1; then scrub both legs.',
    },
  },
  'replace-ssd': {
    title: 'Put in a new SSD',
    purpose: 'The leg that lost its SSD gets a cache on a new one, with the array mounted.',
    parameters: { leg, ssd: 'the new SSD, by id', cache, directory },
    destroys: 'nothing: the SSD has to be empty',
    requires: [hasTools, isActive(), isPlain(), isComplete(), isEmpty('ssd'), isSsd('ssd'), noLegMissing, noErrors],
    steps: [
      { run: 'pvcreate {ssd}', why: 'The new SSD becomes a physical volume.' },
      { run: 'vgextend {leg} {ssd}', why: 'It joins the group of its leg.' },
      ...attach('{leg}', 'ssd'),
      look,
      { run: 'btrfs device stats {directory}', why: 'Still no errors.' },
    ],
    runbook: {
      when: 'The leg runs from its hard disk, was scrubbed, and a new SSD is there.',
      takes: 'Seconds; then the cache is cold.',
      pointOfNoReturn: 'None: remove the cache for good.',
      abort: 'Before the cache is attached: lvremove the pool, vgreduce and pvremove the SSD.',
      verify: 'Check the health: both legs are cached.',
    },
  },
  'array-disk-died': {
    title: 'A hard disk of an array without caches died: replace it',
    purpose:
      'The ordinary case of RAID1, and the commonest of this array: mounted without the dead disk, filled from the others.',
    parameters: { left: 'a hard disk that is left, by id', hdd: 'the new hard disk, by id', devid, directory },
    destroys: 'nothing: the new hard disk has to be empty',
    requires: [isEmpty('hdd'), isHardDisk('hdd'), ...oneIsLeft('left', 'hdd', 'directory', 'the array')],
    steps: fillFrom('left', 'hdd', 'directory'),
    runbook: {
      when: 'A hard disk of the array is dead or missing, and a new one is there.',
      takes: 'As long as writing the data of one hard disk: some hours.',
      pointOfNoReturn: 'None: the disks that are left are only read, but for what is written meanwhile.',
      abort: 'btrfs replace cancel; the array goes on without that disk, with one copy of a part.',
      verify: 'As many members as before, none missing, the scrub found nothing.',
    },
  },
});
