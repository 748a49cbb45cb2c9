# The members of the array: there before it is mounted, and stopped in good order after it is unmounted.
{
  config,
  lib,
  pkgs,
  utils,
  ...
}:
let
  say = config.storage.array;
  inherit (say) names;
  script = import ./script.nix pkgs;
  lvm = config.services.lvm.package;
  mountUnits = map (directory: "${utils.escapeSystemdPath directory}.mount") names.directories;
  environment = {
    ARRAY_MEMBERS = toString names.members;
    ARRAY_GROUPS = toString names.groups;
    ARRAY_SECONDS = toString say.memberSeconds;
  };
  bringUp = script "array-bring-up" [ "bring-up.sh" ] [
    pkgs.kmod
    lvm
  ];
  shutDown = script "array-shut-down" [ "shut-down.sh" ] [
    pkgs.systemd
    lvm
  ];
  mountReadOnly = script "array-mount-read-only" [ "mount-read-only.sh" ] [ ];
in
{
  config = lib.mkIf say.enable {
    # Before the mounts, and so stopped after them: at shutdown the groups are deactivated when nothing is mounted.
    systemd.services.array-members = {
      description = "Members of the array";
      unitConfig = {
        DefaultDependencies = false;
        OnFailure = [
          "array-alert@%n.service"
        ]
        ++ lib.optional (say.whenMemberMissing == "mount-read-only") "array-read-only.service";
      };
      after = [
        "systemd-udevd.service"
        "systemd-modules-load.service"
        "systemd-remount-fs.service"
      ];
      before = mountUnits ++ [ "shutdown.target" ];
      conflicts = [ "shutdown.target" ];
      wantedBy = [ "local-fs.target" ];
      inherit environment;
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        TimeoutStartSec = say.memberSeconds + 60;
        ExecStart = lib.getExe bringUp;
        ExecStop = lib.getExe shutDown;
      };
    };

    # By hand and not by a mount unit: systemd waits for btrfs to be ready, which it is not while a member is missing.
    systemd.services.array-read-only = lib.mkIf (say.whenMemberMissing == "mount-read-only") {
      description = "What is left of the array, read-only";
      environment = {
        ARRAY_MEMBERS = toString names.arrayMembers;
        ARRAY_MOUNTS = toString names.mounts;
      };
      serviceConfig = {
        Type = "oneshot";
        ExecStart = lib.getExe mountReadOnly;
      };
    };
  };
}
