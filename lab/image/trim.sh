#!/bin/sh
# Runs inside the guest's root while the image is built. It makes the boot short under emulation: few modules,
# already decompressed, in the order in which they load; few udev rules; no documents.
set -eu

keep='virtio_blk squashfs overlay sd_mod virtio_scsi btrfs ext4 xfs dm_mod dm_cache dm_cache_smq dm_writecache
  dm_thin_pool dm_mirror dm_raid dm_delay dm_flakey dm_zero dm_snapshot dm_integrity dm_log_writes bcache
  raid1 loop brd scsi_debug'
# Not in every kernel; what is missing there is for an experiment to say.
may='bcachefs'
# What the initrd loads: enough to find the root, and the disks while it is at it.
first='virtio_blk squashfs overlay virtio_scsi sd_mod'

paths() { modprobe --set-version "$kernel" --show-depends "$1" | sed -n 's/^insmod \([^ ]*\).*/\1/p'; }
plain() { basename "$1" | sed 's/\.\(xz\|zst\)$//'; }
unpack() {
  case $1 in
    *.xz) xz --decompress --stdout "$1" ;;
    *.zst) zstd --decompress --quiet --stdout "$1" ;;
    *) cat "$1" ;;
  esac
}

for modules in /usr/lib/modules/*; do
  kernel=$(basename "$modules")
  series=$(echo "$kernel" | cut -d. -f1,2)
  initrd=/boot/lab/initrd-$series
  mkdir -p "$initrd/modules" /kept
  for module in $may; do
    modinfo --set-version "$kernel" "$module" > /dev/null 2>&1 || continue
    keep="$keep $module"
  done
  for module in $keep; do
    paths "$module" | while read -r path; do
      flat=/kept/$(plain "$path")
      [ -e "$flat" ] || unpack "$path" > "$flat"
    done
  done
  for module in $first; do
    paths "$module" | while read -r path; do
      flat=$(plain "$path")
      [ -e "$initrd/modules/$flat" ] && continue
      cp "/kept/$flat" "$initrd/modules/"
      echo "$flat" >> "$initrd/modules/order"
    done
  done
  cp /usr/bin/busybox "$initrd/busybox"
  for vmlinuz in "/boot/vmlinuz-$kernel" "$modules/vmlinuz"; do
    [ ! -f "$vmlinuz" ] || cp "$vmlinuz" "/boot/lab/vmlinuz-$series"
  done
  builtin=$(mktemp)
  cp "$modules/modules.builtin" "$builtin"
  rm -r "$modules"
  mkdir -p "$modules/kernel"
  mv /kept/*.ko "$modules/kernel/"
  rmdir /kept
  touch "$modules/modules.order"
  mv "$builtin" "$modules/modules.builtin"
  depmod "$kernel"
done
rm -f /boot/vmlinuz-* /boot/initrd.img-* /boot/System.map-* /boot/config-*

# Of udev's rules, those that name disks and device-mapper volumes. The rules that activate volume groups, arrays and
# bcache as their disks appear are set aside: an experiment activates by hand, so that the transcript shows it, or puts
# them back when it is about the boot.
cd /usr/lib/udev/rules.d
mkdir ../rules-set-aside
for rule in *.rules; do
  case $rule in
    50-udev-default.rules | 55-dm.rules | 56-lvm.rules | 60-block.rules | 60-persistent-storage.rules) ;;
    60-persistent-storage-dm.rules | 63-md-raid-arrays.rules | 64-btrfs*.rules | 95-dm-notify.rules) ;;
    *) mv "$rule" ../rules-set-aside/ ;;
  esac
done

rm -rf /usr/share/doc /usr/share/man /usr/share/locale /usr/share/i18n /usr/lib/udev/hwdb.* /usr/share/perl* /var/cache/apt/*
find /usr/lib/python3* -name test -type d -prune -exec rm -rf {} +
