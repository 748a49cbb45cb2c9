import { defineProcedures } from '../../src/schema/index.ts';
import { isEmpty, isSsd, noBalance, noLegMissing } from './shared/checks.ts';
import { fillFrom, oneIsLeft } from './shared/replace-member.ts';
import { devid } from './shared/words.ts';

const pool = 'where the pool of SSDs is mounted';
const array = 'where the array of hard disks is mounted';
const subvolume = 'name of the subvolume';
const stamp = 'a name for this time, such as the date';
const on = (name: string) => ({
  so: `a btrfs is mounted on {${name}}`,
  check: `mountpoint --quiet {${name}} && findmnt --noheadings --output FSTYPE {${name}} | grep --quiet btrfs`,
  refuses: `no btrfs is mounted on {${name}}.`,
});
const isThere = (path: string) => ({
  so: `there is ${path}`,
  check: `btrfs subvolume show ${path}`,
  refuses: `there is no subvolume ${path}.`,
});
const isNotThere = (path: string) => ({
  so: `there is nothing at ${path}`,
  check: `! test -e ${path}`,
  refuses: `there is something at ${path} already.`,
});
const fits = (from: string, to: string) => ({
  so: `${from} fits on {${to}}`,
  check: `test "$(du --summarize --block-size=1 ${from} | cut --fields=1)" -lt "$(findmnt --noheadings --bytes --output AVAIL {${to}} | tr -d '[:space:]')"`,
  refuses: `${from} does not fit into what is free on {${to}}.`,
});
/** One checksum over the checksums of all files, in the order of their names. */
const sums = (path: string) =>
  `cd ${path} && find . -type f -print0 | sort --zero-terminated | xargs --null --no-run-if-empty sha256sum | sha256sum`;
const same = (one: string, other: string) => `test "$(${sums(one)})" = "$(${sums(other)})"`;

