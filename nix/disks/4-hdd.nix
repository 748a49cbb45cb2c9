# Four hard disks and two SSDs. One SSD is still one leg, so that it can take only one leg with it.
# Where a leg is one volume, as under lvmcache, a dead hard disk takes its neighbour along: pair disks of equal size and age.
# Four legs on two SSDs would rebuild less, but btrfs knows nothing of shared SSDs: both copies could hang on one.
{
  leg1 = {
    hdds = [
      "/dev/disk/by-id/ata-HDD_1"
      "/dev/disk/by-id/ata-HDD_2"
    ];
    ssd = "/dev/disk/by-id/ata-SSD_1";
  };
  leg2 = {
    hdds = [
      "/dev/disk/by-id/ata-HDD_3"
      "/dev/disk/by-id/ata-HDD_4"
    ];
    ssd = "/dev/disk/by-id/ata-SSD_2";
  };
}
