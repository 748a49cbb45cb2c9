# Hands the layout to disko, and refuses what cannot be meant.
{ config, lib, ... }:
let
  say = config.storage.array;
  settings = {
    inherit (say)
      legs
      mode
      acceptsLossOfAnSsd
      cacheSize
      chunkSize
      label
      subvolumes
      fastSubvolumes
      mountOptions
      fastMountOptions
      ;
  };
  onLegs = device: lib.any (leg: lib.hasPrefix "/dev/${leg}/" device) say.names.legs;
in
{
  config = lib.mkIf say.enable {
    disko.devices = ((import ../layouts).${say.topology} settings).disko.devices;

    assertions = map (check: check // { message = "storage.array: ${check.message}"; }) (
      import ../layouts/checks.nix (settings // { inherit (say) topology; })
      ++ [
        {
          assertion = !(onLegs (config.fileSystems."/".device or ""));
          message = "The root file system is not to lie on a leg: this module activates the legs after stage 1.";
        }
        {
          assertion = say.lvmInInitrd || config.boot.initrd.luks.devices == { };
          message = "Stage 1 opens a LUKS volume, which needs the rules of device-mapper there: set lvmInInitrd = true.";
        }
        {
          assertion =
            say.scrub.bypass != "passthrough" || import ./passthrough.nix config.boot.kernelPackages.kernel.version;
          message = "Passthrough mode is not known to be whole in kernel ${config.boot.kernelPackages.kernel.version}: use scrub.bypass = \"detach\".";
        }
        {
          assertion = !(say.names.isCached && config.services.btrfs.autoScrub.enable);
          message = "services.btrfs.autoScrub scrubs through the caches and sees the SSDs only: storage.array.scrub takes its place.";
        }
      ]
    );
  };
}
