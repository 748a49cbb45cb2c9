import type { z } from 'zod';
import type { diskModel } from '../../src/schema/index.ts';

export type Disk = z.infer<typeof diskModel>;

const GiB = 1 << 30;

/** A hard disk: its seeks stand in a limit on operations a second, its platter in a limit on bytes a second. */
export const hardDisk = (serial: string): Disk => ({
  serial,
  is: 'HDD',
  bytes: 3 * GiB,
  rotationRate: 7200,
  iopsLimit: 150,
  bytesPerSecondLimit: 160_000_000,
});

/**
 * A solid-state disk: held below what the emulated processor can drive, so that it is a declared number of times faster
 * than the hard disk rather than an accidental one.
 */
export const solidState = (serial: string): Disk => ({
  serial,
  is: 'SSD',
  bytes: GiB,
  rotationRate: 1,
  iopsLimit: 3000,
  bytesPerSecondLimit: 200_000_000,
});

/** The four disks of the task: two hard disks that hold the array and two idle solid-state disks. */
export const fourDisks = [hardDisk('H1'), hardDisk('H2'), solidState('S1'), solidState('S2')] as const;

const VOLATILE_CACHE_BYTES = 32 << 20;

/**
 * The same disk, with a write cache that is lost in a power cut, and served by the lab itself: only such a disk can lose
 * its power, fail in chosen places or lie about a flush.
 */
export const withVolatileCache = (disk: Disk, volatileCacheBytes = VOLATILE_CACHE_BYTES): Disk => ({
  ...disk,
  volatileCacheBytes,
});

/** Where the guest finds a disk whatever letter it got this time. */
export const pathOf = (serial: string): string => `/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_${serial}`;
