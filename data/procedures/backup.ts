import { defineProcedures } from '../../src/schema/index.ts';

export const backup = defineProcedures({
  'back-up-by-send': {
    title: 'Back a subvolume up with btrfs send',
    purpose: 'The whole content of a snapshot as one stream, written to another disk.',
    parameters: {
      subvolume: 'what to back up',
      snapshot: 'where to put the snapshot for as long as it is read',
      target: 'directory on another disk',
    },
    destroys: 'nothing',
    steps: [
      {
        run: 'btrfs subvolume snapshot -r {subvolume} {snapshot}',
        why: 'Only a snapshot that nobody writes can be sent.',
      },
      {
        run: 'btrfs send --quiet -f {target}/stream {snapshot}',
        why: 'Reads all of it, by one process: from one leg.',
      },
      { run: 'btrfs subvolume delete {snapshot}', why: 'An increment would need it; this is a full copy.' },
    ],
  },
  'back-up-by-restic': {
    title: 'Back a subvolume up with restic',
    purpose: 'A repository on another disk, made when it is not there, and one backup of a snapshot.',
    parameters: {
      subvolume: 'what to back up',
      snapshot: 'where to put the snapshot for as long as it is read; the same every time',
      target: 'directory on another disk',
    },
    destroys: 'nothing',
    steps: [
      { run: 'btrfs subvolume snapshot -r {subvolume} {snapshot}', why: 'Nothing changes while it is read.' },
      {
        run: 'test -e {target}/restic/config || restic --insecure-no-password --quiet --repo {target}/restic init',
        why: 'Makes the repository once. A real one has a password.',
      },
      {
        run: 'restic --insecure-no-password --quiet --repo {target}/restic backup {snapshot}',
        why: 'Reads what is new to it, by several threads: from both legs.',
      },
      { run: 'btrfs subvolume delete {snapshot}', why: 'restic keeps nothing that needs it.' },
    ],
  },
  'back-up-by-borg': {
    title: 'Back a subvolume up with borg',
    purpose: 'A repository on another disk, made when it is not there, and one backup of a snapshot.',
    parameters: {
      subvolume: 'what to back up',
      snapshot: 'where to put the snapshot for as long as it is read; the same every time',
      target: 'directory on another disk',
    },
    destroys: 'nothing',
    steps: [
      { run: 'btrfs subvolume snapshot -r {subvolume} {snapshot}', why: 'Nothing changes while it is read.' },
      {
        run: 'test -e {target}/borg/config || borg init --encryption none {target}/borg',
        why: 'Makes the repository once. A real one is encrypted.',
      },
      {
        run: 'BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK=yes borg create --compression none {target}/borg::"$(date +%s)" {snapshot}',
        why: 'Reads what is new to it, by one process: from one leg.',
      },
      { run: 'btrfs subvolume delete {snapshot}', why: 'borg keeps nothing that needs it.' },
    ],
  },

  'mount-legs-without-lvm': {
    title: 'Read the array from its hard disks on a machine without LVM',
    purpose:
      'A leg begins one MiB into its disk when the disk is a physical volume as a whole and the leg is its first volume. Read only, and for writethrough caches that were stopped in good order: whatever is dirty is missing.',
    parameters: {
      one: 'first hard disk, by id',
      two: 'second hard disk, by id',
      directory: 'where to mount it',
    },
    destroys: 'nothing',
    steps: [
      { run: 'modprobe btrfs', why: 'Without the module there is nothing to register the legs with.' },
      { run: 'losetup --find --show --read-only --offset 1MiB {one}', why: 'The first leg as a device of its own.' },
      { run: 'losetup --find --show --read-only --offset 1MiB {two}', why: 'The second one.' },
      { run: 'btrfs device scan', why: 'Registers both.' },
      {
        run: 'mount --options ro,noatime "$(losetup --noheadings --output NAME --associated {one})" {directory}',
        why: 'By either leg.',
      },
    ],
  },
  'remove-dead-writeback-cache': {
    title: 'Take off a writeback cache whose SSD is gone: what is lost is lost',
    purpose: 'LVM refuses without force, since dirty chunks were on the SSD alone.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'every write that had not been written back, metadata of the file system among them',
    steps: [
      { run: 'lvconvert --yes --uncache --force {leg}/data', why: 'Drops the cache and what it held.', expect: 'any' },
      {
        run: 'vgreduce --removemissing {leg}',
        why: 'Strikes the dead SSD from the group. Never with --force: that removes the volume with its data.',
        expect: 'any',
      },
      { run: 'vgchange --activate y {leg}', why: 'The leg starts from its hard disk, old as it is.', expect: 'any' },
    ],
  },
});
