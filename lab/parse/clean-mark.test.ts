import { describe, expect, it } from 'vitest';
import { cleanMark } from './clean-mark.ts';

describe('cleanMark', () => {
  it('reads what od and cache_dump printed of a cache that had crashed', () => {
    expect(cleanMark('          0\n', '    510 dirty="false"\n')).toEqual({
      ...{ clean: false, dirtyChunks: 0, cleanChunks: 510 },
    });
  });
  it('knows the mark of an orderly stop among other flags', () => {
    expect(cleanMark('          3\n', '').clean).toBe(true);
    expect(cleanMark('          2\n', '').clean).toBe(false);
  });
  it('throws when there are no flags', () => {
    expect(() => cleanMark('', '')).toThrow('not the flags of a superblock');
  });
});
