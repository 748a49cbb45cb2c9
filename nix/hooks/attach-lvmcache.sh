# Joins the SSD to the group of its leg and attaches the cache. A second run changes nothing.
# Given: leg, ssd, mode, cache_size, chunk_size.
modprobe --all dm-cache dm-cache-smq # this LVM may have been built without a way to load them
udevadm settle --timeout 120
if [ ! -b "$ssd" ]; then
  echo "$leg: there is no $ssd" >&2
  exit 1
fi
if ! pvs "$ssd" >/dev/null 2>&1; then
  pvcreate --yes "$ssd"
fi
group=$(pvs --noheadings --options vg_name "$ssd" | tr -d '[:space:]')
if [ -z "$group" ]; then
  vgextend "$leg" "$ssd"
elif [ "$group" != "$leg" ]; then
  echo "$ssd belongs to the group $group, not to $leg" >&2
  exit 1
fi
if lvs --noheadings --options devices "$leg/data" | grep --quiet --fixed-strings "$(readlink --canonicalize "$ssd")("; then
  echo "$leg/data lies on the SSD: it was made while the SSD was in the group" >&2
  exit 1
fi
if [ "$(lvs --noheadings --options segtype "$leg/data" | tr -d '[:space:]')" != cache ]; then
  if ! lvs "$leg/fast" >/dev/null 2>&1; then
    lvcreate --yes --type cache-pool --name fast --size "$cache_size" --chunksize "$chunk_size" "$leg" "$ssd"
  fi
  lvconvert --yes --type cache --cachepool "$leg/fast" --cachemode "$mode" --zero y "$leg/data"
fi
