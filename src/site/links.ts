import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HastPluginDefinition } from 'satteri';
import { href } from './address.ts';

const outside = /^([a-z]+:|#|\/\/)/i;

/**
 * Links in prose, as the site needs them: to another prose file (`../criteria/plan.mdx#cost`, which works in an editor
 * too), or from the root of the site (`/findings/x/`). Throws, naming the file, where there is no such prose file.
 */
export function linkFrom(file: string, target: string, root = process.cwd()): string {
  if (outside.test(target)) return target;
  if (target.startsWith('/')) return href(target);
  const [path = '', fragment] = target.split('#');
  const found = resolve(dirname(file), path);
  const page = relative(resolve(root, 'content'), found).split(sep).join('/');
  if (!path.endsWith('.mdx') || page.startsWith('..') || !existsSync(found))
    throw new Error(
      `${relative(root, file)}: the link "${target}" leads to no file under content/; link to an .mdx file, or from the root of the site as /findings/<id>/`,
    );
  return href(`/${page.replace(/\.mdx$/, '/')}${fragment ? `#${fragment}` : ''}`);
}

/** Sätteri plugin: every link in prose through `linkFrom`. */
export const links = (): HastPluginDefinition => ({
  name: 'links',
  element: {
    filter: ['a'],
    visit(node, context) {
      const target = node.properties['href'];
      if (typeof target === 'string' && context.fileURL)
        context.setProperty(node, 'href', linkFrom(fileURLToPath(context.fileURL), target));
    },
  },
});
