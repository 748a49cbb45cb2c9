import { defineProcedures } from '../../src/schema/index.ts';

export const writecache = defineProcedures({
  'attach-writecache': {
    title: 'Put a write cache on an SSD in front of a leg',
    purpose:
      'dm-writecache takes every write to the SSD first. It has no mode that writes to the hard disk as well, and it keeps nothing that was only read.',
    parameters: {
      leg: 'volume group of the leg',
      ssd: 'the SSD of this leg, by id',
      size: 'size of the cache, such as 384m',
    },
    destroys: 'nothing',
    steps: [
      { run: 'modprobe dm_writecache', why: 'The target of the device mapper.' },
      { run: 'lvcreate --yes --name fast --size {size} {leg} {ssd}', why: 'The room on the SSD.' },
      { run: 'lvchange --activate n {leg}/fast', why: 'It must not be in use when it becomes a cache.' },
      {
        run: 'lvconvert --yes --type writecache --cachevol {leg}/fast {leg}/data',
        why: 'The file system on the leg may be mounted. LVM says how much memory the cache will take.',
      },
    ],
  },
  'check-writecaches': {
    title: 'See how full the write caches are',
    purpose: 'What is in a write cache and not yet written back stands on the SSD alone.',
    parameters: {},
    destroys: 'nothing',
    steps: [
      {
        run: 'dmsetup status --noflush --target writecache',
        why: 'Errors, blocks, free blocks, blocks being written back. All blocks less the free ones is what it holds.',
      },
    ],
  },
  'remove-writecache': {
    title: 'Take the write cache off a leg',
    purpose: 'Writes back everything, then the leg is an ordinary volume again. The file system may stay mounted.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'nothing: the SSD is free when all of it stands on the hard disk',
    steps: [
      {
        run: 'lvconvert --yes --uncache {leg}/data',
        why: 'Says how many blocks it cleans. An interrupted one can be run again.',
      },
    ],
  },
  'remove-dead-writecache': {
    title: 'Take off a write cache whose SSD is gone',
    purpose: 'The leg becomes an ordinary volume on its hard disk, without what stood on the SSD alone.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'every write that had not been written back, flushed ones among them',
    steps: [
      {
        run: 'lvconvert --yes --force --uncache {leg}/data',
        why: 'LVM does not do it without --force, since data are lost by it.',
      },
      { run: 'vgreduce --removemissing {leg}', why: 'Strikes the dead SSD from the group. Never with --force.' },
      { run: 'vgchange --activate y {leg}', why: 'The leg starts from its hard disk.' },
    ],
  },
});
