import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from './files.ts';

describe('writeAtomically', () => {
  let place = '';
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'files-'));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('writes the whole file, and makes the way to it', () => {
    writeAtomically(join(place, 'a', 'b.json'), 'text\n');
    expect(readFileSync(join(place, 'a', 'b.json'), 'utf8')).toBe('text\n');
    expect(readdirSync(join(place, 'a'))).toEqual(['b.json']);
  });
  it('leaves what was there, and nothing beside it, when it cannot', () => {
    mkdirSync(join(place, 'taken', 'by'), { recursive: true });
    expect(() => writeAtomically(join(place, 'taken'), 'text\n')).toThrow();
    expect(readdirSync(place)).toEqual(['taken']);
  });
});
