# What follows from the settings of an array, for units and scripts. Plain builtins.
say:
let
  parts = import ../layouts/parts.nix;
  legs = parts.namesOf say.legs;
  labels = map (part: parts.byLabel part.label);
  hdds = parts.hddsOf say.legs;
  ssds = parts.ssdsOf say.legs;
  isPool = say.topology == "separate-pool";
  mountsOf =
    subvolumes: map (name: "${name}=${subvolumes.${name}}") (builtins.attrNames subvolumes);
in
{
  inherit legs;
  isCached = say.topology == "lvmcache" || say.topology == "bcache";
  # Volume groups that have to be activated.
  groups = if say.topology == "lvmcache" then legs else [ ];
  # What btrfs stands on: the array alone, without the pool of SSDs.
  arrayMembers =
    {
      plain = labels hdds;
      separate-pool = labels hdds;
      lvmcache = map (leg: "/dev/${leg}/data") legs;
      bcache = map (leg: "/dev/bcache/by-label/${leg}") legs;
    }
    .${say.topology};
  members =
    {
      separate-pool = labels (hdds ++ ssds);
    }
    .${say.topology} or (import ./names.nix say).arrayMembers;
  mounts = mountsOf say.subvolumes;
  # One directory for each file system: subvolumes share counters and scrub.
  fileSystems = [
    (builtins.head (builtins.attrValues say.subvolumes))
  ]
  ++ (if isPool then [ (builtins.head (builtins.attrValues say.fastSubvolumes)) ] else [ ]);
  directories =
    builtins.attrValues say.subvolumes ++ (if isPool then builtins.attrValues say.fastSubvolumes else [ ]);
  disks = map (disk: disk.device) (hdds ++ ssds);
  # For bcache: which partition holds the cache set of which leg.
  sets = map (ssd: "${ssd.leg}=${parts.byLabel ssd.label}") ssds;
}
