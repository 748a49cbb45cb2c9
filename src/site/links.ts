import type { HastPluginDefinition } from 'satteri';
import { href } from './address.ts';

/**
 * Links in prose are written from the root of the site (`/findings/x/`) and get the base here.
 * A link to a file (`./0002-x.mdx`) stops the build, since the file is not where the page is.
 */
export const links = (): HastPluginDefinition => ({
  name: 'links-under-the-base',
  element: {
    filter: ['a'],
    visit(node, context) {
      const target = node.properties['href'];
      if (typeof target !== 'string' || /^([a-z]+:|#|\/\/)/i.test(target)) return;
      if (!target.startsWith('/'))
        throw new Error(
          `${context.fileURL?.pathname ?? 'prose'}: the link "${target}" is relative; write it from the root of the site, as /decisions/<id>/`,
        );
      context.setProperty(node, 'href', href(target));
    },
  },
});
