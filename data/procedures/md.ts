import { defineProcedures } from '../../src/schema/index.ts';

export const md = defineProcedures({
  'make-md-mirror': {
    title: 'Mirror two disks with md',
    purpose:
      'One device stands for the array, so that one cache is enough. btrfs above it has one copy and cannot mend.',
    parameters: { one: 'first disk, by id', two: 'second disk, by id', device: 'name of the array, such as md0' },
    destroys: 'what is on the two disks',
    steps: [
      { run: 'modprobe raid1', why: 'The personality of md for mirrors.' },
      {
        run: 'mdadm --create /dev/{device} --run --level=1 --raid-devices=2 --bitmap=none --assume-clean {one} {two}',
        why: 'On empty disks there is nothing to synchronise. On real disks leave out --assume-clean and take --bitmap=internal.',
      },
    ],
  },
  'make-md-volume': {
    title: 'Make a volume with one cache above a mirror of md',
    purpose: 'A volume group of the mirror and the SSD, the volume on the mirror, a writethrough cache on the SSD.',
    parameters: {
      group: 'name of the volume group',
      device: 'name of the array, such as md0',
      ssd: 'the SSD, by id',
      size: 'size of the volume, such as 2500m',
      cache: 'size of the cache, such as 384m',
    },
    destroys: 'what is on the mirror and on the SSD',
    steps: [
      { run: 'pvcreate --yes /dev/{device} {ssd}', why: 'Both become physical volumes.' },
      { run: 'vgcreate {group} /dev/{device} {ssd}', why: 'One group for the whole array.' },
      {
        run: 'lvcreate --yes --wipesignatures y --name data --size {size} {group} /dev/{device}',
        why: 'The volume is on the mirror.',
      },
      {
        run: 'lvcreate --yes --type cache-pool --name fast --size {cache} --poolmetadataspare n {group} {ssd}',
        why: 'One cache for both hard disks.',
      },
      {
        run: 'lvconvert --yes --type cache --cachepool {group}/fast --cachemode writethrough {group}/data',
        why: 'The volume is cached.',
      },
    ],
  },
  'make-single-btrfs': {
    title: 'Make a btrfs on one device',
    purpose: 'Data once, metadata twice on the same device: whatever is below has to keep the copies.',
    parameters: { device: 'the device', directory: 'where to mount it' },
    destroys: 'what is on the device',
    steps: [
      { run: 'modprobe btrfs', why: 'The file system.' },
      {
        run: 'mkfs.btrfs --force --nodiscard --data single --metadata dup {device}',
        why: 'One device, so one copy of data.',
      },
      { run: 'mkdir --parents {directory}', why: 'The place for it.' },
      { run: 'mount --options noatime,nossd {device} {directory}', why: 'Laid out as for hard disks.' },
    ],
  },
  'start-md-mirror': {
    title: 'Start a mirror of md',
    purpose: 'What the rule of udev does when both disks are there.',
    parameters: { one: 'first disk, by id', two: 'second disk, by id', device: 'name of the array, such as md0' },
    destroys: 'nothing',
    steps: [
      { run: 'modprobe raid1', why: 'The personality of md for mirrors.' },
      { run: 'mdadm --assemble --run /dev/{device} {one} {two}', why: 'Starts with one disk too, degraded.' },
      { run: 'cat /proc/mdstat', why: 'UU means that both halves are there.' },
    ],
  },
  'check-md-mirror': {
    title: 'Compare the halves of a mirror of md',
    purpose: 'md counts where the halves differ. It has no checksums and cannot tell which half is right.',
    parameters: { device: 'name of the array, such as md0' },
    destroys: 'nothing',
    steps: [
      {
        run: 'echo check > /sys/block/{device}/md/sync_action',
        why: 'Reads both halves and compares. Never repair here: it copies one half over the other, right or wrong.',
      },
      {
        run: "timeout 300 sh -c 'until grep --quiet idle /sys/block/{device}/md/sync_action; do sleep 1; done'",
        why: 'Waits until it is through.',
      },
      { run: 'cat /sys/block/{device}/md/mismatch_cnt', why: 'Sectors that differ.' },
    ],
  },
});
