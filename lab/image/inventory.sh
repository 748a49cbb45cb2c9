#!/bin/sh
# Runs inside the guest's root while the image is built, before it is trimmed: writes down what it is made of.
set -eu
mkdir -p /boot/lab/inventory
# shellcheck disable=SC2046
apt-cache show --no-all-versions $(dpkg-query --show --showformat='${Package}=${Version} ') > /boot/lab/inventory/index
for release in /var/lib/apt/lists/*_InRelease; do
  [ -e "$release" ] || continue # built from stored packages alone
  sha256sum "$release" | cut -d' ' -f1
  sed -n 's/^Codename: //p;s/^Date: //p' "$release" | sort --reverse
done > /boot/lab/inventory/releases
for modules in /usr/lib/modules/*; do basename "$modules"; done > /boot/lab/inventory/kernels
