# Deactivates the volume groups of the array, so that the caches write down which chunks are clean.
# Without it every chunk counts as dirty at the next start, in writethrough mode too.
# Given: ARRAY_GROUPS (volume groups, or empty).
read -ra groups <<<"${ARRAY_GROUPS-}"
failed=0
for group in "${groups[@]}"; do
  for ((attempt = 1; attempt <= 10; attempt++)); do
    if vgchange --activate n "$group"; then continue 2; fi
    udevadm settle --timeout 5 || true
    sleep 1
  done
  echo "$group is still in use: its cache will come back with every chunk dirty" >&2
  failed=1
done
exit "$failed"
