# Stands in for every tool that touches a disk: writes down how it was called, and answers as on empty disks.
record() { echo "$*" >>"$SCRATCH/commands"; }
for tool in sgdisk modprobe pvcreate vgcreate vgextend vgchange lvcreate lvconvert make-bcache mount umount; do
  eval "$tool() { record $tool \"\$@\"; }"
done
udevadm() { [ "$1" != trigger ] || [ "${2#--action}" = "$2" ] || record udevadm "$@"; }
partprobe() { :; }
readlink() { echo "${!#}"; }
findmnt() { return 1; }
vgdisplay() { return 1; }
lvdisplay() { return 1; }
# A physical volume without a group; a volume that is linear and lies on a disk that is none of ours.
pvs() { [ $# -gt 1 ] && echo; }
lvs() {
  case "$*" in
    *segtype*) echo linear ;;
    *devices*) echo "/dev/sdz(0)" ;;
    *) return 1 ;;
  esac
}
mkfs.btrfs() {
  record mkfs.btrfs "$@"
  touch "$SCRATCH/formatted"
}
# Only the device that was formatted last is asked for its type.
blkid() { [ -e "$SCRATCH/formatted" ] && [ "${2-}" = -o ] && echo TYPE=btrfs; }
btrfs() {
  case "$*" in
    "subvolume show"*) return 1 ;;
    *) record btrfs "$@" ;;
  esac
}
# Block devices are there; everything else is asked of the real one.
function [ {
  if builtin [ "$1" = '!' ] && builtin [ "$2" = -b ]; then return 1; fi
  builtin [ "$@"
}
for leg in leg1 leg2; do
  for part in "$leg-hdd1" "$leg-ssd" dev; do
    mkdir -p "$SCRATCH/sys/class/block/$part/bcache"
  done
done
