import { defineProcedures } from '../../src/schema/index.ts';

export const lvmcache = defineProcedures({
  'create-leg': {
    title: 'Make one hard disk a leg of the array',
    purpose:
      'A volume group of one hard disk and one SSD, so that a leg and its cache live and die together, and a volume on the hard disk alone.',
    parameters: {
      leg: 'name of the volume group',
      hdd: 'the hard disk, by id',
      ssd: 'the SSD of this leg, by id',
      size: 'size of the volume, such as 2500m',
    },
    destroys: 'what is on the hard disk and on the SSD',
    steps: [
      { run: 'pvcreate {hdd} {ssd}', why: 'Both disks become physical volumes.' },
      {
        run: 'vgcreate {leg} {hdd} {ssd}',
        why: 'A volume group for this leg alone: the other one does not need it to start.',
      },
      {
        run: 'lvcreate --yes --name data --size {size} {leg} {hdd}',
        why: 'The disk is named, or LVM may put the volume on the SSD.',
      },
    ],
  },
  'attach-cache': {
    title: 'Put an SSD in front of a leg',
    purpose: 'A writethrough cache on the SSD of the leg, attached while the file system on the leg is mounted.',
    parameters: {
      leg: 'volume group of the leg',
      ssd: 'the SSD of this leg, by id',
      size: 'size of the cache, such as 384m',
    },
    destroys: 'nothing',
    steps: [
      {
        run: 'lvcreate --yes --type cache-pool --name fast --size {size} --poolmetadataspare n {leg} {ssd}',
        why: 'A pool with metadata of its own, which cache_repair can mend; the SSD is named for the same reason as before.',
      },
      {
        run: 'lvconvert --yes --type cache --cachepool {leg}/fast --cachemode writethrough {leg}/data',
        why: 'A write to a clean chunk reaches the hard disk before it is acknowledged. After a crash, writes to dirty chunks do not.',
      },
      {
        run: 'lvs --all --options lv_name,vg_name,lv_size,chunk_size,cache_mode,cache_policy,data_percent,devices {leg}',
        why: 'The origin has to be on the hard disk, pool and metadata on the SSD.',
      },
    ],
  },
  'remove-cache': {
    title: 'Take the cache off a leg',
    purpose: 'The leg is an ordinary volume on its hard disk again; the SSD is free. The file system may stay mounted.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'the content of the cache, after what is dirty was written to the hard disk',
    steps: [
      {
        run: 'dmsetup status {leg}-data',
        why: 'The count of dirty blocks: they are written over the hard disk when the cache goes.',
      },
      { run: 'lvconvert --yes --uncache {leg}/data', why: 'Writes back what is dirty, then removes the cache.' },
      {
        run: 'lvs --all --options lv_name,vg_name,lv_size,devices {leg}',
        why: 'Only the volume on the hard disk may be left.',
      },
    ],
  },
  'stop-leg': {
    title: 'Stop a leg in good order',
    purpose:
      'The cache writes down which of its blocks are clean. Without this, all of them count as dirty at the next start.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'nothing',
    steps: [{ run: 'vgchange --activate n {leg}', why: 'The file system has to be unmounted before.' }],
  },
  'start-leg': {
    title: 'Start a leg',
    purpose: 'The volume with its cache comes up by name.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'nothing',
    steps: [{ run: 'vgchange --activate y {leg}', why: 'The cache comes up with the volume, or neither does.' }],
  },
  'remove-cache-of-stopped-leg': {
    title: 'Take the cache off a stopped leg: what not to do after a crash',
    purpose:
      'What happens when the cache is removed while the leg is not active. LVM takes a writethrough cache for clean then and writes nothing back.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'the content of the cache, and with it every write that stands on the SSD alone, as can be after a crash',
    steps: [
      {
        run: 'lvs --all --options lv_name,lv_active,cache_mode,devices {leg}',
        why: 'Nothing tells whether blocks are dirty: the count exists only while the leg is active.',
      },
      { run: 'lvconvert --yes --uncache {leg}/data', why: 'Drops the cache without a look at what is dirty.' },
      {
        run: 'lvs --all --options lv_name,vg_name,lv_size,devices {leg}',
        why: 'Only the volume on the hard disk is left.',
      },
    ],
  },
  'hold-cache-still': {
    title: 'Let a cache move as little as LVM allows',
    purpose:
      'Keeps promotion and writing back small. It does not stop them: LVM raises a threshold below eight chunks to eight chunks.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'nothing',
    steps: [
      {
        run: "lvchange --yes --cachesettings 'migration_threshold=0' {leg}/data",
        why: 'Asks for no migration at all, and gets eight chunks at a time.',
      },
      { run: 'dmsetup status --noflush {leg}-data', why: 'The threshold in effect, and the count of dirty chunks.' },
    ],
  },
  'see-clean-mark': {
    title: 'See whether a stopped cache was stopped in good order',
    purpose:
      'Reads the metadata of a cache that is not active: whether they carry the mark of an orderly stop, and what they say of each chunk.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'nothing',
    steps: [
      {
        run: 'lvchange --yes --activate y {leg}/fast_cpool_cmeta',
        why: 'The metadata volume alone; LVM activates it for reading only.',
      },
      {
        run: 'od --address-radix=n --format=u4 --skip-bytes=4 --read-bytes=4 /dev/{leg}/fast_cpool_cmeta',
        why: 'The flags of the superblock: 1 is the mark of an orderly stop, 0 is none, and then every chunk is taken to be dirty.',
      },
      {
        run: 'cache_dump /dev/{leg}/fast_cpool_cmeta | grep --only-matching \'dirty="[a-z]*"\' | sort | uniq --count',
        why: 'What the metadata say of the chunks, whatever the kernel makes of it.',
        expect: 'any',
      },
      {
        run: 'lvchange --activate n {leg}/fast_cpool_cmeta',
        why: 'The leg does not start while a part of it is active.',
      },
    ],
  },
  'check-caches': {
    title: 'See how the caches are',
    purpose: 'Nothing watches a cache by itself: these two lines are what a monitor has to read.',
    parameters: {},
    destroys: 'nothing',
    steps: [
      {
        run: 'dmsetup status --noflush --target cache',
        why: 'Dirty chunks, and after the policy the state of the metadata: ro and Fail are bad, and rw proves nothing, since it has been seen to stand there with the SSD gone. Without --noflush the question itself can hang on a dead SSD.',
      },
      {
        run: 'timeout 30 lvs --all --options vg_name,lv_name,lv_health_status,cache_dirty_blocks,cache_used_blocks,devices',
        why: 'The health of a leg whose SSD is gone is partial, and the missing disk is named as unknown.',
        expect: 'any',
      },
    ],
  },
  'remove-dead-cache': {
    title: 'Take off a writethrough cache whose SSD is gone',
    purpose: 'The leg becomes an ordinary volume on its hard disk again and can start.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'what the dead SSD held; nothing else when the cache was writethrough and had nothing dirty',
    steps: [
      { run: 'lvconvert --yes --uncache {leg}/data', why: 'The SSD is missing, so the cache can only be dropped.' },
      {
        run: 'vgreduce --removemissing {leg}',
        why: 'Strikes the dead SSD from the group. Never with --force: that removes the volume with its data.',
      },
      { run: 'vgchange --activate y {leg}', why: 'The leg starts from its hard disk.' },
    ],
  },
  'ask-boot-rule': {
    title: 'Ask what the rule at boot would start',
    purpose:
      'The same command that the event rule of lvm2 runs for each disk as it appears. The rule starts a group that is named as complete, and none that is not.',
    parameters: { device: 'a disk of the group' },
    destroys: 'nothing',
    steps: [
      {
        run: 'pvscan --cache --listvg --checkcomplete --vgonline --autoactivation event --udevoutput {device}',
        why: 'LVM_VG_NAME_COMPLETE names a group that would be started.',
        expect: 'any',
      },
    ],
  },
  'create-legs-in-one-group': {
    title: 'Make both legs in one volume group: what not to do',
    purpose:
      'The layout of many recipes: all disks in one group. At boot a single missing SSD then keeps both legs from starting.',
    parameters: {
      hdd1: 'first hard disk, by id',
      hdd2: 'second hard disk, by id',
      ssd1: 'first SSD, by id',
      ssd2: 'second SSD, by id',
      size: 'size of each volume, such as 2500m',
      cache: 'size of each cache, such as 384m',
    },
    destroys: 'what is on the four disks',
    steps: [
      { run: 'pvcreate --yes {hdd1} {hdd2} {ssd1} {ssd2}', why: 'All four disks become physical volumes.' },
      { run: 'vgcreate all {hdd1} {hdd2} {ssd1} {ssd2}', why: 'One group for everything.' },
      { run: 'lvcreate --yes --wipesignatures y --name data1 --size {size} all {hdd1}', why: 'The first leg.' },
      { run: 'lvcreate --yes --wipesignatures y --name data2 --size {size} all {hdd2}', why: 'The second leg.' },
      {
        run: 'lvcreate --yes --type cache-pool --name fast1 --size {cache} --poolmetadataspare n all {ssd1}',
        why: 'The cache of the first leg.',
      },
      {
        run: 'lvcreate --yes --type cache-pool --name fast2 --size {cache} --poolmetadataspare n all {ssd2}',
        why: 'The cache of the second leg.',
      },
      {
        run: 'lvconvert --yes --type cache --cachepool all/fast1 --cachemode writethrough all/data1',
        why: 'The first leg is cached.',
      },
      {
        run: 'lvconvert --yes --type cache --cachepool all/fast2 --cachemode writethrough all/data2',
        why: 'The second leg is cached.',
      },
    ],
  },
  'attach-writeback-cache': {
    title: 'Put an SSD in front of a leg as a writeback cache',
    purpose:
      'Writes to what the cache holds are acknowledged by the SSD alone. Whoever loses that SSD loses them on this leg.',
    parameters: {
      leg: 'volume group of the leg',
      ssd: 'the SSD of this leg, by id',
      size: 'size of the cache, such as 384m',
    },
    destroys: 'nothing',
    steps: [
      {
        run: 'lvcreate --yes --type cache-pool --name fast --size {size} --poolmetadataspare n {leg} {ssd}',
        why: 'A pool with metadata of its own, which cache_repair can mend.',
      },
      {
        run: 'lvconvert --yes --type cache --cachepool {leg}/fast --cachemode writeback {leg}/data',
        why: 'A write to a chunk that the cache holds, and a write of a whole chunk, stay on the SSD until it is written back.',
      },
      {
        run: 'lvs --all --options lv_name,vg_name,lv_size,chunk_size,cache_mode,cache_policy,data_percent,devices {leg}',
        why: 'The origin has to be on the hard disk, pool and metadata on the SSD.',
      },
    ],
  },
  'map-origin-of-dead-cache': {
    title: 'Get at the hard disk of a writeback leg whose SSD is gone',
    purpose:
      'LVM does not take a writeback cache off a leg that cannot be started. This maps the volume on the hard disk past LVM, as it is: without what stood on the SSD alone. To rebuild the leg from the other one is the better way.',
    parameters: { leg: 'volume group of the leg', hdd: 'the hard disk of the leg, by id' },
    destroys: 'nothing by itself; what is written to the mapped volume makes the lost cache worthless',
    steps: [
      {
        run: 'lvconvert --yes --force --uncache {leg}/data',
        why: 'Works while the leg is active. A stopped leg LVM wants to start first, to flush a cache that is not there.',
        expect: 'any',
      },
      {
        run: 'lvs --all --units s --options lv_name,lv_size,seg_start_pe,seg_pe_ranges {leg}',
        why: 'The origin has to lie in one piece from the first extent of the hard disk on, as create-leg makes it.',
        expect: 'any',
      },
      {
        run: "dmsetup create {leg}-rescued --table \"0 $(lvs --all --noheadings --nosuffix --units s --options lv_size {leg}/data_corig | tr --delete ' ') linear {hdd} $(pvs --noheadings --nosuffix --units s --options pe_start {hdd} | tr --delete ' ')\"",
        why: 'Size of the volume and start of the extents, in sectors.',
      },
    ],
  },
  'check-stopped-cache': {
    title: 'Check the metadata of a stopped cache',
    purpose: 'cache_check finds damage in the mapping of a cache before it is started again.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'nothing',
    steps: [
      {
        run: 'lvchange --yes --activate y {leg}/fast_cpool_cmeta',
        why: 'The metadata volume alone; LVM activates it for reading only.',
      },
      {
        run: 'cache_check /dev/{leg}/fast_cpool_cmeta',
        why: 'Status 0 means that nothing was found.',
        expect: 'any',
      },
      {
        run: 'lvchange --activate n {leg}/fast_cpool_cmeta',
        why: 'The leg does not start while a part of it is active.',
      },
    ],
  },
  'create-legs-with-mirrored-caches': {
    title: 'Put both SSDs, mirrored, in front of both legs',
    purpose:
      'One volume group with a cache for each leg, data and metadata of each cache mirrored over the two SSDs. One SSD may die; the two give the room of one.',
    parameters: {
      hdd1: 'first hard disk, by id',
      hdd2: 'second hard disk, by id',
      ssd1: 'first SSD, by id',
      ssd2: 'second SSD, by id',
      size: 'size of each volume, such as 2500m',
    },
    destroys: 'what is on the four disks',
    steps: [
      { run: 'modprobe dm_raid; modprobe raid1', why: 'The mirrors are made by the kernel module of LVM RAID.' },
      { run: 'pvcreate --yes {hdd1} {hdd2} {ssd1} {ssd2}', why: 'All four disks become physical volumes.' },
      {
        run: 'vgcreate all {hdd1} {hdd2} {ssd1} {ssd2}',
        why: 'A cache has to be in the volume group of its origin, and the mirror is over both SSDs: so all are in one group.',
      },
      { run: 'lvcreate --yes --wipesignatures y --name data1 --size {size} all {hdd1}', why: 'The first leg.' },
      { run: 'lvcreate --yes --wipesignatures y --name data2 --size {size} all {hdd2}', why: 'The second leg.' },
    ],
  },
  'attach-mirrored-cache': {
    title: 'Put a mirrored cache in front of one leg',
    purpose: 'Makes the two mirrors of a cache pool, for its data and its metadata, and attaches it.',
    parameters: {
      number: 'number of the leg, 1 or 2',
      ssd1: 'first SSD, by id',
      ssd2: 'second SSD, by id',
      size: 'size of the cache, such as 192m',
      mode: 'writethrough or writeback',
    },
    destroys: 'nothing',
    steps: [
      {
        run: 'lvcreate --yes --type raid1 --mirrors 1 --name fast{number} --size {size} all {ssd1} {ssd2}',
        why: 'The data of the cache, on both SSDs.',
      },
      {
        run: 'lvcreate --yes --type raid1 --mirrors 1 --name meta{number} --size 8m all {ssd1} {ssd2}',
        why: 'Its metadata, on both SSDs too: without them the data are of no use.',
      },
      {
        run: 'lvconvert --yes --type cache-pool --poolmetadataspare n --poolmetadata all/meta{number} all/fast{number}',
        why: 'The two become one pool.',
      },
      {
        run: 'lvconvert --yes --type cache --cachepool all/fast{number} --cachemode {mode} all/data{number}',
        why: 'The leg is cached.',
      },
      {
        run: 'lvs --all --options lv_name,segtype,cache_mode,copy_percent,devices all',
        why: 'A mirror that is not at 100 percent does not protect yet.',
      },
    ],
  },
  'start-volume-without-a-disk': {
    title: 'Start a volume of which a disk is missing and another has the copy',
    purpose:
      'A volume on a mirror starts degraded by itself. A cache on a mirror LVM refuses that way, so the second step asks for a partial start: only right where the mirror has everything that the missing disk had.',
    parameters: { group: 'the volume group', volume: 'the volume' },
    destroys: 'nothing; a partial start of a volume without a mirror gives errors where the missing disk was',
    steps: [
      { run: 'modprobe dm_raid; modprobe raid1', why: 'The mirrors are made by the kernel module of LVM RAID.' },
      {
        run: 'lvchange --activate y --activationmode degraded {group}/{volume}',
        why: 'Degraded is what LVM does by default, and what a boot does.',
        expect: 'any',
      },
      {
        run: 'lvchange --activate y --activationmode partial {group}/{volume}',
        why: 'The half of each mirror that is missing stays out.',
        expect: 'any',
      },
      {
        run: 'lvs --all --options lv_name,segtype,lv_active,lv_health_status,devices {group}',
        why: 'What runs, and what runs on one half.',
        expect: 'any',
      },
    ],
  },
  'switch-cache-mode': {
    title: 'Switch the mode of a cache',
    purpose:
      'Online. In passthrough mode reads come from the hard disk, and what is written meanwhile leaves the cache. The cache has to be clean for it.',
    parameters: { leg: 'volume group of the leg', mode: 'writethrough, writeback or passthrough' },
    destroys: 'nothing',
    steps: [
      {
        run: 'dmsetup status {leg}-data',
        why: 'The count of dirty chunks. Without --noflush, so that the metadata are written down first.',
      },
      { run: 'lvchange --yes --cachemode {mode} {leg}/data', why: 'Waits until nothing is dirty where it has to.' },
      { run: 'dmsetup status --noflush {leg}-data', why: 'The mode in effect is among the features.' },
    ],
  },
  'start-as-the-boot-rule': {
    title: 'Start a volume group as the rule at boot does',
    purpose: 'The command that the event rule of lvm2 runs for a group that has become complete.',
    parameters: { group: 'the volume group' },
    destroys: 'nothing',
    steps: [
      {
        run: 'vgchange -aay --autoactivation event {group}',
        why: 'Runs once for each group. What comes of it nobody looks at.',
        expect: 'any',
      },
    ],
  },
  'forget-groups-online': {
    title: 'Let the rule at boot start the groups anew',
    purpose:
      'LVM marks a group as started when its last disk appears, whether the start went well or not. Without the marks the next events start it again.',
    parameters: {},
    destroys: 'nothing',
    steps: [
      { run: 'rm --recursive --force /run/lvm/vgs_online /run/lvm/pvs_online', why: 'The marks are files in memory.' },
    ],
  },
  'vgreduce-by-force': {
    title: 'Strike a dead SSD from its group by force: what not to do',
    purpose: 'Removes every volume that needs the missing disk: the cached volume with its whole hard disk.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'the volume of the leg',
    steps: [
      { run: 'vgreduce --removemissing --force {leg}', why: 'It looks like the command for a dead disk.' },
      { run: 'lvs --all --options lv_name,lv_size,devices {leg}', why: 'What is left of the group.' },
    ],
  },
  'bring-back-removed-volume': {
    title: 'Bring back a volume that was removed with its dead SSD',
    purpose:
      'LVM keeps the description of each group from before a change, and the data on the hard disk were not touched. It restores no group that lacks a disk, so an empty SSD stands in for the dead one until the cache is off.',
    parameters: {
      leg: 'volume group of the leg',
      ssd: 'an empty SSD, at least as large as the dead one, by id',
    },
    destroys: 'what was changed in the group since, and what the cache held',
    steps: [
      {
        run: 'vgcfgrestore --list {leg}',
        why: 'The kept descriptions, the last one from before the removal.',
      },
      {
        run: 'sed \'s/"MISSING"//\' "$(grep --files-with-matches "^\\s*data {" /etc/lvm/archive/{leg}_*.vg | tail -1)" > /run/{leg}.vg',
        why: 'A copy of the newest one that still has the volume, in which no disk counts as missing: LVM refuses it otherwise.',
      },
      {
        run: 'pvcreate --yes --uuid "$(awk \'$1 == "id" { id = $3 } /"MISSING"/ { gsub(/"/, "", id); print id; exit }\' "$(grep --files-with-matches "^\\s*data {" /etc/lvm/archive/{leg}_*.vg | tail -1)")" --restorefile /run/{leg}.vg {ssd}',
        why: 'The empty SSD gets the name of the dead one.',
      },
      {
        run: 'vgcfgrestore --yes --file /run/{leg}.vg {leg}',
        why: 'The group is as it was described, its volumes stopped.',
      },
      {
        run: 'lvconvert --yes --uncache {leg}/data',
        why: 'The volume is stopped and in writethrough mode, so the cache is dropped unread. What was dirty is lost.',
      },
      { run: 'vgreduce {leg} {ssd} && pvremove {ssd}', why: 'The SSD that stood in is free again.' },
      { run: 'vgchange --activate y {leg}', why: 'The leg starts from its hard disk.' },
    ],
  },
});
