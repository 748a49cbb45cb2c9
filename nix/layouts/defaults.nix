# What every topology takes, and what it is when nothing is said.
{
  label = "array";
  subvolumes."@data" = "/srv/data";
  # Only where the SSDs are a file system of their own.
  fastSubvolumes."@fast" = "/srv/fast";
  mode = "writethrough";
  # Of an SSD of 512 GB: what is left over is room for metadata and its repair, and for the SSD itself.
  cacheSize = "400G";
  # 400G in chunks of 512K are 819,200 chunks; above 1,000,000 LVM picks larger ones by itself.
  chunkSize = "512K";
  # nofail and the timeout keep a machine reachable whose array is not. nossd: a cache in front of a hard disk must not
  # make btrfs lay out data as for an SSD.
  mountOptions = [
    "noatime"
    "nossd"
    "nofail"
    "x-systemd.device-timeout=90s"
  ];
  # The SSDs as a file system of their own are SSDs.
  fastMountOptions = [
    "noatime"
    "nofail"
    "x-systemd.device-timeout=90s"
  ];
}
