# Sizes as the tools write them: a whole number and one of K, M, G, T. Plain builtins, no library.
let
  units = {
    K = 1;
    M = 1024;
    G = 1024 * 1024;
    T = 1024 * 1024 * 1024;
  };
  pattern = "([1-9][0-9]*)([KMGT])";
in
{
  inherit pattern;
  isSize = text: builtins.match pattern text != null;
  toKiB =
    text:
    let
      parts = builtins.match pattern text;
    in
    if parts == null then
      throw "\"${text}\" is not a size: write a whole number and one of K, M, G, T, such as 400G"
    else
      builtins.fromJSON (builtins.elemAt parts 0) * units.${builtins.elemAt parts 1};
}
