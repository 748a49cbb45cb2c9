# btrfs RAID1 over legs, each a bcache device: one hard disk behind a cache set on an SSD of its own.
#
# disko has no type for bcache (pull request 1244 of disko). The partitions are declared without content; a disk that is
# none carries the file system, and its hook makes the bcache devices first. Its name sorts after those of the disks,
# which is all that puts it last.
{ legs, ... }@given:
let
  parts = import ./parts.nix;
  sizes = import ./sizes.nix;
  say = import ./defaults.nix // given;
  names = parts.namesOf legs;
  # The label is written into the superblock by the hook: numbers such as bcache0 change from boot to boot.
  device = leg: "/dev/bcache/by-label/${leg}";
  # What follows the partition's first 8 KiB is the cache: cacheSize is the partition here.
  cacheMiB = sizes.toKiB say.cacheSize / 1024;
  make =
    leg:
    parts.withVariables {
      leg = leg;
      hdd = parts.byLabel "${leg}-hdd1";
      ssd = parts.byLabel "${leg}-ssd";
      mode = say.mode;
    } ../hooks/attach-bcache.sh;
in
{
  disko.devices.disk =
    parts.disksBy (hdd: { inherit (hdd) device label; }) (parts.hddsOf legs)
    // parts.disksBy (ssd: {
      inherit (ssd) device label;
      size = "${toString cacheMiB}M";
    }) (parts.ssdsOf legs)
    // {
      zz-array = {
        type = "disk";
        device = device (parts.lastOf names);
        destroy = false;
        preCreateHook = builtins.concatStringsSep "" (map make names);
        content = parts.btrfsRaid1 {
          inherit (say) label subvolumes mountOptions;
          others = map device (parts.allButLast names);
        };
      };
    };
}
