# Scrubs the file systems whose members have no cache in front of them.
# Given: $1 (run, plan or restore), ARRAY_DIRECTORIES, one for each file system.
read -ra directories <<<"${ARRAY_DIRECTORIES:?}"
case "${1-}" in
  plan) echo "would scrub: ${directories[*]}" ;;
  run)
    failed=0
    for directory in "${directories[@]}"; do btrfs scrub start -B -R "$directory" || failed=1; done
    exit "$failed"
    ;;
  restore) ;;
  *)
    echo "refused: say run, plan or restore" >&2
    exit 1
    ;;
esac
