# Makes a bcache device of one hard disk and one SSD. A second run changes nothing.
# Given: leg, hdd, ssd, mode.
modprobe bcache
udevadm settle --timeout 120
if ! blkid "$hdd" | grep --quiet 'TYPE="bcache"'; then
  make-bcache -B "$hdd" -C "$ssd"
  udevadm settle --timeout 120
fi
for part in "$ssd" "$hdd"; do
  if [ ! -e "/sys/class/block/$(basename "$(readlink --canonicalize "$part")")/bcache" ]; then
    echo "$part" >/sys/fs/bcache/register
  fi
done
udevadm settle --timeout 120
backing="/sys/class/block/$(basename "$(readlink --canonicalize "$hdd")")/bcache"
echo "$mode" >"$backing/cache_mode"
echo "$leg" >"$backing/label"
udevadm trigger --action=change "/sys/class/block/$(basename "$(readlink --canonicalize "$backing/dev")")"
udevadm settle --timeout 120
