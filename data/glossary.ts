import { defineTerms } from '../src/schema/index.ts';

/** The words of the field, as this site uses them. Pages link to them where a word first stands in the text. */
export const glossary = defineTerms({
  array: {
    term: 'array',
    means: 'The btrfs RAID1 of hard disks that is there already. A pool of the SSDs is another file system beside it.',
    linked: false,
  },
  leg: {
    term: 'leg',
    means:
      'One member of the array as btrfs sees it: a hard disk, or a hard disk with a cache in front. btrfs keeps each block on two legs.',
  },
  origin: {
    term: 'origin',
    means: 'The slow volume behind a cache: here the hard disk of a leg. bcache calls it the backing device.',
    also: ['backing device'],
  },
  'cache-pool': {
    term: 'cache pool',
    means:
      'The form of a cache in LVM that keeps data and metadata in two volumes, so that the metadata can be checked and repaired.',
  },
  cachevol: {
    term: 'cachevol',
    means: 'The other form of a cache in LVM: data and metadata in one volume. LVM cannot repair it.',
  },
  chunk: {
    term: 'chunk',
    means:
      'The unit in which dm-cache keeps data: a piece of the hard disk of fixed size that is on the SSD as a whole or not at all. The kernel calls it a cache block.',
    also: ['cache block'],
  },
  promotion: {
    term: 'promotion',
    means: 'Copying a chunk from the hard disk to the SSD because it counts as hot. The way back is a demotion.',
    also: ['promoted', 'promotes', 'promote', 'demotion'],
  },
  hit: {
    term: 'hit',
    means: 'A request whose chunk is in the cache. The opposite is a miss.',
  },
  dirty: {
    term: 'dirty',
    means:
      'Said of a chunk whose copy on the SSD is newer than the hard disk, or is taken to be. The opposite is clean. btrfs has another dirty, which is not meant here.',
  },
  'write-back': {
    term: 'written back',
    means:
      'Copied from the SSD over the hard disk, after which a dirty chunk is clean. To drain a cache is to write all of it back.',
    also: ['writing back', 'write-back', 'writes back', 'drain', 'drained', 'draining'],
  },
  writethrough: {
    term: 'writethrough',
    means:
      'The mode in which a write to a cached chunk goes to the SSD and to the hard disk before it is done. It holds for clean chunks only.',
  },
  writeback: {
    term: 'writeback',
    means: 'The mode in which a write to a cached chunk is done when it is on the SSD; the hard disk gets it later.',
  },
  passthrough: {
    term: 'passthrough',
    means:
      'The mode in which all reads come from the hard disk, and a write drops the cached chunk. It needs a clean cache.',
  },
  smq: {
    term: 'smq',
    means: 'The policy of dm-cache that chooses what is promoted and demoted. It is the only one; cleaner only drains.',
    also: ['cleaner policy'],
  },
  warm: {
    term: 'warm',
    means:
      'Said of a cache that holds what is read. Warming it up means reading until the share of hits stays as it is.',
    also: ['warm-up', 'warmed'],
  },
  scrub: {
    term: 'scrub',
    means: 'Reading every copy of a btrfs, checking it against its checksum and mending it from the other copy.',
    also: ['scrubs', 'scrubbed'],
  },
  checksum: {
    term: 'checksum',
    means:
      'A short figure that btrfs keeps for each block, by which it sees that a block has changed. It cannot mend by it.',
  },
  'copy-on-write': {
    term: 'copy-on-write',
    means: 'Writing changed data to a new place and then switching the pointers, instead of overwriting the old place.',
    also: ['CoW'],
  },
  nocow: {
    term: 'NOCOW',
    means: 'A mark on a file, set by chattr +C, that turns copy-on-write off, and checksums with it.',
    also: ['nodatacow'],
  },
  raid1: {
    term: 'RAID1',
    means: 'The profile of btrfs that keeps two copies of each block on two different devices, however many there are.',
    linked: false,
  },
  replica: { term: 'replica', means: 'One of the copies that btrfs keeps of a block.' },
  degraded: {
    term: 'degraded',
    means: 'Said of an array that runs with a leg missing. btrfs mounts so only when it is told to.',
  },
  balance: {
    term: 'balance',
    means: 'A command of btrfs that writes data anew, so that they lie as the profile wants.',
  },
  flush: {
    term: 'flush',
    means:
      'The request after which everything that was reported as written has to be on stable storage. fsync ends in one, and so does each commit of btrfs.',
    also: ['flushes', 'flushed', 'fsync'],
  },
  'forced-write': {
    term: 'forced write',
    means: 'A write that has to be on stable storage by itself when it is done. The kernel calls it FUA.',
    also: ['FUA'],
  },
  'unclean-stop': {
    term: 'unclean stop',
    means:
      'A stop without taking the cached volumes down: a crash, a power cut, a reset, or a shutdown that leaves them active.',
    also: ['crash'],
  },
  'volume-group': {
    term: 'volume group',
    means:
      'A set of disks that LVM divides into volumes. LVM starts a group at boot only when all of its disks are there.',
  },
  'device-mapper': {
    term: 'device mapper',
    means: 'The part of the kernel that makes block devices out of others by a table. dm-cache is one of its targets.',
    also: ['mapped device'],
  },
  activation: {
    term: 'activation',
    means: 'Making the devices of a volume appear. What is not activated cannot be mounted.',
    also: ['activate', 'activated', 'activates'],
  },
  'cache-set': { term: 'cache set', means: 'What bcache calls its cache: one SSD, which can serve several disks.' },
  foreground: {
    term: 'foreground',
    means: 'In bcachefs, the devices that new data go to first. The background is where they are moved later.',
  },
  durability: {
    term: 'durability',
    means: 'In bcachefs, for how many copies a device counts. A copy on a device with none is a cached copy.',
  },
  'stage-1': {
    term: 'stage 1',
    means: 'The first part of a start of NixOS, run from the initrd, before the root file system is there.',
    also: ['initrd'],
  },
  disko: {
    term: 'disko',
    means:
      'A tool that partitions, formats and mounts disks from a description in Nix. What it has no type for goes into a hook.',
  },
  nixpkgs: {
    term: 'nixpkgs',
    means: 'The collection of packages and modules that NixOS is made from.',
  },
  discard: {
    term: 'discard',
    means: 'Telling a device which blocks are no longer needed; on SATA the command is TRIM.',
    also: ['TRIM'],
  },
  tbw: {
    term: 'TBW',
    means: 'Terabytes written: the amount up to which the maker gives a warranty for an SSD.',
    also: ['terabytes written', 'bytes written'],
  },
  'write-amplification': {
    term: 'write amplification',
    means: 'How much more is written to the flash than the host sent, or to the SSD than was asked for.',
  },
  'power-loss-protection': {
    term: 'power-loss protection',
    means: 'Capacitors in an SSD that let it finish what it reported as written when the power goes.',
  },
  generation: {
    term: 'generation',
    means:
      'A number that btrfs raises with each commit. A device that missed commits carries an older one; errors of that kind tell of it.',
  },
  writearound: {
    term: 'writearound',
    means: 'A mode of bcache in which writes go past the SSD to the hard disk; only reads fill the cache.',
  },
  'stale-cache': {
    term: 'stale',
    means: 'Said of a cache or a leg that has missed writes and does not know it.',
  },
  twin: {
    term: 'twin',
    means:
      'A second device that carries the same btrfs identity, such as the bare disk below a cache, or a snapshot of a leg.',
  },
  finding: {
    term: 'finding',
    means: 'A claim of this site that can be true or false, bound to the evidence that must bear it out.',
    linked: false,
  },
  control: {
    term: 'positive control',
    means: 'An experiment in which loss is arranged, to see that the check finds it.',
  },
  tail: {
    term: 'tail',
    means: 'The slowest few of many requests, such as the slowest in a hundred. A cache leaves the misses there.',
  },
});
