#!/bin/sh
# Runs inside the guest's root while the image is built, before it is trimmed: writes down what it is made of.
set -eu
mkdir -p /boot/lab/inventory
# shellcheck disable=SC2046
apt-cache show --no-all-versions $(dpkg-query --show --showformat='${Package}=${Version} ') > /boot/lab/inventory/index
for release in /var/lib/apt/lists/*_InRelease; do
  sha256sum "$release" | cut -d' ' -f1
  grep -m1 '^Date: ' "$release"
done > /boot/lab/inventory/release
basename /usr/lib/modules/* > /boot/lab/inventory/kernel
