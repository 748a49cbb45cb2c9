# Says on every terminal, and by mail if so configured, that a unit of the array failed. The failed unit says it too.
# Given: $1 (the unit), ARRAY_MAIL (a command that reads a message, or empty).
unit=$1
message="ARRAY: $unit failed on $(uname --nodename). What it said last:
$(journalctl --unit "$unit" --lines 15 --output cat --no-pager)"
wall -- "$message" || true
if [ -n "${ARRAY_MAIL-}" ]; then
  printf 'Subject: %s failed on %s\n\n%s\n' "$unit" "$(uname --nodename)" "$message" | sh -c "$ARRAY_MAIL"
fi
