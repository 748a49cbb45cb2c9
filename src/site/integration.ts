import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { codeHash, keep, memoryOf } from './bundle.ts';
import { Finisher } from './finish/finisher.ts';
import { fileOf, Output, pathnameOf } from './output.ts';

/**
 * What is done around Astro's own build. Its prerender bundle, which it deletes after use, is copied before, so that
 * `replay` can use it again. And pages are written by us, so that each is written once, finished.
 */
export function wholeSite(): AstroIntegration {
  let root: string;
  let out: URL;
  let finisher: Finisher;
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
            finisher = new Finisher(new Output(fileURLToPath(out)), memoryOf(root));
          },
          render: finishing(prerenderer, () => finisher),
        }));
      },
      'astro:build:done': () => finisher.done(),
    },
  };
}

/** Renders as Astro does, but each page is finished at once, and Astro has nothing to write. */
const finishing =
  (prerenderer: AstroPrerenderer, finisher: () => Finisher): AstroPrerenderer['render'] =>
  async (request, options) => {
    const rendered = await prerenderer.render(request, options);
    if (options.routeData.type !== 'page') return rendered;
    const response = rendered instanceof Response ? rendered : rendered.response;
    if (response.headers.has('location')) return rendered;
    finisher().add(fileOf(pathnameOf(request.url), options.routeData), await response.text());
    return new Response(null);
  };
