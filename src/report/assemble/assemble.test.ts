import { describe, expect, it } from 'vitest';
import { offsets, widest } from './code.ts';
import { assemble } from './index.ts';

const part = (id: string, body: string) => `<section class="part" id="${id}"><h2>${id}</h2>${body}</section>`;

describe('assemble', () => {
  const anchors = new Map([
    ['/base/findings/x/', 'finding-x'],
    ['/base/criteria/plan/', 'criterion-plan'],
    ['/base/elsewhere/', 'not-here'],
  ]);

  it('numbers parts, what is in them, figures and tables, and lists them', () => {
    const html = assemble(
      `<ol data-contents="parts"></ol>${part('one', '<h3 id="a">A</h3><table><tbody><tr><td>1</td></tr></tbody></table>')}${part('two', '<figure><figcaption>Said. More.</figcaption></figure><ol data-contents="figure"></ol>')}`,
      anchors,
    );
    expect(html).toMatch(/<h3 [^>]*id="a"[^>]*><span class="number">1\.1<\/span> A<\/h3>/);
    expect(html).toContain('<strong class="number">Table 1.</strong> A.');
    expect(html).toContain('<strong class="number">Figure 1.</strong> Said. More.');
    expect(html).toMatch(/<a href="#two"><span class="number">2<\/span> <span class="words">two<\/span>/);
    expect(html).toMatch(/Figure 1\. Said\.<span class="quiet"> § 2<\/span>/);
  });

  it('leads to a record within the document and says its number, and says there from where', () => {
    const html = assemble(
      `${part('one', '<p>As <a href="/base/findings/x/">it is</a>.</p>')}${part('findings', '<ol><li id="finding-x" data-label="F1"><p>It is.</p><p class="back" data-references="Referred to at"></p></li></ol>')}`,
      anchors,
    );
    expect(html).toMatch(/<a [^>]*href="#finding-x"[^>]*>it is<span class="xref"> F1<span[^>]*data-page="finding-x"/);
    expect(html).toMatch(/Referred to at <a [^>]*href="#to-finding-x-1"/);
  });

  it('leaves a link alone when the document does not hold what it leads to', () => {
    expect(assemble(part('one', '<p><a href="/base/elsewhere/">there</a></p>'), anchors)).toContain(
      '<a href="/base/elsewhere/">there</a>',
    );
  });

  it('puts prose under its heading, with ids of its own that links find', () => {
    const prose = '<div data-nest="4" data-prefix="criterion-plan"><h2 id="why">Why</h2><a href="#why">up</a></div>';
    const html = assemble(
      part('one', `<h3 id="criterion-plan">Plan</h3>${prose}<a href="/base/criteria/plan/#why">see</a>`),
      anchors,
    );
    expect(html).toMatch(/<h4 [^>]*id="criterion-plan--why"[^>]*>Why<\/h4>/);
    expect(html.match(/href="#criterion-plan--why"/g)).toHaveLength(2);
  });

  it('prints one section of a text where one is named, and says when there is none of that name', () => {
    const prose = (only: string) =>
      `<div class="prose" data-nest="4" data-prefix="c" data-only="${only}"><h2 id="a">A</h2><p>One</p><h3 id="s">S</h3><p>Two</p><h2 id="b">B</h2><p>Three</p></div>`;
    const html = assemble(part('one', prose('a')), anchors);
    expect(html.replace(/<[^>]+>/g, ' ')).toMatch(/One\s+S\s+Two\s*$/);
    expect(() => assemble(part('one', prose('gone')), anchors)).toThrow('no heading "gone"');
  });

  it('gives drawings back as they were', () => {
    const svg = '<svg viewBox="0 0 1 1"><linearGradient id="g"></linearGradient></svg>';
    expect(assemble(part('one', `<p>${svg}</p>`), anchors)).toContain(svg);
  });
});

describe('offsets', () => {
  it('says where a long line of code goes on, after a space where it can', () => {
    expect(offsets('short', widest)).toEqual([]);
    expect(offsets('x'.repeat(widest + 1), widest)).toEqual([widest]);
    expect(offsets(`${'x'.repeat(widest - 10)} ${'y'.repeat(20)}`, widest)).toEqual([widest - 9]);
  });
});
