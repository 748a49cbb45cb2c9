import type { Page } from './pages.ts';

const repeated = (words: readonly string[]) => [...new Set(words.filter((word, i) => words.indexOf(word) !== i))];

/** What is wrong with the HTML of a page by itself, each as a sentence. */
export function markupProblems({ file, html, ids }: Page): string[] {
  const visible = html.replace(/<(pre|svg|script|style)\b[\s\S]*?<\/\1>/g, '');
  return [
    ...[...html.matchAll(/<[a-z][^>]*\sstyle="[^"]*"/gi)].map(([tag]) => `a style attribute: ${tag.slice(0, 90)}`),
    ...repeated(ids).map((id) => `the id "${id}" stands there more than once`),
    ...[
      ...visible.matchAll(/[\w,;:.]<(?:a|strong|code|em) [^>]*>[^<]{0,20}|<\/(?:a|strong|code|em)>\w[^<]{0,20}/g),
    ].map(([text]) => `words run together: ${text}`),
    ...(/<html lang="/.test(html) ? [] : ['no language']),
    ...((html.match(/<h1\b/g) ?? []).length === 1 ? [] : ['not exactly one heading of the first rank']),
    ...(/<meta name="description" content="[^"]+/.test(html) ? [] : ['no description']),
    ...(/undefined|\[object Object\]|NaN/.test(visible.replace(/<[^>]+>/g, ' ')) ? ['a value that was not there'] : []),
  ].map((problem) => `${file}: ${problem}`);
}
