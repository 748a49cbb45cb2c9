const SECTOR = 512;
/** Partitions begin at whole MiB, so that 4 KiB blocks and cache chunks stay aligned. */
const ALIGNMENT = 2048;

/** The first sector of a disk (MBR) with one to four partitions of equal size. `bytes` is the size of the disk. */
export function partitionTable(bytes: number, parts: number): Buffer {
  if (parts < 1 || parts > 4) throw new Error(`${parts} partitions do not fit in a partition table of this kind`);
  const each = Math.floor((bytes / SECTOR - ALIGNMENT) / parts / ALIGNMENT) * ALIGNMENT;
  const table = Buffer.alloc(SECTOR);
  for (let part = 0; part < parts; part++) {
    const at = 446 + part * 16;
    table[at + 4] = 0x8e; // Linux LVM
    table.writeUInt32LE(ALIGNMENT + part * each, at + 8);
    table.writeUInt32LE(each, at + 12);
  }
  table.writeUInt16LE(0xaa55, 510);
  return table;
}
