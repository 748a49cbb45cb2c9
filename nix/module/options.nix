{ config, lib, ... }:
let
  inherit (lib) mkOption types;
  defaults = import ../layouts/defaults.nix;
  sizes = import ../layouts/sizes.nix;
  size = types.strMatching sizes.pattern;
in
{
  options.storage.array = {
    enable = lib.mkEnableOption "a btrfs RAID1 of hard disks, with or without SSDs";

    topology = mkOption {
      type = types.enum (builtins.attrNames (import ../layouts));
      description = ''
        What becomes of the SSDs. *plain*: they stay idle. *separate-pool*: they are a file system of their own.
        *lvmcache*, *bcache*: each is a cache in front of its leg.
      '';
    };

    legs = mkOption {
      description = "The legs of the array, by name: small letters and digits, since the name becomes that of a volume group.";
      example = lib.literalExpression "import ./disks/2-hdd.nix";
      type = types.attrsOf (
        types.submodule {
          options = {
            hdds = mkOption {
              type = types.nonEmptyListOf types.path;
              description = "The hard disks of this leg, by id.";
            };
            ssd = mkOption {
              type = types.nullOr types.path;
              default = null;
              description = "The SSD of this leg, by id. It serves no other leg.";
            };
          };
        }
      );
    };

    mode = mkOption {
      type = types.enum [
        "writethrough"
        "writeback"
      ];
      default = defaults.mode;
      description = "Whether a write is done when it is on the hard disk, or when it is on the SSD.";
    };

    acceptsLossOfAnSsd = mkOption {
      type = types.bool;
      default = false;
      description = "Has to be true for the mode writeback, in which a dead SSD takes what its hard disk does not have.";
    };

    cacheSize = mkOption {
      type = size;
      default = defaults.cacheSize;
      description = "How much of each SSD is cache. What is left over is room for metadata, and for the SSD itself.";
    };

    chunkSize = mkOption {
      type = size;
      default = defaults.chunkSize;
      description = "What dm-cache promotes and demotes as one. Fixed when the cache is made.";
    };

    label = mkOption {
      type = types.strMatching "[a-z][a-z0-9-]*";
      default = defaults.label;
      description = "Label of the file system.";
    };

    subvolumes = mkOption {
      type = types.attrsOf types.path;
      default = defaults.subvolumes;
      description = "Subvolumes of the array, with the directories at which they are mounted.";
    };

    fastSubvolumes = mkOption {
      type = types.attrsOf types.path;
      default = defaults.fastSubvolumes;
      description = "The same for the file system on the SSDs, in the topology separate-pool.";
    };

    mountOptions = mkOption {
      type = types.listOf types.str;
      default = defaults.mountOptions;
      description = "How the array is mounted. With nofail in any case.";
    };

    fastMountOptions = mkOption {
      type = types.listOf types.str;
      default = defaults.fastMountOptions;
      description = "How the file system on the SSDs is mounted.";
    };

    memberSeconds = mkOption {
      type = types.ints.positive;
      default = 60;
      description = "How long the start waits for the members of the array.";
    };

    whenMemberMissing = mkOption {
      type = types.enum [
        "stay-down"
        "mount-read-only"
      ];
      default = "stay-down";
      description = ''
        What happens when a member is not there at boot, such as a leg whose SSD is dead. btrfs does not become ready
        by itself, whatever the mount options. Both raise the alarm; *mount-read-only* makes the data readable.
      '';
    };

    lvmInInitrd = mkOption {
      type = types.bool;
      default = false;
      description = ''
        Whether stage 1 needs LVM, because root is on LVM or LUKS. It is kept out otherwise: from there a volume group
        is announced once, and a try without the modules of dm-cache uses that up.
      '';
    };

    scrub = {
      enable = mkOption {
        type = types.bool;
        default = true;
        description = "Whether to scrub the hard disks, with the caches out of the way.";
      };
      calendar = mkOption {
        type = types.str;
        default = "monthly";
        description = "When, as systemd.time(7) says it.";
      };
      bypass = mkOption {
        type = types.enum [
          "detach"
          "passthrough"
        ];
        default = "detach";
        description = ''
          How a cache is put out of the way under lvmcache. *detach* leaves it cold. *passthrough* keeps it warm, and
          needs a kernel in which that mode is whole.
        '';
      };
    };

    health = {
      enable = mkOption {
        type = types.bool;
        default = true;
        description = "Whether to look at caches, disks and the error counters of btrfs.";
      };
      calendar = mkOption {
        type = types.str;
        default = "hourly";
        description = "When, as systemd.time(7) says it.";
      };
      mostDirtyChunks = mkOption {
        type = types.ints.unsigned;
        default = 0;
        description = "More dirty chunks than this on a leg are a problem. In writethrough mode there is to be none.";
      };
      leastWear = mkOption {
        type = types.ints.between 1 100;
        default = 20;
        description = "Wear indicator of an SSD, counting down from 100, below which it is a problem.";
      };
    };

    alert.mail = mkOption {
      type = types.nullOr types.str;
      default = null;
      example = "sendmail root";
      description = "Command that takes a message on its standard input. Without it: a message on every terminal, and a failed unit.";
    };

    names = mkOption {
      internal = true;
      readOnly = true;
      type = types.raw;
      default = import ./names.nix config.storage.array;
      description = "What follows from the topology: members, groups, directories.";
    };
  };
}
