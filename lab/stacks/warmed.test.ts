import { describe, expect, it } from 'vitest';
import { dirtyShare, looks } from './warmed.ts';

/** As the guest printed it after a crash. */
const said = `17.55
22.07 0 5120000 cache 8 30/2048 128 510/6144 1371 719 0 12 0 0 453 3 metadata2 writethrough no_discard_passdown 2 migration_threshold 1024 smq 0 rw -${' '}
26.23 0 5120000 cache 8 30/2048 128 510/6144 1371 719 0 12 0 0 0 3 metadata2 writethrough no_discard_passdown 2 migration_threshold 1024 smq 0 rw -${' '}
`;

describe('looks', () => {
  it('gives the seconds since the activation was asked for, and what the cache held', () => {
    expect(looks(said)).toEqual([
      { seconds: 4.52, used: 510, dirty: 453 },
      { seconds: 8.68, used: 510, dirty: 0 },
    ]);
  });
  it('throws on what is no status', () => {
    expect(() => looks('17.55\n22.07 Device does not exist.\n')).toThrow('not a look at a cache');
  });
});

describe('dirtyShare', () => {
  it('is no number for an empty cache', () => {
    expect(dirtyShare({ seconds: 1, used: 0, dirty: 0 })).toBeNaN();
    expect(dirtyShare({ seconds: 1, used: 4, dirty: 1 })).toBe(25);
  });
});
