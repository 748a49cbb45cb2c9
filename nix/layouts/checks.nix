# What must be so before anything is built: [ { assertion; message; } ], as NixOS takes it. Plain builtins.
given:
let
  parts = import ./parts.nix;
  sizes = import ./sizes.nix;
  say = import ./defaults.nix // given;
  inherit (say) legs topology;
  names = parts.namesOf legs;
  cached = builtins.elem topology [
    "lvmcache"
    "bcache"
  ];
  hdds = map (hdd: hdd.device) (parts.hddsOf legs);
  ssds = map (ssd: ssd.device) (parts.ssdsOf legs);
  disks = hdds ++ ssds;
  unique =
    list:
    builtins.length (
      builtins.attrNames (builtins.listToAttrs (
          map (name: {
            inherit name;
            value = null;
          }) list
        ))
    ) == builtins.length list;
  matches = pattern: text: builtins.match pattern text != null;
  chunks = sizes.toKiB say.cacheSize / sizes.toKiB say.chunkSize;
  areSizes = sizes.isSize say.cacheSize && sizes.isSize say.chunkSize;
  chunkKiB = sizes.toKiB say.chunkSize;
  when = condition: assertion: !condition || assertion;
in
[
  {
    assertion = builtins.length names >= 2;
    message = "RAID1 needs two legs or more: there is ${toString (builtins.length names)}.";
  }
  {
    assertion = builtins.all (matches "[a-z][a-z0-9]*") names;
    message = "Name legs with small letters and digits only: disko's destroy step cuts names of groups at \"-\" and at \"_\". Given: ${toString names}.";
  }
  {
    assertion = builtins.all (leg: builtins.length legs.${leg}.hdds >= 1) names;
    message = "Every leg needs a hard disk.";
  }
  {
    assertion = builtins.all (matches "/dev/disk/by-(id|partlabel|partuuid)/.+") disks;
    message = "Name disks by id: letters such as sda change from boot to boot. Given: ${toString disks}.";
  }
  {
    assertion = unique hdds;
    message = "A hard disk belongs to one leg, and is named once. Given: ${toString hdds}.";
  }
  {
    assertion = unique ssds;
    message = "An SSD serves one leg: one that serves two takes both copies with it when it dies. Given: ${toString ssds}.";
  }
  {
    assertion = when cached (builtins.all (leg: legs.${leg}.ssd or null != null) names);
    message = "Under ${topology} every leg needs an SSD of its own.";
  }
  {
    assertion = when (topology == "separate-pool") (builtins.length ssds >= 2);
    message = "A pool of SSDs in RAID1 needs two of them.";
  }
  {
    assertion = when (topology == "bcache") (
      builtins.all (leg: builtins.length legs.${leg}.hdds == 1) names
    );
    message = "Under bcache a leg has one hard disk: a set in front of two would be one SSD under two members of the array.";
  }
  {
    assertion = builtins.elem say.mode [
      "writethrough"
      "writeback"
    ];
    message = "The mode is writethrough or writeback, not ${say.mode}.";
  }
  {
    assertion = when (cached && say.mode == "writeback") (say.acceptsLossOfAnSsd or false);
    message = "In writeback mode an SSD holds data that its hard disk does not: when it dies, its leg is a mixture of old and new, and files without checksums stay that way. Set acceptsLossOfAnSsd = true to have it all the same.";
  }
  {
    assertion = areSizes;
    message = "cacheSize and chunkSize are whole numbers with one of K, M, G, T. Given: ${say.cacheSize}, ${say.chunkSize}.";
  }
  {
    assertion = when (topology == "lvmcache" && areSizes) (
      chunkKiB >= 32 && chunkKiB <= 1048576 && chunkKiB == chunkKiB / 32 * 32
    );
    message = "A chunk is 32K to 1G and a multiple of 32K. Given: ${say.chunkSize}.";
  }
  {
    assertion = when (topology == "lvmcache" && areSizes) (chunks >= 1 && chunks <= 1000000);
    message = "${say.cacheSize} in chunks of ${say.chunkSize} are more than the 1,000,000 that LVM allows, or none: take larger chunks or a smaller cache.";
  }
  {
    assertion = builtins.elem "nofail" say.mountOptions && builtins.elem "nofail" say.fastMountOptions;
    message = "Mount with nofail: without it a machine with a missing leg ends in emergency mode.";
  }
]
