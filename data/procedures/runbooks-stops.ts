import { defineProcedures } from '../../src/schema/index.ts';
import { hasTools, isCached, isClean, isComplete, isMounted, isNotMounted } from './shared/checks.ts';
import { directory, mountArray } from './shared/words.ts';

const stop = [
  { run: 'umount {directory}', why: 'Nothing writes any more.' },
  {
    run: 'vgchange --activate n leg1 leg2',
    why: 'Each cache writes down which of its chunks are clean. Without this, all count as dirty at the next start.',
  },
];
/** Looks into the metadata of a stopped cache: 1 is the mark of an orderly stop. */
const seeMark = (leg: string) => [
  {
    run: `lvchange --yes --activate y ${leg}/fast_cpool_cmeta`,
    why: 'The metadata volume alone; LVM activates it for reading only.',
  },
  {
    run: `test "$(od --address-radix=n --format=u4 --skip-bytes=4 --read-bytes=4 /dev/${leg}/fast_cpool_cmeta | tr -d '[:space:]')" = 1`,
    why: 'The flags of the superblock: 1 is the mark of an orderly stop. It fails if the mark is not there.',
  },
  { run: `lvchange --activate n ${leg}/fast_cpool_cmeta`, why: 'The leg does not start while a part of it is active.' },
];
const start = [
  { run: 'modprobe --all dm-cache dm-cache-smq', why: 'LVM may have been built without a way to load them.' },
  { run: 'vgchange --activate y leg1 leg2', why: 'Each volume comes up with its cache.' },
];
/** Dirty chunks of all caches; the output of --target has the name in front, so the count is field 15. */
const dirty = "dmsetup status --noflush --target cache | awk '{ all += $15 } END { print all + 0 }'";
const groups = [isComplete('leg1'), isComplete('leg2')];
const caches = [isCached('leg1'), isCached('leg2'), isClean('leg1'), isClean('leg2')];
const downAndUnmounted = [isNotMounted, ...groups];

