# Mounts what is left of the array read-only, so that the data can be read until somebody has looked.
# Read-only because writes to one copy alone would have to be balanced back later.
# Given: ARRAY_MEMBERS (paths of block devices), ARRAY_MOUNTS (subvolume=directory ...).
read -ra members <<<"${ARRAY_MEMBERS:?}"
read -ra mounts <<<"${ARRAY_MOUNTS:?}"
btrfs device scan
for member in "${members[@]}"; do
  [ -b "$member" ] || continue
  for mount in "${mounts[@]}"; do
    directory=${mount#*=}
    mountpoint --quiet "$directory" && continue
    mkdir --parents "$directory"
    mount --types btrfs --options "ro,degraded,subvol=${mount%%=*}" "$member" "$directory"
    echo "$directory is mounted read-only from $member, without its missing members" >&2
  done
  exit 0
done
echo "no member of the array is there" >&2
exit 1
