# Every topology, by its name. Each takes the same legs and the settings of defaults.nix, and returns what disko takes.
# A layout that breaks one of the checks is not built.
let
  checks = import ./checks.nix;
  guarded =
    topology: layout: given:
    let
      broken = builtins.filter (check: !check.assertion) (checks (given // { inherit topology; }));
    in
    if broken == [ ] then
      layout given
    else
      throw (builtins.concatStringsSep "\n" (map (check: check.message) broken));
in
builtins.mapAttrs guarded {
  plain = import ./plain.nix;
  separate-pool = import ./separate-pool.nix;
  lvmcache = import ./lvmcache.nix;
  bcache = import ./bcache.nix;
}
