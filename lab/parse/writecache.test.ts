import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writecacheStatus } from './writecache.ts';

/** What dmsetup printed in the lab's own guest. */
const text = readFileSync(join(import.meta.dirname, 'fixtures', 'writecache-status.txt'), 'utf8');

describe('writecacheStatus', () => {
  it('reads the fields in the order of the kernel documentation', () => {
    expect(writecacheStatus(text, 'leg1-data')).toEqual({ error: false, blocks: 51_000, free: 49_959, writingBack: 0 });
  });
  it('tells a cache that met an error', () => {
    expect(writecacheStatus(text.replace('writecache 0', 'writecache 1'), 'leg1-data').error).toBe(true);
  });
  it('throws when there is none of that name', () => {
    expect(() => writecacheStatus(text, 'leg2-data')).toThrow('no write cache leg2-data');
  });
});
