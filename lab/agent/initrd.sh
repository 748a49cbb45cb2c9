#!/busybox sh
# First program of the guest: finds the read-only root and lays a writable layer of memory over it.
/busybox mount -t devtmpfs dev /dev
while read -r module; do /busybox insmod "/modules/$module"; done < /modules/order
/busybox mount -t squashfs -o ro /dev/vda /lower
/busybox mount -t tmpfs -o mode=755 upper /upper
/busybox mkdir /upper/files /upper/work
/busybox mount -t overlay -o lowerdir=/lower,upperdir=/upper/files,workdir=/upper/work overlay /root
/busybox mkdir /root/lab
/busybox cp /lab/* /root/lab/
/busybox mount -o move /dev /root/dev
exec /busybox switch_root /root /lab/init.sh
