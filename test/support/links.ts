import { statSync } from 'node:fs';
import { join } from 'node:path';
import { base } from '../../src/site/address.ts';
import type { Page } from './pages.ts';

const host = 'http://site.invalid';

/** Every link between the pages of a site that leads nowhere, each as a sentence that names the page. */
export function brokenLinks(pages: readonly Page[], root: string): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) =>
    page.links.flatMap(({ tag, attribute, target }) => {
      const problem = problemOf(new URL(target, host + page.path), byPath, root);
      return problem ? [`${page.file}: <${tag} ${attribute}="${target}"> ${problem}`] : [];
    }),
  );
}

function problemOf(url: URL, pages: ReadonlyMap<string, Page>, root: string): string | undefined {
  if (url.origin !== host) return undefined;
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(base)) return `leaves the base ${base}`;
  const page = pages.get(path);
  if (!page) {
    if (pages.has(`${path}/`)) return 'lacks the slash at its end';
    const isFile = statSync(join(root, path.slice(base.length)), { throwIfNoEntry: false })?.isFile();
    return isFile ? undefined : 'leads to no file';
  }
  const id = decodeURIComponent(url.hash.slice(1));
  return id && !page.ids.includes(id) ? `leads to a page without the id "${id}"` : undefined;
}
