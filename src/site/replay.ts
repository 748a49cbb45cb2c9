import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { Bundle } from './bundle.ts';
import { finishSite } from './finish/index.ts';
import { fileOf, Output, urlOf } from './output.ts';

type App = ConstructorParameters<typeof StaticPaths>[0] & {
  setInternals(internals: { pagesByKeys: Map<string, object> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
};

/**
 * Renders every page again with templates that were compiled before, and so without Vite. No page is taken over from
 * the last build unless it is rendered the same, so none can be stale. `wanted` picks pages, for a test that needs a few.
 */
export async function replay(
  root: string,
  bundle: Bundle,
  out = join(root, 'dist'),
  wanted: (pathname: string) => boolean = () => true,
): Promise<number> {
  const output = new Output(out);
  output.putAll(join(root, 'public'));
  output.putAll(bundle.assets, '_astro');

  const app = await load(bundle.entry);
  const paths = (await new StaticPaths(app).getAll()).filter(({ pathname }) => wanted(pathname));
  const pages = new Map<string, string>();
  for (const { pathname, route } of paths) {
    const response = await app.render(new Request(urlOf(pathname, route)), { routeData: route });
    if (!response.ok && pathname !== '/404') throw new Error(`${pathname}: rendered with status ${response.status}`);
    const body = Buffer.from(await response.arrayBuffer());
    const file = fileOf(pathname, route);
    if (file.endsWith('.html')) pages.set(file, body.toString());
    else output.put(file, body);
  }
  await finishSite(output, pages, bundle.memory);
  output.removeOthers();
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
