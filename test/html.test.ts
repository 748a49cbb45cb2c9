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

  it('says the same without a script', () => {
    for (const { file, html } of pages) {
      const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts, file).toEqual([`<script src="${base}theme.js">`]);
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
