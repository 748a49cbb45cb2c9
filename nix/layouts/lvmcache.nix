# btrfs RAID1 over legs. A leg is a volume group of its own: hard disks, an SSD, and one volume "data" with a cache "fast".
#
# disko has no type for a cache and cannot say on which disk a volume lies (issues 421 and 422 of disko). So
#  - only hard disks are declared as physical volumes: "100%FREE" of an HDD and an SSD in one group would be one
#    linear volume over both, without a warning;
#  - the SSD is partitioned and left without content. The hook of the group joins it and attaches the cache. disko does
#    not know that the group needs the SSD; it comes first only because "disk" sorts before "lvm_vg";
#  - the hook runs after mkfs, which the cache does not mind.
{ legs, ... }@given:
let
  parts = import ./parts.nix;
  sizes = import ./sizes.nix;
  say = import ./defaults.nix // given;
  names = parts.namesOf legs;
  volume = leg: "/dev/${leg}/data";
  # The pool takes cacheSize; the rest is metadata (44 bytes a chunk and 4 MiB), and as much again as the spare that
  # LVM makes to repair them into.
  partitionMiB = sizes.toKiB say.cacheSize / 1024 + 256;
  attach =
    leg:
    parts.withVariables {
      leg = leg;
      ssd = parts.byLabel "${leg}-ssd";
      mode = say.mode;
      cache_size = say.cacheSize;
      chunk_size = say.chunkSize;
    } ../hooks/attach-lvmcache.sh;
in
{
  disko.devices = {
    disk =
      parts.disksBy (hdd: {
        inherit (hdd) device label;
        type = "8E00";
        content = {
          type = "lvm_pv";
          vg = hdd.leg;
        };
      }) (parts.hddsOf legs)
      // parts.disksBy (ssd: {
        inherit (ssd) device label;
        type = "8E00";
        size = "${toString partitionMiB}M";
      }) (parts.ssdsOf legs);
    lvm_vg = builtins.listToAttrs (
      map (leg: {
        name = leg;
        value = {
          type = "lvm_vg";
          lvs.data = {
            size = "100%FREE";
          }
          // (
            if leg != parts.lastOf names then
              { }
            else
              {
                content = parts.btrfsRaid1 {
                  inherit (say) label subvolumes mountOptions;
                  others = map volume (parts.allButLast names);
                };
              }
          );
          postCreateHook = attach leg;
          # disko activates for mounting without loading what the cache needs.
          preMountHook = "modprobe --all dm-cache dm-cache-smq";
        };
      }) names
    );
  };
}
