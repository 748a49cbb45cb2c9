import { defineProcedures } from '../../src/schema/index.ts';

/** How a leg with a cache is exchanged while the array is mounted. */
export const replace = defineProcedures({
  'replace-cached-leg': {
    title: 'Replace the hard disk of a cached leg, with the array mounted',
    purpose:
      'A new leg on the new hard disk takes the place of the old one. The cache stays with the old leg and is not asked for anything that the other leg has.',
    parameters: {
      fresh: 'name of the new volume group',
      spare: 'the new hard disk, by id',
      size: 'size of the volume, as large as that of the old leg',
      devid: 'number of the old leg in btrfs',
      directory: 'where the array is mounted',
    },
    destroys: 'what is on the new hard disk',
    steps: [
      { run: 'pvcreate {spare}', why: 'The new disk becomes a physical volume.' },
      { run: 'vgcreate {fresh} {spare}', why: 'A group for the new leg alone.' },
      { run: 'lvcreate --yes --name data --size {size} {fresh} {spare}', why: 'Not smaller than the old volume.' },
      {
        run: 'btrfs replace start -B -r {devid} /dev/{fresh}/data {directory}',
        why: 'With -r it reads from the old leg only what the other one does not have: a failing disk is spared.',
        expect: 'any',
      },
      { run: 'btrfs filesystem show {directory}', why: 'The new volume is in the place of the old one.' },
    ],
  },
  'take-ssd-to-the-new-leg': {
    title: 'Give the SSD of a replaced leg to the new one',
    purpose: 'The old leg goes with its cache, dirty or not: the array does not use it any more.',
    parameters: {
      leg: 'volume group of the old leg',
      fresh: 'volume group of the new leg',
      ssd: 'the SSD of the old leg, by id',
    },
    destroys: 'the old leg and what its cache held',
    steps: [
      {
        run: 'vgremove --yes {leg}',
        why: 'The volume, its cache and the group. What is dirty belongs to a leg that nobody reads any more.',
        expect: 'any',
      },
      { run: 'vgextend {fresh} {ssd}', why: 'The SSD joins the group of the new leg.', expect: 'any' },
    ],
  },
  'grow-cached-leg': {
    title: 'Make a leg larger with its cache on',
    purpose: 'The volume behind the cache takes more of its hard disk, and btrfs follows, all of it in use.',
    parameters: {
      leg: 'volume group of the leg',
      hdd: 'the hard disk of the leg, by id',
      more: 'how much more, such as 100g',
      devid: 'number of the leg in btrfs',
      directory: 'where the array is mounted',
    },
    destroys: 'nothing',
    steps: [
      {
        run: 'lvextend --size +{more} {leg}/data {hdd}',
        why: 'On the hard disk by name, or it may grow onto the SSD.',
        expect: 'any',
      },
      {
        run: 'btrfs filesystem resize {devid}:max {directory}',
        why: 'The member takes what its volume has.',
        expect: 'any',
      },
      {
        run: 'lvs --all --options lv_name,lv_size,segtype,devices {leg}',
        why: 'The cache is still there, and the origin on the hard disk alone.',
      },
    ],
  },
  'rebuild-leg-of-dead-writeback-ssd': {
    title: 'Rebuild a leg whose writeback SSD died',
    purpose:
      'The hard disk lacks what stood on the SSD alone, and nobody knows what that was. So the leg is made anew and filled from the other one.',
    parameters: {
      leg: 'volume group of the leg',
      other: 'volume group of the other leg',
      hdd: 'the hard disk of the leg, by id, still good',
      ssd: 'the new SSD, by id, empty',
      size: 'size of the volume, as large as that of the other leg',
      devid: 'number of the leg in btrfs',
      directory: 'where to mount the array; it must not be mounted',
    },
    destroys: 'what is on the hard disk of the leg: until the end there is one copy of everything',
    steps: [
      {
        run: 'vgchange --activate n {leg}',
        why: 'The cache cannot write down anything any more; it may take a while to give up.',
        expect: 'any',
      },
      {
        run: 'vgreduce --removemissing --force {leg}',
        why: 'By force, since the volume is not wanted as it is: it goes with its dead cache.',
        expect: 'any',
      },
      { run: 'vgremove --yes --force {leg}', why: 'What is left of the old leg.', expect: 'any' },
      { run: 'vgcreate {leg} {hdd} {ssd}', why: 'The leg anew, under its old name.' },
      {
        run: 'lvcreate --yes --wipesignatures y --name data --size {size} {leg} {hdd}',
        why: 'With the old signature of btrfs wiped, or a scan would find the leg that is no more.',
      },
      { run: 'vgchange --activate y {other}', why: 'The leg that is left, if it is not up yet.' },
      { run: 'btrfs device scan --forget; btrfs device scan', why: 'Registers what is there, and nothing else.' },
      {
        run: 'mount --options noatime,nossd,degraded /dev/{other}/data {directory}',
        why: 'For writing: what is written from here on has one copy until the balance below.',
      },
      {
        run: 'btrfs replace start -B {devid} /dev/{leg}/data {directory}',
        why: 'Copies everything from the leg that is left.',
      },
      {
        run: 'btrfs balance start -dconvert=raid1,soft -mconvert=raid1,soft {directory}',
        why: 'What was written with one leg gets its second copy.',
      },
      { run: 'btrfs filesystem show {directory}', why: 'Two members, and none missing.' },
    ],
  },
});
