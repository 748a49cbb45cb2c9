import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A link to somewhere else, and everything that has it. */
export interface Link {
  url: string;
  from: string[];
}

/** Links to other hosts out of sources and of built pages, each once; what follows # does not count. */
export function collect(sources: { id: string; url: string }[], dist?: string): Link[] {
  const found = new Map<string, Set<string>>();
  const add = (url: string, from: string) => {
    const bare = url.replace(/#.*$/, '');
    found.set(bare, (found.get(bare) ?? new Set()).add(from));
  };
  for (const { id, url } of sources) add(url, `source ${id}`);
  for (const page of dist ? globSync('**/*.html', { cwd: dist }).sort() : [])
    for (const url of linksIn(readFileSync(join(dist ?? '', page), 'utf8'))) add(url, page);
  return [...found].map(([url, from]) => ({ url, from: [...from] })).sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** Where the anchors of a page lead outside; not its canonical address, which is our own. */
export const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\s[^>]*?href=["']?(https?:\/\/[^"'\s>]+)/gi)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );
