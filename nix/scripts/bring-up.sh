# Waits for every member of the array, and brings up the volume groups that carry them.
# Given: ARRAY_MEMBERS (paths of block devices), ARRAY_GROUPS (volume groups, or empty), ARRAY_SECONDS (how long to wait).
read -ra members <<<"${ARRAY_MEMBERS:?}"
read -ra groups <<<"${ARRAY_GROUPS-}"

if [ "${#groups[@]}" -gt 0 ]; then
  modprobe --all dm-cache dm-cache-smq # LVM of nixpkgs may have been built without a way to load them
fi

# By name and again and again, not by event: LVM announces a complete group once after a start, and a first try that
# failed is not repeated.
for group in "${groups[@]}"; do
  until [ -b "/dev/$group/data" ] || [ "$SECONDS" -ge "${ARRAY_SECONDS:?}" ]; do
    # A group without its SSD counts as partial and is left alone: no --activationmode makes it whole.
    if [ "$(vgs --noheadings --options vg_missing_pv_count "$group" 2>/dev/null | tr -d '[:space:]')" = 0 ]; then
      vgchange --activate y "$group" || true
    fi
    sleep 1
  done
done

missing=()
for member in "${members[@]}"; do
  until [ -b "$member" ] || [ "$SECONDS" -ge "${ARRAY_SECONDS:?}" ]; do sleep 1; done
  [ -b "$member" ] || missing+=("$member")
done
[ "${#missing[@]}" -gt 0 ] || exit 0

echo "The array is not complete. Missing: ${missing[*]}" >&2
for group in "${groups[@]}"; do
  [ -b "/dev/$group/data" ] || pvs --options pv_name,vg_name,pv_missing --select "vg_name=$group" >&2 || true
done
echo "It stays unmounted, or is mounted read-only if so configured. See the runbooks for a missing SSD and a missing disk." >&2
exit 1
