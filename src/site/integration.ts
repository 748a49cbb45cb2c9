import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { codeHash, keep, memoryOf } from './bundle.ts';
import { finishSite } from './finish/index.ts';
import { fileOf, Output, pathnameOf } from './output.ts';

/**
 * What is done around Astro's own build. Its prerender bundle, which it deletes after use, is copied before, so that
 * `replay` can use it again. And pages are held until all are there, so that each is written once, finished.
 */
export function wholeSite(): AstroIntegration {
  let root: string;
  let out: URL;
  const pages = new Map<string, string>();
  let hash = '';
  return {
    name: 'whole-site',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        out = config.outDir;
        // Before anything is read: what changes from here on must not count as compiled.
        hash = codeHash(root);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async setup() {
            await prerenderer.setup?.();
            keep(
              root,
              { bundle: fileURLToPath(new URL('.prerender/', out)), assets: fileURLToPath(new URL('_astro/', out)) },
              hash,
            );
          },
          render: holding(prerenderer, pages),
        }));
      },
      'astro:build:done': () => finishSite(new Output(fileURLToPath(out)), pages, memoryOf(root)),
    },
  };
}

/** Renders as Astro does, but pages go into `pages` by their files, and Astro has nothing to write. */
const holding =
  (prerenderer: AstroPrerenderer, pages: Map<string, string>): AstroPrerenderer['render'] =>
  async (request, options) => {
    const rendered = await prerenderer.render(request, options);
    if (options.routeData.type !== 'page') return rendered;
    const response = rendered instanceof Response ? rendered : rendered.response;
    if (response.headers.has('location')) return rendered;
    pages.set(fileOf(pathnameOf(request.url), options.routeData), await response.text());
    return new Response(null);
  };
