import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { complexity } from './measure.ts';
import { here } from './nix.ts';

describe('complexity', () => {
  const seen = complexity();

  it('is what nix/complexity.json says; if not: node nix/measure.ts', () => {
    expect(JSON.parse(readFileSync(join(here, 'complexity.json'), 'utf8'))).toEqual(seen);
  });

  it('counts hooks where there is something that disko cannot say, and only there', () => {
    const lines = Object.entries(seen.topologies).map(([topology, { hookLines }]) => [topology, hookLines > 0]);
    expect(Object.fromEntries(lines)).toEqual({ plain: false, 'separate-pool': false, lvmcache: true, bcache: true });
  });
});
