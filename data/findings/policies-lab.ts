import { defineFindings } from '../../src/schema/index.ts';

/** What the policy of dm-cache does with one-time reads, misses, sizes and writes. Written before the runs. */
export const policiesLab = defineFindings({
  'few-requests-in-flight-get-a-one-time-read-promoted': {
    claim:
      'A single pass with one request in flight is copied to the SSD in good part; with sixteen in flight nearly nothing of it is.',
    criteria: ['performance', 'backup'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-one-time-read-promoted',
        holdsWhen: [
          { measure: 'chunk512Read128Depth1', is: 'at least', value: 10, unit: 'percent' },
          { measure: 'chunk64Read64Depth1', is: 'at least', value: 10, unit: 'percent' },
          { measure: 'chunk512Read128Depth16', is: 'below', value: 10, unit: 'percent' },
          { measure: 'chunk64Read64Depth16', is: 'below', value: 10, unit: 'percent' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; a volume without a file system',
    falsifiedBy:
      'A pass with one request in flight of which less than a tenth is promoted, or one with sixteen of which more is.',
    reviewBy: '2027-05-22',
  },
  'a-one-time-read-is-promoted-in-part-at-every-depth': {
    claim:
      'Of a single pass in order dm-cache promotes between a twentieth and a fifth, with one request in flight as with sixteen; in requests far smaller than a chunk it promotes much more.',
    criteria: ['performance', 'backup'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-one-time-read-promoted',
        holdsWhen: [
          { measure: 'chunk64Read64Depth1', is: 'at least', value: 5, unit: 'percent' },
          { measure: 'chunk64Read64Depth1', is: 'at most', value: 20, unit: 'percent' },
          { measure: 'chunk64Read64Depth16', is: 'at least', value: 5, unit: 'percent' },
          { measure: 'chunk64Read64Depth16', is: 'at most', value: 20, unit: 'percent' },
          { measure: 'chunk512Read128Depth16', is: 'at least', value: 5, unit: 'percent' },
          { measure: 'chunk512Read128Depth16', is: 'at most', value: 20, unit: 'percent' },
          { measure: 'chunk512Read16Depth1', is: 'at least', value: 40, unit: 'percent' },
        ],
      },
    ],
    versions:
      'Linux 6.12 and 7.3 in the lab; a volume without a file system. Written after the runs, which refuted that depth decides',
    falsifiedBy: 'A pass with one of these depths of which far less or far more is promoted.',
    reviewBy: '2027-05-22',
  },
  'a-small-miss-costs-a-chunk': {
    claim:
      'A miss of 4 KiB makes the hard disk read the chunk: at least four times what was asked for with chunks of 32 and 64 KiB, and at least ten times with 256 KiB and more.',
    criteria: ['performance', 'plan'],
    questions: ['modes', 'per-device-or-array'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-miss-cost-by-chunk-size',
        holdsWhen: [
          { measure: 'hddBytes32', is: 'at least', value: 4, unit: 'ratio' },
          { measure: 'hddBytes64', is: 'at least', value: 4, unit: 'ratio' },
          { measure: 'hddBytes256', is: 'at least', value: 10, unit: 'ratio' },
          { measure: 'hddBytes1024', is: 'at least', value: 10, unit: 'ratio' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; reads one at a time while the cache is cold',
    falsifiedBy: 'A cold cache in chunks of 64 KiB whose disk reads less than four times what was asked for.',
    reviewBy: '2027-05-22',
  },
  'the-cleaner-policy-empties-a-cache-in-use': {
    claim: 'A writeback cache in use keeps what is dirty; told to clean, it is clean within a minute while it is read.',
    criteria: ['performance', 'reliability', 'plan'],
    questions: ['modes', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'can-a-writeback-cache-be-emptied-under-load',
        holdsWhen: [
          { measure: 'leftInUse', is: 'at least', value: 50, unit: 'chunks' },
          { measure: 'leftCleaner', is: 'exactly', value: 0, unit: 'chunks' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; 16 MiB dirty, twenty reads a second and no writes',
    falsifiedBy: 'A cache that the cleaner policy does not empty under such reads.',
    reviewBy: '2027-05-22',
  },
  'a-quarter-of-the-data-answers-half-of-the-reads': {
    claim:
      'A cache for a quarter of the data answers at least half of the reads when accesses fall off with a Zipf exponent of 1.1.',
    criteria: ['performance', 'plan'],
    questions: ['per-device-or-array', 'modes'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'how-large-must-the-cache-be',
        holdsWhen: [{ measure: 'hitsQuarter', is: 'at least', value: 50, unit: 'percent' }],
      },
    ],
    versions: 'Linux 6.12 in the lab; blocks as large as a chunk, a hot part that does not move',
    falsifiedBy: 'Hits below half with a cache of that size under that load.',
    reviewBy: '2027-05-22',
  },
  'small-rewrites-cost-the-ssds-both-copies': {
    claim:
      'In writethrough mode a new file goes past the SSDs; in writeback it costs them both copies. Rewrites of 4 KiB in place cost them at least both copies in either mode.',
    criteria: ['performance', 'plan', 'comparison'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-write-cost-the-ssd',
        holdsWhen: [
          { measure: 'ssdFreshWritethrough', is: 'at most', value: 1, unit: 'ratio' },
          { measure: 'ssdFreshWriteback', is: 'at least', value: 1.9, unit: 'ratio' },
          { measure: 'ssdNocowWritethrough', is: 'at least', value: 2, unit: 'ratio' },
          { measure: 'ssdNocowWriteback', is: 'at least', value: 2, unit: 'ratio' },
        ],
      },
    ],
    versions:
      'Linux 6.12 in the lab; both SSDs together, for each byte that the user wrote. What a new file costs in writeback was added after the runs',
    falsifiedBy: 'Less than two bytes on the SSDs for a byte rewritten in place in a file that is cached.',
    reviewBy: '2027-05-22',
  },
  'writeback-of-scattered-rewrites-costs-the-disks-whole-chunks': {
    claim:
      'Small rewrites in place, scattered over a cached file without copy-on-write, cost the hard disks at least ten bytes for each in writeback mode, since whole chunks are written back; in writethrough they cost the two copies.',
    criteria: ['performance', 'comparison'],
    questions: ['modes', 'cow-and-checksums'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'what-does-a-write-cost-the-ssd',
        holdsWhen: [
          { measure: 'hddNocowWriteback', is: 'at least', value: 10, unit: 'ratio' },
          { measure: 'hddNocowWritethrough', is: 'at most', value: 2.2, unit: 'ratio' },
        ],
      },
    ],
    versions:
      'Linux 6.12 in the lab; 768 rewrites of 4 KiB in 128 chunks of 64 KiB. The figures are of after the runs; that it costs more was expected',
    falsifiedBy: 'Such rewrites in writeback mode for which the hard disks are written little more than twice.',
    reviewBy: '2027-05-22',
  },
  'a-warm-cache-spares-the-disks-a-walk': {
    claim:
      'Once the cache is warm, a walk over a tree makes the hard disks read less than half as often as without a cache.',
    criteria: ['backup', 'performance'],
    questions: ['modes', 'multi-device'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-a-warm-cache-spare-the-disks-a-walk',
        holdsWhen: [
          { measure: 'walkBare', is: 'at least', value: 80, unit: 'operations' },
          { measure: 'walkWarm', is: 'below', value: 40, unit: 'operations' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; a tree of 3000 small files',
    falsifiedBy: 'A walk with a warm cache that makes the hard disks read as often as one without.',
    reviewBy: '2027-05-22',
  },
  'caches-come-and-go-under-load': {
    claim:
      'Caches come to both legs of an array in use and go again, in writethrough and in writeback mode, without an error, a wrong read or a lost record.',
    criteria: ['plan', 'compatibility', 'comparison'],
    questions: ['per-device-or-array', 'multi-device', 'modes'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'can-caches-come-and-go-under-load',
        holdsWhen: [
          { measure: 'writeErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'readErrors', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'wrongReads', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'lost', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'scrubErrors', is: 'exactly', value: 0, unit: 'errors' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; legs that are logical volumes already, a light load',
    falsifiedBy: 'An error or a lost record while a cache comes or goes.',
    reviewBy: '2027-05-22',
  },
  'two-measurements-of-the-same-differ-little': {
    claim: 'The same work measured twice in one run differs by less than 15 % in rate and 5 % in operations.',
    criteria: ['performance'],
    questions: ['modes'],
    systems: ['lvmcache'],
    evidence: [
      {
        experiment: 'how-far-do-two-measurements-of-the-same-differ',
        holdsWhen: [
          { measure: 'ratioBareReads', is: 'at least', value: 0.85, unit: 'ratio' },
          { measure: 'ratioBareReads', is: 'at most', value: 1.15, unit: 'ratio' },
          { measure: 'ratioWarmReads', is: 'at least', value: 0.85, unit: 'ratio' },
          { measure: 'ratioWarmReads', is: 'at most', value: 1.15, unit: 'ratio' },
          { measure: 'ratioFlushes', is: 'at least', value: 0.85, unit: 'ratio' },
          { measure: 'ratioFlushes', is: 'at most', value: 1.15, unit: 'ratio' },
          { measure: 'hddReadsBare', is: 'at most', value: 1.05, unit: 'ratio' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab; four measurements of each kind in a run',
    falsifiedBy: 'Two labels of the same work that differ by more.',
    reviewBy: '2027-05-22',
  },
});
