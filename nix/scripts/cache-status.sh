# Functions on the status line of dm-cache, whose fields are in the order of the kernel's document on the cache target:
# start length "cache" metadata-block used/total chunk used/total read-hits read-misses write-hits write-misses
# demotions promotions dirty features... policy... metadata-mode needs-check

# The status of the cache of a leg. --noflush: without it, asking commits the metadata.
status_of() { dmsetup status --noflush "$1-data"; }
is_cache() { [ "$(awk '{ print $3 }' <<<"$1")" = cache ]; }
has_failed() { [ "$(awk '{ print $4 }' <<<"$1")" = Fail ]; }
dirty_in() { awk '{ print $14 }' <<<"$1"; }
used_in() { awk '{ print $7 }' <<<"$1"; }
# Share of reads that the cache answered since it was made, in percent, or "none": the counts outlive a restart.
hit_ratio_in() { awk '{ all = $8 + $9; if (all == 0) print "none"; else printf "%.1f\n", 100 * $8 / all }' <<<"$1"; }
mode_in() { awk '{ for (i = 16; i < 16 + $15; i++) if ($i ~ /^(writethrough|writeback|passthrough)$/) print $i }' <<<"$1"; }
metadata_in() { awk '{ print $(NF - 1), $NF }' <<<"$1"; }
