import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { codeHash, keep } from './bundle.ts';

/** Astro deletes its prerender bundle after use. It is copied before, so that `replay` can use it again. */
export function keepBundle(): AstroIntegration {
  let root: URL;
  let out: URL;
  let hash = '';
  return {
    name: 'keep-bundle',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
        out = config.outDir;
        // Before anything is read: what changes from here on must not count as compiled.
        hash = codeHash(fileURLToPath(root));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async setup() {
            await prerenderer.setup?.();
            const bundle = fileURLToPath(new URL('.prerender/', out));
            keep(fileURLToPath(root), { bundle, assets: fileURLToPath(new URL('_astro/', out)) }, hash);
          },
        }));
      },
    },
  };
}
