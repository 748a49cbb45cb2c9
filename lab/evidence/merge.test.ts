import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../image/recipe.ts';
import { merge } from './merge.ts';

describe('merge', () => {
  let place = '';
  const at = (name: string) => join(place, name);
  const give = (shard: string, series: string) =>
    cpSync(join(root, 'data', 'benchmarks', series), join(at(shard), series), { recursive: true });
  const [one, two] = ['can-the-lab-see-loss', 'does-a-leg-come-up-without-its-ssd'] as const;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'merge-'));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('puts results and transcripts of shards together', () => {
    give('a', one);
    give('b', two);
    const series = [one, two].flatMap((id) =>
      readdirSync(join(root, 'data', 'benchmarks', id)).filter((file) => file.endsWith('.json')),
    );
    expect(merge([at('a'), at('b')], at('all'))).toBe(series.length);
    expect(readdirSync(join(at('all'), one))).toEqual(readdirSync(join(at('a'), one)));
  });
  it('takes the same result twice for one', () => {
    give('a', one);
    give('b', one);
    expect(merge([at('a'), at('b')], at('all'))).toBe(merge([at('a')], at('other')));
  });
  it('refuses two results of one series', () => {
    give('a', one);
    give('b', one);
    writeFileSync(join(at('b'), one, '6.12.json'), '{}');
    expect(() => merge([at('a'), at('b')], at('all'))).toThrow('one series cannot have two results');
  });
  it('refuses a transcript that is not what its result says', () => {
    give('a', one);
    writeFileSync(join(at('a'), one, '6.12.run1.txt'), 'another');
    expect(() => merge([at('a')], at('all'))).toThrow(/6\.12\.run1\.txt has sha256 \w+, its result says/);
  });
});
