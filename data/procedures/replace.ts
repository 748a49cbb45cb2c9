import { defineProcedures } from '../../src/schema/index.ts';

/** How a leg with a cache is exchanged while the array is mounted. */
export const replace = defineProcedures({
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
});
