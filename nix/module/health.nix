# Nothing in LVM or the kernel watches a cache: this does.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  say = config.storage.array;
  inherit (say) names;
  check =
    import ./script.nix pkgs "array-check"
      [
        "cache-status.sh"
        "check-array.sh"
      ]
      [
        config.services.lvm.package
        pkgs.smartmontools
        pkgs.jq
      ];
in
{
  config = lib.mkIf (say.enable && say.health.enable) {
    systemd.services.array-check = {
      description = "Look at the caches, the disks and the error counters of the array";
      unitConfig.OnFailure = [ "array-alert@%n.service" ];
      # A scrub takes the caches out of the way, which this would report.
      after = [ "array-scrub.service" ];
      environment = {
        ARRAY_TOPOLOGY = say.topology;
        ARRAY_LEGS = toString names.legs;
        ARRAY_MODE = say.mode;
        ARRAY_DIRTY = toString say.health.mostDirtyChunks;
        ARRAY_WEAR = toString say.health.leastWear;
        ARRAY_DISKS = toString names.disks;
        ARRAY_DIRECTORIES = toString names.fileSystems;
      };
      serviceConfig = {
        Type = "oneshot";
        ExecStart = lib.getExe check;
      };
    };
    systemd.timers.array-check = {
      wantedBy = [ "timers.target" ];
      timerConfig = {
        OnBootSec = "10min";
        OnCalendar = say.health.calendar;
      };
    };
  };
}
