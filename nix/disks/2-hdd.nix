# Two hard disks and two SSDs: each hard disk is a leg, each leg has an SSD of its own.
# Put in the names of your disks: ls -l /dev/disk/by-id. Letters such as sda change from boot to boot.
{
  leg1 = {
    hdds = [ "/dev/disk/by-id/ata-HDD_1" ];
    ssd = "/dev/disk/by-id/ata-SSD_1";
  };
  leg2 = {
    hdds = [ "/dev/disk/by-id/ata-HDD_2" ];
    ssd = "/dev/disk/by-id/ata-SSD_2";
  };
}
