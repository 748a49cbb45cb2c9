import { defineProcedures } from '../../src/schema/index.ts';
import {
  hasTools,
  isActive,
  isCached,
  isClean,
  isComplete,
  isEmpty,
  isHardDisk,
  isMounted,
  isPlain,
  isSsd,
  metadataAreWell,
  noBalance,
  noErrors,
  noGroup,
  noLegMissing,
} from './shared/checks.ts';
import { attach, cache, devid, directory, leg, look, mountArray, size, ssd } from './shared/words.ts';

/** Runbooks for an array that is well: making, looking, measuring, changing, taking apart. */
export const runbooks = defineProcedures({
  'create-cached-array': {
    title: 'Create a cached array on empty disks',
    purpose:
      'From two hard disks and two SSDs to a mounted btrfs RAID1, each leg behind a writethrough cache of its own.',
    parameters: {
      hdd1: 'first hard disk, by id',
      hdd2: 'second hard disk, by id',
      ssd1: 'SSD of the first leg, by id',
      ssd2: 'SSD of the second leg, by id',
      size,
      cache,
      directory,
    },
    destroys: 'nothing: the disks have to be empty',
    requires: [
      hasTools,
      ...['hdd1', 'hdd2', 'ssd1', 'ssd2'].map(isEmpty),
      ...['hdd1', 'hdd2'].map(isHardDisk),
      ...['ssd1', 'ssd2'].map(isSsd),
      ...['leg1', 'leg2'].map(noGroup),
    ],
    steps: [
      { run: 'pvcreate {hdd1} {ssd1} {hdd2} {ssd2}', why: 'The four disks become physical volumes.' },
      { run: 'vgcreate leg1 {hdd1} {ssd1}', why: 'A group for each leg: neither needs the other to start.' },
      { run: 'vgcreate leg2 {hdd2} {ssd2}', why: 'The second leg.' },
      {
        run: 'lvcreate --yes --name data --size {size} leg1 {hdd1}',
        why: 'The disk is named, or LVM may put the volume on the SSD.',
      },
      { run: 'lvcreate --yes --name data --size {size} leg2 {hdd2}', why: 'The same on the second leg.' },
      ...attach('leg1', 'ssd1'),
      ...attach('leg2', 'ssd2'),
      look,
      { run: 'modprobe btrfs', why: 'The module has to be there before the legs are scanned.' },
      {
        run: 'mkfs.btrfs --nodiscard --data raid1 --metadata raid1 /dev/leg1/data /dev/leg2/data',
        why: 'Two copies of everything, one on each leg. Without --force: it refuses what carries something.',
      },
      ...mountArray('/dev/leg1/data'),
    ],
    runbook: {
      when: 'There are four empty disks and no array yet.',
      takes: 'Minutes; nothing is copied.',
      pointOfNoReturn: 'None: the disks were empty.',
      abort: 'vgremove the groups that were made, then pvremove the disks.',
      verify: 'Check the health; then the backup is restored and read.',
    },
  },
  'adopt-leg': {
    title: 'Give a leg that exists its cache',
    purpose: 'A leg that is a plain volume gets a writethrough cache on an SSD of its own, with the array mounted.',
    parameters: { leg, ssd, cache },
    destroys: 'nothing: the SSD has to be empty',
    requires: [hasTools, isActive(), isPlain(), isComplete(), isEmpty('ssd'), isSsd('ssd')],
    steps: [
      { run: 'pvcreate {ssd}', why: 'The SSD becomes a physical volume.' },
      { run: 'vgextend {leg} {ssd}', why: 'It joins the group of its leg and no other.' },
      ...attach('{leg}', 'ssd'),
      look,
      { run: 'dmsetup status --noflush {leg}-data', why: 'A cache, in the mode writethrough, with nothing dirty.' },
    ],
    runbook: {
      when: 'The legs are volumes already, after a migration or without caches so far.',
      takes: 'Seconds; the array stays mounted.',
      pointOfNoReturn: 'None: remove the cache for good brings the leg back as it was.',
      abort: 'Before the cache is attached: lvremove the pool, vgreduce and pvremove the SSD.',
      verify: 'Check the health: the leg is cached, in the mode writethrough.',
    },
  },
  'check-health': {
    title: 'Check the health of the array',
    purpose:
      'Everything that tells how caches, legs and disks are. It changes nothing and refuses nothing but an array that is not there.',
    parameters: { directory },
    destroys: 'nothing',
    requires: [isMounted],
    steps: [
      {
        run: 'dmsetup status --noflush --target cache | awk \'{ print $1, "chunks used", $8, "dirty", $15, "read hits", $9, "misses", $10, "metadata", $(NF - 1), $NF }\'',
        why: 'In writethrough mode nothing may be dirty, and the metadata say rw and a dash. rw alone proves nothing: it has been seen to stand there with the SSD gone.',
      },
      {
        run: 'timeout 30 vgs --options vg_name,pv_count,vg_missing_pv_count',
        why: 'No group may miss a disk.',
      },
      {
        run: 'timeout 30 lvs --options vg_name,lv_name,segtype,cache_mode,lv_health_status',
        why: 'Every leg is a cache in the mode writethrough. A health of partial is a missing disk.',
      },
      {
        run: 'btrfs device stats --check {directory}',
        why: 'All counters are zero, or the command fails.',
        expect: 'any',
      },
      { run: 'btrfs filesystem show {directory}', why: 'Two members, and none missing.' },
      {
        run: 'lsblk --nodeps --noheadings --paths --output NAME,TYPE | awk \'$2 == "disk" { print $1 }\' | while read -r disk; do echo "$disk"; smartctl --health --attributes "$disk" | grep --extended-regexp --ignore-case \'health|result|wear|realloc|pending|percentage\'; done',
        why: 'What each disk says of itself. Wear of a Samsung SATA SSD is attribute 177, which counts down from 100.',
        expect: 'any',
      },
    ],
    runbook: {
      when: 'At any time, and before and after every other runbook.',
      takes: 'Seconds.',
      pointOfNoReturn: 'None: it only looks.',
      abort: 'At any step.',
      verify: 'It is itself what verifies.',
    },
  },
  'warm-and-measure': {
    title: 'Warm the caches and measure what they answer',
    purpose:
      'Reads a directory past the page cache eight times over, and counts how many reads of one more pass the caches answer.',
    parameters: { directory, path: 'what to read: files that are read again and again in daily use' },
    destroys: 'nothing',
    requires: [
      isMounted,
      isCached('leg1'),
      isCached('leg2'),
      {
        so: 'there are files in {path}',
        check: 'test -n "$(find {path} -type f -print -quit)"',
        refuses: 'there is no file in {path}.',
      },
    ],
    steps: [
      {
        run: "for pass in 1 2 3 4 5 6 7 8; do find {path} -type f -exec dd if={} of=/dev/null bs=64k iflag=direct status=none ';'; done",
        why: 'Many passes, since a chunk is promoted only after several misses and btrfs reads each file from one leg at a time.',
      },
      {
        run: "dmsetup status --noflush --target cache | awk '{ print $1, $9, $10 }' | tee /run/cache-reads",
        why: 'Reads so far that the cache answered, and that it did not.',
      },
      {
        run: "find {path} -type f -exec dd if={} of=/dev/null bs=64k iflag=direct status=none ';'",
        why: 'The pass that counts.',
      },
      {
        run: 'dmsetup status --noflush --target cache | awk \'NR == FNR { hits[$1] = $2; misses[$1] = $3; next } { print $1, "hits", $9 - hits[$1], "misses", $10 - misses[$1] }\' /run/cache-reads -',
        why: 'The hits and misses of that pass alone. A leg that was not read in it shows neither.',
      },
    ],
    runbook: {
      when: 'After a cache was attached, and when somebody says that it does not help.',
      takes: 'As long as reading the directory nine times.',
      pointOfNoReturn: 'None.',
      abort: 'At any step.',
      verify: 'The last pass has more hits than misses. If it has not, what is read does not fit or is not read again.',
    },
  },
  'change-mode': {
    title: 'Change the mode of a cache',
    purpose: 'Writethrough or writeback, with the array mounted. Writeback has to be accepted in so many words.',
    parameters: {
      leg,
      mode: 'writethrough or writeback',
      risk: 'accepted for writeback, none for writethrough',
    },
    destroys: 'nothing',
    requires: [
      {
        so: '{mode} is a mode',
        check: 'test {mode} = writethrough || test {mode} = writeback',
        refuses: 'the mode is writethrough or writeback, not {mode}.',
      },
      {
        so: 'the risk of writeback is accepted',
        check: 'test {mode} = writethrough || test {risk} = accepted',
        refuses:
          'in writeback mode a dead SSD takes along what its hard disk does not have. Say risk=accepted to have it all the same.',
      },
      isCached(),
      isComplete(),
      metadataAreWell(),
    ],
    steps: [
      { run: 'lvchange --yes --cachemode {mode} {leg}/data', why: 'On the way out of writeback it writes back first.' },
      {
        run: 'lvs --all --noheadings --options lv_name,cache_mode {leg}',
        why: 'The mode that LVM has written down.',
      },
      { run: 'dmsetup status --noflush {leg}-data', why: 'The mode in effect, and how much is dirty.' },
    ],
    runbook: {
      when: 'The mode of a leg is not the one that was decided on.',
      takes: 'Seconds; out of writeback as long as it takes to write back what is dirty.',
      pointOfNoReturn: 'Into writeback: with the first write. Out of it: none.',
      abort: 'Change it back.',
      verify: 'Check the health: the mode is the one that was asked for.',
    },
  },
  'scrub-leg': {
    title: 'Scrub a leg, the disk and not the cache',
    purpose:
      'A scrub through a cache reads the SSD where the chunk is cached. So the cache steps aside while its leg is scrubbed.',
    parameters: { leg, directory },
    destroys: 'the content of the cache, which comes back cold',
    requires: [isMounted, isCached(), isComplete(), metadataAreWell(), isClean(), noLegMissing, noBalance],
    steps: [
      {
        run: 'lvconvert --yes --splitcache {leg}/data',
        why: 'The leg is its hard disk alone; the pool stays as a volume of its own.',
      },
      {
        run: 'btrfs scrub start -B -R /dev/{leg}/data',
        why: 'This leg only. Status 3 means errors that it could not correct; go on either way, the cache has to come back.',
        expect: 'any',
      },
      {
        run: 'lvconvert --yes --type cache --cachepool {leg}/fast --cachemode writethrough --zero y {leg}/data',
        why: 'The metadata are zeroed: what the pool held is older than the volume by now.',
      },
      { run: 'btrfs device stats --check {directory}', why: 'Fails if a leg has had errors.', expect: 'any' },
    ],
    runbook: {
      when: 'Once a month for each leg, and after everything that may have damaged a disk. Not both legs at once.',
      takes: 'As long as reading the data of the leg; then the cache is cold.',
      pointOfNoReturn: 'None.',
      abort: 'btrfs scrub cancel, then the third step.',
      verify: 'uncorrectable_errors is 0, and the leg is cached again.',
    },
  },
  'grow-leg': {
    title: 'Make a leg larger',
    purpose: 'The volume of a leg takes more of its hard disk, and btrfs follows. Both legs, or RAID1 cannot use it.',
    parameters: { leg, hdd: 'the hard disk of the leg, by id', more: 'how much more, such as 100g', devid, directory },
    destroys: 'nothing',
    requires: [
      isMounted,
      noLegMissing,
      noErrors,
      isPlain(),
      isComplete(),
      {
        so: 'there is room on {hdd}',
        check: 'test "$(pvs --noheadings --nosuffix --units b --options pv_free {hdd} | tr -d \'[:space:]\')" -gt 0',
        refuses: 'there is nothing free on {hdd}.',
      },
    ],
    steps: [
      { run: 'lvextend --size +{more} {leg}/data {hdd}', why: 'On the hard disk by name, or it may grow onto an SSD.' },
      { run: 'btrfs filesystem resize {devid}:max {directory}', why: 'The member takes what its volume has.' },
      { run: 'btrfs filesystem usage {directory}', why: 'The new room shows when both legs have it.' },
    ],
    runbook: {
      when: 'There is room on the hard disks that the volumes do not use. For larger disks: replace one leg after the other first.',
      takes: 'Seconds, and the time in which the caches get warm again.',
      pointOfNoReturn: 'None: btrfs and the volume can be made smaller again, in that order.',
      abort: 'At any step.',
      verify: 'The device sizes in the last step are those of the volumes.',
    },
  },
  'remove-cache-for-good': {
    title: 'Remove the cache for good',
    purpose: 'The leg is a plain volume on its hard disk, and the SSD is free and empty. The array stays mounted.',
    parameters: { leg, ssd },
    destroys: 'what the cache holds, all of which the hard disk has',
    requires: [isCached(), isComplete(), metadataAreWell(), isClean()],
    steps: [
      { run: 'lvconvert --yes --uncache {leg}/data', why: 'Writes back what is dirty, of which there is nothing.' },
      { run: 'vgreduce {leg} {ssd}', why: 'From here on the leg starts without the SSD.' },
      { run: 'pvremove {ssd}', why: 'The SSD carries nothing any more.' },
      look,
    ],
    runbook: {
      when: 'The cache does not pay, or has to go before a step that it is in the way of.',
      takes: 'Seconds.',
      pointOfNoReturn: 'None: give the leg its cache again.',
      abort: 'At any step; the leg is whole after each.',
      verify: 'The volume is linear and on the hard disk; the SSD shows no signature.',
    },
  },
});
