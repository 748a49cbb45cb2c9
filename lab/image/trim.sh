#!/bin/sh
# Runs inside the guest's root while the image is built. It makes the boot short under emulation: few modules,
# already decompressed, in the order in which they load; few udev rules; no documents.
set -eu

kernel=$(basename /usr/lib/modules/*)
modules=/usr/lib/modules/$kernel
keep='virtio_blk squashfs overlay sd_mod virtio_scsi btrfs dm_mod dm_cache dm_cache_smq dm_writecache dm_thin_pool
  dm_mirror dm_raid dm_delay dm_flakey dm_zero dm_snapshot bcache loop'
# What the initrd loads: enough to find the root, and the disks while it is at it.
first='virtio_blk squashfs overlay virtio_scsi sd_mod'

paths() { modprobe --set-version "$kernel" --show-depends "$1" | sed -n 's/^insmod \([^ ]*\).*/\1/p'; }

mkdir -p /boot/lab/initrd/modules /kept
for module in $keep; do
  paths "$module" | while read -r path; do
    flat=/kept/$(basename "$path" .xz)
    [ -e "$flat" ] || xz --decompress --stdout "$path" > "$flat"
  done
done
for module in $first; do
  paths "$module" | while read -r path; do
    flat=$(basename "$path" .xz)
    [ -e "/boot/lab/initrd/modules/$flat" ] && continue
    cp "/kept/$flat" /boot/lab/initrd/modules/
    echo "$flat" >> /boot/lab/initrd/modules/order
  done
done
rm -r "$modules"
mkdir -p "$modules/kernel"
mv /kept/*.ko "$modules/kernel/"
rmdir /kept
touch "$modules/modules.order" "$modules/modules.builtin"
depmod "$kernel"

cp /usr/bin/busybox /boot/lab/initrd/busybox
mv "/boot/vmlinuz-$kernel" /boot/lab/vmlinuz
rm -f /boot/initrd.img-* /boot/System.map-* /boot/config-*

# Of udev's rules, those that name disks and device-mapper volumes. The rule that activates volume groups as their disks
# appear is left out: an experiment activates by hand, so that the transcript shows it.
cd /usr/lib/udev/rules.d
for rule in *.rules; do
  case $rule in
    50-udev-default.rules | 55-dm.rules | 56-lvm.rules | 60-block.rules | 60-persistent-storage.rules) ;;
    60-persistent-storage-dm.rules | 64-btrfs*.rules | 95-dm-notify.rules) ;;
    *) rm "$rule" ;;
  esac
done

rm -rf /usr/share/doc /usr/share/man /usr/share/locale /usr/share/i18n /usr/lib/udev/hwdb.* /usr/share/perl* /var/cache/apt/*
find /usr/lib/python3* -name test -type d -prune -exec rm -rf {} +
