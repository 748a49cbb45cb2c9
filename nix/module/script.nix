# A command made of files in ../scripts, with strict shell options and the tools that it calls.
pkgs: name: files: tools:
pkgs.writeShellApplication {
  inherit name;
  runtimeInputs = [
    pkgs.coreutils
    pkgs.gawk
    pkgs.gnugrep
    pkgs.util-linux
    pkgs.btrfs-progs
  ]
  ++ tools;
  text = builtins.concatStringsSep "" (map (file: builtins.readFile (../scripts + "/${file}")) files);
}
