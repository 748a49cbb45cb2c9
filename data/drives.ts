import { defineDrives } from '../src/schema/index.ts';

/** Samsung's SATA lines that come with 512 GB, with their ratings at that capacity, oldest first. */
export const drives = defineDrives([
  { line: '830', years: 3, source: 'samsung-warranty-table', note: 'no rating is named' },
  {
    line: '840 PRO',
    ratedTerabytes: 73,
    years: 5,
    source: 'samsung-warranty-table',
    note: 'for use in enterprises; else none',
  },
  { line: '850 PRO', ratedTerabytes: 150, years: 10, source: 'samsung-warranty-table', note: 'by the maker' },
  { line: '850 PRO', ratedTerabytes: 300, years: 10, source: 'kyou-kore-ssd-table', note: 'by a later table' },
  { line: '860 PRO', ratedTerabytes: 600, years: 5, source: 'kyou-kore-ssd-table' },
]);
