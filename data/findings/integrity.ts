import { defineFindings } from '../../src/schema/index.ts';

/** Checksums, scrub and flushes with a cache in between. */
export const integrity = defineFindings({
  'cached-data-are-not-checked': {
    claim: 'Neither dm-cache nor bcache checks the data that the SSD returns; only btrfs above them can notice.',
    criteria: ['compatibility', 'reliability', 'comparison'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    systems: ['dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'map_bio, cache_end_io',
        says: 'A hit is sent to the cache device as it is, and nothing looks at the data when it ends. Checksums are kept for metadata only.',
      },
      {
        source: 'bcache-sysfs-c',
        at: 'data_csum',
        says: 'The switch is stored and shown. No other file of the driver reads it.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'Changed data on the SSD that the cache refuses to return.',
    reviewBy: '2027-11-22',
  },
  'scrub-takes-the-ordinary-path': {
    claim:
      'Scrub reads through the devices that btrfs was given, so of a chunk that is in the cache it checks the copy on the SSD.',
    criteria: ['compatibility', 'reliability', 'backup'],
    questions: ['cow-and-checksums'],
    systems: ['dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'btrfs-scrub-c',
        at: 'scrub_submit_initial_read',
        says: 'Scrub builds ordinary read requests for a mirror and sends them to its device. It knows nothing below that device.',
      },
      {
        source: 'dm-cache-target-c',
        at: 'map_bio',
        says: 'A read of a cached chunk goes to the SSD in every mode but passthrough.',
      },
      {
        source: 'bcache-request-c',
        at: 'cached_dev_read',
        says: 'Every read looks in the cache first, also when it is to be bypassed.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A scrub that finds damage on the hard disk below a cached chunk in writethrough mode.',
    reviewBy: '2027-05-22',
  },
  'passthrough-reads-the-disk': {
    claim: 'In passthrough mode all reads of dm-cache come from the hard disk, but only a clean cache can enter it.',
    criteria: ['backup', 'reliability', 'performance'],
    questions: ['cow-and-checksums', 'modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'kernel-cache-doc',
        at: 'Cache operating modes',
        says: 'Reads are served from the origin, writes go there and drop the cached chunk, and the cache must be clean.',
      },
      {
        source: 'dm-cache-target-c',
        at: 'load_mapping, can_resume',
        says: 'A dirty chunk makes the load fail. 7.3 also refuses the mode after an unclean stop; 6.12.107 does not ask.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A read in passthrough mode that the SSD answers.',
    reviewBy: '2027-11-22',
  },
  'passthrough-was-broken-for-years': {
    claim:
      'Passthrough mode of dm-cache mishandled writes from 4.12 until fixes of 2026, which the 6.12 series has since 6.12.91.',
    criteria: ['backup', 'reliability', 'comparison'],
    questions: ['cow-and-checksums', 'modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-passthrough-series',
        at: 'Cover letter',
        says: 'The rework of 4.12 broke the mode for writes: a null pointer, hangs, and a cache that no longer agrees with the disk.',
      },
      {
        source: 'stable-6-12-91',
        at: 'The entries on dm cache',
        says: 'It lists the fixes to the null pointer, the coherency, the hang and the missing locks.',
      },
    ],
    versions:
      'Linux 4.12 to 6.12.90 broken; 6.12.91 fixed. The last patch of the series, which refuses the mode after an unclean stop, is in 7.3 and not in 6.12.107',
    falsifiedBy: 'A write in passthrough mode on a fixed kernel after which cache and disk differ.',
    reviewBy: '2027-05-22',
  },
  'nocow-files-have-no-second-opinion': {
    claim: 'Files marked NOCOW have no data checksum, so btrfs cannot tell which leg returns the right data.',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums'],
    systems: ['no-cache', 'separate-ssd-pool', 'dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'btrfs-scrub-doc',
        at: 'Warning on NOCOW',
        says: 'The attribute turns data checksums off. Scrub does not check such data, and a read may return the bad mirror.',
      },
    ],
    versions: 'btrfs documentation of v6.19',
    falsifiedBy: 'A NOCOW file that scrub repairs.',
    reviewBy: '2027-11-22',
  },
  'dm-cache-keeps-the-flush-contract': {
    claim:
      'dm-cache keeps what btrfs asks of a flush: it ends after the metadata of the cache and both devices have been flushed.',
    criteria: ['compatibility', 'reliability'],
    questions: ['cow-and-checksums'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'btrfs-hardware-doc',
        at: 'Storage model; the flush command does not flush',
        says: 'The consistency of btrfs rests on the flush, and a device that does not flush is the most serious fault.',
      },
      {
        source: 'dm-cache-target-c',
        at: 'process_flush_bio',
        says: 'Both halves of a flush are held back until the metadata are committed.',
      },
      {
        source: 'kernel-cache-doc',
        at: 'Updating on-disk metadata',
        says: 'Metadata are committed with every flush or forced write.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A power cut after a finished flush that loses the flushed data on healthy devices.',
    reviewBy: '2027-11-22',
  },
  'dm-cache-ignores-hints': {
    claim: 'dm-cache makes no difference between readahead, background, metadata and ordinary requests.',
    criteria: ['backup', 'performance'],
    questions: ['cow-and-checksums', 'modes'],
    systems: ['dm-cache', 'lvmcache'],
    evidence: [
      {
        source: 'dm-cache-target-c',
        at: 'The whole file, searched for the request flags',
        says: 'No flag for readahead, background, metadata or priority is looked at, here or in the policy.',
      },
    ],
    versions: 'Linux 6.12.107 and 7.3.4',
    falsifiedBy: 'A flag of a request that changes what is promoted.',
    reviewBy: '2027-11-22',
  },

  'machine-images-are-nocow-by-default': {
    claim:
      'systemd marks its journals NOCOW and libvirt its storage pools, unless told otherwise, so such files have no checksums on any pool.',
    criteria: ['reliability', 'compatibility', 'plan'],
    questions: ['cow-and-checksums'],
    systems: ['no-cache', 'separate-ssd-pool', 'dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'btrfs-scrub-doc',
        at: 'The warning on NOCOW, its last paragraph',
        says: 'It names journals of systemd, and storage pools of libvirt since 6.6.',
      },
    ],
    versions: 'btrfs documentation of v6.19',
    falsifiedBy: 'A default installation of either whose new files have checksums.',
    reviewBy: '2027-11-22',
  },
  'a-scrub-can-be-cut-short': {
    claim:
      'On kernels after 6.19 a running scrub is cancelled by suspend, by freezing and by signals, and goes on only when somebody resumes it.',
    criteria: ['reliability', 'backup'],
    questions: ['cow-and-checksums'],
    systems: ['no-cache', 'separate-ssd-pool', 'dm-cache', 'lvmcache', 'bcache'],
    evidence: [
      {
        source: 'btrfs-scrub-doc',
        at: 'The note on interruptions',
        says: 'Suspend, hibernation, freezing of the file system or of a control group and pending signals cancel it; it can be resumed by a command.',
      },
    ],
    versions: 'btrfs documentation of v6.19; of the kernels here it concerns 7.3',
    falsifiedBy: 'A scrub on 7.3 that goes on by itself after a suspend.',
    reviewBy: '2027-11-22',
  },
});
