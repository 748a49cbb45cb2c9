# Whether the passthrough mode of dm-cache is whole in a kernel: it was broken for writes from 4.12 on, and mended in
# 7.3 and in 6.12.91. Other stable series were not read, and count as broken.
version:
let
  atLeast = least: builtins.compareVersions version least >= 0;
in
atLeast "7.3" || (atLeast "6.12.91" && !(atLeast "6.13"))
