# Evaluates the module, and what disko makes of the layout, with the library of nixpkgs and with disko, which are not
# part of this repository: give their directories.
{
  nixpkgsLib,
  disko,
  settings,
  extra ? { },
}:
let
  lib = import nixpkgsLib;
  # The arguments that are null are tests and image builders of disko.
  diskoLib = import (disko + "/lib") {
    inherit lib;
    makeTest = null;
    eval-config = null;
    qemu-common = null;
  };
  package = name: {
    type = "derivation";
    inherit name;
    outPath = "/stub/${name}";
    meta.mainProgram = name;
  };
  named = lib.genAttrs [
    "bcache-tools"
    "btrfs-progs"
    "coreutils"
    "gawk"
    "gnugrep"
    "jq"
    "kmod"
    "smartmontools"
    "systemd"
    "util-linux"
  ] package;
  pkgs = named // {
    writeShellApplication =
      { name, runtimeInputs, text }:
      package name // { tools = map (tool: tool.name or tool) runtimeInputs; inherit text; };
  };
  utils.escapeSystemdPath =
    path: lib.replaceStrings [ "/" ] [ "-" ] (lib.removePrefix "/" path);
  evaluated = lib.evalModules {
    specialArgs = { inherit pkgs utils; };
    modules = [
      ./stub.nix
      ../module
      { options.disko.devices = lib.mkOption { type = diskoLib.toplevel; default = { }; }; }
      # What the module of disko hands to NixOS.
      (
        { config, ... }:
        {
          fileSystems = config.disko.devices._config.fileSystems or { };
          boot = config.disko.devices._config.boot or { };
        }
      )
      { storage.array = { enable = true; } // settings; }
      extra
    ];
  };
  inherit (evaluated) config;
  devices = config.disko.devices;
in
{
  create = devices._create;
  mount = devices._mount;
  # Only the names of the disks that it would wipe: the text itself needs a store.
  wiped = lib.attrNames (lib.filterAttrs (_: disk: disk.destroy) devices.disk);
  system = {
    failedAssertions = map (each: each.message) (lib.filter (each: !each.assertion) config.assertions);
    kernelModules = config.boot.kernelModules;
    initrdKernelModules = config.boot.initrd.kernelModules;
    lvmInInitrd = config.boot.initrd.services.lvm.enable;
    cacheTools = config.services.lvm.boot.thin.enable;
    fileSystems = lib.mapAttrs (_: each: { inherit (each) device fsType options; }) config.fileSystems;
    services = config.systemd.services;
    timers = config.systemd.timers;
  };
}
