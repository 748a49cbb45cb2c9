# Two file systems: btrfs RAID1 on the hard disks, and btrfs RAID1 on the SSDs for what should be fast.
{ legs, ... }@given:
let
  parts = import ./parts.nix;
  say = import ./defaults.nix // given;
  plain = import ./plain.nix given;
  ssds = parts.ssdsOf legs;
  last = (parts.lastOf ssds).label;
in
{
  disko.devices.disk =
    plain.disko.devices.disk
    // parts.disksBy (
      ssd:
      {
        inherit (ssd) device label;
      }
      // (
        if ssd.label != last then
          { }
        else
          {
            content = parts.btrfsRaid1 {
              label = "${say.label}-fast";
              others = parts.allButLast (map (each: parts.byLabel each.label) ssds);
              subvolumes = say.fastSubvolumes;
              mountOptions = say.fastMountOptions;
            };
          }
      )
    ) ssds;
}
