/** Replacing the dead one of two members of a btrfs RAID1. Arguments are names of the runbook's parameters. */

/** The member that is left is there, the new disk fits, and the file system is not in use. */
export const oneIsLeft = (left: string, fresh: string, directory: string, name: string) => [
  {
    so: `{${left}} is there, with btrfs`,
    check: `test -b {${left}} && blkid --match-token TYPE=btrfs {${left}}`,
    refuses: `{${left}} is not there or carries no btrfs.`,
  },
  {
    so: `{${directory}} is a directory, and not mounted`,
    check: `test -d {${directory}} && ! mountpoint --quiet {${directory}}`,
    refuses: `${name} is mounted: stop what uses it and unmount it, or replace it in use with btrfs replace alone.`,
  },
  {
    so: `{${fresh}} is as large as {${left}}`,
    check: `test "$(blockdev --getsize64 {${fresh}})" -ge "$(blockdev --getsize64 {${left}})"`,
    refuses: `{${fresh}} is smaller than {${left}}.`,
  },
];

/** Mounts it with one member, fills the new disk from that, and gives its second copy to what was written meanwhile. */
export const fillFrom = (left: string, fresh: string, directory: string) => [
  { run: 'modprobe btrfs; btrfs device scan', why: 'Registers what is there.' },
  {
    run: `mount --options noatime,degraded {${left}} {${directory}}`,
    why: 'For writing: what is written from here on has one copy until the balance below.',
  },
  {
    run: `btrfs filesystem show {${directory}} 2>&1 | grep --quiet --ignore-case missing`,
    why: 'Fails if no member is missing.',
  },
  {
    run: `btrfs replace start -B {devid} {${fresh}} {${directory}}`,
    why: 'Copies everything from the member that is left.',
  },
  {
    run: `btrfs balance start -dconvert=raid1,soft -mconvert=raid1,soft {${directory}}`,
    why: 'What was written meanwhile gets its second copy.',
  },
  { run: `btrfs scrub start -B {${directory}}`, why: 'Both copies of everything can be read. It fails if one cannot.' },
  { run: `btrfs filesystem show {${directory}}`, why: 'As many members as before, none missing.' },
];
