import { describe, expect, it } from 'vitest';
import { bodyOf } from './card.ts';
import { withPicture } from './stamp.ts';

const page = '<html><head><title>A</title></head><body></body></html>';
const shown = { title: 'A "b" & c', says: '', url: 'https://x.test/a/', picture: 'https://x.test/a.png' };

describe('withPicture', () => {
  it('says title, address and picture in the head, and the same when it is done twice', () => {
    const once = withPicture(page, shown);
    expect(once).toContain('<meta property="og:title" content="A &quot;b&quot; &amp; c">');
    expect(once).toContain('<meta property="og:image" content="https://x.test/a.png">');
    expect(withPicture(once, shown)).toBe(once);
  });
});

describe('bodyOf', () => {
  it('shows a verdict by shape and word, and a long title smaller', () => {
    const body = bodyOf({ kind: 'finding', title: 'x'.repeat(100), mark: 'holds' });
    expect(body).toContain('<h1 class="long">');
    expect(body).toMatch(/<svg[^>]*>.+<\/svg>holds/);
    expect(bodyOf({ kind: 'page', title: 'Short', mark: '' })).not.toContain('<svg');
  });
});
