import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { base } from './address.ts';
import { linkFrom } from './links.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'links-'));
  for (const folder of ['criteria', 'questions']) mkdirSync(join(root, 'content', folder), { recursive: true });
  writeFileSync(join(root, 'content/criteria/plan.mdx'), '');
});
afterAll(() => rmSync(root, { recursive: true }));

const from = (target: string) => linkFrom(join(root, 'content/questions/modes.mdx'), target, root);

describe('linkFrom', () => {
  it('turns a prose file into its page', () => {
    expect(from('../criteria/plan.mdx#cost')).toBe(`${base}criteria/plan/#cost`);
  });

  it('puts the base before a path from the root', () => {
    expect(from('/findings/x/')).toBe(`${base}findings/x/`);
  });

  it.each(['https://kernel.org/', 'mailto:a@example.org', '#here'])('leaves %s alone', (target) => {
    expect(from(target)).toBe(target);
  });

  it.each(['../criteria/plam.mdx', './notes.txt', '../../README.md'])('says which file links to %s', (target) => {
    expect(() => from(target)).toThrow(`content/questions/modes.mdx: the link "${target}" leads to no file`);
  });
});
