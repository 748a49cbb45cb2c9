import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Output } from '../output.ts';
import { finishSite } from './index.ts';

const page = (title: string, words: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1><p>${words}</p></main></body></html>`;

describe('finishSite', () => {
  let place = '';
  const at = (file: string) => join(place, 'dist', file);
  const read = (file: string) => readFileSync(at(file), 'utf8');
  const written = (file: string) => statSync(at(file)).mtimeMs;
  /** A file gets a time of long ago, so that it shows when it is written again. */
  const age = (file: string) => utimesSync(at(file), 1, 1);

  async function build(pages: Record<string, string>, memory = 'pages.json') {
    const output = new Output(join(place, 'dist'));
    await finishSite(output, new Map(Object.entries(pages)), join(place, memory));
    output.removeOthers();
  }
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'finisher-'));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  const [one, two] = [page('One', 'a scrubbing'), page('Two', 'a quuxing')];

  it('writes each page with its policy, its twin, and what is found in it', async () => {
    await build({ 'a/index.html': one });
    expect(read('a/index.html')).toContain('content-security-policy');
    expect(read('a/index.html')).toContain('href="index.md"');
    expect(read('a/index.md')).toBe('# One\n\na scrubbing\n');
    expect(read('search/s.json')).toContain('"scrubbing"');
    expect(read('sitemap.xml')).toContain('/a/</loc>');
  });

  it('finishes again what was rendered otherwise, and only that, with the same end as from the start', async () => {
    await build({ 'a/index.html': one, 'b/index.html': two });
    const changed = { 'a/index.html': one, 'b/index.html': page('Two', 'a trimming') };
    age('b/index.html');
    const before = written('a/index.html');
    await build(changed);
    expect(written('a/index.html')).toBe(before);
    expect(read('b/index.md')).toContain('trimming');
    expect(JSON.parse(read('search/q.json'))).not.toHaveProperty('quuxing');
    const files = [
      'a/index.html',
      'a/index.md',
      'b/index.html',
      'search/entries.json',
      'search/s.json',
      'search/t.json',
    ];
    const incremental = files.map(read);
    rmSync(join(place, 'dist'), { recursive: true });
    await build(changed, 'another.json');
    expect(files.map(read)).toEqual(incremental);
  });

  it('mends a file that was changed or taken away since, and removes what is no longer of the site', async () => {
    await build({ 'a/index.html': one, 'b/index.html': two });
    const whole = read('a/index.html');
    writeFileSync(at('a/index.html'), 'edited by hand');
    rmSync(at('a/index.md'));
    await build({ 'a/index.html': one });
    expect(read('a/index.html')).toBe(whole);
    expect(read('a/index.md')).toContain('scrubbing');
    expect(existsSync(at('b'))).toBe(false);
  });

  it('leaves a file alone that is as it should be', async () => {
    await build({ 'a/index.html': one });
    age('a/index.html');
    await build({ 'a/index.html': one }, 'nothing known.json');
    expect(written('a/index.html')).toBe(1000);
  });
});
