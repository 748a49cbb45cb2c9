import { join } from 'node:path';
import type { Kernel } from '../../src/schema/index.ts';
import type { Disk } from './disks.ts';

export type Accelerator = 'kvm' | 'tcg';
export type Hardware = {
  accelerator: Accelerator;
  /** Directory of the image: a kernel of each series, root.squashfs. */
  image: string;
  kernel: Kernel;
  /** Directory of this machine: its disk images, its initrd and its sockets. */
  scratch: string;
  disks: readonly Disk[];
  /** Socket of a second serial line, for a person at a terminal. */
  terminal?: string;
  /** Where a saved machine is read from, in place of a boot; see saving.ts. */
  incoming?: string;
};

export const MEMORY_MIB = 1024;
export const PROCESSORS = 2;

/**
 * What the kernel is told. Nothing here touches storage: it spares emulation some work at boot and while switching
 * between kernel and programs, and sends an accident to the console.
 */
export const commandLine = [
  'console=ttyS0 quiet loglevel=3 panic=-1 oops=panic rdinit=/init',
  'mitigations=off nokaslr tsc=reliable no_timer_check rcupdate.rcu_expedited=1 random.trust_cpu=on',
  'log_buf_len=4M printk.devkmsg=on audit=0 apparmor=0',
].join(' ');

export const imageOf = (scratch: string, disk: Disk): string => join(scratch, `${disk.serial}.img`);
/** Where QEMU finds a disk that the lab serves itself, see volatile/drives.ts. */
export const nbdSocketOf = (scratch: string, disk: Disk): string => join(scratch, `${disk.serial}.nbd`);
export const initrdOf = (scratch: string): string => join(scratch, 'initrd.cpio');
/** What programs in the guest tell the host since the boot or fork; it is there when the guest's write came back. */
export const toldOf = (scratch: string): string => join(scratch, 'told');
export const sockets = (scratch: string) => ({ agent: join(scratch, 'agent'), qmp: join(scratch, 'qmp') });

/** The arguments of qemu-system-x86_64, paths included. */
export function qemuArguments(hardware: Hardware): string[] {
  const { accelerator, image, kernel, scratch, disks, terminal, incoming } = hardware;
  const { agent, qmp } = sockets(scratch);
  return [
    ...['-name', 'lab', '-nodefaults', '-no-user-config', '-no-reboot', '-display', 'none'],
    ...['-machine', 'q35,usb=off,vmport=off', '-cpu', accelerator === 'kvm' ? 'host' : 'max'],
    ...['-accel', accelerator === 'kvm' ? 'kvm' : 'tcg,thread=multi,tb-size=512'],
    ...['-smp', `${PROCESSORS}`, '-m', `${MEMORY_MIB}`],
    ...['-kernel', join(image, `vmlinuz-${kernel}`), '-initrd', initrdOf(scratch), '-append', commandLine],
    ...['-serial', 'stdio', '-device', 'virtio-rng-pci'],
    ...(terminal ? ['-chardev', `socket,id=line,path=${terminal},server=on,wait=off`, '-serial', 'chardev:line'] : []),
    ...['-qmp', `unix:${qmp},server=on,wait=off`],
    ...['-chardev', `socket,id=agent,path=${agent},server=on,wait=off`],
    ...['-device', 'virtio-serial-pci', '-device', 'virtserialport,chardev=agent,name=lab'],
    ...['-chardev', `file,id=told,path=${toldOf(scratch)}`, '-device', 'virtserialport,chardev=told,name=told'],
    ...['-blockdev', `driver=file,node-name=root,filename=${join(image, 'root.squashfs')},read-only=on`],
    ...['-device', 'virtio-blk-pci,drive=root'],
    ...['-device', 'virtio-scsi-pci,id=scsi'],
    ...disks.flatMap((disk) => diskArguments(scratch, disk)),
    ...(incoming ? ['-incoming', incoming] : []),
  ];
}

/**
 * One disk with a throttle group of its own. An operation counts as one whatever its size up to 1 MiB, as for a head
 * that has to move; flushes are not limited, and there is no burst beyond the throttle's own tenth of a second.
 */
function diskArguments(scratch: string, disk: Disk): string[] {
  const { serial, iopsLimit, bytesPerSecondLimit } = disk;
  const limits = [
    ...(iopsLimit === null ? [] : [`x-iops-total=${iopsLimit},x-iops-size=1048576`]),
    ...(bytesPerSecondLimit === null ? [] : [`x-bps-total=${bytesPerSecondLimit}`]),
  ].join(',');
  const discard = disk.is === 'SSD' ? 'unmap' : 'ignore';
  const backend =
    disk.volatileCacheBytes === undefined
      ? `file.driver=file,file.filename=${imageOf(scratch, disk)},file.aio=threads,file.discard=${discard}`
      : `file.driver=nbd,file.server.type=unix,file.server.path=${nbdSocketOf(scratch, disk)}`;
  return [
    ...['-object', `throttle-group,id=limit-${serial},${limits}`],
    '-blockdev',
    `driver=throttle,node-name=${serial},throttle-group=limit-${serial},discard=${discard},${backend}`,
    '-device',
    Object.entries(deviceProperties(disk))
      .map(([name, value]) => (name === 'driver' ? value : `${name}=${value}`))
      .join(','),
  ];
}

/** The disk as a device of the machine, on the node of its image. */
export const deviceProperties = (disk: Disk): Record<string, string | number> => ({
  ...{ driver: 'scsi-hd', bus: 'scsi.0', id: `disk-${disk.serial}`, drive: disk.serial, serial: disk.serial },
  rotation_rate: disk.rotationRate,
  ...(disk.is === 'SSD' ? {} : { discard_granularity: 0 }),
});
