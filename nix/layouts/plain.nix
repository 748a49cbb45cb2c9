# btrfs RAID1 on the hard disks. The SSDs stay idle.
{ legs, ... }@given:
let
  parts = import ./parts.nix;
  say = import ./defaults.nix // given;
  hdds = parts.hddsOf legs;
  members = map (hdd: parts.byLabel hdd.label) hdds;
  last = (parts.lastOf hdds).label;
in
{
  disko.devices.disk = parts.disksBy (
    hdd:
    {
      inherit (hdd) device label;
    }
    // (
      if hdd.label != last then
        { }
      else
        {
          content = parts.btrfsRaid1 {
            inherit (say) label subvolumes mountOptions;
            others = parts.allButLast members;
          };
        }
    )
  ) hdds;
}
