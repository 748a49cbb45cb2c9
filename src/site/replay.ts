import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { finishSite } from './finish/index.ts';
import { fileOf, urlOf } from './output.ts';

type App = ConstructorParameters<typeof StaticPaths>[0] & {
  setInternals(internals: { pagesByKeys: Map<string, object> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
};

/**
 * Renders every page again with templates that were compiled before, and so without Vite. Nothing is taken over from
 * the last build but the compiled code, so no page can be stale. `wanted` picks pages, for a test that needs a few.
 */
export async function replay(
  root: string,
  bundle: { entry: string; assets: string },
  out = join(root, 'dist'),
  wanted: (pathname: string) => boolean = () => true,
): Promise<number> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(join(root, 'public'), out, { recursive: true });
  if (existsSync(bundle.assets)) cpSync(bundle.assets, join(out, '_astro'), { recursive: true });

  const app = await load(bundle.entry);
  const paths = (await new StaticPaths(app).getAll()).filter(({ pathname }) => wanted(pathname));
  const pages = new Map<string, string>();
  for (const { pathname, route } of paths) {
    const response = await app.render(new Request(urlOf(pathname, route)), { routeData: route });
    if (!response.ok && pathname !== '/404') throw new Error(`${pathname}: rendered with status ${response.status}`);
    const body = Buffer.from(await response.arrayBuffer());
    const file = fileOf(pathname, route);
    if (file.endsWith('.html')) pages.set(file, body.toString());
    else {
      mkdirSync(dirname(join(out, file)), { recursive: true });
      writeFileSync(join(out, file), body);
    }
  }
  await finishSite(out, pages);
  return paths.length;
}

async function load(entry: string): Promise<App> {
  const { app }: { app: App } = await import(pathToFileURL(entry).href);
  // No page has styles or scripts of its own (the layout links the one of each), so Astro's record of them is empty.
  app.setInternals({ pagesByKeys: new Map() });
  const silent = { write: () => true };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: silent } } });
  return app;
}
