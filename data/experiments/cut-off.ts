import { defineExperiments } from '../../src/schema/index.ts';
import { mayStillLose } from '../bound.ts';

const procedures = [
  'create-leg',
  'make-raid1',
  'mount-array',
  'attach-cache',
  'switch-cache-mode',
  'scrub',
  'check-array',
] as const;

const measures = {
  timesWritethrough: { label: 'Times that it was ended, writethrough', unit: 'operations' },
  timesWriteback: { label: 'Times that it was ended, writeback', unit: 'operations' },
  flushedBefore: { label: 'Flushed writes before the end, at least', unit: 'operations' },
  notMounted: { label: 'Times that the array could not be mounted afterwards', unit: 'operations' },
  lostWritethrough: { label: 'Flushed blocks lost, writethrough', unit: 'blocks' },
  lostWriteback: { label: 'Flushed blocks lost, writeback', unit: 'blocks' },
  scrubErrors: { label: 'Errors that a scrub found afterwards', unit: 'errors' },
  notClean: { label: 'Times that btrfs check found something', unit: 'operations' },
} as const;

const nothingLost = [
  { measure: 'notMounted', is: 'exactly', value: 0, unit: 'operations' },
  { measure: 'lostWritethrough', is: 'exactly', value: 0, unit: 'blocks' },
  { measure: 'lostWriteback', is: 'exactly', value: 0, unit: 'blocks' },
  { measure: 'scrubErrors', is: 'exactly', value: 0, unit: 'errors' },
  { measure: 'notClean', is: 'exactly', value: 0, unit: 'operations' },
] as const;

const lost = {
  title: 'Flushed blocks lost',
  measures: ['lostWritethrough', 'lostWriteback'],
};

const bound = `In three runs each mode is ended nine times. With no loss in nine the true share of ends with loss can still be up to ${mayStillLose(9)} % (95 % confidence), and the three of a run begin from one prepared machine, so they are less than nine of their own.`;

/** Machines that are ended at moments that nobody chose, from one preparation each. */
export const cutOff = defineExperiments({
  'is-a-flushed-write-lost-when-the-machine-is-killed': {
    question: 'Is a flushed write lost when the machine is killed at any moment?',
    answers: {
      holds:
        'None was: after every kill, in both modes, all that had been flushed was there and the file system was whole.',
      refuted: 'Yes: after at least one kill a flushed write was gone, or the file system was damaged.',
    },
    hypothesis:
      'Whenever the machine is killed, every write whose flush had come back is there afterwards, in both modes, and the file system is whole.',
    why: 'A hung kernel and a reset button end a machine like this. It is the least that a cache has to stand.',
    kind: 'crash',
    criteria: ['reliability', 'plan'],
    questions: ['modes', 'cow-and-checksums'],
    stacks: [
      {
        name: 'writethrough',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own; one file is added to, one without checksums overwritten in place, each write flushed, beside writes that are not',
      },
      { name: 'writeback', is: 'the same, switched to writeback' },
    ],
    procedures: [...procedures],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures,
    needs: [{ measure: 'flushedBefore', is: 'at least', value: 20, unit: 'operations' }],
    holdsWhen: [...nothingLost],
    expected: {
      verdict: 'holds',
      because:
        'What a disk had taken outlives the kernel, and a flush comes back only when the disks have all before it.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'QEMU is killed, and no disk loses its power: what they had taken stays. A power cut is another experiment.',
      bound,
      'Small files and a small cache that has room for all of it; a full cache that evicts is not tried.',
    ],
    charts: [{ ...lost, measures: [...lost.measures] }],
  },

  'is-a-flushed-write-lost-when-the-power-goes-at-any-moment': {
    question: 'Is a flushed write lost when the power goes at any moment and the disks keep a part of the rest?',
    answers: {
      holds:
        'None was on honest disks: after every cut, in both modes, all that had been flushed was there and the file system was whole. Lying disks lost it.',
      refuted: 'Yes: after at least one cut a flushed write was gone, or the file system was damaged.',
    },
    hypothesis:
      'Whenever the power goes, every write whose flush had come back is there afterwards, in both modes, although each disk keeps about half of what it had not flushed, in no order.',
    why: 'The worst of a power cut is not that the last writes are gone, but that some of them are there and others, older ones, are not. Metadata of the cache and of btrfs have to stand that together.',
    kind: 'crash',
    criteria: ['reliability', 'plan'],
    questions: ['modes', 'cow-and-checksums'],
    stacks: [
      {
        name: 'writethrough',
        is: 'btrfs RAID1 on two legs, each behind a writethrough lvmcache on an SSD of its own, on disks whose write caches lose about half of what they hold; one file is added to, one without checksums overwritten in place, each write flushed, beside writes that are not',
      },
      { name: 'writeback', is: 'the same, switched to writeback' },
      {
        name: 'lying disks',
        is: 'the writeback stack on disks that acknowledge a flush and do not flush: the control',
      },
    ],
    procedures: [...procedures],
    kernels: ['6.12', '7.3'],
    repeats: 3,
    measures: {
      ...measures,
      lostByDrives: {
        label: 'Blocks that the drives lost in the cuts of a run, in the mode with fewer',
        unit: 'blocks',
      },
      lostWhenLying: { label: 'Flushed blocks lost, writeback, disks that lie about flushes', unit: 'blocks' },
    },
    needs: [
      { measure: 'flushedBefore', is: 'at least', value: 20, unit: 'operations' },
      { measure: 'lostByDrives', is: 'at least', value: 1, unit: 'blocks' },
      { measure: 'lostWhenLying', is: 'at least', value: 1, unit: 'blocks' },
    ],
    holdsWhen: [...nothingLost],
    expected: {
      verdict: 'holds',
      because:
        'dm-cache writes its metadata down before it passes a flush on, and btrfs orders its trees by flushes. Neither needs an order among writes between two flushes.',
    },
    control: 'can-the-lab-see-loss',
    limits: [
      'One run was made while this was built, and is not counted.',
      'The disks are served by the lab: a write cache of 32 MiB, blocks of 4 KiB that survive whole or not at all, honest flushes. Real SSDs without protection against power loss can do worse, and the lying disks show what that costs.',
      bound,
      'Small files and a small cache that has room for all of it; a full cache that evicts is not tried.',
    ],
    charts: [{ ...lost, measures: [...lost.measures, 'lostWhenLying'] }],
  },
});
