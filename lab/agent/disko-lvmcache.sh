# Made by `node nix/check.ts --accept`; not to be edited. Text of disko at commit 878ec37, which has this notice:
# MIT License. Copyright (c) 2018, 2019, 2022-2024 Nix community projects. The licence stands in nix/LICENSE-disko.
# From files with sha256 c709d274ce4cab9ca1a756e72c4dd4ab27c75131687908e4c23aa955325a5af6
set -efux

disko_devices_dir=$(mktemp -d)
trap 'rm -rf "$disko_devices_dir"' EXIT
mkdir -p "$disko_devices_dir"

( # disk leg1-hdd1 /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1   #
  destroy=''
  device=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1
  imageName=leg1-hdd1
  imageSize=2G
  name=leg1-hdd1
  type=disk
  
  ( # gpt  /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1   #
    device=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1
    efiGptPartitionFirst=1
    type=gpt
    
    if ! blkid "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1" >&2; then
      sgdisk --clear "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1"
    fi
    # try to create the partition, if it fails, try to change the type and name
    if ! sgdisk --align-end  \
    --new=1:0:-0 \
     --partition-guid="1:R" \
    --change-name="1:leg1-hdd1" \
    --typecode=1:8E00 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1" \
    
    then
      sgdisk --partition-guid="1:R" \
    --change-name="1:leg1-hdd1" \
    --typecode=1:8E00 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1" \
    
    fi
    # ensure /dev/disk/by-path/..-partN exists before continuing
    partprobe "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1" || : # sometimes partprobe fails, but the partitions are still up2date
    udevadm trigger --subsystem-match=block
    udevadm settle --timeout 120
    
    
    
    
    
    ( # lvm_pv  /dev/disk/by-partlabel/leg1-hdd1   #
      device=/dev/disk/by-partlabel/leg1-hdd1
      type=lvm_pv
      vg=leg1
      
      if ! (blkid "/dev/disk/by-partlabel/leg1-hdd1" | grep -q 'TYPE='); then
        pvcreate "/dev/disk/by-partlabel/leg1-hdd1"
      fi
      echo "/dev/disk/by-partlabel/leg1-hdd1" >>"$disko_devices_dir"/lvm_leg1
      
      
    )
    
    
    
    
  )
  
  
)
( # disk leg1-ssd /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1   #
  destroy=''
  device=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1
  imageName=leg1-ssd
  imageSize=2G
  name=leg1-ssd
  type=disk
  
  ( # gpt  /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1   #
    device=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1
    efiGptPartitionFirst=1
    type=gpt
    
    if ! blkid "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1" >&2; then
      sgdisk --clear "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1"
    fi
    # try to create the partition, if it fails, try to change the type and name
    if ! sgdisk --align-end  \
    --new=1:0:+640M \
     --partition-guid="1:R" \
    --change-name="1:leg1-ssd" \
    --typecode=1:8E00 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1" \
    
    then
      sgdisk --partition-guid="1:R" \
    --change-name="1:leg1-ssd" \
    --typecode=1:8E00 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1" \
    
    fi
    # ensure /dev/disk/by-path/..-partN exists before continuing
    partprobe "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1" || : # sometimes partprobe fails, but the partitions are still up2date
    udevadm trigger --subsystem-match=block
    udevadm settle --timeout 120
    
    
    
    
    
    
    
    
    
  )
  
  
)
( # disk leg2-hdd1 /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2   #
  destroy=''
  device=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2
  imageName=leg2-hdd1
  imageSize=2G
  name=leg2-hdd1
  type=disk
  
  ( # gpt  /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2   #
    device=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2
    efiGptPartitionFirst=1
    type=gpt
    
    if ! blkid "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2" >&2; then
      sgdisk --clear "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2"
    fi
    # try to create the partition, if it fails, try to change the type and name
    if ! sgdisk --align-end  \
    --new=1:0:-0 \
     --partition-guid="1:R" \
    --change-name="1:leg2-hdd1" \
    --typecode=1:8E00 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2" \
    
    then
      sgdisk --partition-guid="1:R" \
    --change-name="1:leg2-hdd1" \
    --typecode=1:8E00 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2" \
    
    fi
    # ensure /dev/disk/by-path/..-partN exists before continuing
    partprobe "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2" || : # sometimes partprobe fails, but the partitions are still up2date
    udevadm trigger --subsystem-match=block
    udevadm settle --timeout 120
    
    
    
    
    
    ( # lvm_pv  /dev/disk/by-partlabel/leg2-hdd1   #
      device=/dev/disk/by-partlabel/leg2-hdd1
      type=lvm_pv
      vg=leg2
      
      if ! (blkid "/dev/disk/by-partlabel/leg2-hdd1" | grep -q 'TYPE='); then
        pvcreate "/dev/disk/by-partlabel/leg2-hdd1"
      fi
      echo "/dev/disk/by-partlabel/leg2-hdd1" >>"$disko_devices_dir"/lvm_leg2
      
      
    )
    
    
    
    
  )
  
  
)
( # disk leg2-ssd /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2   #
  destroy=''
  device=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2
  imageName=leg2-ssd
  imageSize=2G
  name=leg2-ssd
  type=disk
  
  ( # gpt  /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2   #
    device=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2
    efiGptPartitionFirst=1
    type=gpt
    
    if ! blkid "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2" >&2; then
      sgdisk --clear "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2"
    fi
    # try to create the partition, if it fails, try to change the type and name
    if ! sgdisk --align-end  \
    --new=1:0:+640M \
     --partition-guid="1:R" \
    --change-name="1:leg2-ssd" \
    --typecode=1:8E00 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2" \
    
    then
      sgdisk --partition-guid="1:R" \
    --change-name="1:leg2-ssd" \
    --typecode=1:8E00 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2" \
    
    fi
    # ensure /dev/disk/by-path/..-partN exists before continuing
    partprobe "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2" || : # sometimes partprobe fails, but the partitions are still up2date
    udevadm trigger --subsystem-match=block
    udevadm settle --timeout 120
    
    
    
    
    
    
    
    
    
  )
  
  
)
( # lvm_vg leg1    #
  name=leg1
  type=lvm_vg
  
  modprobe "dm-snapshot"
  readarray -t lvm_devices < <(cat "$disko_devices_dir"/lvm_leg1)
  if ! vgdisplay "leg1" >/dev/null; then
    vgcreate "leg1" \
      "${lvm_devices[@]}"
  fi
  if ! lvdisplay "leg1/data"; then
    lvcreate \
      --yes \
      -l \
        100%FREE \
      -n "data" \
       \
       \
       \
      "leg1"
  fi
  
  
  
  
  
  cache_size='384M'
  chunk_size='64K'
  leg='leg1'
  mode='writethrough'
  ssd='/dev/disk/by-partlabel/leg1-ssd'
  # Joins the SSD to the group of its leg and attaches the cache. A second run changes nothing.
  # Given: leg, ssd, mode, cache_size, chunk_size.
  modprobe --all dm-cache dm-cache-smq # this LVM may have been built without a way to load them
  udevadm settle --timeout 120
  if [ ! -b "$ssd" ]; then
    echo "$leg: there is no $ssd" >&2
    exit 1
  fi
  if ! pvs "$ssd" >/dev/null 2>&1; then
    pvcreate --yes "$ssd"
  fi
  group=$(pvs --noheadings --options vg_name "$ssd" | tr -d '[:space:]')
  if [ -z "$group" ]; then
    vgextend "$leg" "$ssd"
  elif [ "$group" != "$leg" ]; then
    echo "$ssd belongs to the group $group, not to $leg" >&2
    exit 1
  fi
  if lvs --noheadings --options devices "$leg/data" | grep --quiet --fixed-strings "$(readlink --canonicalize "$ssd")("; then
    echo "$leg/data lies on the SSD: it was made while the SSD was in the group" >&2
    exit 1
  fi
  if [ "$(lvs --noheadings --options segtype "$leg/data" | tr -d '[:space:]')" != cache ]; then
    if ! lvs "$leg/fast" >/dev/null 2>&1; then
      lvcreate --yes --type cache-pool --name fast --size "$cache_size" --chunksize "$chunk_size" "$leg" "$ssd"
    fi
    lvconvert --yes --type cache --cachepool "$leg/fast" --cachemode "$mode" --zero y "$leg/data"
  fi
  
)
( # lvm_vg leg2    #
  name=leg2
  type=lvm_vg
  
  modprobe "dm-snapshot"
  readarray -t lvm_devices < <(cat "$disko_devices_dir"/lvm_leg2)
  if ! vgdisplay "leg2" >/dev/null; then
    vgcreate "leg2" \
      "${lvm_devices[@]}"
  fi
  if ! lvdisplay "leg2/data"; then
    lvcreate \
      --yes \
      -l \
        100%FREE \
      -n "data" \
       \
       \
       \
      "leg2"
  fi
  
  
  ( # btrfs  /dev/leg2/data   #
    device=/dev/leg2/data
    declare -a extraArgs=(--label array --data raid1 --metadata raid1 /dev/leg1/data)
    declare -a mountOptions=(defaults)
    mountpoint=''
    type=btrfs
    
    # create the filesystem only if the device seems empty
    if ! (blkid "/dev/leg2/data" -o export | grep -q '^TYPE='); then
      mkfs.btrfs "/dev/leg2/data" --label array --data raid1 --metadata raid1 /dev/leg1/data
    fi
    if (blkid "/dev/leg2/data" -o export | grep -q '^TYPE=btrfs$'); then
      
      (
      MNTPOINT=$(mktemp -d)
      mount "/dev/leg2/data" "$MNTPOINT" -o subvol=/
      trap 'umount "$MNTPOINT"; rm -rf "$MNTPOINT"' EXIT
      SUBVOL_ABS_PATH="$MNTPOINT/@data"
      mkdir -p "$(dirname "$SUBVOL_ABS_PATH")"
      if ! btrfs subvolume show "$SUBVOL_ABS_PATH" > /dev/null 2>&1; then
        btrfs subvolume create "$SUBVOL_ABS_PATH" 
      fi
      
    )
    
    fi
    
    
    
  )
  
  
  
  cache_size='384M'
  chunk_size='64K'
  leg='leg2'
  mode='writethrough'
  ssd='/dev/disk/by-partlabel/leg2-ssd'
  # Joins the SSD to the group of its leg and attaches the cache. A second run changes nothing.
  # Given: leg, ssd, mode, cache_size, chunk_size.
  modprobe --all dm-cache dm-cache-smq # this LVM may have been built without a way to load them
  udevadm settle --timeout 120
  if [ ! -b "$ssd" ]; then
    echo "$leg: there is no $ssd" >&2
    exit 1
  fi
  if ! pvs "$ssd" >/dev/null 2>&1; then
    pvcreate --yes "$ssd"
  fi
  group=$(pvs --noheadings --options vg_name "$ssd" | tr -d '[:space:]')
  if [ -z "$group" ]; then
    vgextend "$leg" "$ssd"
  elif [ "$group" != "$leg" ]; then
    echo "$ssd belongs to the group $group, not to $leg" >&2
    exit 1
  fi
  if lvs --noheadings --options devices "$leg/data" | grep --quiet --fixed-strings "$(readlink --canonicalize "$ssd")("; then
    echo "$leg/data lies on the SSD: it was made while the SSD was in the group" >&2
    exit 1
  fi
  if [ "$(lvs --noheadings --options segtype "$leg/data" | tr -d '[:space:]')" != cache ]; then
    if ! lvs "$leg/fast" >/dev/null 2>&1; then
      lvcreate --yes --type cache-pool --name fast --size "$cache_size" --chunksize "$chunk_size" "$leg" "$ssd"
    fi
    lvconvert --yes --type cache --cachepool "$leg/fast" --cachemode "$mode" --zero y "$leg/data"
  fi
  
)
