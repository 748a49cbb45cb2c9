import { describe, expect, it } from 'vitest';
import { markdownOf } from './markdown.ts';

const text = (body: string) => markdownOf(`<html><body><nav>Menu</nav><main id="content">${body}</main></body></html>`);

describe('markdownOf', () => {
  it('keeps headings, paragraphs, links and emphasis', () => {
    expect(text('<h2 id="a">One &amp; two</h2><p>See <a href="/x/">that <strong>page</strong></a>.</p>')).toBe(
      '## One & two\n\nSee [that **page**](/x/).\n',
    );
  });

  it('indents lists in lists, and keeps a paragraph with its item', () => {
    expect(text('<ol><li><p>First</p><ul><li>inner</li></ul></li><li>Second</li></ol><p>End</p>')).toBe(
      '1. First\n  - inner\n2. Second\n\nEnd\n',
    );
  });

  it('writes a table with one head, and a sign that would end a cell as what it is', () => {
    expect(text('<table><tr><th>a</th><th>b</th></tr><tr><td>1 | 2</td><td><p>3</p></td></tr></table>')).toBe(
      '| a | b |\n| --- | --- |\n| 1 \\| 2 | 3 |\n',
    );
  });

  it('keeps code as it is', () => {
    expect(text('<pre><code><span>a  &lt; b</span>\n  c\n</code></pre>')).toBe('```\na  < b\n  c\n```\n');
  });

  it('says what a picture says, and leaves out drawings, menus and what is hidden', () => {
    expect(
      text(
        '<nav><a href="/">Home</a></nav><p hidden>no</p><figure><svg role="img" aria-label="Legs"><text>x</text></svg></figure><p><svg aria-hidden="true"></svg>holds</p>',
      ),
    ).toBe('[Picture: Legs]\n\nholds\n');
  });

  it('writes what a word means behind it', () => {
    expect(text('<dl><div><dt>Verdict</dt><dd><span class="mark">holds</span></dd></div></dl>')).toBe(
      '- Verdict: holds\n',
    );
  });

  it('has nothing for a page without content', () => {
    expect(markdownOf('<html><body>redirect</body></html>')).toBe('');
  });
});