/** Runbooks for SSDs that are a file system of their own, beside the array. */
export const runbooksPool = defineProcedures({
  'make-ssd-pool': {
    title: 'Make a pool of the two SSDs',
    purpose: 'A btrfs RAID1 on the two idle SSDs, mounted beside the array, which is not touched.',
    parameters: { ssd1: 'first SSD, by id', ssd2: 'second SSD, by id', pool },
    destroys: 'nothing: the SSDs have to be empty',
    requires: [
      ...['ssd1', 'ssd2'].map(isEmpty),
      ...['ssd1', 'ssd2'].map(isSsd),
      {
        so: '{pool} is a directory, and not mounted',
        check: 'test -d {pool} && ! mountpoint --quiet {pool}',
        refuses: '{pool} is no directory, or something is mounted there.',
      },
    ],
    steps: [
      { run: 'modprobe btrfs', why: 'The module has to be there before the SSDs are scanned.' },
      {
        run: 'mkfs.btrfs --label fast --data raid1 --metadata raid1 {ssd1} {ssd2}',
        why: 'Two copies of everything, one on each SSD. Without --force: it refuses what carries something.',
      },
      { run: 'btrfs device scan', why: 'An SSD that is not registered is one that is missing.' },
      { run: 'mount --options noatime {ssd1} {pool}', why: 'As an SSD, which it is.' },
      { run: 'btrfs filesystem usage {pool}', why: 'Data, metadata and system are RAID1, on two devices.' },
    ],
    runbook: {
      when: 'The SSDs are idle and empty, and the array is well.',
      takes: 'Seconds.',
      pointOfNoReturn: 'None: the SSDs were empty.',
      abort: 'Unmount, and wipefs both SSDs.',
      verify: 'Two devices, three profiles, all RAID1; then add it to the configuration and start the machine once.',
    },
  },
  'move-to-pool': {
    title: 'Move a subvolume from the array to the pool',
    purpose:
      'A copy by send and receive that is compared with what it came from. The old one stays, read-only, until it is removed by hand.',
    parameters: { array, pool, subvolume, stamp },
    destroys: 'nothing: the old subvolume is kept as a snapshot',
    requires: [
      on('array'),
      on('pool'),
      isThere('{array}/{subvolume}'),
      isNotThere('{pool}/{subvolume}'),
      isNotThere('{array}/{subvolume}.{stamp}'),
      {
        so: 'nothing writes to {array}/{subvolume}',
        check: '! find {array}/{subvolume} -xdev -type f -newermt "1 minute ago" | grep --quiet .',
        refuses: 'something wrote to {array}/{subvolume} just now: stop the service first.',
      },
      fits('{array}/{subvolume}', 'pool'),
    ],
    steps: [
      {
        run: 'btrfs subvolume snapshot -r {array}/{subvolume} {array}/{subvolume}.{stamp}',
        why: 'What is sent has to stand still.',
      },
      {
        run: 'sync; set -o pipefail; btrfs send {array}/{subvolume}.{stamp} | btrfs receive {pool}',
        why: 'The copy, with owners, times and extents.',
      },
      {
        run: same('{array}/{subvolume}.{stamp}', '{pool}/{subvolume}.{stamp}'),
        why: 'The checksums of all files are the same. It fails if they are not.',
      },
      {
        run: 'btrfs subvolume snapshot {pool}/{subvolume}.{stamp} {pool}/{subvolume}',
        why: 'What was received is read-only; this is the one to work with.',
      },
      {
        run: 'mv {array}/{subvolume} {array}/{subvolume}.before-{stamp}',
        why: 'Nothing writes to the old place by mistake. The directory of the service is mounted from the pool from now on.',
      },
      { run: 'btrfs subvolume list {pool}', why: 'The subvolume, and the snapshot that the next send starts from.' },
    ],
    runbook: {
      when: 'It is decided that a service gains from the SSDs, and it is stopped.',
      takes: 'As long as reading it three times.',
      pointOfNoReturn: 'None until the old subvolume is deleted by hand, weeks later.',
      abort: 'At any step: the old one is whole. After the mv: mv it back.',
      verify: 'The service runs from the pool, and the next nightly send to the array works.',
    },
  },
  'send-pool-to-array': {
    title: 'Send the pool to the array',
    purpose: 'A snapshot of a subvolume of the pool goes to the array as the difference to the last one. Nightly.',
    parameters: { array, pool, subvolume, last: 'the stamp of the last one that both have', stamp },
    destroys: 'nothing: old snapshots are kept until they are removed by rule',
    requires: [
      on('array'),
      on('pool'),
      isThere('{pool}/{subvolume}'),
      isThere('{pool}/{subvolume}.{last}'),
      isThere('{array}/{subvolume}.{last}'),
      isNotThere('{pool}/{subvolume}.{stamp}'),
      isNotThere('{array}/{subvolume}.{stamp}'),
    ],
    steps: [
      {
        run: 'btrfs subvolume snapshot -r {pool}/{subvolume} {pool}/{subvolume}.{stamp}',
        why: 'What is sent has to stand still.',
      },
      {
        run: 'sync; set -o pipefail; btrfs send -p {pool}/{subvolume}.{last} {pool}/{subvolume}.{stamp} | btrfs receive {array}',
        why: 'Only the difference is read and written.',
      },
      {
        run: same('{pool}/{subvolume}.{stamp}', '{array}/{subvolume}.{stamp}'),
        why: 'The same files with the same content. It fails if they are not; leave it out where it takes too long.',
      },
    ],
    runbook: {
      when: 'Every night, by a timer; by hand before anything that is done to the pool.',
      takes: 'As long as reading what changed; with the comparison, all of it.',
      pointOfNoReturn: 'None.',
      abort: 'Delete the snapshot that was received in part.',
      verify: 'The snapshot of tonight is on the array.',
    },
  },
  'pool-ssd-died': {
    title: 'An SSD of the pool died: replace it',
    purpose: 'The ordinary case of RAID1: mounted with one SSD, filled from it. The array is not concerned.',
    parameters: { left: 'the SSD that is left, by id', ssd: 'the new SSD, by id', devid, pool },
    destroys: 'nothing: the new SSD has to be empty',
    requires: [isEmpty('ssd'), isSsd('ssd'), ...oneIsLeft('left', 'ssd', 'pool', 'the pool')],
    steps: fillFrom('left', 'ssd', 'pool'),
    runbook: {
      when: 'An SSD of the pool is dead or missing, and a new one is there.',
      takes: 'As long as writing the data of one SSD.',
      pointOfNoReturn: 'None: the SSD that is left is only read, but for what is written meanwhile.',
      abort: 'btrfs replace cancel; the pool goes on with one SSD and one copy.',
      verify: 'Two members, none missing, the scrub found nothing.',
    },
  },
  'give-up-pool': {
    title: 'Bring a subvolume back from the pool to the array',
    purpose: 'The way back: the newest state goes to the array, is compared, and is made writable there.',
    parameters: { array, pool, subvolume, last: 'the stamp of the last one that both have', stamp },
    destroys: 'nothing: the subvolume on the pool is kept',
    requires: [
      on('array'),
      on('pool'),
      isThere('{pool}/{subvolume}'),
      isThere('{array}/{subvolume}.{last}'),
      isThere('{pool}/{subvolume}.{last}'),
      isNotThere('{array}/{subvolume}'),
      isNotThere('{pool}/{subvolume}.{stamp}'),
      {
        so: 'nothing writes to {pool}/{subvolume}',
        check: '! find {pool}/{subvolume} -xdev -type f -newermt "1 minute ago" | grep --quiet .',
        refuses: 'something wrote to {pool}/{subvolume} just now: stop the service first.',
      },
    ],
    steps: [
      {
        run: 'btrfs subvolume snapshot -r {pool}/{subvolume} {pool}/{subvolume}.{stamp}',
        why: 'What is sent has to stand still.',
      },
      {
        run: 'sync; set -o pipefail; btrfs send -p {pool}/{subvolume}.{last} {pool}/{subvolume}.{stamp} | btrfs receive {array}',
        why: 'Only the difference.',
      },
      {
        run: same('{pool}/{subvolume}.{stamp}', '{array}/{subvolume}.{stamp}'),
        why: 'The same files with the same content. It fails if they are not.',
      },
      {
        run: 'btrfs subvolume snapshot {array}/{subvolume}.{stamp} {array}/{subvolume}',
        why: 'The one to work with, in its old place.',
      },
    ],
    runbook: {
      when: 'The pool is given up or gets too small, and the service is stopped.',
      takes: 'As long as reading it twice.',
      pointOfNoReturn: 'None until the SSDs are wiped by hand.',
      abort: 'At any step: the one on the pool is whole.',
      verify: 'The service runs from the array.',
    },
  },
  'scrub-both': {
    title: 'Scrub array and pool',
    purpose: 'Where no cache is in front of anything a plain scrub reads every copy on its disk.',
    parameters: { array, pool },
    destroys: 'nothing',
    requires: [
      on('array'),
      on('pool'),
      ...['array', 'pool'].map((name) => ({
        so: `no member of {${name}} is missing`,
        check: noLegMissing.check.replace('directory', name),
        refuses: `a member of {${name}} is missing.`,
      })),
      {
        so: 'no balance is under way',
        check: noBalance.check.replace('directory', 'array'),
        refuses: 'a balance of the array is under way.',
      },
      {
        so: 'there is no cache',
        check: '! dmsetup status --noflush --target cache 2>/dev/null | grep --quiet cache',
        refuses: 'there is a cache: a scrub through it reads the SSD. Scrub each leg as its runbook says.',
      },
    ],
    steps: [
      {
        run: 'btrfs scrub start -B -R {array}',
        why: 'Status 3 means errors that it could not correct.',
        expect: 'any',
      },
      { run: 'btrfs scrub start -B -R {pool}', why: 'The same for the pool.', expect: 'any' },
      {
        run: 'btrfs device stats --check {array} && btrfs device stats --check {pool}',
        why: 'Fails if any member has had errors.',
      },
    ],
    runbook: {
      when: 'Once a month by a timer, and by hand after everything that may have damaged a disk.',
      takes: 'As long as reading all data of both.',
      pointOfNoReturn: 'None.',
      abort: 'btrfs scrub cancel.',
      verify: 'No uncorrectable errors, all counters zero.',
    },
  },
});
