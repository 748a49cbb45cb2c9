# Backups for an array of hard disks and a pool of SSDs beside it: snapshots of both, those of the pool sent to the array
# every night, and from there to another place. No snapshot of LVM and no image of a disk: behind a cache a disk is not
# its leg, and a copy of a leg is a twin that btrfs may take for the original.
{ config, ... }:
let
  # The top of each file system, mounted beside the subvolumes that are in use.
  array = "/mnt/array";
  pool = "/mnt/fast";
  names = config.storage.array.names;
  top = device: {
    inherit device;
    fsType = "btrfs";
    options = [
      "noatime"
      "nofail"
      "x-systemd.device-timeout=90s"
      "subvolid=5"
    ];
  };
in
{
  fileSystems.${array} = top (builtins.head names.arrayMembers);
  fileSystems.${pool} = top (builtins.elemAt names.members (builtins.length names.arrayMembers));

  services.btrbk.instances.array = {
    onCalendar = "daily";
    settings = {
      # What both have is what the next difference starts from: keep it for longer than the machine is ever off.
      snapshot_preserve_min = "7d";
      snapshot_preserve = "14d";
      target_preserve_min = "7d";
      target_preserve = "14d 8w 6m";
      snapshot_dir = "snapshots";
      volume.${pool} = {
        # Another disk, in the same machine: for the day on which both SSDs die.
        target = "${array}/from-pool";
        subvolume."@fast" = { };
      };
      volume.${array}.subvolume."@data" = { };
    };
  };

  services.restic.backups.elsewhere = {
    repository = "sftp:backup@backup.example:/array";
    passwordFile = "/etc/secrets/restic";
    # From the snapshots of last night: they stand still, and reading them does not disturb the pool.
    dynamicFilesFrom = ''
      ls -d ${array}/snapshots/@data.* | tail -n 1
      ls -d ${array}/from-pool/@fast.* | tail -n 1
    '';
    timerConfig = {
      OnCalendar = "04:00";
      Persistent = true;
    };
    pruneOpts = [
      "--keep-daily 14"
      "--keep-weekly 8"
      "--keep-monthly 12"
    ];
    # A part of the repository is read back each time: a backup that nobody has read is a hope.
    checkOpts = [ "--read-data-subset=2%" ];
  };

  # The file that the runbooks of a migration ask for: without a fresh one they refuse.
  systemd.services.restic-backups-elsewhere.postStart = "touch /var/lib/backup-ended";

  # A failed backup says so on every terminal, and by mail if the module has an address.
  systemd.services.btrbk-array.unitConfig.OnFailure = [ "array-alert@%n.service" ];
  systemd.services.restic-backups-elsewhere.unitConfig.OnFailure = [ "array-alert@%n.service" ];
}
