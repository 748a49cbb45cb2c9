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
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1" \
    
    then
      sgdisk --partition-guid="1:R" \
    --change-name="1:leg1-hdd1" \
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1" \
    
    fi
    # ensure /dev/disk/by-path/..-partN exists before continuing
    partprobe "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1" || : # sometimes partprobe fails, but the partitions are still up2date
    udevadm trigger --subsystem-match=block
    udevadm settle --timeout 120
    
    
    
    
    
    
    
    
    
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
    --new=1:0:-0 \
     --partition-guid="1:R" \
    --change-name="1:leg1-ssd" \
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1" \
    
    then
      sgdisk --partition-guid="1:R" \
    --change-name="1:leg1-ssd" \
    --typecode=1:8300 \
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
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2" \
    
    then
      sgdisk --partition-guid="1:R" \
    --change-name="1:leg2-hdd1" \
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2" \
    
    fi
    # ensure /dev/disk/by-path/..-partN exists before continuing
    partprobe "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H2" || : # sometimes partprobe fails, but the partitions are still up2date
    udevadm trigger --subsystem-match=block
    udevadm settle --timeout 120
    
    
    
    
    
    ( # btrfs  /dev/disk/by-partlabel/leg2-hdd1   #
      device=/dev/disk/by-partlabel/leg2-hdd1
      declare -a extraArgs=(--label array --data raid1 --metadata raid1 /dev/disk/by-partlabel/leg1-hdd1)
      declare -a mountOptions=(defaults)
      mountpoint=''
      type=btrfs
      
      # create the filesystem only if the device seems empty
      if ! (blkid "/dev/disk/by-partlabel/leg2-hdd1" -o export | grep -q '^TYPE='); then
        mkfs.btrfs "/dev/disk/by-partlabel/leg2-hdd1" --label array --data raid1 --metadata raid1 /dev/disk/by-partlabel/leg1-hdd1
      fi
      if (blkid "/dev/disk/by-partlabel/leg2-hdd1" -o export | grep -q '^TYPE=btrfs$'); then
        
        (
        MNTPOINT=$(mktemp -d)
        mount "/dev/disk/by-partlabel/leg2-hdd1" "$MNTPOINT" -o subvol=/
        trap 'umount "$MNTPOINT"; rm -rf "$MNTPOINT"' EXIT
        SUBVOL_ABS_PATH="$MNTPOINT/@data"
        mkdir -p "$(dirname "$SUBVOL_ABS_PATH")"
        if ! btrfs subvolume show "$SUBVOL_ABS_PATH" > /dev/null 2>&1; then
          btrfs subvolume create "$SUBVOL_ABS_PATH" 
        fi
        
      )
      
      fi
      
      
      
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
    --new=1:0:-0 \
     --partition-guid="1:R" \
    --change-name="1:leg2-ssd" \
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2" \
    
    then
      sgdisk --partition-guid="1:R" \
    --change-name="1:leg2-ssd" \
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2" \
    
    fi
    # ensure /dev/disk/by-path/..-partN exists before continuing
    partprobe "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S2" || : # sometimes partprobe fails, but the partitions are still up2date
    udevadm trigger --subsystem-match=block
    udevadm settle --timeout 120
    
    
    
    
    
    ( # btrfs  /dev/disk/by-partlabel/leg2-ssd   #
      device=/dev/disk/by-partlabel/leg2-ssd
      declare -a extraArgs=(--label array-fast --data raid1 --metadata raid1 /dev/disk/by-partlabel/leg1-ssd)
      declare -a mountOptions=(defaults)
      mountpoint=''
      type=btrfs
      
      # create the filesystem only if the device seems empty
      if ! (blkid "/dev/disk/by-partlabel/leg2-ssd" -o export | grep -q '^TYPE='); then
        mkfs.btrfs "/dev/disk/by-partlabel/leg2-ssd" --label array-fast --data raid1 --metadata raid1 /dev/disk/by-partlabel/leg1-ssd
      fi
      if (blkid "/dev/disk/by-partlabel/leg2-ssd" -o export | grep -q '^TYPE=btrfs$'); then
        
        (
        MNTPOINT=$(mktemp -d)
        mount "/dev/disk/by-partlabel/leg2-ssd" "$MNTPOINT" -o subvol=/
        trap 'umount "$MNTPOINT"; rm -rf "$MNTPOINT"' EXIT
        SUBVOL_ABS_PATH="$MNTPOINT/@fast"
        mkdir -p "$(dirname "$SUBVOL_ABS_PATH")"
        if ! btrfs subvolume show "$SUBVOL_ABS_PATH" > /dev/null 2>&1; then
          btrfs subvolume create "$SUBVOL_ABS_PATH" 
        fi
        
      )
      
      fi
      
      
      
    )
    
    
    
    
  )
  
  
)
