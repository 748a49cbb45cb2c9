import { describe, expect, it } from 'vitest';
import { policyFor, withPolicy } from './policy.ts';

describe('policyFor', () => {
  it('allows nothing inline where nothing is inline', () => {
    expect(policyFor('<script src="/theme.js"></script>')).toContain("script-src 'self'; style-src 'self'");
  });

  it('names an inline style by its hash', () => {
    expect(policyFor('<svg><style>a{}</style></svg>')).toContain(
      "style-src 'self' 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='",
    );
  });
});

describe('withPolicy', () => {
  it('puts the policy right behind the character set', () => {
    expect(withPolicy('<head><meta charset="utf-8"><title>x</title></head>', 'x.html')).toMatch(
      /^<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="[^"]+"><title>/,
    );
  });

  it('refuses a style attribute, and names the file', () => {
    expect(() => withPolicy('<p style="color:red">', 'findings/x.html')).toThrow('findings/x.html: a style attribute');
  });
});
