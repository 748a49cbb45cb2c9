#!/bin/sh
# Process 1 of the guest. There is no systemd: it takes most of the boot under emulation, and nothing here needs it.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 TZ=UTC
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t tmpfs -o mode=755 run /run
mount -t tmpfs tmp /tmp
mkdir -p /run/lock /run/udev /mnt
ln -sf /proc/self/fd /dev/fd
/usr/lib/systemd/systemd-udevd --daemon
udevadm trigger --action=add --subsystem-match=block --settle
# btrfs measures its checksums and parities when it is loaded; do it while the agent starts.
modprobe btrfs &
python3 -I -S -B /lab/agent.py
# The agent ends when it is told to power off, or when it failed: the host knows which.
sync
# By a call that does not come back: the kernel shuts the disk with this very program down before the machine is off.
exec busybox poweroff -f -n
