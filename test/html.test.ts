import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { base } from '../src/site/address.ts';
import { brokenLinks } from './support/links.ts';
import { markupProblems } from './support/markup.ts';
import { dist, pagesOf, parse } from './support/pages.ts';

const pages = pagesOf(dist);

describe('the HTML of every page', () => {
  it('links to pages, files and anchors that are there', () => {
    expect(brokenLinks(pages, dist)).toEqual([]);
  });

  it('is sound by itself', () => {
    expect(pages.flatMap(markupProblems)).toEqual([]);
  });

  it('has a content security policy that lets nothing inline through unseen', () => {
    const policies = pages.map(
      ({ html }) => /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1],
    );
    for (const policy of policies) {
      expect(policy).toMatch(/^default-src 'none'/);
      expect(policy).not.toContain('unsafe');
    }
  });

  it('has one small script before it is shown, and others only for what is asked of it later', () => {
    for (const { file, html } of pages) {
      const [first, ...others] = [...html.matchAll(/<script\b[^>]*>/g)]
        .map(([tag]) => tag)
        // What a script reads is none.
        .filter((tag) => !tag.includes('type="application/json"'));
      expect(first, file).toBe(`<script src="${base}theme.js">`);
      for (const tag of others) {
        expect(tag, file).toContain('type="module"');
        expect(tag, file).toContain(`src="${base}`);
      }
    }
  });

  it('has a twin as text, which its head names', () => {
    for (const { file, html } of pages.filter(({ file }) => file.endsWith('index.html'))) {
      const twin = /<link rel="alternate" type="text\/(?:markdown|plain)" href="([^"]+)">/.exec(html)?.[1] ?? '';
      const path = twin.startsWith(base) ? twin.slice(base.length) : join(dirname(file), twin);
      expect(readFileSync(join(dist, path), 'utf8').length, file).toBeGreaterThan(100);
    }
  });

  it('shows no source of a diagram', () => {
    for (const { file, html } of pages) expect(html, file).not.toMatch(/language-mermaid|accDescr/);
  });
});

describe('the checks', () => {
  const [first] = pages;
  const spoilt = (html: string) => parse('spoilt/index.html', `${first?.html}${html}`);

  it.each([
    ['a page that is not there', 'findings/nowhere/', 'leads to no file'],
    ['an anchor that is not there', '#nowhere', 'leads to a page without the id "nowhere"'],
    ['an address outside the base', '/elsewhere/', base === '/' ? 'leads to no file' : `leaves the base ${base}`],
    ['an address without its slash', 'criteria', 'lacks the slash at its end'],
  ])('see a link to %s', (_, target, says) => {
    const href = target.startsWith('/') || target.startsWith('#') ? target : base + target;
    const page = parse('spoilt/index.html', `<a href="${href}">there</a>`);
    expect(brokenLinks([...pages, page], dist)).toEqual([`spoilt/index.html: <a href="${href}"> ${says}`]);
  });

  it.each([
    ['a style attribute', '<p style="color:red">x</p>', 'a style attribute'],
    ['an id that is used twice', '<p id="x"></p><p id="x"></p>', 'the id "x" stands there more than once'],
    ['words that run together', '<p>see<a href="#">this</a></p>', 'words run together'],
    ['a value that was not there', '<p>undefined</p>', 'a value that was not there'],
  ])('see %s', (_, html, says) => {
    expect(markupProblems(spoilt(html)).join()).toContain(says);
  });
});
