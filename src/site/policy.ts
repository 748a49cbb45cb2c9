import { createHash } from 'node:crypto';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Hashes of the inline elements of one kind. Styles inside SVG are no raw text there: what is hashed has entities decoded. */
const inline = (html: string, tag: 'script' | 'style') => [
  ...new Set(
    [...html.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, 'g'))].map(
      ([, body = '']) => hashOf(body),
    ),
  ),
];

/** What a page may load: itself. Each inline script and style by its hash, nothing else inline, nothing from elsewhere. */
export const policyFor = (html: string): string =>
  [
    "default-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    ['script-src', "'self'", ...inline(html, 'script')].join(' '),
    ['style-src', "'self'", ...inline(html, 'style')].join(' '),
  ].join('; ');

/** Puts the policy first in the head. Throws on a style attribute, which the policy would block unseen. */
export function withPolicy(html: string, file: string): string {
  const styled = html.includes(' style="') ? /<[a-z][^>]*\sstyle="[^"]*"/i.exec(html) : null;
  if (styled)
    throw new Error(`${file}: a style attribute, which the content security policy blocks: ${styled[0].slice(0, 120)}`);
  const meta = `<meta http-equiv="content-security-policy" content="${policyFor(html)}">`;
  return html.replace(/<head>(\s*<meta charset="[^"]*"\s*\/?>)?/i, (head) => head + meta);
}
