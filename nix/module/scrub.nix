# Scrub of the hard disks, not of what the SSDs hold of them.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  say = config.storage.array;
  inherit (say) names topology;
  files =
    {
      lvmcache = [
        "cache-status.sh"
        "scrub-lvmcache.sh"
      ];
      bcache = [ "scrub-bcache.sh" ];
    }
    .${topology} or [ "scrub-plain.sh" ];
  tools =
    lib.optional (topology == "lvmcache") config.services.lvm.package
    ++ lib.optional (topology == "bcache") pkgs.bcache-tools;
  scrub = import ./script.nix pkgs "array-scrub" files tools;
in
{
  config = lib.mkIf (say.enable && say.scrub.enable) {
    systemd.services.array-scrub = {
      description = "Scrub of the array, with the caches out of the way";
      unitConfig = {
        OnFailure = [ "array-alert@%n.service" ];
        RequiresMountsFor = names.fileSystems;
      };
      conflicts = [ "shutdown.target" ];
      before = [ "shutdown.target" ];
      environment = {
        ARRAY_LEGS = toString names.legs;
        ARRAY_MODE = say.mode;
        ARRAY_BYPASS = say.scrub.bypass;
        ARRAY_SETS = toString names.sets;
        ARRAY_DIRECTORY = builtins.head names.fileSystems;
        ARRAY_DIRECTORIES = toString names.fileSystems;
      };
      serviceConfig = {
        Type = "oneshot";
        Nice = 19;
        IOSchedulingClass = "idle";
        ExecStart = "${lib.getExe scrub} run";
        # Also after a kill: a leg does not stay without its cache.
        ExecStopPost = "${lib.getExe scrub} restore";
      };
    };
    systemd.timers.array-scrub = {
      wantedBy = [ "timers.target" ];
      timerConfig = {
        OnCalendar = say.scrub.calendar;
        Persistent = true;
      };
    };
  };
}
