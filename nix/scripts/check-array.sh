# Looks at the array and says each thing that is not as it should be. Exits with 1 if there is one.
# Given: ARRAY_TOPOLOGY, ARRAY_LEGS, ARRAY_MODE, ARRAY_DIRTY (most chunks that may be dirty), ARRAY_DISKS (may be empty), ARRAY_WEAR
# (least of the wear indicator of an SSD), ARRAY_DIRECTORIES.
read -ra legs <<<"${ARRAY_LEGS:?}"
read -ra disks <<<"${ARRAY_DISKS?}"
read -ra directories <<<"${ARRAY_DIRECTORIES:?}"
problems=0
problem() {
  echo "PROBLEM: $*" >&2
  problems=$((problems + 1))
}

check_lvmcache() {
  local leg=$1 status
  if ! status=$(status_of "$leg"); then
    problem "$leg is not active"
  elif ! is_cache "$status"; then
    problem "$leg has no cache"
  elif has_failed "$status"; then
    problem "the cache of $leg has failed"
  else
    echo "$leg: $(used_in "$status") chunks used, $(dirty_in "$status") dirty, $(hit_ratio_in "$status") % of reads from the cache"
    [ "$(mode_in "$status")" = "${ARRAY_MODE:?}" ] || problem "$leg is in mode $(mode_in "$status"), not ${ARRAY_MODE:?}"
    [ "$(metadata_in "$status")" = "rw -" ] || problem "the metadata of the cache of $leg say $(metadata_in "$status")"
    [ "$(dirty_in "$status")" -le "${ARRAY_DIRTY:?}" ] ||
      problem "$leg has $(dirty_in "$status") dirty chunks: the hard disk alone is not whole. Was it stopped in good order?"
  fi
}

check_bcache() {
  local leg=$1 device state
  device=$(readlink --canonicalize "/dev/bcache/by-label/$leg")
  device=/sys/class/block/${device##*/}/bcache
  if [ ! -d "$device" ]; then
    problem "$leg is not active"
    return
  fi
  state=$(cat "$device/state")
  echo "$leg: $state, $(cat "$device/dirty_data") dirty, $(cat "$device/stats_total/cache_hit_ratio") % of requests from the cache"
  case "$state" in
    clean | dirty) ;;
    *) problem "$leg is in the state $state" ;;
  esac
  grep --quiet --fixed-strings "[${ARRAY_MODE:?}]" "$device/cache_mode" || problem "$leg is not in mode ${ARRAY_MODE:?}"
}

# Wear: of SATA SSDs of Samsung, attribute 177; it counts down from 100.
check_disk() {
  local disk=$1 report
  # smartctl sets bits of its status for old errors too: the report is what counts.
  report=$(smartctl --json --info --health --attributes "$disk") || true
  if [ "$(jq '.smart_status.passed' <<<"$report")" != true ]; then
    problem "$disk does not pass its self-assessment, or does not answer"
    return
  fi
  local wear reallocated
  wear=$(jq '[.ata_smart_attributes.table[]? | select(.id == 177) | .value][0] // 100' <<<"$report")
  reallocated=$(jq '[.ata_smart_attributes.table[]? | select(.id == 5) | .raw.value][0] // 0' <<<"$report")
  [ "$wear" -ge "${ARRAY_WEAR:?}" ] || problem "$disk is worn: its indicator is at $wear of 100"
  [ "$reallocated" -eq 0 ] || problem "$disk has reallocated $reallocated sectors"
}

check_file_system() {
  local directory=$1
  if ! mountpoint --quiet "$directory"; then
    problem "$directory is not mounted"
    return
  fi
  findmnt --noheadings --output OPTIONS "$directory" | grep --quiet --extended-regexp '^rw(,|$)' || problem "$directory is read-only"
  btrfs device stats --check "$directory" || problem "btrfs has counted errors below $directory"
  if btrfs filesystem show "$directory" 2>&1 | grep --quiet --ignore-case missing; then
    problem "a member of $directory is missing"
  fi
}

case "${ARRAY_TOPOLOGY:?}" in
  lvmcache) for leg in "${legs[@]}"; do check_lvmcache "$leg"; done ;;
  bcache) for leg in "${legs[@]}"; do check_bcache "$leg"; done ;;
esac
for disk in "${disks[@]}"; do check_disk "$disk"; done
for directory in "${directories[@]}"; do check_file_system "$directory"; done
[ "$problems" -eq 0 ]
