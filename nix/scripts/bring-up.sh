# Waits for every member of the array, and brings up the volume groups that carry them.
# Given: ARRAY_MEMBERS (paths of block devices), ARRAY_GROUPS (volume groups, or empty), ARRAY_SECONDS (how long to wait).
read -ra members <<<"${ARRAY_MEMBERS:?}"
read -ra groups <<<"${ARRAY_GROUPS-}"

if [ "${#groups[@]}" -gt 0 ]; then
  modprobe --all dm-cache dm-cache-smq # LVM of nixpkgs may have been built without a way to load them
fi

# By name and again and again, not by event: LVM announces a complete group once after a start, and a first try that
# failed is not repeated. A volume with a missing disk is refused, and no --activationmode makes it whole.
while :; do
  for group in "${groups[@]}"; do
    [ -b "/dev/$group/data" ] || vgchange --activate y "$group" >/dev/null 2>&1 || true
  done
  missing=()
  for member in "${members[@]}"; do [ -b "$member" ] || missing+=("$member"); done
  [ "${#missing[@]}" -gt 0 ] || exit 0
  [ "$SECONDS" -lt "${ARRAY_SECONDS:?}" ] || break
  sleep 1
done

echo "The array is not complete. Missing: ${missing[*]}" >&2
for group in "${groups[@]}"; do
  [ -b "/dev/$group/data" ] && continue
  vgchange --activate y "$group" >&2 || true
  pvs --options pv_name,vg_name,pv_missing --select "vg_name=$group" >&2 || true
done
echo "It stays unmounted, or is mounted read-only if so configured. See the runbooks for a missing SSD and a missing disk." >&2
exit 1
