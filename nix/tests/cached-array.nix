# A machine of NixOS with a cached array, booted, with one SSD taken away, and scrubbed. For `nix flake check`.
# Not run where this was written: it needs all of nixpkgs.
{ pkgs, diskoModule }:
let
  # QEMU's virtio disks by serial number, each with an empty image of its own.
  serials = [
    "hdd1"
    "hdd2"
    "ssd1"
    "ssd2"
  ];
  byId = serial: "/dev/disk/by-id/virtio-${serial}";
in
pkgs.testers.runNixOSTest {
  name = "cached-array";
  nodes.machine =
    { config, pkgs, ... }:
    {
      imports = [
        diskoModule
        ../module
      ];
      virtualisation.memorySize = 2048;
      virtualisation.emptyDiskImages = map (serial: {
        size = 2048;
        driveConfig.deviceExtraOpts.serial = serial;
      }) serials;
      # Tests of NixOS replace the file systems of the machine: this one is said again.
      virtualisation.fileSystems."/srv/data" = {
        device = "/dev/leg2/data";
        fsType = "btrfs";
        options = (import ../layouts/defaults.nix).mountOptions ++ [ "subvol=@data" ];
      };
      environment.systemPackages = [
        pkgs.btrfs-progs
        config.system.build.format
      ];
      storage.array = {
        enable = true;
        topology = "lvmcache";
        legs = {
          leg1 = {
            hdds = [ (byId "hdd1") ];
            ssd = byId "ssd1";
          };
          leg2 = {
            hdds = [ (byId "hdd2") ];
            ssd = byId "ssd2";
          };
        };
        cacheSize = "512M";
        chunkSize = "64K";
        whenMemberMissing = "mount-read-only";
        # The disks of QEMU have no SMART data.
        health.enable = false;
      };
    };
  testScript = ''
    with subtest("disko makes the layout, twice the same"):
        machine.wait_for_unit("multi-user.target")
        machine.succeed("disko-format")
        before = machine.succeed("lvs --all --noheadings --options vg_name,lv_name,segtype,lv_uuid")
        machine.succeed("disko-format")
        assert before == machine.succeed("lvs --all --noheadings --options vg_name,lv_name,segtype,lv_uuid")

    with subtest("a stock start brings up the legs with their caches, and mounts"):
        machine.shutdown()
        machine.start()
        machine.wait_for_unit("srv-data.mount")
        for leg in ["leg1", "leg2"]:
            assert "cache" in machine.succeed(f"dmsetup status --noflush {leg}-data")
        machine.succeed("dd if=/dev/urandom of=/srv/data/file bs=1M count=64 && sync")
        machine.succeed("sha256sum /srv/data/file > /root/sum")

    with subtest("an orderly stop leaves no chunk dirty"):
        machine.shutdown()
        machine.start()
        machine.wait_for_unit("srv-data.mount")
        for leg in ["leg1", "leg2"]:
            assert machine.succeed(f"dmsetup status --noflush {leg}-data").split()[13] == "0"

    with subtest("a scrub takes the caches away and puts them back"):
        machine.succeed("systemctl start --wait array-scrub.service")
        for leg in ["leg1", "leg2"]:
            machine.succeed(f"lvs --noheadings --options segtype {leg}/data | grep cache")

    with subtest("a missing SSD does not stop the boot, raises the alarm, and the data can be read"):
        machine.succeed("systemctl stop srv-data.mount array-members.service")
        machine.succeed("wipefs --all --force ${byId "ssd1"}-part1")
        machine.shutdown()
        machine.start()
        machine.wait_for_unit("multi-user.target")
        machine.wait_until_succeeds("systemctl is-failed array-members.service", timeout=180)
        machine.wait_until_succeeds("findmnt --options ro /srv/data", timeout=180)
        machine.succeed("sha256sum --check /root/sum")
  '';
}
