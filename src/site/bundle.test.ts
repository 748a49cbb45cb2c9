import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeHash, keep, keptBundle } from './bundle.ts';

let root = '';
const write = (file: string, text: string) => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bundle-'));
  write('src/pages/index.astro', '<p>one</p>');
  write('content/criteria/plan.mdx', '---\ntitle: Plan\n---\nProse.\n');
  write('dist/.prerender/prerender-entry.x.mjs', '');
});
afterEach(() => rmSync(root, { recursive: true }));

const change = (file: string, text: string) => {
  const before = codeHash(root);
  write(file, text);
  return codeHash(root) !== before;
};

describe('codeHash', () => {
  it.each([
    ['a template', 'src/pages/index.astro', '<p>two</p>'],
    ['a style', 'src/styles/site.css', 'p {}'],
    ['prose', 'content/criteria/plan.mdx', '---\ntitle: Plan\n---\nOther prose.\n'],
    ['a diagram', 'content/diagrams/x.svg', '<svg/>'],
    ['a locked version', 'package-lock.json', '{}'],
  ])('differs after a change of %s', (_, file, text) => {
    expect(change(file, text)).toBe(true);
  });

  it.each([
    ['data', 'data/findings/modes.ts', 'export {}'],
    ['frontmatter', 'content/criteria/plan.mdx', '---\ntitle: The plan\n---\nProse.\n'],
    ['a test', 'src/site/x.test.ts', 'export {}'],
  ])('stays the same after a change of %s', (_, file, text) => {
    expect(change(file, text)).toBe(false);
  });
});

describe('keptBundle', () => {
  const keepNow = () =>
    keep(root, { bundle: join(root, 'dist/.prerender'), assets: join(root, 'dist/_astro') }, codeHash(root));

  it('finds what was kept from the same code', () => {
    keepNow();
    expect(keptBundle(root)?.entry).toContain('prerender-entry.x.mjs');
  });

  it('finds nothing once a template changed', () => {
    keepNow();
    write('src/pages/index.astro', '<p>two</p>');
    expect(keptBundle(root)).toBeUndefined();
  });
});
