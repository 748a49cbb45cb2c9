import { defineFindings } from '../../src/schema/index.ts';

/** What becomes of damage and of old copies. Written before the runs. */
export const damage = defineFindings({
  'a-damaged-block-on-the-ssd-is-mended': {
    claim:
      'A block with a checksum that is damaged on the SSD is read right from the other leg, and stands whole on SSD and hard disk afterwards.',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-damaged-block-on-the-ssd-mended',
        holdsWhen: [
          { measure: 'unreadable', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'wrong', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'mendedOnSsd', is: 'exactly', value: 32, unit: 'blocks' },
          { measure: 'wholeOnHdd', is: 'exactly', value: 32, unit: 'blocks' },
          { measure: 'errorsAtSecond', is: 'exactly', value: 0, unit: 'errors' },
          { measure: 'scrubErrors', is: 'exactly', value: 0, unit: 'errors' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; a clean writethrough cache',
    falsifiedBy: 'A reader that gets a wrong block, or damage that is there at the second reading.',
    reviewBy: '2027-05-22',
  },
  'damage-on-the-ssd-without-a-checksum-is-served': {
    claim:
      'A block without a checksum that is damaged on the SSD is returned wrong, again and again, until the cache is taken off.',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-a-damaged-block-on-the-ssd-mended',
        holdsWhen: [
          { measure: 'wrongWithout', is: 'at least', value: 1, unit: 'blocks' },
          { measure: 'wrongWithoutAgain', is: 'at least', value: 1, unit: 'blocks' },
          { measure: 'wrongWithoutAfterRemoval', is: 'exactly', value: 0, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; a nodatacow file, a clean writethrough cache',
    falsifiedBy: 'A second reading that returns the right blocks with the cache in place.',
    reviewBy: '2027-05-22',
  },
  'damage-to-a-dirty-block-is-mended-by-its-checksum': {
    claim:
      'A block with a checksum that is damaged while it stands on the SSD alone is read right from the other leg, and is whole on the hard disk once the cache was emptied.',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'modes', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-damage-to-a-dirty-block-written-back',
        holdsWhen: [
          { measure: 'unreadable', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'wrong', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'wholeOnHdd', is: 'exactly', value: 32, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; writeback on an SSD of its own for each leg',
    falsifiedBy: 'A reader that gets a wrong block, or a damaged one on the hard disk in the end.',
    reviewBy: '2027-05-22',
  },
  'damage-to-a-dirty-block-without-a-checksum-reaches-the-disk': {
    claim:
      'A block without a checksum that is damaged while it is dirty is written to the hard disk as it is, and stays wrong when the cache is gone.',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'modes', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-damage-to-a-dirty-block-written-back',
        holdsWhen: [
          { measure: 'wrongWithout', is: 'at least', value: 1, unit: 'blocks' },
          { measure: 'wrongWithoutAfterRemoval', is: 'at least', value: 1, unit: 'blocks' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; a nodatacow file',
    falsifiedBy: 'A hard disk that has the right block after the cache was emptied.',
    reviewBy: '2027-05-22',
  },
  'scrub-reaches-the-disk-in-passthrough-mode': {
    claim:
      'In passthrough mode scrub finds and mends all damage on the hard disk that a warm cache hid from it, and the cache keeps what it holds.',
    criteria: ['reliability', 'compatibility', 'plan'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'does-scrub-see-the-disk-in-passthrough-mode',
        holdsWhen: [
          { measure: 'errorsInPassthrough', is: 'exactly', value: 32, unit: 'errors' },
          { measure: 'mended', is: 'exactly', value: 32, unit: 'blocks' },
          { measure: 'wrong', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'kept', is: 'at least', value: 90, unit: 'percent' },
        ],
      },
    ],
    versions: 'Linux 6.12 and 7.3 in the lab; caches that were stopped in good order',
    falsifiedBy: 'Damage behind the cache that scrub does not report in passthrough mode.',
    reviewBy: '2027-05-22',
  },
  'an-old-ssd-put-back-is-taken-for-current': {
    claim:
      'An SSD that is put back as it was before the last writes is taken for current: its old blocks are returned where there is no checksum.',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-an-old-copy-of-an-ssd-taken-for-current',
        holdsWhen: [{ measure: 'oldWithoutChecksums', is: 'at least', value: 1, unit: 'blocks' }],
      },
    ],
    versions: 'Linux 6.12 in the lab; stopped in good order both times',
    falsifiedBy: 'A cache that is refused, or that returns nothing old.',
    reviewBy: '2027-05-22',
  },
  'checksums-catch-an-old-ssd': {
    claim:
      'With an old SSD put back, no old block with a checksum is returned, and a scrub makes such blocks right again.',
    criteria: ['reliability', 'compatibility'],
    questions: ['cow-and-checksums', 'ssd-failure'],
    systems: ['lvmcache', 'dm-cache'],
    evidence: [
      {
        experiment: 'is-an-old-copy-of-an-ssd-taken-for-current',
        holdsWhen: [
          { measure: 'oldWithChecksums', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'badAfterScrub', is: 'exactly', value: 0, unit: 'blocks' },
          { measure: 'uncorrectable', is: 'exactly', value: 0, unit: 'errors' },
        ],
      },
    ],
    versions: 'Linux 6.12 in the lab',
    falsifiedBy: 'An old block with a checksum that is returned without an error.',
    reviewBy: '2027-05-22',
  },
});
