# What NixOS has to be told for cached volumes. It has no option for them.
{ config, lib, ... }:
let
  say = config.storage.array;
  modules = [
    "dm-cache"
    "dm-cache-smq"
  ];
in
{
  config = lib.mkIf (say.enable && say.topology == "lvmcache") {
    # Activation by udev is not ordered after this: array-members tries again. A softdep of dm_mod would not help, since
    # stage 1 loads dm_mod by default, without it.
    boot.kernelModules = modules;
    boot.initrd.services.lvm.enable = lib.mkIf (!say.lvmInInitrd) (lib.mkDefault false);
    # Whoever puts LVM into stage 1 after all puts the targets there too.
    boot.initrd.kernelModules = lib.mkIf config.boot.initrd.services.lvm.enable modules;
    # Named after thin volumes, this is what gives LVM cache_check. dmeventd is not needed: it has no plugin for caches.
    services.lvm.boot.thin.enable = true;
  };
}
