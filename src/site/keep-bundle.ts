import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keep } from './bundle.ts';

/** Astro deletes its prerender bundle after use. It is copied before, so that `replay` can use it again. */
export function keepBundle(): AstroIntegration {
  let root: URL;
  let out: URL;
  return {
    name: 'keep-bundle',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
        out = config.outDir;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async setup() {
            await prerenderer.setup?.();
            const bundle = fileURLToPath(new URL('.prerender/', out));
            keep(fileURLToPath(root), { bundle, assets: fileURLToPath(new URL('_astro/', out)) });
          },
        }));
      },
    },
  };
}
