# Scrubs the hard disks and not the SSDs: a scrub through a cache reads a chunk that is in the cache from the SSD, and
# damage behind it stays unseen. So each leg in turn is scrubbed with its cache out of the way, and gets it back.
# Given: $1 (run, plan or restore), ARRAY_LEGS, ARRAY_MODE, ARRAY_BYPASS (detach or passthrough), ARRAY_DIRECTORY.
read -ra legs <<<"${ARRAY_LEGS:?}"
: "${ARRAY_MODE:?}" "${ARRAY_BYPASS:?}" "${ARRAY_DIRECTORY:?}"

refuse() {
  echo "refused: $*" >&2
  exit 1
}
say_and_run() {
  echo "+ $*" >&2
  "$@"
}

check_leg() {
  local leg=$1 status
  status=$(status_of "$leg") || refuse "$leg is not active"
  is_cache "$status" || refuse "$leg has no cache: a plain scrub does, or run this with restore first"
  ! has_failed "$status" || refuse "the cache of $leg has failed"
  [ "$(metadata_in "$status")" = "rw -" ] || refuse "the metadata of the cache of $leg say $(metadata_in "$status")"
  [ "$(dirty_in "$status")" = 0 ] ||
    refuse "$leg has $(dirty_in "$status") dirty chunks: its hard disk is older than its SSD, and a scrub would find that"
}

check_file_system() {
  mountpoint --quiet "$ARRAY_DIRECTORY" || refuse "$ARRAY_DIRECTORY is not mounted"
  ! btrfs filesystem show "$ARRAY_DIRECTORY" 2>&1 | grep --quiet --ignore-case missing || refuse "a member is missing"
  # Its exit code says whether one is under way.
  btrfs balance status "$ARRAY_DIRECTORY" >/dev/null || refuse "a balance is under way"
}

bypass() {
  local leg=$1
  case "$ARRAY_BYPASS" in
    # Flushes, and leaves the pool as a volume of its own. The cache comes back cold.
    detach) say_and_run lvconvert --yes --splitcache "$leg/data" ;;
    # Reads come from the hard disk, writes invalidate. The cache stays warm.
    passthrough) say_and_run lvchange --yes --cachemode passthrough "$leg/data" ;;
    *) refuse "ARRAY_BYPASS is detach or passthrough, not $ARRAY_BYPASS" ;;
  esac
}

# Puts back what is not as configured, whichever way it was left. A second run changes nothing.
restore() {
  local leg=$1 status
  status=$(status_of "$leg") || return 0
  if ! is_cache "$status"; then
    # --zero y: what the pool held before is older than the volume.
    say_and_run lvconvert --yes --type cache --cachepool "$leg/fast" --cachemode "$ARRAY_MODE" --zero y "$leg/data"
  elif [ "$(mode_in "$status")" = passthrough ]; then
    say_and_run lvchange --yes --cachemode "$ARRAY_MODE" "$leg/data"
  fi
}

case "${1-}" in
  plan)
    for leg in "${legs[@]}"; do check_leg "$leg"; done
    check_file_system
    echo "would scrub, one after the other, with the cache out of the way ($ARRAY_BYPASS): ${legs[*]}"
    ;;
  run)
    for leg in "${legs[@]}"; do check_leg "$leg"; done
    check_file_system
    failed=0
    # Lets the command under way end first: what it leaves behind is what restore looks at.
    trap 'exit 143' INT TERM
    for leg in "${legs[@]}"; do
      check_leg "$leg"
      trap 'restore "$leg"' EXIT
      bypass "$leg"
      # One device at a time. Exit code 3: there were errors that it could not correct.
      say_and_run btrfs scrub start -B -R "/dev/$leg/data" || failed=1
      trap - EXIT
      restore "$leg"
    done
    exit "$failed"
    ;;
  restore) for leg in "${legs[@]}"; do restore "$leg"; done ;;
  *) refuse "say run, plan or restore" ;;
esac
