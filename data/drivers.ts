import { defineDrivers, defineGates, defineSituations } from '../src/schema/index.ts';

/** What the owner of an array wants of idle SSDs. Every row of the matrix belongs to one. */
export const drivers = defineDrivers({
  'outlives-faults': {
    title: 'A fault costs little',
    asks: 'What do a dead SSD, a missing one, a crash and a stale one cost?',
    weight: 4,
    because: 'RAID1 was chosen so that one dead part is no event. What gives that up has to bring a lot.',
  },
  'keeps-integrity': {
    title: 'Two good copies stay two',
    asks: 'Are both copies checked and mended as without it?',
    weight: 4,
    because: 'Checksums and scrub are the reason for btrfs. A copy that nobody checks is not a second copy.',
  },
  'fast-reads': {
    title: 'Reads get faster',
    asks: 'Do reads leave the hard disks alone, and for how much data?',
    weight: 3,
    because: 'It is what the SSDs are to be used for.',
  },
  'fast-writes': {
    title: 'Writes and flushes get faster',
    asks: 'Do new data and flushes stop waiting for the hard disks?',
    weight: 2,
    because: 'Databases and virtual machines wait for flushes more than for reads; a file server seldom does.',
  },
  'chooses-by-itself': {
    title: 'Nobody has to choose the data',
    asks: 'Does it find out by itself what is hot?',
    weight: 1,
    because: 'A chore when hot data can be named, and all that counts when they cannot. See the situations.',
  },
  'little-to-do': {
    title: 'Little to do for the owner',
    asks: 'How much is there to watch, to know and to do by hand?',
    weight: 2,
    because: 'It runs at home for years, and whoever repairs it does so once and at a bad time.',
  },
  'fits-nixos': {
    title: 'Fits NixOS and disko',
    asks: 'How much is declared, and how much is left to hooks?',
    weight: 2,
    because: 'What is not declared is forgotten at the next installation.',
  },
  'comes-in-place': {
    title: 'Comes to the array as it is',
    asks: 'Can it be added without moving the data?',
    weight: 1,
    because: 'It is paid once.',
  },
  'leaves-backups': {
    title: 'Leaves backups and snapshots alone',
    asks: 'Do snapshots, send, images and backup passes go on as before?',
    weight: 2,
    because: 'Backups are what is left when the array is not.',
  },
  lasts: {
    title: 'Will still be kept in five years',
    asks: 'Who maintains it, and what went wrong lately?',
    weight: 2,
    because: 'The array will outlive several kernels.',
  },
  'costs-little': {
    title: 'Costs little RAM and wear',
    asks: 'What does it take in memory and in life of the SSDs?',
    weight: 1,
    because: 'The SSDs were idle, so their wear is cheap as long as they do not die together.',
  },
});

/** What no advantage makes up for. */
export const gates = defineGates({
  'loses-in-one-fault': {
    title: 'Loses acknowledged data when one SSD dies',
    because: 'Then the array is worse off than with the SSDs in a drawer.',
    shut: true,
    trips: { dimension: 'one-ssd-dies-what-is-lost' },
  },
  'ends-self-repair': {
    title: 'Takes the second copy from btrfs',
    because: 'btrfs mends a bad block from its other copy. Where it has none, a checksum only reports the loss.',
    shut: true,
    trips: { dimension: 'keeps-self-repair' },
  },
  'replaces-btrfs': {
    title: 'Is not a cache under this btrfs',
    because:
      'The task asks for a cache under the btrfs that is there. Open this gate to see what giving btrfs up would bring.',
    shut: true,
    trips: { finding: 'bcachefs-is-a-move', systems: ['bcachefs'] },
  },
  'stops-with-four-disks': {
    title: 'One dead SSD stops an array of four disks',
    because:
      'With two SSDs below four hard disks each SSD serves two legs, and both copies of some data lie on these two. In the lab that stopped the array.',
    shut: true,
    when: { situation: 'hard-disks', choice: 'four' },
    trips: { finding: 'a-shared-ssd-stops-the-array', systems: ['dm-cache', 'lvmcache', 'dm-writecache'] },
  },
  'lost-data-lately': {
    title: 'Lost data through a fault of its own lately',
    because: 'Some owners will not wait for the next one. Others take a fixed fault for fixed.',
    shut: false,
    trips: { dimension: 'recent-loss' },
  },
});

/** What may differ from owner to owner. The first choice is the usual one. */
export const situations = defineSituations({
  'hard-disks': {
    title: 'Hard disks in the array',
    choices: { two: { title: 'Two' }, four: { title: 'Four' } },
  },
  load: {
    title: 'What waits for the disks',
    choices: {
      mixed: { title: 'A bit of everything' },
      reads: {
        title: 'Reads of what is read often',
        weighs: [
          { driver: 'fast-reads', times: 2 },
          { driver: 'fast-writes', times: 0.5 },
        ],
      },
      flushes: {
        title: 'Flushes: databases, virtual machines',
        weighs: [
          { driver: 'fast-reads', times: 0.5 },
          { driver: 'fast-writes', times: 3 },
        ],
      },
      streams: {
        title: 'Films and backups',
        weighs: [
          { driver: 'fast-reads', times: 0.25 },
          { driver: 'fast-writes', times: 0.25 },
        ],
      },
    },
  },
  'hot-data': {
    title: 'Whether the hot data can be named',
    choices: {
      'in-part': { title: 'In part' },
      named: { title: 'Yes: these directories', weighs: [{ driver: 'chooses-by-itself', times: 0 }] },
      unknown: { title: 'No, nobody knows', weighs: [{ driver: 'chooses-by-itself', times: 4 }] },
    },
  },
  patience: {
    title: 'Patience of whoever looks after it',
    choices: {
      some: { title: 'Some' },
      little: {
        title: 'Little',
        weighs: [
          { driver: 'little-to-do', times: 2 },
          { driver: 'fits-nixos', times: 2 },
          { driver: 'lasts', times: 1.5 },
        ],
      },
      much: {
        title: 'Much',
        weighs: [
          { driver: 'little-to-do', times: 0.5 },
          { driver: 'fits-nixos', times: 0.5 },
        ],
      },
    },
  },
});