/** Runbooks around a stop of the machine: power, images, moving, kernels. */
export const runbooksStops = defineProcedures({
  'after-power-cut': {
    title: 'The power was cut',
    purpose: 'The caches count everything as dirty now. They write back before anything else uses the array.',
    parameters: { directory },
    destroys: 'nothing',
    requires: [...downAndUnmounted, hasTools],
    steps: [
      ...start,
      { run: dirty, why: 'How many chunks count as dirty. After a cut that is all of them, in writethrough mode too.' },
      {
        run: `for second in $(seq 3600); do test "$(${dirty})" = 0 && break; sleep 1; done; test "$(${dirty})" = 0`,
        why: 'Waits until they are written back. Nothing may use the legs meanwhile: a cache in use need not get clean.',
      },
      ...mountArray('/dev/leg1/data'),
      { run: 'btrfs device stats {directory}', why: 'What the legs have counted.' },
    ],
    runbook: {
      when: 'The machine lost power, crashed or was reset. Do not take a cache off before this.',
      takes: 'As long as writing what the caches hold to the hard disks: for a full cache that can be hours.',
      pointOfNoReturn: 'None.',
      abort:
        'Stop waiting and mount: the array works, and the hard disks alone are not whole until the caches are clean.',
      verify: 'Nothing is dirty and the array is mounted; then scrub each leg.',
    },
  },
  'before-imaging': {
    title: 'Before imaging a disk',
    purpose: 'After this each hard disk by itself is a whole copy of its leg, and stays so until the array is started.',
    parameters: { directory },
    destroys: 'nothing',
    requires: [isMounted, ...groups, ...caches],
    steps: [...stop, ...seeMark('leg1'), ...seeMark('leg2')],
    runbook: {
      when: 'A disk is to be copied block by block: with dd, by a virtual machine, before a risky change.',
      takes: 'Seconds, and the array is down meanwhile.',
      pointOfNoReturn: 'None.',
      abort: 'Start the legs and mount.',
      verify:
        'Both caches carry the mark. Never start an image beside its original: LVM and btrfs know them by the same names.',
    },
  },
  'leave-machine': {
    title: 'Take the disks out for another machine',
    purpose:
      'The array is stopped in good order and marked as travelling, so that no machine starts half of it by itself.',
    parameters: { directory },
    destroys: 'nothing',
    requires: [isMounted, ...groups, ...caches],
    steps: [
      ...stop,
      { run: 'vgexport leg1 leg2', why: 'A group that is exported is started by nobody until it is imported.' },
      {
        run: 'vgs --options vg_name,vg_exported,pv_count',
        why: 'All four disks travel: a leg without its SSD does not start.',
      },
    ],
    runbook: {
      when: 'The disks go to another machine, all four of them.',
      takes: 'Seconds.',
      pointOfNoReturn: 'None: vgimport brings it back.',
      abort: 'vgimport, start, mount.',
      verify: 'Both groups are exported.',
    },
  },
  'join-machine': {
    title: 'Bring up the disks of another machine',
    purpose: 'The groups are imported, started and mounted.',
    parameters: { directory },
    destroys: 'nothing',
    requires: [
      hasTools,
      ...downAndUnmounted,
      {
        so: 'both groups are exported',
        check: 'test "$(vgs --noheadings --options vg_exported leg1 leg2 | grep --count --invert-match \'^ *$\')" = 2',
        refuses:
          'leg1 or leg2 is not exported: they are from this machine, or were not stopped in good order. Then the runbook is that for a power cut.',
      },
    ],
    steps: [
      { run: 'vgimport leg1 leg2', why: 'The groups are of this machine now.' },
      ...start,
      { run: dirty, why: 'Nothing is dirty when it was stopped in good order.' },
      ...mountArray('/dev/leg1/data'),
    ],
    runbook: {
      when: 'All four disks are in the new machine, and their groups were exported on the old one.',
      takes: 'Seconds.',
      pointOfNoReturn: 'None.',
      abort: 'Stop, and export again.',
      verify: 'Check the health.',
    },
  },
  'before-kernel-upgrade': {
    title: 'Before the first start of a new kernel',
    purpose: 'The new kernel has what the caches need, and the legs are stopped so that it finds them clean.',
    parameters: { release: 'the new kernel, as its modules directory is called', directory },
    destroys: 'nothing',
    requires: [
      isMounted,
      {
        so: 'the kernel {release} has all modules',
        check: 'for module in dm-cache dm-cache-smq btrfs; do modinfo --set-version {release} $module || exit 1; done',
        refuses: 'the kernel {release} is not installed, or has no dm-cache, dm-cache-smq or btrfs.',
      },
      ...groups,
      ...caches,
    ],
    steps: [...stop, ...seeMark('leg1'), ...seeMark('leg2')],
    runbook: {
      when: 'A new kernel is installed and not started yet. Keep the old one to choose from.',
      takes: 'Seconds; then the reboot.',
      pointOfNoReturn: 'None: the format of the metadata does not change with the kernel.',
      abort: 'Start the legs and mount.',
      verify: 'Both caches carry the mark of an orderly stop.',
    },
  },
  'after-kernel-upgrade': {
    title: 'After the first start of a new kernel',
    purpose: 'The legs come up under the new kernel, clean and in the mode that they had.',
    parameters: { release: 'the kernel that should run', directory },
    destroys: 'nothing',
    requires: [
      ...downAndUnmounted,
      {
        so: 'the kernel that runs is {release}',
        check: 'test "$(uname --kernel-release)" = {release}',
        refuses: 'the kernel that runs is not {release}.',
      },
    ],
    steps: [
      ...start,
      { run: `test "$(${dirty})" = 0`, why: 'Nothing is dirty. It fails if the caches were not taken for clean.' },
      { run: 'dmsetup status --noflush --target cache', why: 'Mode, policy and metadata as before.' },
      ...mountArray('/dev/leg1/data'),
      { run: 'btrfs device stats --check {directory}', why: 'No errors.' },
    ],
    runbook: {
      when: 'The machine runs the new kernel, and the array is not mounted yet.',
      takes: 'Seconds.',
      pointOfNoReturn: 'None: boot the old kernel.',
      abort: 'Stop in good order, boot the old kernel.',
      verify: 'Check the health, and measure a warm directory again.',
    },
  },
});
