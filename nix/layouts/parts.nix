# What the layouts share. Plain builtins, so that they evaluate without nixpkgs and without disko.
rec {
  # Alphabetical, which is also the order in which disko goes through its disks and groups.
  namesOf = legs: builtins.attrNames legs;

  # [ { leg; number; device; label; } ], one for each hard disk.
  hddsOf =
    legs:
    builtins.concatMap (
      leg:
      let
        hdds = legs.${leg}.hdds;
      in
      builtins.genList (index: {
        inherit leg;
        device = builtins.elemAt hdds index;
        label = "${leg}-hdd${toString (index + 1)}";
      }) (builtins.length hdds)
    ) (namesOf legs);

  ssdsOf =
    legs:
    map (leg: {
      inherit leg;
      device = legs.${leg}.ssd;
      label = "${leg}-ssd";
    }) (builtins.filter (leg: legs.${leg}.ssd or null != null) (namesOf legs));

  byLabel = label: "/dev/disk/by-partlabel/${label}";

  # A disk with one partition. destroy = false keeps `disko --mode destroy` away from it: that step walks from a disk
  # to everything that stands on it, and from a cache SSD it would reach the volume with the data.
  disk =
    {
      device,
      label,
      size ? "100%",
      type ? null,
      content ? null,
    }:
    {
      type = "disk";
      inherit device;
      destroy = false;
      content = {
        type = "gpt";
        partitions.part = {
          inherit label size;
        }
        // (if type == null then { } else { inherit type; })
        // (if content == null then { } else { inherit content; });
      };
    };

  disksBy =
    make: parts:
    builtins.listToAttrs (
      map (part: {
        name = part.label;
        value = disk (make part);
      }) parts
    );

  # The content of the last member: disko formats it, and names the others as further devices.
  btrfsRaid1 =
    {
      label,
      others,
      subvolumes,
      mountOptions,
    }:
    {
      type = "btrfs";
      extraArgs = [
        "--label"
        label
        "--data"
        "raid1"
        "--metadata"
        "raid1"
      ]
      ++ others;
      subvolumes = builtins.mapAttrs (_: mountpoint: { inherit mountpoint mountOptions; }) subvolumes;
    };

  allButLast = list: builtins.genList (builtins.elemAt list) (builtins.length list - 1);
  lastOf = list: builtins.elemAt list (builtins.length list - 1);

  # Shell assignments in front of a hook, so that the hook itself is a file that shellcheck can read.
  withVariables =
    variables: file:
    builtins.concatStringsSep "" (
      map (name: "${name}='${variables.${name}}'\n") (builtins.attrNames variables)
    )
    + builtins.readFile file;
}
