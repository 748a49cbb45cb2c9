# Scrubs the hard disks and not the SSDs, under bcache: only a detached device reads from its hard disk alone. Setting
# the mode to none keeps a scrub out of the cache, but what is in it is still read from there.
# Given: $1 (run, plan or restore), ARRAY_LEGS, ARRAY_SETS (leg=partition of its SSD ...), ARRAY_DIRECTORY.
read -ra legs <<<"${ARRAY_LEGS:?}"
read -ra sets <<<"${ARRAY_SETS:?}"
: "${ARRAY_DIRECTORY:?}"

refuse() {
  echo "refused: $*" >&2
  exit 1
}

directory_of() {
  local device
  device=$(readlink --canonicalize "/dev/bcache/by-label/$1")
  echo "/sys/class/block/${device##*/}/bcache"
}
state_of() { cat "$(directory_of "$1")/state"; }

set_of() {
  local pair
  for pair in "${sets[@]}"; do
    [ "${pair%%=*}" = "$1" ] || continue
    bcache-super-show "${pair#*=}" | awk '$1 == "cset.uuid" { print $2 }'
  done
}

check_leg() { [ "$(state_of "$1")" = clean ] || refuse "$1 is not clean, or has no cache: $(state_of "$1")"; }

detach() {
  echo 1 >"$(directory_of "$1")/detach"
  until [ "$(state_of "$1")" = "no cache" ]; do sleep 1; done
}

restore() {
  [ "$(state_of "$1")" = "no cache" ] || return 0
  set_of "$1" >"$(directory_of "$1")/attach"
}

case "${1-}" in
  plan)
    for leg in "${legs[@]}"; do check_leg "$leg"; done
    echo "would scrub, one after the other, detached: ${legs[*]}"
    ;;
  run)
    mountpoint --quiet "$ARRAY_DIRECTORY" || refuse "$ARRAY_DIRECTORY is not mounted"
    for leg in "${legs[@]}"; do check_leg "$leg"; done
    failed=0
    trap 'exit 143' INT TERM
    for leg in "${legs[@]}"; do
      trap 'restore "$leg"' EXIT
      detach "$leg"
      btrfs scrub start -B -R "/dev/bcache/by-label/$leg" || failed=1
      trap - EXIT
      restore "$leg"
    done
    exit "$failed"
    ;;
  restore) for leg in "${legs[@]}"; do restore "$leg"; done ;;
  *) refuse "say run, plan or restore" ;;
esac
