# A btrfs RAID1 of hard disks, with or without SSDs, as one set of options: see options.nix.
# Needs the module of disko beside it, which makes the disks and says what is mounted. The root file system is not here.
{
  imports = [
    ./options.nix
    ./disks.nix
    ./members.nix
    ./lvmcache.nix
    ./scrub.nix
    ./health.nix
    ./alert.nix
  ];
}
