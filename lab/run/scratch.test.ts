import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeScratch, needRoom, sweepScratch } from './scratch.ts';

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'scratch-'));
});
afterEach(() => rmSync(place, { recursive: true }));

describe('sweepScratch', () => {
  it('removes what a killed lab left, and nothing of one that lives', () => {
    const [mine, dead] = [makeScratch(place), makeScratch(place)];
    const owner = join(dead, 'owner');
    writeFileSync(owner, readFileSync(owner, 'utf8').replace(/born \d+/, 'born 1'));
    expect(sweepScratch(place)).toBe(1);
    expect([mine, dead].map((directory) => existsSync(directory))).toEqual([true, false]);
  });
});

describe('needRoom', () => {
  it('says how much there is, how much it takes and how to go on', () => {
    expect(() => needRoom(place, 2 ** 60)).toThrow(
      /has [\d.]+ GiB left, and a run wants \d+: make room.*lab -- resume/,
    );
    expect(() => needRoom(place, 1)).not.toThrow();
  });
});
