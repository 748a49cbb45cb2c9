const breakUp = '\u200b';

/**
 * Text that a pull request made, as it may be posted under our name: tables and headings stay, but it can neither call
 * people, nor link, nor embed, nor refer to other threads, nor hide anything. At most `limit` characters, whole lines.
 */
export function defang(text: string, limit = 60_000): { text: string; cut: boolean } {
  const harmless = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replaceAll('<', '&lt;')
    .replaceAll('@', `@${breakUp}`)
    .replace(/\]([([:])/g, `]${breakUp}$1`)
    .replace(/!\[/g, `!${breakUp}[`)
    .replace(/([a-z]):\/\//gi, `$1:${breakUp}//`)
    .replace(/www\./gi, `www${breakUp}.`)
    .replace(/(#|GH-)(?=\d)/gi, `$1${breakUp}`);
  if (harmless.length <= limit) return { text: harmless, cut: false };
  const end = harmless.lastIndexOf('\n', limit);
  return { text: harmless.slice(0, end > 0 ? end : limit), cut: true };
}
