import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bcacheLegs, bcacheSize, headerState } from './bcache.ts';

/** What sysfs and bcache-super-show printed in the lab's own guest. */
const recorded = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

describe('bcacheSize', () => {
  it('takes the units of the kernel as powers of 1024', () => {
    expect(['0.0k', '2.0M', '10.6M', '512'].map(bcacheSize)).toEqual([0, 2_097_152, 11_114_906, 512]);
  });
  it('throws on what is no size', () => {
    expect(() => bcacheSize('many')).toThrow('no size of bcache: many');
  });
});

describe('bcacheLegs', () => {
  const text = recorded('bcache-legs.txt');

  it('reads state, dirty data and mode of each leg', () => {
    expect(bcacheLegs(text)).toEqual([
      { device: 'bcache0', state: 'clean', dirtyBytes: 0, mode: 'writethrough' },
      { device: 'bcache1', state: 'clean', dirtyBytes: 0, mode: 'writethrough' },
      { device: 'bcache2', state: 'clean', dirtyBytes: 0, mode: 'writearound' },
      { device: 'bcache3', state: 'clean', dirtyBytes: 0, mode: 'writearound' },
      { device: 'bcache5', state: 'dirty', dirtyBytes: 3_250_586, mode: 'writeback' },
    ]);
  });
  it('throws when a file of a leg is missing', () => {
    expect(() => bcacheLegs(text.replace(/^.*bcache1\/bcache\/state.*\n/m, ''))).toThrow('no state of bcache1');
  });
  it('throws on a state that it does not know', () => {
    expect(() => bcacheLegs(text.replace('state:dirty', 'state:worn'))).toThrow('bcache5 is in a state');
  });
});

describe('headerState', () => {
  it('reads the state in the header of a leg', () => {
    expect(headerState(recorded('bcache-super-show.txt'))).toBe('detached');
  });
  it('throws on the header of a cache set, which has none', () => {
    expect(() => headerState('sb.version\t\t0 [cache device]\n')).toThrow('no cache_state');
  });
});
