# Made by `node nix/check.ts --accept`; not to be edited. Text of disko at commit 878ec37, which has this notice:
# MIT License. Copyright (c) 2018, 2019, 2022-2024 Nix community projects. The licence stands in nix/LICENSE-disko.
# From files with sha256 c709d274ce4cab9ca1a756e72c4dd4ab27c75131687908e4c23aa955325a5af6
set -efux

disko_devices_dir=$(mktemp -d)
trap 'rm -rf "$disko_devices_dir"' EXIT
mkdir -p "$disko_devices_dir"

( # disk h1 /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1   #
  destroy=1
  device=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1
  imageName=h1
  imageSize=2G
  name=h1
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
    --change-name="1:H1" \
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1" \
    
    then
      sgdisk --partition-guid="1:R" \
    --change-name="1:H1" \
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1" \
    
    fi
    # ensure /dev/disk/by-path/..-partN exists before continuing
    partprobe "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_H1" || : # sometimes partprobe fails, but the partitions are still up2date
    udevadm trigger --subsystem-match=block
    udevadm settle --timeout 120
    
    
    
    
    
    ( # lvm_pv  /dev/disk/by-partlabel/H1   #
      device=/dev/disk/by-partlabel/H1
      type=lvm_pv
      vg=leg1
      
      if ! (blkid "/dev/disk/by-partlabel/H1" | grep -q 'TYPE='); then
        pvcreate "/dev/disk/by-partlabel/H1"
      fi
      echo "/dev/disk/by-partlabel/H1" >>"$disko_devices_dir"/lvm_leg1
      
      
    )
    
    
    
    
  )
  
  
)
( # disk s1 /dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1   #
  destroy=1
  device=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1
  imageName=s1
  imageSize=2G
  name=s1
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
    --change-name="1:S1" \
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1" \
    
    then
      sgdisk --partition-guid="1:R" \
    --change-name="1:S1" \
    --typecode=1:8300 \
    --attributes=1:=:0 \
     \
    "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1" \
    
    fi
    # ensure /dev/disk/by-path/..-partN exists before continuing
    partprobe "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_S1" || : # sometimes partprobe fails, but the partitions are still up2date
    udevadm trigger --subsystem-match=block
    udevadm settle --timeout 120
    
    
    
    
    
    ( # lvm_pv  /dev/disk/by-partlabel/S1   #
      device=/dev/disk/by-partlabel/S1
      type=lvm_pv
      vg=leg1
      
      if ! (blkid "/dev/disk/by-partlabel/S1" | grep -q 'TYPE='); then
        pvcreate "/dev/disk/by-partlabel/S1"
      fi
      echo "/dev/disk/by-partlabel/S1" >>"$disko_devices_dir"/lvm_leg1
      
      
    )
    
    
    
    
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
  
  
  
  
  
  
)
