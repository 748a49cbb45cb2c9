# array-alert@UNIT tells people that UNIT failed.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  say = config.storage.array;
  alert = import ./script.nix pkgs "array-alert" [ "alert.sh" ] [ pkgs.systemd ];
in
{
  config = lib.mkIf say.enable {
    systemd.services."array-alert@" = {
      description = "Tell people that %i failed";
      environment.ARRAY_MAIL = toString say.alert.mail;
      serviceConfig = {
        Type = "oneshot";
        ExecStart = "${lib.getExe alert} %i";
      };
    };
  };
}
