# As much of NixOS as the module needs to be evaluated without nixpkgs: the options that it sets, loosely typed.
# Names and types of these options are checked against nixpkgs by hand, in ../options.json.
{ lib, ... }:
let
  any = default: lib.mkOption {
    type = lib.types.anything;
    inherit default;
  };
  list = lib.mkOption {
    type = lib.types.listOf lib.types.anything;
    default = [ ];
  };
  bool = default: lib.mkOption {
    type = lib.types.bool;
    inherit default;
  };
  unit = lib.mkOption {
    type = lib.types.attrsOf (lib.types.submodule { freeformType = lib.types.attrsOf lib.types.anything; });
    default = { };
  };
in
{
  options = {
    assertions = list;
    boot.kernelModules = list;
    boot.kernelPackages = any { kernel.version = "6.18.1"; };
    boot.initrd.kernelModules = list;
    boot.initrd.luks.devices = any { };
    boot.initrd.services.lvm.enable = bool true; # as under a stage 1 of systemd
    services.lvm.package = any "lvm2";
    services.lvm.boot.thin.enable = bool false;
    services.btrfs.autoScrub.enable = bool false;
    fileSystems = any { };
    swapDevices = list;
    systemd.services = unit;
    systemd.timers = unit;
  };
}
