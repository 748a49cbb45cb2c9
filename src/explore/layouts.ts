import type { Id, Layout } from '../schema/index.ts';

/** What a layout needs and is: the drawing, the failures and the commands hang on its name. */
export type LayoutView = {
  title: string;
  /** One sentence: what stands on what. */
  is: string;
  /** Numbers of hard disks that it can be drawn with. */
  hdds: (2 | 4)[];
  /** SSDs that serve the array or stand beside it; idle ones do not count. */
  ssds: 0 | 1 | 2;
  systems: Id<'system'>[];
  /** Is there a choice of modes? The systems that know only one are named in `modesOf`. */
  moded: boolean;
  /** Claims about the layout itself. */
  findings: Id<'finding'>[];
};

const below: Id<'system'>[] = ['lvmcache', 'dm-cache', 'bcache', 'dm-writecache'];

/** In the order in which the explorer offers them. */
export const layoutViews: Record<Layout, LayoutView> = {
  'no-cache': {
    title: 'No cache',
    is: 'The array stays on the hard disks alone, and the SSDs stay idle.',
    hdds: [2, 4],
    ssds: 0,
    systems: ['no-cache'],
    moded: false,
    findings: ['ssds-outside-the-array-cannot-stop-it', 'without-a-cache-every-copy-is-on-a-disk'],
  },
  'separate-pool': {
    title: 'SSDs as a pool of their own',
    is: 'The array stays as it is; the two SSDs become a second btrfs RAID1 beside it.',
    hdds: [2, 4],
    ssds: 2,
    systems: ['separate-ssd-pool'],
    moded: false,
    findings: ['a-pool-of-their-own-keeps-repair', 'a-pool-is-a-copy-job'],
  },
  'own-ssd': {
    title: 'One SSD for each leg',
    is: 'Each hard disk has an SSD of its own in front of it, and btrfs mirrors the two cached legs.',
    hdds: [2],
    ssds: 2,
    systems: below,
    moded: true,
    findings: ['one-dead-ssd-costs-one-copy', 'two-caches-can-hold-the-same-data'],
  },
  'shared-ssd': {
    title: 'One SSD for both legs',
    is: 'Both legs have their cache on one SSD; the other SSD is free.',
    hdds: [2],
    ssds: 1,
    systems: below,
    moded: true,
    findings: ['a-shared-ssd-takes-the-array'],
  },
  'mirrored-ssds': {
    title: 'SSDs mirrored under both legs',
    is: 'The SSDs are mirrored by LVM, and both legs have their cache on the mirror.',
    hdds: [2],
    ssds: 2,
    systems: ['mirrored-cache'],
    moded: true,
    findings: ['mirrored-pool-survives-an-ssd', 'a-mirrored-pair-ties-the-legs-together'],
  },
  'four-legs': {
    title: 'Four legs, two on each SSD',
    is: 'Four hard disks are four legs of one btrfs; each SSD caches two of them.',
    hdds: [4],
    ssds: 2,
    systems: below,
    moded: true,
    findings: ['two-ssds-below-four-disks-share-copies'],
  },
  'two-long-legs': {
    title: 'Two legs of two disks',
    is: 'Two hard disks in a row make one leg, and each leg has an SSD of its own.',
    hdds: [4],
    ssds: 2,
    systems: below,
    moded: true,
    findings: ['two-ssds-below-four-disks-share-copies', 'one-dead-ssd-costs-one-copy'],
  },
  'over-mirror': {
    title: 'One cache over a mirror below btrfs',
    is: 'md or LVM mirrors the hard disks, one cache stands on the mirror, and btrfs sees one device.',
    hdds: [2],
    ssds: 1,
    systems: ['lvmcache', 'dm-cache', 'bcache'],
    moded: true,
    findings: ['one-cache-for-all-gives-up-repair'],
  },
  'bcachefs-cache': {
    title: 'bcachefs, SSDs as a pure cache',
    is: 'bcachefs takes the place of btrfs; copies on the SSDs can be lost without harm.',
    hdds: [2],
    ssds: 2,
    systems: ['bcachefs'],
    moded: false,
    findings: ['bcachefs-pure-cache-is-expendable'],
  },
  'bcachefs-foreground': {
    title: 'bcachefs, new data on the SSDs first',
    is: 'bcachefs takes the place of btrfs; new data land on the SSDs and move to the hard disks later.',
    hdds: [2],
    ssds: 2,
    systems: ['bcachefs'],
    moded: false,
    findings: ['bcachefs-writes-to-its-foreground', 'bcachefs-writeback-keeps-metadata-on-the-ssd'],
  },
};

export const modes = ['writethrough', 'writeback'] as const;
export type Mode = (typeof modes)[number];

/** The modes in which a system runs in a layout; none where there is no cache to have one. dm-writecache knows one only. */
export const modesOf = (layout: LayoutView, system: Id<'system'>): readonly Mode[] =>
  !layout.moded ? [] : system === 'dm-writecache' ? ['writeback'] : modes;
