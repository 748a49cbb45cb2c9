# What a first reading of disko's manual suggests, and what the layouts avoid: hard disk and SSD as physical volumes of one
# group, and a volume of all that is free. disko makes no objection. For the lab, which looks where the volume comes to lie.
{ nixpkgsLib, disko }:
let
  lib = import nixpkgsLib;
  diskoLib = import (disko + "/lib") {
    inherit lib;
    makeTest = null;
    eval-config = null;
    qemu-common = null;
  };
  volume = serial: {
    type = "disk";
    device = "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_${serial}";
    content = {
      type = "gpt";
      partitions.part = {
        label = serial;
        size = "100%";
        content = {
          type = "lvm_pv";
          vg = "leg1";
        };
      };
    };
  };
  evaluated = lib.evalModules {
    modules = [
      { options.devices = lib.mkOption { type = diskoLib.toplevel; }; }
      {
        devices.disk.h1 = volume "H1";
        devices.disk.s1 = volume "S1";
        devices.lvm_vg.leg1 = {
          type = "lvm_vg";
          lvs.data.size = "100%FREE";
        };
      }
    ];
  };
in
evaluated.config.devices._create
