import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { base } from '../../src/site/address.ts';

/** The built site. */
export const dist = 'dist';

export type Page = {
  /** Path of the file under the built site. */
  file: string;
  /** Path on the host, with the base. */
  path: string;
  html: string;
  ids: string[];
  links: { tag: string; attribute: string; target: string }[];
};

const linking = ['href', 'src', 'poster'];

/** Every page of a built site, with the ids it has and what it links to. Throws where nothing has been built. */
export function pagesOf(root: string): Page[] {
  if (!existsSync(join(root, 'index.html')))
    throw new Error(`${root} holds no built site: run \`npm run build\` first`);
  return globSync('**/*.html', { cwd: root })
    .sort()
    .map((file) => parse(file, readFileSync(join(root, file), 'utf8')));
}

export function parse(file: string, html: string): Page {
  const page: Page = { file, path: base + file.replace(/(^|\/)index\.html$/, '$1'), html, ids: [], links: [] };
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (attributes['id']) page.ids.push(attributes['id']);
      for (const attribute of linking) {
        const target = attributes[attribute];
        if (target !== undefined && tag !== 'use') page.links.push({ tag, attribute, target });
      }
    },
  });
  parser.end(html);
  return page;
}
